# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Modules made for a test: written, run by hysteron-run, and read back."""

import argparse
import pathlib
import re
import subprocess
import sys

import numpy as np

from contract import EXACT, F16, F32

TARGETS = {
    "sse41": ["--target=x86-64-linux-sse41"],
    "avx2": ["--target=x86-64-linux-avx-avx2-f16c-fma-sse41"],
    "avx512": ["--target=x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41"],
    "arm": ["--target=arm-64-linux"],
    "opencl": ["--target=x86-64-linux-sse41-opencl-cl_doubles"],
    "cuda": ["--target=x86-64-linux-sse41-cuda-cuda_capability_80"],
    "reference": ["--reference"],
}


def option_parser():
    """What each test's program is told."""
    parser = argparse.ArgumentParser()
    parser.add_argument("test")
    parser.add_argument("--run", required=True, help="hysteron-run")
    parser.add_argument("--target", required=True, choices=TARGETS)
    parser.add_argument("--work", required=True, type=pathlib.Path, help="a folder for what is written")
    parser.add_argument("--report", help="a folder for the figures; not every test has some")
    return parser


class Call:
    """One use of an op in a module, with an x and parameters of its own.

    `op` is its text, in which `$x` is the type of x, `$p` that of a parameter,
    `$channel` the attribute that makes parameters one per channel (empty where
    they are scalars), any other `$name` a constant.
    """

    def __init__(self, op, element_type, shape, x, constants={}, parameters=[], channel=None, cotangent=None):
        self.op, self.type, self.shape = op, element_type, shape
        self.constants, self.channel = constants, channel
        self.x = element_type.store(np.asarray(x, EXACT)).reshape(shape)
        cotangent = np.ones(self.x.size) if cotangent is None else np.asarray(cotangent, EXACT)
        self.cotangent = element_type.store(cotangent).reshape(shape)
        # f16 meets parameters of f32, the others those of their own type.
        self.parameter_type = F32 if element_type is F16 else element_type
        self.parameters = [np.asarray(self.parameter_type.store(p)) for p in parameters]
        self.y, self.gradients = None, []

    def _tensor(self, shape, element_type):
        # The last extent is known to the compiler where the rank is even.
        extents = ["?"] * len(shape)
        if shape and len(shape) % 2 == 0:
            extents[-1] = str(shape[-1])
        return "tensor<" + "x".join(extents + [element_type.name]) + ">"

    def x_type(self):
        return self._tensor(self.shape, self.type)

    def parameter_tensor(self):
        return "tensor<" + ("" if self.channel is None else "?x") + self.parameter_type.name + ">"

    def arguments(self, number):
        names = dict.fromkeys(re.findall(r"%(\w+)", self.op))
        return [f"%{name}{number}: " + (self.x_type() if name == "x" else self.parameter_tensor()) for name in names]

    def statement(self, number):
        text = re.sub(r"%(\w+)", rf"%\g<1>{number}", self.op)
        text = text.replace("$x", self.x_type()).replace("$p", self.parameter_tensor())
        text = text.replace("$channel", "" if self.channel is None else f"{{channel_dim = {self.channel}}}")
        return re.sub(r"\$(\w+)", lambda name: f"{self.constants[name[1]]:.17e}", text)


class Runner:
    """Runs modules on one target; training fills in y and gradients, inference y."""

    def __init__(self, tool, target, folder, preamble="", options=()):
        self.command = [tool, "--function=f", *TARGETS[target], *options]
        self.folder, self.preamble = pathlib.Path(folder), preamble

    def __call__(self, name, calls, training=True):
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        types = ", ".join(call.x_type() for call in calls)
        arguments = ", ".join(argument for i, call in enumerate(calls) for argument in call.arguments(i))
        lines = [self.preamble, f"func.func @f({arguments}) -> ({types}) {{"]
        lines += [f"  %y{i} = {call.statement(i)}" for i, call in enumerate(calls)]
        lines += ["  return " + ", ".join(f"%y{i}" for i in range(len(calls))) + f" : {types}", "}", ""]
        (folder / "module.mlir").write_text("\n".join(lines))
        command = [*self.command, str(folder / "module.mlir"), "-o", str(folder)]

        def save(file, array):
            np.save(folder / file, array)
            return str(folder / file)

        for i, call in enumerate(calls):
            command += [save(f"x{i}.npy", call.x)]
            command += [save(f"x{i}_{k}.npy", p) for k, p in enumerate(call.parameters)]
        for i, call in enumerate(calls if training else []):
            command += ["--cotangent", save(f"dy{i}.npy", call.cotangent)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}exit status {done.returncode}")

        gradient = 0
        for i, call in enumerate(calls):
            call.y = load(folder / f"result{i}.npy", call.type, call.shape)
            call.gradients = []
            likes = [(call.shape, call.type)] + [(p.shape, call.parameter_type) for p in call.parameters]
            for shape, element_type in likes if training else []:
                call.gradients.append(load(folder / f"grad{gradient}.npy", element_type, shape))
                gradient += 1
        return calls


def load(path, element_type, shape):
    stored = np.load(path)
    if stored.dtype != element_type.storage or stored.shape != tuple(shape):
        sys.exit(f"{path} is {stored.dtype}{list(stored.shape)}, wanted {element_type.name}{list(shape)}")
    return element_type.load(stored)
