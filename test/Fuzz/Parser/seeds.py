# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the modules of all tests and examples to a folder, one a file, without comments.

    seeds.py FOLDER
"""

import hashlib
import pathlib
import re
import sys

# What the fuzzer would cut.
LONGEST = 6000
ROOT = pathlib.Path(__file__).parents[3]

out = pathlib.Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
for path in sorted([*ROOT.glob("test/**/*.mlir"), *ROOT.glob("docs/**/*.mlir")]):
    for part in re.split(r"^// -----.*$", path.read_text(), flags=re.M):
        lines = [re.sub(r"\s*//.*", "", line) for line in part.splitlines()]
        text = "\n".join(line for line in lines if line.strip()) + "\n"
        if text.strip() and len(text) < LONGEST:
            (out / hashlib.sha256(text.encode()).hexdigest()[:16]).write_text(text)
