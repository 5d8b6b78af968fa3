# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a documented example on one target and compares it with formulas in NumPy.

Formulas speak of the arguments by their names, of `dy` (of the result with the same
number as the formula) and of functions of NumPy, `sigmoid`, `erf` and `where`.
"""

import argparse
import math
import pathlib
import re
import subprocess
import sys

import numpy as np

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Execution"))
from module import TARGETS

parser = argparse.ArgumentParser()
parser.add_argument("module")
parser.add_argument("--run", required=True)
parser.add_argument("--target", required=True)
parser.add_argument("--work", required=True)
parser.add_argument("--y", action="append", required=True, help="a result's formula, in order")
parser.add_argument("--grad", action="append", required=True, help="an argument's, in order")
options = parser.parse_args()

text = pathlib.Path(options.module).read_text()
arguments = re.findall(r"%(\w+): tensor<(\?x)?f32>", re.search(r"func.func @f\((.*?)\)", text, re.S)[1])
folder = pathlib.Path(options.work)
folder.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(22)
names = {name: getattr(np, name) for name in ("abs", "exp", "maximum", "pi", "rint", "sqrt", "sum", "tanh", "where")}
names.update(sigmoid=lambda x: 1 / (1 + np.exp(-x)), erf=np.vectorize(math.erf))


def save(name, array):
    np.save(folder / name, array)
    return str(folder / name)


command = [options.run, options.module, "--function=f", *TARGETS[options.target], "-o", str(folder)]
for name, extent in arguments:
    value = random.normal(0, 2, 4101 if extent else ()).astype(np.float32)
    command += [save(name + ".npy", value)]
    names[name] = value.astype(np.float64)
dys = []
for i in range(len(options.y)):
    dy = random.normal(0, 1, 4101).astype(np.float32)
    command += ["--cotangent", save(f"dy{i}.npy", dy)]
    dys.append(dy.astype(np.float64))
done = subprocess.run(command, capture_output=True, text=True)
if done.returncode:
    sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")

wrong = False
for kind, formulas in ("result", options.y), ("grad", options.grad):
    for i, formula in enumerate(formulas):
        wanted = eval(formula, {"__builtins__": {}}, {**names, "dy": dys[min(i, len(dys) - 1)]})
        got = np.load(folder / f"{kind}{i}.npy").astype(np.float64)
        assert got.shape == np.shape(wanted), (formula, got.shape, np.shape(wanted))
        # A sum of 4101 terms has room for the rounding of each.
        allowed = 1e-6 * np.maximum(1, np.abs(wanted)) if np.ndim(wanted) else 1e-6 * 4101
        error = np.abs(got - wanted)
        bad = ~(error <= allowed)
        wrong |= bool(np.any(bad))
        print(f"{options.target} {kind}{i} = {formula}: {bad.sum()} of {bad.size} wrong, largest error {np.max(error):.2g}")
sys.exit(wrong)
