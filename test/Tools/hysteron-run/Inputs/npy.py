# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes and shows small .npy files."""

import sys

import numpy as np

command, *arguments = sys.argv[1:]
if command == "make":
    path, dtype, shape, *values = arguments
    extents = [int(extent) for extent in shape.split("x") if extent]
    np.save(path, np.array(values, float).astype(dtype).reshape(extents))
else:
    for path in arguments:
        array = np.load(path)
        print(array.dtype, array.shape, *array.flatten())
