# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The activations as mathematics has them: what the tests expect where no table tells.

Each is (y, dy/dx, derivatives by the parameters), with the backward rule where that
is not the derivative. They are textbook forms in any number of digits, not those of
the compiler. An infinite x stands for a very large one, so that limits come by
themselves; NaN does not get here.
"""

import mpmath
from mpmath import mpf

from contract import EXACT

# Beyond every f64, squared too.
INFINITY = mpf(10) ** 400
# 1e-4 as f32: the default of lambda_min.
FLOOR = mpf(float.fromhex("0x1.a36e2ep-14"))


def step(blocked, low=0, high=1):
    return mpf(low if blocked else high)


def logistic(x):
    return 1 / (1 + mpmath.exp(-x))


def times(x, derivative_and_value):
    """x f(x), from f(x) and its derivatives, the first by x."""
    f, df, *others = derivative_and_value
    return x * f, f + x * df, *(x * other for other in others)


def relu(x):
    return max(x, mpf(0)), step(x <= 0)


def helu(x, alpha):
    return max(x, mpf(0)), step(x <= -alpha)


def necro_relu(x, slope):
    return max(x, mpf(0)), step(x <= 0, slope)


def leaky_relu(x, slope):
    return x * step(x <= 0, slope), step(x <= 0, slope)


def prelu(x, slope):
    return *leaky_relu(x, slope), min(x, mpf(0))


def relu6(x):
    return min(max(x, mpf(0)), mpf(6)), step(x <= 0 or x >= 6)


def hard_sigmoid(x):
    return relu6(x + 3)[0] / 6, step(abs(x) >= 3, 0, mpf(1) / 6)


def hard_swish(x):
    return x * hard_sigmoid(x)[0], step(x < 0) if abs(x) >= 3 else x / 3 + mpf(1) / 2


def absolute(x):
    return abs(x), mpmath.sign(x)


def elu(x, alpha):
    return (x, mpf(1)) if x > 0 else (alpha * mpmath.expm1(x), alpha * mpmath.exp(x))


def selu(x):
    # The solution of its moment equations, arXiv 1706.02515.
    tail, e = mpmath.erfc(1 / mpmath.sqrt(2)), mpmath.e
    alpha = -mpmath.sqrt(2 / mpmath.pi) / (tail * mpmath.sqrt(e) - 1)
    scale = (1 - tail * mpmath.sqrt(e)) * mpmath.sqrt(2 * mpmath.pi) * (
        2 * mpmath.erfc(mpmath.sqrt(2)) * e**2 + mpmath.pi * tail**2 * e
        - 2 * (2 + mpmath.pi) * tail * mpmath.sqrt(e) + mpmath.pi + 2) ** mpf(-0.5)
    return tuple(scale * value for value in elu(x, alpha))


def softplus(x, beta):
    z = beta * x
    return (max(z, mpf(0)) + mpmath.log1p(mpmath.exp(-abs(z)))) / beta, logistic(z)


def sigmoid(x):
    return logistic(x), logistic(x) * logistic(-x)


def tanh(x):
    return mpmath.tanh(x), mpmath.sech(x) ** 2


def silu(x):
    return times(x, sigmoid(x))


def mish(x):
    y = mpmath.tanh(softplus(x, 1)[0])
    return times(x, (y, (1 - y * y) * logistic(x)))


def gelu(x):
    # mpmath's erfc ends somewhere.
    return times(x, (mpmath.erfc(min(-x / mpmath.sqrt(2), mpf(10) ** 100)) / 2, mpmath.npdf(x)))


def gelu_tanh(x):
    u = mpmath.sqrt(2 / mpmath.pi) * (x + mpf("0.044715") * x**3)
    du = mpmath.sqrt(2 / mpmath.pi) * (1 + 3 * mpf("0.044715") * x**2)
    return times(x, (logistic(2 * u), 2 * du * logistic(2 * u) * logistic(-2 * u)))


def apa(x, rate, kappa):
    held = rate >= FLOOR
    rate = max(rate, FLOOR)
    u = mpmath.exp(-kappa * x)
    t = rate * u
    p = (1 + t) ** (-1 / rate)
    slope = p * u / (1 + t)
    dlambda = p * (mpmath.log(1 + t) - t / (1 + t)) / rate**2
    return p, kappa * slope, dlambda if held else mpf(0), x * slope


def aglu(x, rate, kappa):
    return times(x, apa(x, rate, kappa))


def digits(value):
    """The first 22 of them, which is more than EXACT holds."""
    if value and abs(mpmath.log10(abs(value))) > 4900:
        value = mpmath.sign(value) * (mpf("inf") if abs(value) > 1 else mpf(0))
    return EXACT(mpmath.nstr(value, 22))


def exact(function, x, parameters):
    """All outputs of the function that the golden table calls so."""
    with mpmath.workdps(150):
        x = mpf(float(x))
        values = FUNCTIONS[function](mpmath.sign(x) * min(abs(x), INFINITY), *(mpf(float(p)) for p in parameters))
        return [digits(value) for value in values]


FUNCTIONS = {f.__name__: f for f in (relu, helu, necro_relu, leaky_relu, prelu, relu6, hard_sigmoid, hard_swish, elu, selu,
                                     softplus, sigmoid, tanh, silu, mish, gelu, gelu_tanh, apa, aglu)} | {"abs": absolute}
