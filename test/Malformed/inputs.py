def write(folder): folder.mkdir(exist_ok=True)
