# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The special values of a type, and how results at them are shown.

Most results there are the same in all types when said in the type's own terms: s
and S are its smallest and largest subnormal number, m and M its smallest and largest
normal one, and 0.5x is half of the argument.
"""

import numpy as np

from contract import EXACT, F32

# Where a backward rule or a formula changes, beside 0.
THRESHOLDS = {"hard_sigmoid": [-3, 3], "hard_swish": [-3, 3], "relu6": [6]}


def names(element_type):
    """{name: number}, from the lowest to the highest after NaN."""
    m = np.ldexp(EXACT(1), element_type.smallest + element_type.digits - 1)
    s = np.ldexp(EXACT(1), element_type.smallest)
    M = element_type.overflow - element_type.ulp(element_type.overflow) / 2
    found = {"s": s, "S": m - s, "m": m, "M": M}
    return {"NaN": EXACT("nan"), "-inf": EXACT("-inf"), **{"-" + name: -found[name] for name in ("M", "m", "S", "s")},
            "-0": -EXACT(0), "0": EXACT(0), **found, "inf": EXACT("inf")}


def thresholds(element_type, function, constants):
    """Each threshold as the type has it, with its neighbours."""
    found = [-constants["alpha"]] if function == "helu" else THRESHOLDS.get(function, [])
    values = []
    for value in element_type.round(found):
        # A unit in the last place of what is next to it, toward zero.
        below, above = (element_type.ulp(value * (1 + sign * EXACT(1e-12))) for sign in (-1, 1))
        values += [value - (above if value < 0 else below), value, value + (below if value < 0 else above)]
    return values


def show(element_type, value, x):
    """A result at x; zeros and infinities with their signs, other values to 3 digits."""
    if np.isnan(value):
        return "NaN"
    if value == 0 or np.isinf(value):
        return ("-" if np.signbit(value) else "") + ("0" if value == 0 else "inf")
    known = names(element_type)
    if x != 0 and (abs(x) <= known["m"] or abs(x) == known["M"]) and 1e-3 <= abs(value / x) <= 10:
        ratio = float(value / x)
        return {1: "x", -1: "-x"}.get(ratio, f"{ratio:.2g}x")
    return next((name for name, number in known.items() if number == value), f"{float(value):.3g}")


def tolerance(element_type, exact):
    """At special values an error is counted in units of the last place alone."""
    return 4 * (element_type if element_type.digits > F32.digits else F32).ulp(exact)
