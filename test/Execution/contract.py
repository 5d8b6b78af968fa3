# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The element types of the tests: storage, rounding, and the numeric contract."""

import numpy as np

# Wide enough for the 20 digits of the golden table.
EXACT = np.longdouble


class ElementType:
    """An element type of MLIR as NumPy stores it; bf16 is kept as its bits."""

    def __init__(self, name, storage, digits, smallest):
        self.name, self.storage = name, storage
        self.digits = digits  # bits of the significand, the implied one too
        self.smallest = smallest  # exponent of the smallest subnormal
        # From here on a number rounds to infinity.
        self.overflow = np.ldexp(2 - np.ldexp(EXACT(1), -digits), 2 - digits - smallest)

    def store(self, values):
        """Rounds once, to nearest even."""
        values = np.asarray(values)
        if self.name != "bf16":
            with np.errstate(over="ignore"):
                return values.astype(self.storage)
        return _to_bf16(values)

    def load(self, stored):
        if self.name == "bf16":
            stored = (np.asarray(stored).astype(np.uint32) << 16).view(np.float32)
        with np.errstate(invalid="ignore"):  # a signaling NaN
            return np.asarray(stored).astype(EXACT)

    def round(self, values):
        return self.load(self.store(values))

    def ulp(self, values):
        _, exponent = np.frexp(np.abs(values))
        exponent = np.maximum(exponent - self.digits, self.smallest)
        return np.ldexp(EXACT(1), exponent)


def _to_bf16(values):
    """Rounds wide values to bf16's bits without a detour that rounds twice."""
    values = np.asarray(values, EXACT)
    with np.errstate(over="ignore"):
        near = values.astype(np.float32)
    with np.errstate(invalid="ignore"):
        # Truncated toward zero with the lost bits kept sticky in the last one.
        wrong = np.abs(near.astype(EXACT)) > np.abs(values)
        bits = near.view(np.uint32) - wrong.astype(np.uint32)
        inexact = bits.view(np.float32).astype(EXACT) != values
    nan = np.isnan(values)
    bits = np.where(nan, 0x7FC00000, bits | (inexact & ~nan)).astype(np.uint32)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)


F16 = ElementType("f16", np.float16, 11, -24)
BF16 = ElementType("bf16", np.uint16, 8, -133)
F32 = ElementType("f32", np.float32, 24, -149)
F64 = ElementType("f64", np.float64, 53, -1074)


def tolerance(element_type, exact, x):
    """What the contract allows before a result is rounded to its type."""
    x = np.maximum(1, np.abs(x))
    if element_type is F64:
        return EXACT("1e-15") * x
    return np.maximum(4 * F32.ulp(exact), EXACT("2e-7") * x)


def bounds(element_type, exact, x, scale, allowed=None):
    """The smallest and largest right results for `scale * exact`."""
    exact, x = np.asarray(exact, EXACT), np.asarray(x, EXACT)
    if allowed is None:
        allowed = tolerance(element_type, exact, x)
    ends = (exact - allowed) * scale, (exact + allowed) * scale
    low, high = np.minimum(*ends), np.maximum(*ends)
    if element_type in (F16, BF16):
        # The f32 result, rounded once: rounding is monotonic.
        return element_type.round(low), element_type.round(high)
    beyond = lambda end: np.where(np.abs(end) >= element_type.overflow, np.copysign(np.inf, end), end)
    return beyond(low), beyond(high)
