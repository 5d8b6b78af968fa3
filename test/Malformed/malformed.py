# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs each case of a file of malformed inputs in a process of its own.

Cases stand between lines of `// -----`. What stands before the first belongs to
all: IR, and the command, as `// $ hysteron-opt %s`; a case may have one of its
own. In commands, %s is the case alone, on the lines where it stands here, %S the
folder of the file, %i the files that inputs.py makes, and %o the folder for output.
`// error: text` ends the line that the error must be at; on a line of its own it
is an error about the command line or about another file, which it then names.

A case passes if the tool exits with 1, says this error and no other, and leaves
no file behind.
"""

import argparse
import collections
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

import inputs

Case = collections.namedtuple("Case", "line command text place error")


def read(path):
    """The cases of a file; what is not theirs is blank in their text."""
    lines = path.read_text().splitlines()
    starts = [i for i, line in enumerate(lines) if line == "// -----"]
    for start, end in zip(starts, starts[1:] + [len(lines)]):
        command, text, errors = None, [], []
        for i, line in enumerate(lines[:end]):
            if starts[0] <= i <= start:
                line = ""
            elif line.startswith("// $ "):
                command = line[5:]
            code, found, error = line.partition("// error: ")
            if found:
                errors.append((i + 1 if code.strip() else None, error))
            # mlir-opt looks at comments of this kind even where nobody asks it to.
            text.append(code)
        (place, error), = errors
        yield Case(start + 2, command, "\n".join(text) + "\n", place, error)


def check(case, path, work):
    """What is wrong with how the tool takes the case, or None."""
    source, out, temporary = work / path.name, work / "out", work / "tmp"
    for folder in (out, temporary):
        shutil.rmtree(folder, ignore_errors=True)
    temporary.mkdir()
    source.write_text(case.text)
    places = {"%s": source, "%S": path.parent, "%i": work / "inputs", "%o": out}
    def put(text):
        return re.sub("%[sSio]", lambda match: str(places[match[0]]), text)

    try:
        run = subprocess.run(shlex.split(put(case.command)), stdin=subprocess.DEVNULL, capture_output=True, timeout=60, cwd=work,
                             env={**os.environ, "TMPDIR": str(temporary)}, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        return "hangs"
    said = f"\n{run.stderr[:2000]}"
    if run.returncode != 1:
        return f"exits with {run.returncode}{said}"
    # LLVM's errors about options have the tool's name for a prefix.
    prefix = rf"([^ ]*: )?error: |{re.escape(case.command.split()[0])}: "
    errors = [line for line in run.stderr.splitlines() if re.match(prefix, line) and "Did you mean" not in line]
    if len(errors) != 1:
        return f"says {len(errors)} errors{said}"
    error, where = put(case.error), ""
    if case.place:
        error, where = case.error, rf".*{re.escape(path.name)}:{case.place}:\d+: "
    if not re.match(f"{where}.*{re.escape(error)}", errors[0].replace("error: ", "", 1)):
        return f"does not say, at line {case.place}: {case.error}{said}"
    left = [str(file) for folder in (out, temporary) for file in folder.rglob("*") if file.is_file()]
    return f"leaves {left}" if left else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--count", action="store_true", help="only count the cases")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    cases = {path: list(read(path)) for path in options.files}
    if options.count:
        for path, own in cases.items():
            print(f"{path.stem}: {len(own)}")
        print("cases:", sum(map(len, cases.values())))
        return 0
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    inputs.write(work / "inputs")
    wrong = 0
    for path, own in cases.items():
        for case in own:
            if problem := check(case, path.resolve(), work):
                wrong += 1
                print(f"{path}:{case.line}: {case.command} {problem}")
    return wrong != 0


sys.exit(main())
