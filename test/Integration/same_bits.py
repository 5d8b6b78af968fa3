# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every result and gradient of a function has the same bits on several targets.

Usage: same_bits.py IN.mlir FOLDER ELEMENT_TYPE SHAPE TARGET TARGET...

x and dy have the shape, the parameters of an activation the extent before its last one.
"""

import pathlib
import subprocess
import sys

import numpy as np

source, folder, element_type, shape, *targets = sys.argv[1:]
folder = pathlib.Path(folder)
shape = tuple(map(int, shape.split(",")))
channels = shape[-2]
folder.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(1)
tensors = {"x": random.normal(0, 8, shape), "lambda": random.uniform(0.01, 2, channels),
           "kappa": random.uniform(0.5, 2, channels), "dy": random.normal(0, 1, shape)}
for name, values in tensors.items():
    np.save(folder / f"{name}.npy", values.astype(element_type))
x, l, k, dy = (str(folder / f"{name}.npy") for name in tensors)
results = []
for target in targets:
    out = folder / target
    subprocess.run(["hysteron-run", source, x, l, k, "--cotangent", dy, f"--target={target}", "-o", str(out)], check=True)
    results.append({path.name: path.read_bytes() for path in out.glob("*.npy")})
assert len(results[0]) == 4, results[0].keys()
for target, result in zip(targets, results):
    for name in results[0]:
        if result[name] != results[0][name]:
            sys.exit(f"{name} differs between {targets[0]} and {target}")
print(len(targets), "targets, the same bits")
