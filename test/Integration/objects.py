# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles every activation in every type for every target and looks at the objects.

  - f_forward.o and f_backward.o are there, each with less than 32 kB of text and
    with nothing of Halide's runtime inside;
  - compiling again (for two of the targets, to save time) gives the same bytes;
  - ptxas takes the PTX, spills no register and keeps nothing in local memory, and
    kernels without sums load and store 128 bits at a time.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Execution"))
from contract import BF16, F16, F32, F64
from golden import Golden, Test
from module import TARGETS, Call

CUDA = "x86-64-linux-sse41-cuda-cuda_capability_80"
CPU = [TARGETS[name][0].removeprefix("--target=") for name in ("sse41", "avx2", "avx512", "arm")]
AGAIN = [CPU[-1], CUDA]
TEXT_LIMIT = 32 * 1024

parser = argparse.ArgumentParser()
parser.add_argument("tests", help="the folder with one test per activation")
parser.add_argument("--work", required=True)
parser.add_argument("--ptxas", required=True)
options = parser.parse_args()


def tool(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def check_object(path):
    sizes = re.findall(r"^\.l?text\S*\s+(\d+)", tool("llvm-size", "-A", str(path)), re.M)
    text = sum(map(int, sizes))
    if not 0 < text < TEXT_LIMIT:
        yield f"{text} bytes of text"
    defined = re.findall(r" [TtDdBbRrWwVv] (\S*halide\S*)", tool("llvm-nm", "--defined-only", str(path)))
    if defined:
        yield f"defines {' '.join(defined)}"


def check_ptx(path):
    said = tool(options.ptxas, "-v", "--gpu-name=sm_80", str(path), "-o", str(path) + ".cubin")
    entries = len(re.findall(r"Compiling entry function", said))
    clean = len(re.findall(r"\b0 bytes spill stores, 0 bytes spill loads", said))
    if not 0 < entries == clean:
        yield f"ptxas found {entries} kernels, {clean} without spills"
    stacks = re.findall(r"\b([1-9]\d*) bytes stack frame", said)
    if stacks:
        yield f"{len(stacks)} kernels keep something in local memory"
    # Threads wait for each other to make sums.
    text = path.read_text()
    if "bar.sync" not in text:
        for access in "ld", "st":
            if not re.search(rf"\b{access}\.global\S*\.v(4\.[bfu]32|2\.[bfu]64)", text):
                yield f"no {access}.global of 128 bits"


def compile_twice(job):
    path, element_type = job
    test = Test(path)
    constants = dict(golden_constants[test.function])
    parameters = [1.0 for _ in test.parameters]
    call = Call(test.op, element_type, (4, 8, 2), range(64), constants, parameters)
    folder = pathlib.Path(options.work) / f"{path.stem}-{element_type.name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    module = folder / "module.mlir"
    module.write_text(f"func.func @f({', '.join(call.arguments(0))}) -> {call.x_type()} {{\n  %y = {call.statement(0)}\n"
                      f"  return %y : {call.x_type()}\n}}\n")
    problems = []
    for again, targets in ("first", [*CPU, CUDA]), ("second", AGAIN):
        tool("hysteron-compile", str(module), "-o", str(folder / again), "--emit=object,header,asm,ptx",
             *(f"--target={target}" for target in targets))
    listed = lambda again: sorted(p.relative_to(folder / again) for p in (folder / again).rglob("*") if p.is_file())
    files = listed("first")
    wanted = [f"{target}/f_{kind}.o" for target in [*CPU, CUDA] for kind in ("forward", "backward")]
    problems += [f"{name} is missing" for name in wanted if pathlib.Path(name) not in files]
    for name in listed("second"):
        if (folder / "first" / name).read_bytes() != (folder / "second" / name).read_bytes():
            problems.append(f"{name} differs when compiled again")
    for name in files:
        first = folder / "first" / name
        # The code of a GPU kernel is data in the object, and checked as PTX.
        if name.name.startswith("f_") and name.suffix == ".o":
            problems += [f"{name}: {problem}" for problem in check_object(first)]
        if name.suffix == ".ptx":
            problems += [f"{name}: {problem}" for problem in check_ptx(first)]
    return [f"{path.stem} {element_type.name}: {problem}" for problem in problems], len(files)


tests = sorted(p for p in pathlib.Path(options.tests).glob("*.mlir") if "%{golden}" in p.read_text())
golden_constants = {}
for path in tests:
    test = Test(path)
    golden_constants[test.function] = Golden(test, None).groups[0][0]
jobs = [(path, element_type) for path in tests for element_type in (F16, BF16, F32, F64)]
failed = False
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    futures = [pool.submit(compile_twice, job) for job in jobs]
    count = 0
    for (path, element_type), future in zip(jobs, futures):
        try:
            problems, files = future.result()
            count += files
        except RuntimeError as error:
            problems = [f"{path.stem} {element_type.name}: {error}"]
        failed |= bool(problems)
        print(*problems, sep="\n", end="\n" if problems else "")
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{len(jobs)} activations and types, {count} files, {usage.ru_utime + usage.ru_stime:.0f} s of CPU time")
sys.exit(failed or not jobs)
