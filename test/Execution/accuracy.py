# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes docs/accuracy.md from the figures that the execution tests leave behind.

    tools/check -R Execution
    .venv/bin/python test/Execution/accuracy.py build/test/figures docs/accuracy.md
"""

import json
import pathlib
import sys

NAMES = {"reference": "reference", "sse41": "SSE4.1", "avx2": "AVX2", "avx512": "AVX-512", "arm": "NEON",
         "opencl": "OpenCL", "cuda": "CUDA"}

figures, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
targets = [target for target in NAMES if (figures / target).is_dir()]
errors = {}
for target in targets:
    for path in sorted((figures / target).glob("*.json")):
        for key, error in json.loads(path.read_text()).items():
            element_type, output = key.split()
            errors.setdefault(element_type, {}).setdefault((path.stem, output), {})[target] = error

text = ["""# Accuracy

The largest error over the golden table, as a part of max(1, |x|), of y, dx and each
element's term of a parameter's gradient, where |x| <= 100. For f32 the contract
is 2e-7 (or 4 ulp), but no more than 1.5e-7 in this table, less where PyTorch is
better, for f64 1e-15. f16 and bf16 are the f32 result, rounded once; the tests check
that they are. This page is written by `test/Execution/accuracy.py` from what the
tests measured; a 0 is an exact result.
"""]
for element_type in ("f32", "f64"):
    text += [f"## {element_type}\n", "| op | output | " + " | ".join(NAMES[target] for target in targets) + " |",
             "|---|---|" + "---|" * len(targets)]
    for (op, output), found in errors[element_type].items():
        # Below what the 20 digits of the table can tell apart, it is exact.
        cells = [f"{found[target]:.1e}" if found.get(target, 0) > 1e-19 else "0" if target in found else "" for target in targets]
        name = "gelu, tanh form" if op == "gelu-tanh" else op
        text.append(f"| {name} | {output} | " + " | ".join(cells) + " |")
    text.append("")
out.write_text("\n".join(text))
