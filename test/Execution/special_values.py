# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes docs/special-values.md from what the execution tests leave behind.

    tools/check -R Execution
    .venv/bin/python test/Execution/special_values.py build/test/figures docs/special-values.md

The tables are the reference's, and other targets are compared with them. With
--check it writes nothing, and fails where the page says something else.
"""

import json
import re

import special
from accuracy import NAMES, finish, golden_tests, op_name, parse_arguments, skip
from contract import F32

FAMILIES = {
    "Piecewise linear": ["relu", "helu", "necro_relu", "leaky_relu", "prelu", "relu6", "hard_sigmoid", "hard_swish", "abs"],
    "Exponential below zero": ["elu", "selu"],
    "Smooth": ["sigmoid", "tanh", "softplus", "silu", "mish", "gelu", "gelu-tanh"],
    "Learned shape": ["apa", "aglu"],
}
TYPES = ("f16", "bf16", "f32", "f64")
COLUMNS = list(special.names(F32))

INTRODUCTION = """# Special values

What forward and backward give at the ends of each type, for dy = 1. x is the
argument, 0.5x half of it. M and m are the largest and the smallest normal number of
the type, S and s the largest and the smallest subnormal one. Zeros and infinities
are shown with their signs, other results to 3 digits. "-0" as the y of helu is the
mark that training keeps for backward; inference gives 0.

The reference's results are shown. The tests compare each with the exact value of
the formula or its limit (4 ulp; f16 and bf16 rounded once), and all targets with
this page, which `test/Execution/special_values.py` writes.
"""


def read(folder):
    """{op: {"with": parameters, type: {output: cells}}}"""
    return {path.stem: json.loads(path.read_text())["special"] for path in sorted(folder.glob("*.json"))}


def heading(names):
    return ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]


def rows(found, part):
    """[(output, types, cells)], types that agree in one row."""
    for output in found["f32"]:
        groups = {}
        for name in TYPES:
            groups.setdefault(tuple(found[name][output][part]), []).append(name)
        for cells, names in groups.items():
            yield output, "all" if len(names) == len(TYPES) else " ".join(names), list(cells)


def title(op, found):
    return ", ".join([op_name(op)] + [f"{name} = {value:g}" for name, value in found["with"].items()])


def family_table(ops, reference):
    text = heading(["op", "output", "type", *COLUMNS])
    for op in ops:
        name = title(op, reference[op])
        for output, types, cells in rows(reference[op], slice(len(COLUMNS))):
            text.append("| " + " | ".join([name, output, types, *cells]) + " |")
            name = ""
    return text


def threshold_table(reference):
    text = heading(["op", "threshold", "output", "type", "just below", "there", "just above"])
    for op, found in reference.items():
        count = len(found["f32"]["y"]) - len(COLUMNS)
        values = special.thresholds(F32, op, found["with"]) if count else []
        for first in range(0, count, 3):
            part = slice(len(COLUMNS) + first, len(COLUMNS) + first + 3)
            for output, types, cells in rows(found, part):
                text.append("| " + " | ".join([op_name(op), f"{float(values[first + 1]):.3g}", output, types, *cells]) + " |")
    return text


def differences(target, found, reference):
    for op, by_type in found.items():
        for type_name in TYPES:
            for output, cells in by_type[type_name].items():
                wanted = reference[op][type_name][output]
                for i, (got, right) in enumerate(zip(cells, wanted)):
                    if got != right:
                        at = COLUMNS[i] if i < len(COLUMNS) else "a threshold"
                        yield f"| {NAMES[target]} | {op_name(op)} | {type_name} | {output} | {at} | {got} | {right} |"


def main():
    options = parse_arguments()
    old = options.page.read_text() if options.page.exists() else ""
    reference = read(options.figures / "reference")
    if missing := golden_tests() - set(reference):
        skip(f"nothing of {', '.join(sorted(missing))} in {options.figures / 'reference'}")
    text = [INTRODUCTION]
    listed = [op for ops in FAMILIES.values() for op in ops]
    for name, ops in (FAMILIES | {"Others": [op for op in reference if op not in listed]}).items():
        ops = [op for op in ops if op in reference]
        if ops:
            text += [f"## {name}\n", *family_table(ops, reference), ""]
    text += ["## Thresholds other than 0\n", *threshold_table(reference), "", "## Where targets differ\n"]

    different, compared = [], []
    for target in list(NAMES)[1:]:
        found = read(options.figures / target)
        if found or re.search(f"^Compared: .*{NAMES[target]}", old, re.M):
            compared.append(NAMES[target])
        different += differences(target, found, reference) if found else [
            line for line in old.splitlines() if line.startswith(f"| {NAMES[target]} |")]
    text += [f"Compared: {', '.join(compared)}. A target that flushes subnormal numbers would be listed here.\n"]
    text += [*heading(["target", "op", "type", "output", "x", "result", "the reference's"]), *different] if different else [
        "Nowhere."]
    finish(options, old, "\n".join(text) + "\n")


if __name__ == "__main__":
    main()
