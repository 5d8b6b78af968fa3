# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A unit that is dead under ReLU learns with SUGAR's gradient, in a compiled model.

    PATH=build/bin:$PATH python docs/examples/python/dead_unit_pytorch.py
"""

import pathlib

import hysteron_kernels
import hysteron_kernels.pytorch
import torch

kernels = hysteron_kernels.compile(pathlib.Path(__file__).parent.parent / "sugar.mlir")
sugar = hysteron_kernels.pytorch.function(kernels, "sugar")

x = torch.arange(64) / 32
wanted = torch.relu(2 * x - 1)


def train(activation):
    weight, bias = torch.tensor(-1.0, requires_grad=True), torch.tensor(-1.0, requires_grad=True)
    loss = torch.compile(lambda: ((activation(weight * x + bias) - wanted) ** 2).mean() / 2)
    optimizer = torch.optim.SGD([weight, bias], lr=0.5)
    for _ in range(1000):
        optimizer.zero_grad()
        loss().backward()
        optimizer.step()
    return loss().item()


print(f"loss with ReLU {train(torch.relu):.4f}, with SUGAR {train(sugar):.4f}")
