# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Puts the figures that the execution tests leave behind into docs/accuracy.md.

    tools/check -R Execution
    .venv/bin/python test/Execution/accuracy.py build/test/figures docs/accuracy.md

With --check it writes nothing, and fails where the page says something else. A
target that this machine cannot run keeps what the page says of it.
"""

import argparse
import difflib
import json
import pathlib
import re
import sys

NAMES = {"reference": "reference", "sse41": "SSE4.1", "avx2": "AVX2", "avx512": "AVX-512", "arm": "NEON",
         "opencl": "OpenCL", "cuda": "CUDA"}
# What follows is written by sweep.py.
SWEEP = "## Every f32"
SKIPPED = 77  # CTest's SKIP_RETURN_CODE


def op_name(stem):
    return stem.replace("gelu-tanh", "gelu, tanh form")


def golden_tests():
    return {path.stem for path in pathlib.Path(__file__).parent.glob("*.mlir") if "%{golden}" in path.read_text()}


def read_figures(folder):
    """{(type, op, output): {target: cell}}"""
    found = {}
    for target in NAMES:
        for path in sorted((folder / target).glob("*.json")):
            for key, error in json.loads(path.read_text())["errors"].items():
                element_type, output = key.split()
                # Below what the 20 digits of the table can tell apart, it is exact.
                cell = f"{error:.1e}" if error > 1e-19 else "0"
                found.setdefault((element_type, op_name(path.stem), output), {})[target] = cell
    return found


def read_page(text):
    """The same, from what this script wrote."""
    found, element_type, targets = {}, None, []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if heading := re.fullmatch("## (f32|f64)", line):
            element_type = heading[1]
        elif line.startswith("| op |"):
            targets = [target for name in cells[2:] for target in NAMES if NAMES[target] == name]
        elif element_type and line.startswith("| "):
            found[element_type, cells[0], cells[1]] = {t: cell for t, cell in zip(targets, cells[2:]) if cell}
    return found


def tables(errors):
    targets = [target for target in NAMES if any(target in row for row in errors.values())]
    text = []
    for element_type in ("f32", "f64"):
        text += [f"## {element_type}\n", "| op | output | " + " | ".join(NAMES[target] for target in targets) + " |",
                 "|---|---|" + "---|" * len(targets)]
        text += [f"| {op} | {output} | " + " | ".join(row.get(target, "") for target in targets) + " |"
                 for (type_name, op, output), row in errors.items() if type_name == element_type]
        text.append("")
    return "\n".join(text)


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("figures", type=pathlib.Path)
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def skip(reason):
    print(f"skipped: {reason}; the Execution suites write the figures")
    sys.exit(SKIPPED)


def finish(options, old, new):
    if not options.check:
        options.page.write_text(new)
    elif new != old:
        sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), "the page", "measured"))
        print(f"{options.page} does not say what was measured; {sys.argv[0]} says how to write it")
        sys.exit(1)


def main():
    options = parse_arguments()
    measured = read_figures(options.figures)
    if not measured:
        skip(f"nothing in {options.figures}")
    # The reference's functions are the C library's, which are others without FMA.
    if not any("avx2" in row for row in measured.values()):
        for row in measured.values():
            row.pop("reference", None)

    old = options.page.read_text()
    ops = {op_name(test) for test in golden_tests()}
    errors = {row: cells for row, cells in read_page(old.split(SWEEP)[0]).items() if row[1] in ops}
    for row, cells in measured.items():
        errors.setdefault(row, {}).update(cells)
    in_order = dict(sorted(errors.items(), key=lambda item: (item[0][0], item[0][1])))
    introduction, rest = old.split("## f32\n", 1)
    new = introduction + tables(in_order)
    if SWEEP in rest:
        new += "\n" + SWEEP + rest.split(SWEEP)[1]

    finish(options, old, new)


if __name__ == "__main__":
    main()
