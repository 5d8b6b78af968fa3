# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the op of a test in every size and rank, and with parameters of every kind.

Shapes change no bit of y and dx. The gradient of a parameter is the sum of its
terms in the order that belongs to the algorithm, bit for bit: along the innermost
summed dimension, blocks of 4096 elements; in a block, element 16 r + v goes to lane
v; lanes are added in order to the block's sum, and blocks, outer dimensions first,
in order to the whole. (The reference sums in order of the elements, so there the
sum is only near.)
"""

import sys

import numpy as np

from contract import F32, F64
from golden import Judge, Test
from module import Call, Runner, option_parser

# Shapes with one parameter for all, and shapes with one per channel.
WHOLE = [(), (0,), (1,), (37,), (4101,), (5, 7), (3, 1, 37), (2, 5, 3, 4), (4, 0, 3), (3, 2801)]
CHANNELS = [((37,), 0), ((5, 7), 0), ((8200, 3), 1), ((2, 3, 4101), 1), ((2, 3, 4, 5), 2), ((0, 3), 1)]
# lambda, kappa of aglu, slope of prelu: whatever the op, near these.
CENTRE = {"lambda": 0.7, "kappa": 1.1, "slope": 0.25}


def ordered_sum(rows):
    """The sum of rows of terms: the innermost summed dimension is the last."""
    total = rows.dtype.type(0)
    for row in rows:
        blocks = np.zeros((-(-row.size // 4096), 256, 16), rows.dtype)
        blocks.reshape(-1)[:row.size] = row
        for block in blocks:
            lanes, part = np.zeros(16, rows.dtype), rows.dtype.type(0)
            for step in block:
                lanes = lanes + step
            for lane in lanes:
                part = part + lane
            total = total + part
    return total


def sums(terms, channel):
    if channel is None:
        return ordered_sum(terms.reshape(1, -1))
    outer, inner = int(np.prod(terms.shape[:channel])), int(np.prod(terms.shape[channel + 1:]))
    by_channel = np.moveaxis(terms.reshape(outer, terms.shape[channel], inner), 1, 0)
    if channel == terms.ndim - 1:  # then nothing is inside, and outer is summed in blocks
        by_channel = by_channel.reshape(terms.shape[channel], 1, outer)
    return np.array([ordered_sum(rows) for rows in by_channel], terms.dtype)


def main():
    parser = option_parser()
    parser.add_argument("--threads", default="2")
    options = parser.parse_args()
    test, judge = Test(options.test), Judge()
    random = np.random.default_rng(2411)

    for element_type in (F32, F64):
        calls = []
        cases = [(shape, None) for shape in WHOLE] + (CHANNELS if test.parameters else [])
        for shape, channel in cases:
            count = int(np.prod(shape))
            parameters = [CENTRE[name] + 0.1 * random.random(() if channel is None else shape[channel])
                          for name in test.parameters]
            calls.append(Call(test.op, element_type, shape, random.normal(0, 3, count), {}, parameters, channel,
                              random.normal(0, 1, count)))
        # The same elements side by side, each with parameters of its own.
        each = []
        for k in range(len(test.parameters)):
            spread = []
            for call, (shape, channel) in zip(calls, cases):
                p = call.parameters[k]
                if channel is not None:
                    p = p.reshape([-1 if d == channel else 1 for d in range(len(shape))])
                spread.append(np.broadcast_to(p, shape).ravel())
            each.append(np.concatenate(spread))
        flat = [np.concatenate([element_type.load(getattr(call, name)).ravel() for call in calls])
                for name in ("x", "cotangent")]
        table = Call(test.op, element_type, flat[0].shape, flat[0], {}, each, 0 if each else None, flat[1])
        run = Runner(options.run, options.target, options.work, test.preamble, ["--threads=" + options.threads])
        run(element_type.name, [table, *calls])

        first = 0
        for call, (shape, channel) in zip(calls, cases):
            part = slice(first, first + call.x.size)
            first += call.x.size
            what = f"{element_type.name} of shape {list(shape)}" + ("" if channel is None else f", channels {channel}")
            x = flat[0][part]
            judge.same(what + " y", call.y.ravel(), table.y[part], x)
            judge.same(what + " dx", call.gradients[0].ravel(), table.gradients[0][part], x)
            for name, got, terms in zip(test.parameters, call.gradients[1:], table.gradients[1:]):
                terms = terms[part].astype(element_type.storage).reshape(shape)
                wanted = np.atleast_1d(sums(terms, channel)).astype(got.dtype)
                got = np.atleast_1d(got)
                if options.target == "reference":
                    allowed = 2.0 ** (9 - element_type.digits) * np.abs(terms).sum()
                    judge.require(f"{what} d{name}", np.abs(got - wanted) <= allowed, got, got, lambda i: float(wanted[i]))
                else:
                    judge.same(f"{what} d{name}", got, wanted, got)
    judge.finish(options.target)


if __name__ == "__main__":
    main()
