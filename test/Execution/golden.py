# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs one op over the golden table on one target and judges every number.

A test is a file with the op and with what the table has no rows for:

    // RUN: %{golden} %s
    // GOLDEN: helu
    // AT -inf: y = 0, dx = 0
    // BLOCKS
    act.helu %x {alpha = $alpha} : $x

BLOCKS says that the op is of relu's family: zeros of y are +0.0 in inference, and
where the rule is 0, dx is +0.0 whatever dy is. WIDE is another form of the op, whose
f32 result is what f16 and bf16 round. See module.py for the `$`.

One module runs the whole table in each element type with parameters for each
element, so that the gradient of a parameter is one term of its sum, and again in
other ranks and sizes. Cotangents are 1 and -32: no rule gives that factor, and it
scales the exact value exactly.
"""

import csv
import json
import pathlib
import re
import sys

import numpy as np

import formulas
import special
from contract import BF16, EXACT, F16, F32, F64, bounds
from module import Call, Runner, option_parser

# The largest error on rows with |x| <= 100, as a part of max(1, |x|), in y, dx,
# dlambda, dkappa. Where PyTorch's figures are to be beaten, they stand here.
LIMITS = {
    "gelu": [1.8e-7, 2.1e-7],
    "gelu_tanh": [6.9e-8, 8.3e-8],
    "apa": [2.4e-7, 2.2e-7, 1.2e-7, 2.0e-7],
    "aglu": [1.6e-7, 2.3e-7, 5.7e-8, 1.7e-7],
}
OTHER_LIMITS = [1.5e-7] * 4
SCALE = -32
# Both zeros, subnormals, the ends of the range.
EDGES = [0.0, -0.0, 1e-45, -1e-45, 2e-38, -2e-38, 6e4, -6e4, 1e30, -1e30, 3.4e38, -3.4e38]
# Per type, the shape of the table by its length, the dimension of its channels, and
# the shapes of what else the module computes. Together all ranks from 0 to 4.
SHAPES = {
    "f64": (lambda n: (n,), 0, [(1,), (3, 5, 7)]),
    "f32": (lambda n: (1, n), 1, [(), (4101,)]),
    "f16": (lambda n: (n, 1, 1), 0, [(0, 3), (37,)]),
    "bf16": (lambda n: (1, 1, n, 1), 2, [(0,), (2, 3, 4, 5)]),
}


class Test:
    def __init__(self, path):
        text = pathlib.Path(path).read_text()
        self.function = re.search(r"// GOLDEN: (\w+)", text)[1]
        self.blocks = "// BLOCKS" in text
        self.at = {float("nan"): {"y": float("nan")}}
        for x, outputs in re.findall(r"// AT (\S+): (.*)", text):
            x = next((known for known in self.at if str(known) == x), float(x))
            self.at.setdefault(x, {})
            for part in outputs.split(","):
                name, value = part.split("=")
                self.at[x][name.strip()] = float(value)
        lines = [line for line in text.splitlines() if not line.strip().startswith("//") and line.strip()]
        *self.preamble, self.op = lines
        self.preamble = "\n".join(self.preamble)
        wide = re.search(r"// WIDE: (.*)", text)
        self.wide_op = wide[1] if wide else self.op
        self.parameters = list(dict.fromkeys(re.findall(r"%(\w+)", self.op)))[1:]
        self.outputs = ["y", "dx"] + ["d" + name for name in self.parameters]


class Section:
    """Values of x with parameters for each and, once known, the exact outputs."""

    def __init__(self, x, parameters, exact=None):
        self.x, self.parameters, self.exact = np.asarray(x, EXACT), parameters, exact

    def rounded_to(self, element_type):
        parameter_type = F32 if element_type is F16 else element_type
        return Section(element_type.round(self.x), [parameter_type.round(p) for p in self.parameters])


def joined(parts):
    return Section(np.concatenate([p.x for p in parts]), [np.concatenate(p) for p in zip(*(p.parameters for p in parts))])


class Every(Section):
    """All values of a 16-bit type, with the first few parameters of a section.

    What f32 makes of them is kept here: rounded once, it is what the type must have.
    """

    def __init__(self, element_type, section):
        self.type, self.wide = element_type, []
        x = element_type.load(np.arange(1 << 16, dtype=np.uint16).view(element_type.storage))
        sets = list(dict.fromkeys(zip(*section.parameters)))[:2]
        parameters = [np.repeat(np.array(p, EXACT), x.size) for p in zip(*sets)]
        super().__init__(np.tile(x, max(1, len(sets))), Section(x, parameters).rounded_to(element_type).parameters)


def read_groups(path, test):
    """The rows of the table as [(constants, Section)]."""
    groups = {}
    with open(path) as file:
        for row in csv.DictReader(file):
            if row["function"] != test.function:
                continue
            values = {k: float.fromhex(v) for k, v in (pair.split("=") for pair in row["params"].split())}
            parameters = [values.pop(name) for name in test.parameters]
            outputs = [row[name] for name in ("y", "dy_dx", "dy_dp1", "dy_dp2")[:len(test.outputs)]]
            groups.setdefault(tuple(values.items()), []).append([float.fromhex(row["x"]), *parameters, *outputs])
    if not groups:
        sys.exit(f"the golden table has no {test.function}")
    for constants, rows in groups.items():
        columns = [np.array(column, EXACT) for column in zip(*rows)]
        count = len(test.parameters)
        yield dict(constants), Section(columns[0], columns[1:1 + count], columns[1 + count:])


class Judge:
    def __init__(self):
        self.failures, self.count, self.worst = [], 0, {}

    def require(self, what, right, x, got, wanted):
        self.count += right.size
        for i in np.flatnonzero(~right):
            self.failures.append(f"{what}: at x = {float(x[i])!r} got {float(got[i])!r}, wanted {wanted(i)}")

    def within(self, what, element_type, got, exact, x, scale=1):
        low, high = bounds(element_type, exact, x, scale)
        with np.errstate(invalid="ignore"):
            right = (low <= got) & (got <= high)
        self.require(what, right, x, got, lambda i: f"{float(low[i])!r} to {float(high[i])!r}")

    def same(self, what, got, wanted, x):
        """Equal with their signs, or both NaN."""
        right = np.where(np.isnan(wanted), np.isnan(got), (got == wanted) & (np.signbit(got) == np.signbit(wanted)))
        self.require(what, right, x, got, lambda i: repr(float(wanted[i])))

    def figure(self, what, error, limit):
        self.worst[what] = float(np.maximum(self.worst.get(what, 0.0), error))
        if limit is not None:
            self.count += 1
            if not error <= limit:
                self.failures.append(f"{what}: largest error {float(error):.3g}, the limit is {limit:.3g}")

    def finish(self, target):
        for failure in self.failures[:40]:
            print(failure)
        print(f"{target}: {self.count} numbers checked, {len(self.failures)} wrong")
        for what, error in self.worst.items():
            print(f"  {what}: largest error {error:.2g}")
        sys.exit(bool(self.failures) or self.count == 0)


class Golden:
    def __init__(self, test, runner):
        self.test, self.run, self.judge = test, runner, Judge()
        self.calls, self.checks, self.learned, self.every, self.special = [], [], {}, {}, {}
        path = pathlib.Path(__file__).parent / "golden" / "activations.csv"
        self.groups = list(read_groups(path, test))

    def outputs(self, call):
        """(name, type, cotangent, values) of all outputs of a table call, by halves."""
        for k, name in enumerate(self.test.outputs):
            values = (call.y if k == 0 else call.gradients[k - 1]).ravel()
            element_type = call.type if k < 2 else call.parameter_type
            middle = values.size // 2
            yield k, name, element_type, 1, values[:middle]
            yield k, name, element_type, 1 if k == 0 else SCALE, values[middle:]

    def table_call(self, element_type, constants, section, op=None):
        shape, channel, _ = SHAPES[element_type.name]
        twice = lambda values: np.tile(values, 2)
        cotangent = np.repeat([1, SCALE], section.x.size)
        parameters = [twice(p) for p in section.parameters]
        return Call(op or self.test.op, element_type, shape(2 * section.x.size), twice(section.x), constants, parameters,
                    channel if parameters else None, cotangent)

    def judge_section(self, call, section, first=0):
        """`first` is where the section begins in the table of the call."""
        part = slice(first, first + section.x.size)
        for k, name, element_type, scale, values in self.outputs(call):
            what = f"{call.type.name} {name}" + (f" for dy = {scale}" if k else "")
            self.judge.within(what, element_type, values[part], section.exact[k], section.x, scale)

    def judge_figures(self, call, section):
        for k, name, _, scale, values in self.outputs(call):
            if scale != 1:
                continue
            rows = np.abs(section.x) <= 100
            if name == "dlambda":
                rows &= section.parameters[0] > 1.01e-4  # PyTorch's is 0.27 off there
            error = np.abs(values[:section.x.size] - section.exact[k]) / np.maximum(1, np.abs(section.x))
            limit = LIMITS.get(self.test.function, OTHER_LIMITS)[k] if call.type is F32 else None
            self.judge.figure(f"{call.type.name} {name}", np.max(error[rows]), limit)

    def first_set(self, section):
        """The rows that have the first parameters of a section, which a scalar parameter can take."""
        rows = np.ones(section.x.size, bool)
        for p in section.parameters:
            rows &= p == p[0]
        return np.flatnonzero(rows)

    def other_shapes(self, element_type, constants, section):
        rows = self.first_set(section)
        for shape in SHAPES[element_type.name][2]:
            index = np.resize(rows, np.prod(shape, dtype=int))
            parameters = [p[0] for p in section.parameters]
            yield index, Call(self.test.op, element_type, shape, section.x[index], constants, parameters)

    def judge_other_shape(self, table, index, call):
        """Shapes change no bit; sums of parameter terms are the sum of the terms."""
        what = f"{call.type.name} of shape {list(call.shape)}"
        x = call.type.load(call.x).ravel()
        values = {(k, scale): values for k, _, _, scale, values in self.outputs(table) if scale == 1}
        self.judge.same(what + " y", call.y.ravel(), table.y.ravel()[index], x)
        self.judge.same(what + " dx", call.gradients[0].ravel(), values[1, 1][index], x)
        for k, got in enumerate(call.gradients[1:], 2):
            terms = values[k, 1][index]
            # 256 additions in a lane, 16 lanes, then blocks; each term was rounded once by itself.
            slack = (256 + 16 + 2) * 2.0 ** -(min(call.parameter_type.digits, 24) if call.type is not F64 else 53)
            if call.parameter_type is BF16:
                slack += 2.0 ** -7
            allowed = slack * np.sum(np.abs(terms)) + EXACT(1e-300)
            error = np.abs(got - np.sum(terms))
            self.judge.require(f"{what} {self.test.outputs[k]}", np.atleast_1d(error <= allowed), [np.nan], np.atleast_1d(got),
                               lambda _: f"{float(np.sum(terms))!r} +- {float(allowed):.2g}")

    def points_call(self, element_type, constants, section):
        x = [*self.test.at, *special.names(element_type).values(),
             *special.thresholds(element_type, self.test.function, constants)]
        parameters = [np.full(len(x), p[0]) for p in section.parameters]
        return Call(self.test.op, element_type, (len(x),), x, constants, parameters, 0 if parameters else None)

    def judge_points(self, call):
        x = call.type.load(call.x)
        for i, wanted in enumerate(self.test.at.values()):
            for name, value in wanted.items():
                got = call.y if name == "y" else call.gradients[self.test.outputs.index(name) - 1]
                if np.isnan(value) or np.isinf(value):
                    self.judge.same(f"{call.type.name} {name}", got[i:i + 1], np.array([value]), x[i:])
                else:
                    self.judge.within(f"{call.type.name} {name}", call.type, got[i:i + 1], [value], np.ones(1))
        self.judge_special(call, x[len(self.test.at):], [y[len(self.test.at):] for y in (call.y, *call.gradients)])

    def judge_special(self, call, x, outputs):
        """Against mathematics; what came out is kept for the page of special values."""
        numbers = [*call.constants.values(), *(call.parameter_type.load(p[0]) for p in call.parameters)]
        names = [*call.constants, *self.test.parameters]
        self.special["with"] = {name: float(f"{float(value):.6g}") for name, value in zip(names, numbers)}
        exact = zip(*(formulas.exact(self.test.function, value, numbers) for value in x if not np.isnan(value)))
        for k, (name, got, wanted) in enumerate(zip(self.test.outputs, outputs, exact)):
            element_type = call.type if k < 2 else call.parameter_type
            low, high = bounds(element_type, wanted, x[1:], 1, special.tolerance(call.type, wanted))
            self.judge.require(f"{call.type.name} {name} at a special value", (low <= got[1:]) & (got[1:] <= high),
                               x[1:], got[1:], lambda i: f"{float(low[i])!r} to {float(high[i])!r}")
            self.special.setdefault(call.type.name, {})[name] = [
                special.show(call.type, value, at) for value, at in zip(got, x)]

    def judge_every(self, call, every, first):
        part = slice(first, first + every.x.size)
        outputs = [values[part] for *_, values in self.outputs(call)]
        if call.type is F32:
            every.wide = outputs
            return
        for (_, name, element_type, scale, _), got, wide in zip(self.outputs(call), outputs, every.wide):
            with np.errstate(invalid="ignore"):
                wanted = element_type.round(wide)
            self.judge.same(f"{call.type.name} {name} of every value for dy = {scale}", got, wanted, every.x)

    def blocked_call(self, element_type, constants, section):
        held = element_type.round(section.x) == section.x
        x = np.repeat(section.x[held & (section.exact[1] == 0)], 3)
        return Call(self.test.op, element_type, (x.size,), x, constants, cotangent=np.resize([np.nan, np.inf, -np.inf], x.size))

    def judge_blocked(self, call):
        self.judge.same(f"{call.type.name} dx where the rule is 0", call.gradients[0], np.zeros(call.x.size), call.type.load(call.x))

    def add_type(self, element_type):
        """Adds all calls of a type and what is to be checked of them."""
        def add(call, check):
            self.calls.append(call)
            self.checks.append(lambda: check(call))

        for number, (constants, section) in enumerate(self.groups):
            parts = self.parts(element_type, number, section)
            every = self.every_parts(element_type, number, section)
            if self.test.wide_op == self.test.op or element_type is not F32:
                parts += every
            else:
                add(self.table_call(F32, constants, joined(every), self.test.wide_op),
                    lambda call, every=every: self.judge_parts(call, every))
            table = self.table_call(element_type, constants, joined(parts))
            add(table, lambda call, parts=parts: self.judge_parts(call, parts))
            if number:
                continue
            first = table
            for index, call in self.other_shapes(element_type, constants, parts[0]):
                add(call, lambda call, index=index: self.judge_other_shape(first, index, call))
            add(self.points_call(element_type, constants, section), self.judge_points)
            if self.test.blocks:
                add(self.blocked_call(element_type, constants, section), self.judge_blocked)

    def test_training(self):
        # f64 comes first: it is exact enough to be the exact value where the table
        # has none, at x that f16 and bf16 hold.
        for element_type in (F64, F32, F16, BF16):
            self.add_type(element_type)
        self.run("training", self.calls)
        for check in self.checks:
            check()

    def parts(self, element_type, number, section):
        """What the table of a type is made of; parts without exact values learn them from f64."""
        if element_type is F64:
            known = self.learned
            edges = Section(np.resize(F32.round(EDGES), len(EDGES)), [np.resize(p[:1], len(EDGES)) for p in section.parameters])
            for other, values in ((F32, edges), (F16, section.rounded_to(F16)), (BF16, section.rounded_to(BF16))):
                known[other.name, number] = values
            return [section] + [known[name, number] for name in ("f32", "f16", "bf16")]
        learned = self.learned[element_type.name, number]
        return [section, learned] if element_type is F32 else [learned]

    def every_parts(self, element_type, number, section):
        """f32, which comes first, computes what the narrow types have."""
        if element_type is F32:
            self.every[number] = [Every(F16, section), Every(BF16, section)]
        return [every for every in self.every.get(number, []) if element_type in (F32, every.type)]

    def judge_parts(self, call, parts):
        first = 0
        for part in parts:
            if isinstance(part, Every):
                self.judge_every(call, part, first)
            elif part.exact is None:
                part.exact = [None] * len(self.test.outputs)
                for k, _, _, scale, values in self.outputs(call):
                    if part.exact[k] is None:
                        part.exact[k] = values[first:first + part.x.size]
            else:
                self.judge_section(call, part, first)
                if first == 0:
                    self.judge_figures(call, part)
            first += part.x.size

    def test_inference(self):
        trained = [call for call in self.calls if call.type is F32]
        expected = [call.y for call in trained]
        self.run("inference", trained, training=False)
        for call, wanted in zip(trained, expected):
            x, got, wanted = call.type.load(call.x).ravel(), call.y.ravel(), wanted.ravel()
            # Only training may give a zero another sign.
            self.judge.same("inference", np.abs(got), np.abs(wanted), x)
            if self.test.blocks:
                zeros = got == 0
                self.judge.same("zeros of y in inference", got[zeros], np.zeros(zeros.sum()), x[zeros])


def main():
    options = option_parser().parse_args()

    test = Test(options.test)
    golden = Golden(test, Runner(options.run, options.target, options.work, test.preamble))
    golden.test_training()
    golden.test_inference()
    if options.report:
        report = pathlib.Path(options.report) / options.target
        report.mkdir(parents=True, exist_ok=True)
        (report / f"{pathlib.Path(options.test).stem}.json").write_text(
            json.dumps({"errors": golden.judge.worst, "special": golden.special}, indent=1))
    golden.judge.finish(options.target)


if __name__ == "__main__":
    main()
