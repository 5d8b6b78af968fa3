# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""From a module to a shared library with its functions."""

import ctypes
import os
import pathlib
import shlex
import subprocess
import tempfile

from .header import read_header


class Kernels:
    """The compiled functions of one function of a module, for training.

    header: the path of the C header.
    objects: the paths of the object files, the runtime's among them.
    forward, backward: what the header says of the two (`header.Function`).
    """

    def __init__(self, header, objects):
        self.header = pathlib.Path(header)
        self.objects = [str(path) for path in objects]
        functions = read_header(header)
        try:
            self.forward, = (f for name, f in functions.items() if name.endswith("_forward"))
            self.backward, = (f for name, f in functions.items() if name.endswith("_backward"))
        except ValueError:
            raise ValueError(f"{header} is not of one function compiled for training") from None

    def link(self, *sources, flags=()):
        """Links the objects, and C++ sources that go with them, into a shared library.

        Returns it loaded, a ctypes.CDLL. $CXX is the compiler, else c++.
        Raises RuntimeError with the compiler's output if that fails.
        """
        path = self.header.parent / f"lib{self.header.stem}.so"
        _run([*shlex.split(os.environ.get("CXX", "c++")), "-shared", "-fPIC", "-O2", "-std=c++17", *flags, *map(str, sources),
              *self.objects, "-o", str(path), f"-I{self.header.parent}",
              # Several such libraries in a process do not see each other's runtime.
              "-Wl,-Bsymbolic", "-pthread", "-ldl", "-lm"])
        return ctypes.CDLL(str(path))


def compile(source, function=None, *, target="host", options=(), folder=None):
    """Compiles a function of a module for training.

    source: the path of the module.
    function: its name; not needed if there is only one.
    target: a Halide target string.
    options: further options of hysteron-compile.
    folder: where the files go; by default a new temporary folder.
    Returns the `Kernels`.
    Raises RuntimeError with the diagnostics if the module cannot be compiled.
    """
    folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="hysteron-"))
    command = ["hysteron-compile", str(source), f"--target={target}", "-o", str(folder), *options]
    _run(command + [f"--function={function}"] * bool(function))
    if function is None:
        header, = folder.glob("*.h")
    else:
        header = folder / f"{function}.h"
    names = [f"{header.stem}_forward.o", f"{header.stem}_backward.o", "hysteron_runtime.o"]
    return Kernels(header, [folder / target / name for name in names])


def _run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{shlex.join(command)}\n{done.stdout}{done.stderr}")
