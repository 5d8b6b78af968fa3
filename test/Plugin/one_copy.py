# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Finds second copies of MLIR and LLVM, in a library of ours or in a running process.

Two copies in a process do not recognise each other's types. What a header defines
(inline functions, templates) is in every library and weak; so a copy shows as a
function that the shared MLIR or LLVM defines strongly and another library defines
too, exported or not.

Usage: one_copy.py NM LIBRARY... -- COMMAND...
"""

import os
import re
import subprocess
import sys


def symbols(nm, library, *options):
    """Pairs of name and kind of the symbols that a library defines."""
    out = subprocess.run([nm, "--defined-only", "--format=posix", *options, library],
                         check=True, capture_output=True, text=True).stdout
    return [tuple(line.split()[:2]) for line in out.splitlines()]


nm, *libraries = sys.argv[1:sys.argv.index("--")]
command = sys.argv[sys.argv.index("--") + 1:]

# The command shows which MLIR and LLVM there are.
done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LD_DEBUG": "libs"})
if done.returncode:
    sys.exit(done.stderr[-2000:])
loaded = sorted({os.path.realpath(path) for path in re.findall(r"calling init: (.*)", done.stderr)}, key=os.path.basename)
shared = [path for path in loaded if re.match(r"lib(MLIR|LLVM)[-.]", os.path.basename(path))]
print("loaded:", *(re.split(r"[-.]", os.path.basename(path))[0] for path in shared))
assert not [library for library in libraries[:1] if os.path.realpath(library) not in loaded], "the plugin is not loaded"

for path in shared:
    strong = {name.split("@")[0] for name, kind in symbols(nm, path, "-D") if kind in "TDBR"}
    for library in libraries:
        own = symbols(nm, library)
        if not own:
            sys.exit(f"{library} has no symbols to look at")
        copied = sorted({name for name, kind in own} & strong)
        name = os.path.basename(library)
        print(f"{name}: {len(copied)} functions of {os.path.basename(path).split('.')[0]}", *copied[:5])
