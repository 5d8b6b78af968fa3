#!/usr/bin/env python3
"""Exports the networks of this folder from PyTorch through torch-mlir.

For every network NAME below it writes NAME.linalg.mlir and NAME.tosa.mlir (where
torch-mlir can), an input NAME.x.npy and PyTorch's output NAME.y.npy. The tests use
only those files. They were made by Python 3.11 with torch 2.9.1 and torch-mlir
20261001:

    python3 -m venv V && V/bin/pip install torch==2.9.1 torch-mlir==20261001
    V/bin/python export.py [NAME ...]
"""
import math
import pathlib
import sys

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch_mlir import fx


class Apa(nn.Module):
    """(lambda e^(-kappa x) + 1)^(-1/lambda) with learned lambda and kappa, as one
    would write it for training: lambda is clamped, the power is taken by logarithms.
    Several values are one per channel, in dimension 1 of a tensor of rank `rank`."""

    def __init__(self, lambd, kappa, rank=0, lambda_min=1e-4):
        super().__init__()
        shape = (1, -1) + (1,) * (rank - 2) if rank else (-1,)
        self.lambd = nn.Parameter(torch.tensor(lambd).reshape(shape))
        self.kappa = nn.Parameter(torch.tensor(kappa).reshape(shape))
        self.lambda_min = lambda_min

    def forward(self, x):
        lambd = torch.clamp(self.lambd, min=self.lambda_min)
        return torch.exp(-F.softplus(torch.log(lambd) - self.kappa * x) / lambd)


class ApaPower(Apa):
    """The formula as the paper prints it."""

    def forward(self, x):
        lambd = torch.clamp(self.lambd, min=self.lambda_min)
        return torch.pow(lambd * torch.exp(-self.kappa * x) + 1, -1 / lambd)


class Aglu(Apa):
    def forward(self, x):
        return x * super().forward(x)


class Abs(nn.Module):
    def forward(self, x):
        return torch.abs(x)


class Written(nn.Module):
    """An activation spelled out by hand."""

    def __init__(self, formula):
        super().__init__()
        self.formula = formula

    def forward(self, x):
        return self.formula(x)


def gelu_tanh(x):
    return 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))


class Gated(nn.Module):
    """down(activation(gate(x)) * up(x)), the feed-forward block of many language models."""

    def __init__(self, activation, width=8, hidden=12):
        super().__init__()
        self.gate = nn.Linear(width, hidden, bias=False)
        self.up = nn.Linear(width, hidden, bias=False)
        self.down = nn.Linear(hidden, width, bias=False)
        self.activation = activation

    def forward(self, x):
        return self.down(self.activation(self.gate(x)) * self.up(x))


class FeedForward(nn.Module):
    """The feed-forward half of a transformer layer, normalised first, with a residual."""

    def __init__(self, activation, width=8, hidden=16):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)
        self.activation = activation

    def forward(self, x):
        return x + self.down(self.activation(self.up(self.norm(x))))


def layers(*activations):
    """A linear layer in front of each activation."""
    return nn.Sequential(*(m for a in activations for m in (nn.Linear(8, 8), a)))


def per_channel(n, low, high):
    return torch.linspace(low, high, n).tolist()


def prelu(n):
    module = nn.PReLU(n)
    module.weight.data = torch.tensor(per_channel(n, 0.1, 0.4))
    return module


NETWORKS = {
    # name: (module, shape of x, element type)
    "rectifiers": (lambda: layers(nn.ReLU(), nn.LeakyReLU(0.1), nn.ReLU6(), prelu(1), prelu(8), Abs()),
                   (4, 8), torch.float32),
    "hard": (lambda: layers(nn.Hardsigmoid(), nn.Hardswish(), nn.ReLU6()), (4, 8), torch.float32),
    "exponentials": (lambda: layers(nn.ELU(), nn.ELU(0.7), nn.SELU(), nn.Softplus(), nn.Softplus(beta=2.0)),
                     (4, 8), torch.float32),
    "smooth": (lambda: layers(nn.Sigmoid(), nn.Tanh(), nn.SiLU(), nn.Mish(), nn.GELU(), nn.GELU(approximate="tanh")),
               (4, 8), torch.float32),
    "written": (lambda: layers(Written(lambda x: torch.maximum(x, torch.zeros_like(x))),
                               Written(lambda x: torch.where(x >= 0, x, 0.2 * x)),
                               Written(lambda x: 1 / (1 + torch.exp(-x))),
                               Written(lambda x: x * torch.sigmoid(x)),
                               Written(lambda x: x * torch.tanh(torch.log1p(torch.exp(x)))),
                               Written(lambda x: x * 0.5 * (1 + torch.erf(x * math.sqrt(0.5)))),
                               Written(gelu_tanh),
                               Written(lambda x: torch.clamp(x / 6 + 0.5, 0, 1)),
                               Written(lambda x: torch.relu(x) + torch.log1p(torch.exp(-torch.abs(x))))),
                (4, 8), torch.float32),
    "apa": (lambda: layers(Apa([0.5], [1.5]), Aglu([0.39], [0.92]), ApaPower([2.0], [1.0])), (4, 8), torch.float32),
    "apa_channels": (lambda: nn.Sequential(
        nn.Conv2d(3, 4, 3, padding=1), Apa(per_channel(4, 0.2, 2.0), per_channel(4, 0.5, 1.5), rank=4),
        nn.Conv2d(4, 4, 3, padding=1), Aglu(per_channel(4, 0.3, 1.2), per_channel(4, 1.5, 0.8), rank=4)),
        (1, 3, 5, 5), torch.float32),
    "convolution": (lambda: nn.Sequential(
        nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4), prelu(4), nn.MaxPool2d(2),
        nn.Conv2d(4, 6, 3), nn.Hardswish(), nn.Flatten(), nn.Linear(24, 5), nn.Sigmoid()),
        (2, 3, 8, 8), torch.float32),
    "feed_forward": (lambda: FeedForward(nn.GELU(approximate="tanh")), (2, 5, 8), torch.float32),
    "gated_silu": (lambda: Gated(nn.SiLU()), (2, 5, 8), torch.float32),
    "gated_aglu": (lambda: Gated(Aglu([0.39], [0.92])), (2, 5, 8), torch.float32),
    "half": (lambda: layers(nn.ReLU(), nn.SiLU(), nn.GELU(), nn.LeakyReLU(0.25)), (4, 8), torch.float16),
    "brain": (lambda: layers(nn.ReLU(), nn.SiLU(), nn.GELU(), Apa([0.5], [1.5])), (4, 8), torch.bfloat16),
    "double": (lambda: layers(nn.GELU(), nn.Softplus(), nn.ELU(0.7)), (4, 8), torch.float64),
}


def save(path, tensor):
    if tensor.dtype == torch.bfloat16:  # as bit patterns
        np.save(path, tensor.view(torch.int16).numpy().view(np.uint16))
    else:
        np.save(path, tensor.numpy())


def export(folder, name):
    make, shape, dtype = NETWORKS[name]
    torch.manual_seed(0)
    module = make().eval()
    # Inputs that reach both sides of every kink.
    x = (3 * torch.randn(shape)).to(dtype)
    for layer in module.modules():
        if isinstance(layer, (nn.Linear, nn.Conv2d)):
            layer.weight.data *= 2
    module = module.to(dtype)
    with torch.no_grad():
        y = module(x)
    save(folder / f"{name}.x.npy", x)
    save(folder / f"{name}.y.npy", y)
    for suffix, output in (("linalg", "linalg-on-tensors"), ("tosa", "tosa")):
        path = folder / f"{name}.{suffix}.mlir"
        path.unlink(missing_ok=True)
        try:
            text = str(fx.export_and_import(make_frozen(module), x, output_type=output, func_name="main"))
        except Exception as error:  # what torch-mlir cannot lower has no file
            print(f"{path.name}: not exported: {str(error).splitlines()[0]}")
            continue
        path.write_text(text + "\n" if not text.endswith("\n") else text)
        print(f"{path.name}: {len(text)} characters")


def make_frozen(module):
    for parameter in module.parameters():
        parameter.requires_grad_(False)
    return module


if __name__ == "__main__":
    for name in sys.argv[1:] or NETWORKS:
        export(pathlib.Path(__file__).resolve().parent, name)
