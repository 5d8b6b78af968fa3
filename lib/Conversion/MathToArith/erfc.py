# Prints erfc's tables of Coefficients.h (needs mpmath; f64 takes minutes):
# erfc(y) e^(y^2) = P(y) / Q(y) for 0 <= y <= bound, the largest relative error
# least. All coefficients are positive, so that no rounding grows.
#
# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import mpmath as m

m.mp.prec = 300


def rounded(x, bits):
    mantissa, exponent = m.frexp(x)
    return m.ldexp(m.nint(m.ldexp(mantissa, bits)), exponent - bits)


def fit(bound, p, q, bits, points=130):
    # Chebyshev's points in (y - 4)/(y + 4); an even P/Q on them comes from
    # reweighted least squares, P - f Q over the last round's f Q.
    a, n = m.mpf(4), p + q + 1
    top = (bound - a) / (bound + a)
    ts = [(top - 1) / 2 + (top + 1) / 2 * m.cos(m.pi * (2 * i + 1) / (2 * points)) for i in range(points)]
    ys = [a * (1 + t) / (1 - t) for t in ts]
    fs = [m.exp(y * y) * m.erfc(y) for y in ys]
    columns = [[y**k for k in range(p + 1)] + [-f * y**k for k in range(1, q + 1)] for y, f in zip(ys, fs)]
    weights, below, known, c = [m.mpf(1) / points] * points, [m.mpf(1)] * points, {}, [0] * n
    # First the free fit, then one coefficient after another is rounded and the rest made to suit.
    order = [0] + [k for i in range(1, max(p, q) + 1) for k in (p + i, i) if k < n and (k > p or k == i <= p)]
    for step in range(-25, n):
        if step >= 0:
            known[order[step]] = rounded(c[order[step]], bits)
        free = [k for k in range(n) if k not in known]
        rows = [m.sqrt(w) / (f * b) for w, f, b in zip(weights, fs, below)]
        if free:
            matrix = m.matrix([[s * row[k] for k in free] for s, row in zip(rows, columns)])
            right = m.matrix([s * (f - sum(row[k] * v for k, v in known.items())) for s, f, row in zip(rows, fs, columns)])
            solution = m.lu_solve(matrix.T * matrix, matrix.T * right)
            for i, k in enumerate(free):
                c[k] = solution[i]
        for k, v in known.items():
            c[k] = v
        above = c[: p + 1]
        beneath = [m.mpf(1)] + c[p + 1 :]
        below = [m.polyval(beneath[::-1], y) for y in ys]
        errors = [abs(m.polyval(above[::-1], y) / b / f - 1) for y, b, f in zip(ys, below, fs)]
        if step < 0:
            weights = [w * (e / max(errors) + m.mpf("1e-3")) for w, e in zip(weights, errors)]
            weights = [w / sum(weights) for w in weights]
    return max(errors), above, beneath


def show(name, table):
    words = []
    for number in table:
        mantissa, exponent = float(number).hex().split("p")
        words.append(f"{mantissa.rstrip('0').rstrip('.')}p{int(exponent)}")
    lines = [", ".join(words[i : i + 3]) for i in range(0, len(words), 3)]
    print(f"constexpr double {name}[] = {{\n    " + ",\n    ".join(lines) + "};")


for width, bound, p, q, bits in ((32, "10.1", 4, 5, 24), (64, "27.4", 10, 11, 53)):
    error, above, beneath = fit(m.mpf(bound), p, q, bits)
    print(f"\n// 2^{float(m.log(error, 2)):.2f}")
    show(f"erfcAbove{width}", above)
    show(f"erfcBelow{width}", beneath)
