# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Times Hysteron's kernels and what one would take instead, in turns, in one process.

Start it as tools/bench-peers, which installs the peers and says how memory is allocated.
Without options it writes docs/peers.md, with --device=cuda alone docs/peers-cuda.md.
"""

import argparse
import ctypes
import datetime
import functools
import json
import logging
import math
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "docs" / "examples" / "python"))

import hysteron_kernels

# How each op is written in a module, and its parameters.
LEARNED = {"lambda": 0.01, "kappa": 1.0}
OPS = {
    "relu": ("", {}), "helu": ("{alpha = 0.05}", {}), "gelu": ("", {}), "silu": ("", {}), "mish": ("", {}),
    "sigmoid": ("", {}), "tanh": ("", {}), "elu": ("{alpha = 1.0}", {}), "softplus": ("{beta = 1.0}", {}),
    "prelu": ("", {"slope": 0.25}), "apa": ("", LEARNED), "aglu": ("", LEARNED),
}


class Missing(Exception):
    """A peer has no such activation."""


class Data:
    """What one activation is run on, the same for all peers."""

    def __init__(self, op, elements, element_type):
        self.op, self.elements, self.type = op, elements, element_type
        self.x, self.dy = self.arrays(elements)
        self.parameters = [np.float32(value) for value in OPS[op][1].values()]

    @staticmethod
    @functools.lru_cache(1)
    def arrays(elements):
        generator = np.random.default_rng(elements)
        # dy is positive, so that the gradients of parameters are no sums of what cancels.
        return generator.standard_normal(elements, np.float32), generator.random(elements, np.float32)

    def names(self, backward):
        return ["dx"] + [f"d{name}" for name in OPS[self.op][1]] if backward else ["y"]


class Processor:
    """Where tensors are, and whose clock counts: NumPy's arrays."""

    target, kind = "host", 1
    page, place = "peers.md", "a CPU"
    elements, types = [1 << 16, 1 << 24], ["f32"]
    note = """\
- Inputs and results lie at page boundaries. malloc (tcmalloc) keeps what is freed, so that
  results that a peer allocates anew are in memory that was touched before; nobody pays for
  page faults, and nobody asks for huge pages.
- OpenMP's workers stay awake between the calls of one peer, and are asleep when it is the
  next one's turn."""

    def __init__(self, threads):
        self.threads = threads

    def describe(self):
        with open("/proc/cpuinfo") as file:
            fields = dict(map(str.strip, line.split(":", 1)) for line in file if ":" in line)
        flags = fields.get("flags", "").split()
        level = next((each for each in ("avx512f", "avx2", "sse4_1", "asimd") if each in flags), "")
        return f"{fields.get('model name', os.uname().machine)} {level}, {self.threads} threads for each".strip()

    def put(self, array, element_type="f32"):
        return np.array(array)

    def zeros(self, shape, dtype):
        return np.zeros(shape, dtype)

    def address(self, array):
        return array.ctypes.data

    def copy(self, array):
        return np.array(array)

    def error(self, one, other):
        """The largest, relative to 1 or more."""
        return np.max(np.abs(one.reshape(other.shape) - other) / np.maximum(1, np.abs(other)))

    def time(self, run, repeats):
        """Seconds of a call, after one that is not timed."""
        run()
        begin = time.perf_counter()
        for _ in range(repeats):
            run()
        seconds = (time.perf_counter() - begin) / repeats
        time.sleep(0.002)  # OpenMP's workers fall asleep
        return seconds


class Cuda:
    """The first CUDA device: PyTorch's tensors, the default stream and its events."""

    target, kind = "x86-64-linux-cuda-cuda_capability_80", 2
    page, place = "peers-cuda.md", "a CUDA GPU"
    elements, types = [1 << 16, 1 << 26], ["f32", "bf16"]
    note = """\
- Times are between two events of the default stream, around calls that do not wait for each
  other; at the smaller size it is the calls that take this long, and not the device.
- PyTorch's allocator keeps what is freed, so that results cost no call of the driver."""

    def __init__(self, threads):
        import torch
        if not torch.cuda.is_available():
            raise RuntimeError("PyTorch finds no CUDA device")
        self.torch = torch
        self.begin, self.end = (torch.cuda.Event(enable_timing=True) for _ in range(2))

    def describe(self):
        return self.torch.cuda.get_device_name()

    def put(self, array, element_type="f32"):
        dtype = {"f32": self.torch.float32, "bf16": self.torch.bfloat16, "f16": self.torch.float16}[element_type]
        return self.torch.from_numpy(np.array(array)).to("cuda", dtype)

    def zeros(self, shape, dtype):
        return self.torch.zeros(shape, dtype=getattr(self.torch, dtype), device="cuda")

    def address(self, tensor):
        return tensor.data_ptr()

    def copy(self, tensor):
        return tensor.detach().clone()

    def error(self, one, other):
        one, other = one.detach().reshape(other.shape).float(), other.float()
        return ((one - other).abs() / other.abs().clamp(min=1)).max().item()

    def time(self, run, repeats):
        run()
        self.begin.record()
        for _ in range(repeats):
            run()
        self.end.record()
        self.end.synchronize()
        return self.begin.elapsed_time(self.end) * 1e-3 / repeats


# A peer has a name, a version and a note for the page. Its `prepare` returns a function
# that runs to the end and returns something, and another that makes NumPy arrays of that
# and keeps alive what the first works on.


class Hysteron:
    name = "Hysteron"
    note = ("`hysteron-compile` with its defaults: `f_forward` is the forward of training, `f_backward` reads what that kept. "
            "Called through the C interface; results preallocated.")

    class Context(ctypes.Structure):
        _fields_ = [("threads", ctypes.c_int32), ("device", ctypes.c_int32), ("stream", ctypes.c_void_p),
                    ("message", ctypes.c_char_p), ("message_size", ctypes.c_size_t)]

    class Tensor(ctypes.Structure):
        """DLTensor."""

        _fields_ = [("data", ctypes.c_void_p), ("device", ctypes.c_int32 * 2), ("dimensions", ctypes.c_int32),
                    ("code", ctypes.c_uint8), ("bits", ctypes.c_uint8), ("lanes", ctypes.c_uint16),
                    ("shape", ctypes.POINTER(ctypes.c_int64)), ("strides", ctypes.c_void_p), ("offset", ctypes.c_uint64)]

        def __init__(self, device, array, dtype):
            shape = (ctypes.c_int64 * array.ndim)(*array.shape)
            code = 4 if dtype == "bfloat16" else {"i": 0, "u": 1, "f": 2}[dtype[0]]
            super().__init__(device.address(array), (device.kind, 0), array.ndim, code, array.itemsize * 8, 1, shape)

    def __init__(self, device, threads, folder):
        self.device, self.folder, self.loaded = device, folder, {}
        self.message = ctypes.create_string_buffer(512)
        self.context = self.Context(threads, message=ctypes.addressof(self.message), message_size=512)
        self.version = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True,
                                      text=True).stdout.strip()

    def load(self, op, element_type):
        attributes, parameters = OPS[op]
        folder = self.folder / element_type
        folder.mkdir(exist_ok=True)
        source = folder / f"{op}.mlir"
        names = ["%x", *(f"%{name}" for name in parameters)]
        types = [f"tensor<?x{element_type}>"] + ["tensor<f32>"] * len(parameters)
        source.write_text(f"func.func @{op}({', '.join(map(': '.join, zip(names, types)))}) -> {types[0]} {{\n"
                          f"  %y = act.{op} {', '.join(names)} {attributes} : {', '.join(types)}\n"
                          f"  return %y : {types[0]}\n}}\n")
        kernels = hysteron_kernels.compile(source, op, target=self.device.target, folder=folder)
        return kernels, kernels.link()

    def prepare(self, data, backward):
        key = data.op, data.type
        kernels, library = self.loaded[key] = self.loaded.get(key) or self.load(*key)
        arrays = {f"argument{i}": self.device.put(each) for i, each in enumerate(data.parameters, 1)}
        arrays |= {"argument0": self.device.put(data.x, data.type), "cotangent0": self.device.put(data.dy, data.type)}

        def bind(function):
            made = function.infer([(each.dtype, tuple(arrays[each.name].shape)) for each in function.inputs])
            for tensor, (dtype, shape) in zip(function.outputs, made):
                arrays[tensor.name] = self.device.zeros(shape, dtype)
            tensors = [self.Tensor(self.device, arrays[each.name], each.dtype) for each in function.inputs + function.outputs]
            call = getattr(library, function.name)
            arguments = [ctypes.byref(each) for each in (self.context, *tensors)]

            def run():
                if call(*arguments):
                    raise RuntimeError(self.message.value.decode())

            return run

        run = bind(kernels.forward)
        run()
        if backward:
            run = bind(kernels.backward)
        names = [f"gradient{i}" for i in range(1 + len(data.parameters))] if backward else ["result0"]
        return run, lambda _: [arrays[name] for name in names]


class Copy:
    name = "copy"
    note = "from device to device, of as many bytes: forward reads x and writes y, backward reads one tensor more."

    def __init__(self, device, threads, folder):
        self.torch, self.version = device.torch, device.torch.version.cuda

    def prepare(self, data, backward):
        streams, size = 3 if backward else 2, {"f32": 4}.get(data.type, 2)
        source = self.torch.from_numpy(data.x.view(np.uint8)).repeat(2)[:data.elements * size * streams // 2].to("cuda")
        target = self.torch.zeros_like(source)
        return lambda: target.copy_(source), lambda _: []


class OneDNN:
    name = "oneDNN"
    note = "its eltwise and prelu primitives; backward of sigmoid, tanh and elu reads y, of others x. Results preallocated."

    def __init__(self, device, threads, folder):
        path = folder / "libpeers_onednn.so"
        done = subprocess.run(["cc", "-O2", "-shared", "-fPIC", ROOT / "tools" / "peers_onednn.c", "-o", path, "-ldnnl"],
                              capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(first_line(done.stderr))
        self.library = ctypes.CDLL(str(path))
        pointer, self.library.peer_make.restype = ctypes.c_void_p, ctypes.c_void_p
        self.library.peer_make.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_int64] + [pointer] * 6
        numbers = (ctypes.c_int * 3)()
        self.library.peer_version(numbers)
        self.version = ".".join(map(str, numbers))

    def prepare(self, data, backward):
        y, dx, dslope = np.zeros_like(data.x), np.zeros_like(data.x), np.zeros(1, np.float32)
        slope = np.array([*data.parameters, 0], np.float32)
        arrays = [data.x, y, slope, data.dy, dx, dslope]
        steps = [self.library.peer_make(data.op.encode(), way, data.elements, *(each.ctypes.data for each in arrays))
                 for way in range(2)]
        if not all(steps):
            raise Missing
        runs = [lambda step=ctypes.c_void_p(step): self.library.peer_run(step) for step in steps]
        if runs[0]() or runs[backward]():
            raise RuntimeError("the primitive fails")
        return runs[backward], lambda _: arrays[4:5 + len(data.parameters)] if backward else [y]


class Eager:
    name = "PyTorch eager"
    note = ("`torch.nn.functional`; helu is an `autograd.Function`, apa and aglu are what their authors' module does. Forward "
            "saves nothing; backward is `torch.autograd.grad` of a graph that is kept. Results are allocated.")

    def __init__(self, device, threads, folder):
        import torch
        torch.set_num_threads(threads)
        self.device, self.torch, self.version, f = device, torch, torch.__version__, torch.nn.functional

        class Helu(torch.autograd.Function):
            @staticmethod
            def forward(context, x):
                context.save_for_backward(x)
                return torch.relu(x)

            @staticmethod
            def backward(context, dy):
                x, = context.saved_tensors
                return torch.where(x <= -0.05, 0, dy)

        def apa(x, shape, kappa):
            shape = torch.clamp(shape, min=1e-4)
            return torch.exp(1 / shape * f.softplus(kappa * x - torch.log(shape), beta=-1.0))

        self.functions = {
            "relu": f.relu, "helu": Helu.apply, "gelu": f.gelu, "silu": f.silu, "mish": f.mish, "sigmoid": torch.sigmoid,
            "tanh": torch.tanh, "elu": f.elu, "softplus": f.softplus, "prelu": f.prelu, "apa": apa,
            "aglu": lambda x, shape, kappa: x * apa(x, shape, kappa),
        }

    def function(self, op):
        return self.functions[op]

    def prepare(self, data, backward):
        function, dy = self.function(data.op), self.put(data.dy, data.type)
        leaves = [self.put(data.x, data.type), *(self.put(np.atleast_1d(each), data.type) for each in data.parameters)]
        for leaf in leaves:
            leaf.requires_grad_(backward)
        if backward:
            y = function(*leaves)
            run = lambda: self.torch.autograd.grad(y, leaves, dy, retain_graph=True)
        else:
            run = lambda: (function(*leaves),)
        return run, lambda results: [each if each.is_cuda else each.numpy() for each in results]

    def put(self, array, element_type):
        return self.torch.as_tensor(self.device.put(array, element_type))


class Compiled(Eager):
    name = "PyTorch compiled"
    note = "the same through `torch.compile` (Inductor: C++ on a CPU, Triton on CUDA)."

    def __init__(self, device, threads, folder):
        super().__init__(device, threads, folder)
        # So that a graph that is kept can be run again.
        import torch._functorch.config
        logging.getLogger("torch.utils.cpp_extension").setLevel(logging.ERROR)  # where there is CUDA and no GPU
        torch._functorch.config.donated_buffer = False

    def function(self, op):
        self.torch._dynamo.reset()
        return self.torch.compile(self.functions[op], fullgraph=True, dynamic=False)


class XLA:
    name = "XLA"
    note = ("`jax.jit` of `jax.nn`'s functions; helu is a `jax.custom_vjp`, apa and aglu are as in PyTorch. Backward is "
            "`jax.vjp` inside `jax.jit`, from x and dy. Results are allocated.")

    def __init__(self, device, threads, folder):
        os.environ["JAX_PLATFORMS"] = "cpu"
        import jax
        self.jax, self.version, nn, numpy = jax, jax.__version__, jax.nn, jax.numpy
        helu = jax.custom_vjp(nn.relu)
        helu.defvjp(lambda x: (nn.relu(x), x), lambda x, dy: (numpy.where(x <= -0.05, 0, dy),))

        def apa(x, shape, kappa):
            shape = numpy.maximum(shape, 1e-4)
            return numpy.exp(1 / shape * -nn.softplus(numpy.log(shape) - kappa * x))

        self.functions = {
            "relu": nn.relu, "helu": helu, "gelu": lambda x: nn.gelu(x, approximate=False), "silu": nn.silu, "mish": nn.mish,
            "sigmoid": nn.sigmoid, "tanh": numpy.tanh, "elu": nn.elu, "softplus": nn.softplus,
            "prelu": lambda x, slope: numpy.where(x > 0, x, slope * x), "apa": apa,
            "aglu": lambda x, shape, kappa: x * apa(x, shape, kappa),
        }

    def jit(self, data, backward):
        function, inputs = self.functions[data.op], [data.x, *data.parameters]
        if not backward:
            return self.jax.jit(lambda *inputs: (function(*inputs),)), inputs
        return self.jax.jit(lambda dy, *inputs: self.jax.vjp(function, *inputs)[1](dy)), [data.dy, *inputs]

    def prepare(self, data, backward):
        function, inputs = self.jit(data, backward)
        inputs = [self.jax.numpy.asarray(each) for each in inputs]
        return lambda: self.jax.block_until_ready(function(*inputs)), lambda results: [np.asarray(each) for each in results]


class IREE(XLA):
    name = "IREE"
    note = ("StableHLO of the same JAX functions, at its O3 for this CPU (`llvm-cpu`, `local-task`), called from Python. "
            "Reductions are split, without which the backwards with parameters do not compile. Results are allocated.")

    def __init__(self, device, threads, folder):
        super().__init__(device, threads, folder)
        import iree.compiler
        import iree.compiler.version
        import iree.runtime
        self.compiler, self.runtime, self.version = iree.compiler, iree.runtime, iree.compiler.version.VERSION
        iree.runtime.flags.parse_flags(f"--task_topology_group_count={threads}")
        self.config = iree.runtime.Config("local-task")

    def prepare(self, data, backward):
        function, inputs = self.jit(data, backward)
        flags = ["--iree-llvmcpu-target-cpu=host", "--iree-opt-level=O3", "--iree-dispatch-creation-enable-split-reduction"]
        code = self.compiler.compile_str(function.lower(*inputs).as_text(), input_type="stablehlo",
                                         target_backends=["llvm-cpu"], extra_args=flags)
        context = self.runtime.SystemContext(config=self.config)
        module = self.runtime.VmModule.copy_buffer(self.config.vm_instance, code)
        context.add_vm_module(module)
        main = getattr(context.modules, module.name)["main"]
        inputs = [self.runtime.asdevicearray(self.config.device, np.asarray(each)) for each in inputs]
        return lambda: main(*inputs), lambda got: [np.asarray(each) for each in (got if isinstance(got, tuple) else [got])]


def first_line(error):
    """What a compiler complains of, not how it was called."""
    lines = [line for line in str(error).splitlines() if line.strip()] or [repr(error)]
    return next((line for line in lines if "error:" in line), lines[0])[:200]


def power(elements):
    exponent = elements.bit_length() - 1
    return f"2^{exponent}" if elements == 1 << exponent else f"{elements:,}"


def measure(device, peers, data, backward, rounds, remark):
    """Each peer's median of seconds, by its name. What goes wrong is told to `remark`."""
    runs, wanted = {}, None
    case = f"{data.op} {'backward' if backward else 'forward'} of {power(data.elements)} {data.type}"
    tolerance = 1e-3 if data.type == "f32" else 2e-2
    for peer in peers:
        try:
            run, to_arrays = peer.prepare(data, backward)
            got = to_arrays(run())
        except Missing:
            remark(f"{peer.name} has no such activation", data.op)
            continue
        except Exception as error:
            if peer is peers[0]:
                raise
            remark(f"{peer.name} fails: {first_line(error)}", case)
            continue
        wanted = wanted or [device.copy(each) for each in got]
        for name, one, other in zip(data.names(backward), got, wanted):
            error = device.error(one, other)
            if not error <= tolerance:
                remark(f"{name} of {peer.name} differs by {error:.1g} from Hysteron's", case)
        seconds = min(device.time(run, 1) for _ in range(3))
        runs[peer.name] = run, max(1, math.ceil(1e-3 / seconds)), to_arrays
    times = {name: [] for name in runs}
    for _ in range(rounds):
        for name in random.sample(list(runs), len(runs)):
            times[name].append(device.time(*runs[name][:2]))
    return {name: statistics.median(values) for name, values in times.items()}


def table(results, names, section):
    """The Markdown table of one size and type, as lines."""
    ratios = {name: [] for name in names}
    lines = [f"| | Hysteron, ms | {' | '.join(names)} |", "|---|" + "---:|" * (1 + len(names))]
    for (op, direction, *rest), times in results.items():
        if tuple(rest) == section:
            for name in names:
                ratios[name].append(times[name] / times["Hysteron"] if name in times else None)
            cells = [f"{each[-1]:.2f}x" if each[-1] else "-" for each in ratios.values()]
            lines.append(f"| {op} {direction} | {times['Hysteron'] * 1e3:.3g} | {' | '.join(cells)} |")
    there = [list(filter(None, each)) for each in ratios.values()]
    cells = [f"{statistics.geometric_mean(each):.2f}x" if each else "-" for each in there]
    return lines + [f"| geometric mean | | {' | '.join(cells)} |"]


def title(elements, element_type):
    return f"{power(elements)} elements of {element_type}"


def write_page(path, options, device, results, peers, remarks):
    names = [peer.name for peer in peers[1:]]
    parts = [
        f"# Hysteron and its peers on {device.place}",
        f"What one would take instead for activations on {device.place}, forward and backward.\n`tools/bench-peers` wrote this page: "
        "it installs the peers and measures all of them in turns\nin one process.",
        f"{device.describe()}, {datetime.date.today()}, medians of {options.rounds} rounds. Hysteron's column is\nin milliseconds, a "
        "peer's is its time as a multiple of that: above 1x Hysteron is faster.",
        f"![The times of {title(*options.shown)}]({path.with_suffix('.svg').name})",
    ]
    for section in options.sections:
        parts += [f"## {title(*section)}", "\n".join(table(results, names, section))]
    parts += ["`-` is explained by the remarks below.", "## Who, and how", "\n".join(
        ["| | version | |", "|---|---|---|", *(f"| {peer.name} | {peer.version} | {peer.note} |" for peer in peers)])]
    parts += [f"""\
- x is normal, dy uniform in (0, 1). The slope of prelu is 0.25; lambda of apa and aglu is
  0.01, kappa 1. Backward includes the gradients of these parameters.
- A round takes the peers in random order: of each one call that is not timed, then as many
  as last a millisecond. A call's own cost is part of the time; it shows at the smaller size.
{device.note}
- Results are compared with Hysteron's, to 1e-3 (bf16: 2e-2); what differs is in the remarks."""]
    parts += ["## Remarks", "\n".join(f"- {each}" for each in remarks)] if remarks else []
    path.write_text("\n\n".join(parts) + "\n")


def plot(path, options, device, results, peers):
    import matplotlib
    matplotlib.use("svg")
    from matplotlib import pyplot, ticker
    matplotlib.rcParams.update({"svg.hashsalt": "peers", "font.size": 10})
    section, names = options.shown, [peer.name for peer in peers[1:]]
    colours = ["#0072b2", "#e69f00", "#d55e00", "#009e73", "#cc79a7"]  # told apart by the colour-blind, too
    figure, axes = pyplot.subplots(2, 1, figsize=(11, 7), sharex=True, sharey=True, layout="constrained")
    width = 0.84 / max(1, len(names))
    for axis, direction in zip(axes, ("forward", "backward")):
        for number, name in enumerate(names):
            for place, op in enumerate(options.ops):
                times = results[op, direction, *section]
                if name in times:
                    axis.bar(place + (number - (len(names) - 1) / 2) * width, times[name] / times["Hysteron"] - 1, width * 0.9,
                             bottom=1, color=colours[number], zorder=2)
        axis.axhline(1, color="black", linewidth=1, zorder=3)
        axis.set_yscale("log")
        axis.yaxis.set_major_locator(ticker.LogLocator(subs=(1, 2, 5)))
        axis.yaxis.set_major_formatter(lambda value, _: f"{value:g}x")
        axis.yaxis.set_minor_locator(ticker.NullLocator())
        axis.grid(axis="y", color="#dddddd", zorder=0)
        axis.set_title(direction, loc="left", fontweight="bold")
        axis.spines[["top", "right"]].set_visible(False)
        axis.tick_params(axis="x", length=0)
    axes[1].set_xticks(range(len(options.ops)), options.ops)
    axes[1].set_xlim(-0.5, len(options.ops) - 0.5)
    figure.supylabel("time as a multiple of Hysteron's (less is faster)", fontsize=10)
    figure.suptitle(f"{title(*section)} on {device.place}; no bar: see the remarks")
    handles = [pyplot.Rectangle((0, 0), 1, 1, color=colour) for colour, _ in zip(colours, names)]
    figure.legend(handles, names, loc="outside lower center", ncols=max(1, len(names)), frameon=False)
    figure.savefig(path, metadata={"Date": None})


Processor.peers = OneDNN, Eager, Compiled, XLA, IREE
Cuda.peers = Copy, Eager, Compiled
DEVICES = {"cpu": Processor, "cuda": Cuda}


class Parser(argparse.ArgumentParser):
    def error(self, message):
        sys.exit(f"bench-peers: {message}")


def positive(text):
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a positive number")
    return int(text)


def regex(text):
    try:
        return re.compile(text)
    except re.error as error:
        raise argparse.ArgumentTypeError(f"'{text}': {error}")


def parse():
    cores = sorted(os.sched_getaffinity(0))
    parser = Parser(prog="tools/bench-peers", description=__doc__, allow_abbrev=False)
    parser.add_argument("--device", choices=DEVICES, default="cpu")
    parser.add_argument("--elements", type=lambda text: [positive(each) for each in text.split(",")])
    parser.add_argument("--types", type=lambda text: text.split(","))
    parser.add_argument("--threads", type=positive, default=len(cores))
    parser.add_argument("--rounds", type=positive, default=31)
    parser.add_argument("--filter", type=regex, default=regex(""))
    parser.add_argument("--peers", type=regex, default=regex(""))
    parser.add_argument("--page", type=pathlib.Path)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    if options.threads > len(cores):
        parser.error(f"--threads={options.threads}: there are only {len(cores)} cores")
    options.ops = [op for op in OPS if options.filter.search(op)]
    if not options.ops:
        parser.error(f"--filter={options.filter.pattern}: none of {', '.join(OPS)}")
    for path in filter(None, (options.page, options.json)):
        if not path.parent.is_dir():
            parser.error(f"there is no folder {path.parent}")
    device = DEVICES[options.device]
    types = options.types or device.types
    if set(types) - {"f32", "bf16", "f16"} or options.device == "cpu" and types != ["f32"]:
        parser.error(f"--types={','.join(types)}: f32, on CUDA also bf16 and f16")
    options.sections = [(elements, each) for each in types for elements in options.elements or device.elements]
    options.shown = max(elements for elements, _ in options.sections), types[0]
    if set(sys.argv[1:]) <= {f"--device={options.device}"}:
        options.page = ROOT / "docs" / device.page
    # Every library that counts processors counts these.
    os.sched_setaffinity(0, cores[:options.threads])
    return options


def main():
    options = parse()
    # OpenMP's workers stay awake for about a millisecond, longer than between two calls, where
    # the default of 20 would disturb the next peer.
    os.environ.update(OMP_NUM_THREADS=str(options.threads), GOMP_SPINCOUNT="10000")
    os.environ["PATH"] = f"{ROOT / 'build' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    random.seed(0)

    on_terminal = sys.stderr.isatty()
    remarks, results, peers = {}, {}, []

    def say(text, end="\n"):
        print(f"{chr(13) + chr(27) + '[K' if on_terminal else ''}{text}", end=end, file=sys.stderr, flush=True)

    def remark(text, case):
        if text not in remarks:
            say(f"{text}: {case}" if case else text)
        remarks.setdefault(text, {})[case] = True

    device = DEVICES[options.device](options.threads)
    if options.device == "cpu":
        # Touches memory for what peers allocate later.
        np.ones(24 * max(options.sections)[0], np.float32)
        if "tcmalloc" not in pathlib.Path("/proc/self/maps").read_text():
            remark("without tcmalloc, results that are allocated anew cost page faults", "")
    cases = [(op, direction, *section) for section in options.sections for op in options.ops for direction in ("forward", "backward")]
    with tempfile.TemporaryDirectory(prefix="bench-peers-") as folder:
        for kind in (Hysteron, *device.peers):
            if kind is Hysteron or options.peers.search(kind.name):
                try:
                    peers.append(kind(device, options.threads, pathlib.Path(folder)))
                except Exception as error:
                    if kind is Hysteron:
                        raise
                    remark(f"{kind.name} is skipped: {first_line(error)}", "")
        for number, case in enumerate(cases, 1):
            op, direction, *section = case
            say(f"[{number}/{len(cases)}] {op} {direction}, {title(*section)}", end="" if on_terminal else "\n")
            results[case] = measure(device, peers, Data(op, *section), direction == "backward", options.rounds, remark)
    say("")
    remarks = [text + ": " * any(cases) + ", ".join(cases) for text, cases in remarks.items()]
    for section in options.sections:
        print(f"{title(*section)}, {device.describe()}")
        print("\n".join([*table(results, [peer.name for peer in peers[1:]], section), ""]))
    print("\n".join(remarks))
    if options.json:
        rows = [dict(zip(("op", "direction", "elements", "type", "seconds"), (*case, times))) for case, times in results.items()]
        versions = {peer.name: peer.version for peer in peers}
        options.json.write_text(json.dumps({"threads": options.threads, "versions": versions, "results": rows, "remarks": remarks}, indent=1))
    if options.page:
        plot(options.page.with_suffix(".svg"), options, device, results, peers)
        write_page(options.page, options, device, results, peers, remarks)


if __name__ == "__main__":
    try:
        main()
    except (RuntimeError, OSError) as error:
        sys.exit(f"bench-peers: {first_line(error)}")
    except KeyboardInterrupt:
        sys.exit(130)
