# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""dlambda of apa and aglu at every lambda, on one target.

The golden table has a few lambda and a floor of 1e-4 below which dlambda is 0. Here
the floor is 1e-6 and the grid is dense: lambda from 1e-5 to 100, and some below the
floor. dlambda is a difference of two numbers that are nearly equal where lambda is
small; its error is at most 2e-7 max(1, |x|), the 4 ulp of the contract not needed.

The other outputs keep the contract here, too, but for dkappa of aglu, which is only
reported: x^2 p' may have ten times the relative error of x, and so has the result.

The expected values have 19 digits; a sample of them is checked against 60.
"""


import mpmath
import numpy as np

import formulas
from contract import EXACT, F32, F64
from golden import Judge, Test
from module import Call, Runner, option_parser

FLOOR = F32.round(EXACT("1e-6"))
LAMBDA = np.concatenate([np.geomspace(1e-5, 100, 141), [float(FLOOR), 9.9e-7, 0, -2]])
KAPPA = [-2, -0.3, 0.1, 1, 3]
LARGE = np.concatenate([np.geomspace(1e-3, 100, 16), [1e20, 1e30, 3.4e38]])
X = np.concatenate([np.arange(-14, 14.1, 0.5), LARGE, -LARGE])


def expected(x, rate, kappa):
    """p, dp/dx, dp/dlambda, dp/dkappa, lambda being `rate`."""
    rate = np.maximum(rate, FLOOR)
    # From there on 1 + t is t.
    z = -kappa * x
    u = np.exp(np.clip(z, -11000, 11000))
    t = rate * u
    p = np.exp(-(np.log1p(t) + np.maximum(z - 11000, 0)) / rate)
    slope = p * u / (1 + t)
    # log1p(t) - t/(1+t), by its power series where that cancels.
    small, series = np.minimum(t, 0.125), EXACT(0)
    for k in range(25, 1, -1):
        series = EXACT(k - 1) / k - small * series
    difference = np.where(t < 0.125, small * small * series, np.log1p(t) - t / (1 + t))
    return p, kappa * slope, p * difference / rate / rate, x * slope


def check_expected(judge, x, rate, kappa, outputs):
    """The same from the definition, one element after the other, in 60 digits."""
    mpmath.mp.dps = 150  # the difference may lose 60
    sample = range(0, x.size, 397)
    wanted = []
    for i in sample:
        a, k, z = (mpmath.mpf(float(values[i])) for values in (np.maximum(rate, FLOOR), kappa, x))
        u = mpmath.exp(-k * z)
        t = a * u
        p = (1 + t) ** (-1 / a)
        terms = p, k * p * u / (1 + t), p * (mpmath.log(1 + t) - t / (1 + t)) / a**2, z * p * u / (1 + t)
        wanted.append([formulas.digits(term) for term in terms])
    for k, column in enumerate(zip(*wanted)):
        got, column = outputs[k][sample], np.array(column)
        near = np.abs(got - column) <= 1e-16 * np.abs(column) + EXACT("1e-30")
        judge.require("the test's own values", near, x[sample], got, lambda i: repr(float(column[i])))


def main():
    options = option_parser().parse_args()
    test, judge = Test(options.test), Judge()
    grid = np.meshgrid(F32.round(X), F32.round(LAMBDA), F32.round(KAPPA), indexing="ij")
    x, rate, kappa = (axis.ravel() for axis in grid)
    outputs = expected(x, rate, kappa)
    check_expected(judge, x, rate, kappa, outputs)
    if test.function == "aglu":
        p, dx, dlambda, dkappa = outputs
        outputs = x * p, p + x * dx, x * dlambda, x * dkappa

    calls = [Call(test.op, element_type, x.shape, x, {}, [rate, kappa], 0) for element_type in (F32, F64)]
    Runner(options.run, options.target, options.work)("grid", calls)
    for call in calls:
        size = np.maximum(1, np.abs(x))
        for name, got, exact in zip(test.outputs, [call.y, *call.gradients], outputs):
            what, error = f"{call.type.name} {name}", np.abs(got - exact)
            if name == "dlambda":
                held = rate >= FLOOR
                judge.require(what + " below the floor", got[~held] == 0, x[~held], got[~held], lambda i: "0")
                right = ~held | (error <= EXACT("2e-7" if call.type is F32 else "1e-15") * size)
                judge.require(what, right, x, got,
                              lambda i: f"{float(exact[i])!r}, lambda = {float(rate[i])!r}, kappa = {float(kappa[i])!r}")
            elif (test.function, name) != ("aglu", "dkappa"):
                judge.within(what, call.type, got, exact, x)
            judge.figure(what, np.max(error[rate >= FLOOR] / size[rate >= FLOOR]), None)
    judge.finish(options.target)


if __name__ == "__main__":
    main()
