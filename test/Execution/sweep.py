# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the ops without parameters on every f32 there is, all 2^32.

    cmake --build build --target sweep

takes some minutes of processor time per op, on the best of AVX-512 and AVX2, and
writes a section of docs/accuracy.md. f32 kernels are compared with f64 kernels, and
those, at every 65537th number, with 150 digits.
"""

import argparse
import datetime
import json
import pathlib
import subprocess
import sys

import numpy as np

import formulas
from accuracy import NAMES, SWEEP, golden_tests, op_name
from contract import EXACT, F64
from golden import Test, read_groups
from module import TARGETS

FOLDER = pathlib.Path(__file__).parent
OPTIONS = ["-O3", "-march=native"]


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}exit status {done.returncode}")
    return done.stdout


def build(test, constants, options, folder):
    op = test.op
    for name, value in constants.items():
        op = op.replace(f"${name}", f"{value:.17e}")
    text = [f"func.func @{name}(%x: tensor<?x{t}>) -> tensor<?x{t}> {{\n  %y = {op.replace('$x', f'tensor<?x{t}>')}\n"
            f"  return %y : tensor<?x{t}>\n}}\n" for name, t in (("narrow", "f32"), ("wide", "f64"))]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ops.mlir").write_text("".join(text))
    compile_to = [options.compile, folder / "ops.mlir", "-o", folder, *TARGETS[options.target]]
    run(*compile_to, "--function=narrow")
    run(*compile_to, "--function=wide", "--residual=input")
    backward = (folder / "narrow.h").read_text().split("int narrow_backward(")[1]
    kept = "ty" if "*result0" in backward else "tx"
    objects = folder / TARGETS[options.target][0].removeprefix("--target=")
    run(options.cc, *OPTIONS, f"-DKEPT={kept}", f"-I{folder}", FOLDER / "Inputs" / "sweep.c", *sorted(objects.glob("*.o")),
        "-lm", "-lpthread", "-ldl", "-o", folder / "sweep")


def check_samples(test, constants, path):
    """The f64 kernels against mathematics; returns how many were right."""
    samples = np.fromfile(path).reshape(-1, 3)
    for x, *got in samples:
        if np.isnan(x):
            wanted = [EXACT("nan"), None]
        else:
            wanted = formulas.exact(test.function, x, constants.values())
        for name, value, exact in zip(("y", "dx"), got, wanted):
            if exact is None or (np.isnan(exact) and np.isnan(value)):
                continue
            allowed = EXACT("1e-15") * max(1, abs(x))
            if not (abs(value - exact) <= allowed or (abs(exact) >= F64.overflow and value == np.sign(exact) * np.inf)):
                sys.exit(f"{test.function}: the f64 {name} at {x!r} is {value!r}, not {float(exact)!r}")
    return len(samples)


def sweep(name, options):
    test = Test(FOLDER / f"{name}.mlir")
    constants, _ = next(read_groups(FOLDER / "golden" / "activations.csv", test))
    folder = options.work / name
    build(test, constants, options, folder)
    lines = run(folder / "sweep", 0, options.numbers, folder / "samples").split("\n")
    found = {"op": ", ".join([op_name(name)] + [f"{n} = {float(f'{v:.6g}'):g}" for n, v in constants.items()]),
             "samples": check_samples(test, constants, folder / "samples"), "target": options.target,
             "numbers": options.numbers, "date": str(datetime.date.today())}
    for output, line in zip(("y", "dx"), lines):
        error, at, broken = line.split()
        at = float(np.array(int(at), np.uint32).view(np.float32))
        found[output] = {"error": float.fromhex(error), "at": at, "broken": int(broken)}
    (folder / "found.json").write_text(json.dumps(found, indent=1))
    print(name, found, flush=True)


def section(founds):
    """The table for docs/accuracy.md."""
    first = founds[0]
    rows = [[f["op"]] + [cell for k in ("y", "dx") for cell in (f"{f[k]['error']:.2e}" if f[k]["error"] else "0",
                                                                f"{f[k]['at']:.9g}" if f[k]["error"] else "")]
            + [f["y"]["broken"] + f["dx"]["broken"]] for f in founds]
    samples = min(f["samples"] for f in founds)
    return "\n".join([SWEEP, f"""
The same figures over all 2^32 numbers of f32, on {NAMES[first["target"]]} ({first["date"]}), and how many results
are not within the contract. Expected values are the f64 kernels', which were compared
with 150 digits at {samples} of the numbers of each op. `test/Execution/sweep.py` writes this
section, which is no part of `tools/check`; what is not listed was not swept.

| op | y | at x = | dx | at x = | beyond the contract |
|---|---|---|---|---|---|"""] + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ops", nargs="*", help="names of tests; all without parameters if none")
    parser.add_argument("--compile", required=True, help="hysteron-compile")
    parser.add_argument("--cc", required=True, help="a C compiler")
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--page", type=pathlib.Path, help="docs/accuracy.md")
    parser.add_argument("--target", default="avx512", choices=("avx512", "avx2", "sse41"))
    parser.add_argument("--numbers", default=1 << 32, type=int, help="how many, from bit pattern 0 on")
    options = parser.parse_args()
    ops = options.ops or sorted(op for op in golden_tests() if not Test(FOLDER / f"{op}.mlir").parameters)
    for op in ops:
        sweep(op, options)
    founds = [json.loads((options.work / op / "found.json").read_text()) for op in ops]
    if options.page:
        text = options.page.read_text()
        options.page.write_text(text.split(SWEEP)[0].rstrip("\n") + "\n\n" + section(founds))
    sys.exit(any(found[k]["broken"] for found in founds for k in ("y", "dx")))


if __name__ == "__main__":
    main()
