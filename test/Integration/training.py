# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares two loss curves, step by step."""

import pathlib
import sys

ours, wanted = ([float(line) for line in pathlib.Path(path).read_text().split()] for path in sys.argv[1:])
assert len(ours) == len(wanted) == 20, (len(ours), len(wanted))
# The curve falls, so that agreement means something.
assert wanted[-1] < wanted[0] / 3, wanted
wrong = [(step, a, b) for step, (a, b) in enumerate(zip(ours, wanted)) if not abs(a - b) <= 1e-3 * abs(b)]
print(f"largest relative difference {max(abs(a - b) / b for a, b in zip(ours, wanted)):.2g}")
sys.exit(f"{wrong}" if wrong else 0)
