# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a module's @f with each choice of residuals and compares the gradients' bits."""

import pathlib
import subprocess
import sys

import numpy as np

from contract import BF16, F16, F32, F64
from module import TARGETS, option_parser

ARGUMENTS = [(F32, (3, 1, 600, 1)), (F32, (3, 1, 600, 1)), (F16, (1027,)), (F64, (600,)), (BF16, (515,)), (F32, (1031,))]
SPECIAL = [0.0, -0.0, np.nan, np.inf, -np.inf, -0.05, -0.5, -0.3, 0.3, 6.0]


def main():
    options = option_parser().parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    random = np.random.default_rng(2411)
    command = [options.run, options.test, "--function=f", *TARGETS[options.target]]
    inputs, cotangents = [], []
    for i, (element_type, shape) in enumerate(ARGUMENTS):
        for files, name in ((inputs, "x"), (cotangents, "dy")):
            values = random.normal(0, 1, shape)
            values.flat[: len(SPECIAL)] = SPECIAL if name == "x" else 1
            values.flat[len(SPECIAL)] = 1 if name == "x" else np.nan
            path = options.work / f"{name}{i}.npy"
            np.save(path, element_type.store(values))
            files.append(str(path))
    command += inputs + [f"--cotangent={path}" for path in cotangents]

    gradients = {}
    for residual in ("input", "output", "mask", "recompute", "auto"):
        folder = options.work / residual
        done = subprocess.run([*command, f"--residual={residual}", "-o", str(folder)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{residual}: {done.stderr}")
        gradients[residual] = [np.load(folder / f"grad{i}.npy") for i in range(len(ARGUMENTS))]
    wrong = 0
    for residual, arrays in gradients.items():
        for i, (got, wanted) in enumerate(zip(arrays, gradients["input"])):
            same = got.view(f"u{got.itemsize}") == wanted.view(f"u{got.itemsize}")
            # Any NaN is a NaN.
            if ARGUMENTS[i][0] is not BF16:
                same |= np.isnan(got) & np.isnan(wanted)
            wrong += int(np.sum(~same))
            for at in np.flatnonzero(~same)[:3]:
                print(f"{residual}, gradient {i}, element {at}: got {got.flat[at]}, wanted {wanted.flat[at]}")
    # The rules did both: pass and block.
    for i, array in enumerate(gradients["input"]):
        if not (array == 0).any() or not (array != 0).any():
            sys.exit(f"gradient {i} shows no rule at work")
    sys.exit(wrong != 0)


if __name__ == "__main__":
    main()
