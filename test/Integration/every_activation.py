# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every activation in the dialect has a golden test, a gradient check and a row in the documentation."""

import pathlib
import re
import sys

reference, tests, check, table = (pathlib.Path(path) for path in sys.argv[1:])
ops = set(re.findall(r"^### `(act\.\w+)`", reference.read_text(), re.M))
# What is no activation: the user's own, and what passes make.
ops -= {"act.define", "act.yield", "act.apply", "act.backward", "act.mask"}
tested = {op for path in tests.glob("*.mlir") if "%{golden}" in path.read_text()
          for op in re.findall(r"act\.\w+(?= %x)", path.read_text())}
checked = set(re.findall(r"act\.\w+(?= %\d)", check.read_text()))
documented = set(re.findall(r"^\| `(act\.\w+)`", table.read_text(), re.M))
print(len(ops), "activations")
for op in sorted(ops):
    for what, having in ("golden test", tested), ("gradient check", checked), ("row in the table of activations", documented):
        if op not in having:
            print(f"{op} has no {what}")
for op in sorted((tested | checked | documented) - ops):
    print(f"{op} is no op of the dialect")
sys.exit(not ops or ops != tested or ops != checked or ops != documented)
