"""Runs every exported network here with hysteron-run and compares with PyTorch's output."""
import pathlib
import subprocess
import sys

import numpy as np

folder, out = pathlib.Path(__file__).parent, pathlib.Path(sys.argv[1])
# PyTorch rounds f16 and bf16 at every op, an activation once.
TOLERANCE = {"float64": 1e-5, "float32": 1e-5, "float16": 1e-3, "bfloat16": 1e-2}
# torch-mlir writes sqrt(2/pi) as 0.797724 there, and is compiled as written.
WRONG_CONSTANT = {"feed_forward.linalg.mlir", "smooth.linalg.mlir"}


def load(path):
    data = np.load(path)
    if data.dtype == np.uint16:
        return "bfloat16", (data.astype(np.uint32) << 16).view(np.float32).astype(np.float64)
    return data.dtype.name, data.astype(np.float64)


failures = 0
for model in sorted(folder.glob("*.mlir")):
    name = model.name.split(".")[0]
    results = out / model.stem
    run = subprocess.run(["hysteron-run", model, folder / f"{name}.x.npy", "-o", results], capture_output=True, text=True)
    if run.returncode:
        print(f"FAIL {model.name}: {run.stderr.strip()}")
        failures += 1
        continue
    (dtype, expected), (_, got) = load(folder / f"{name}.y.npy"), load(results / "result0.npy")
    error = np.max(np.abs(got - expected) / np.maximum(1, np.abs(expected)))
    passed = got.shape == expected.shape and error <= TOLERANCE[dtype]
    if model.name in WRONG_CONSTANT:
        passed = not passed and error < 1e-4
    print(f"{'ok' if passed else 'FAIL'} {model.name}: {error:.1e}")
    failures += not passed
print(f"{failures} failures")
sys.exit(failures != 0)
