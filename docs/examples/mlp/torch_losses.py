# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The same training in PyTorch. Its losses are in losses.txt."""

import torch

from data import BATCH, RATE, mnist, weights

images, labels = (torch.from_numpy(array) for array in mnist())
labels = labels.long()
w = {name: torch.from_numpy(array).requires_grad_() for name, array in weights().items()}


def aglu(x, lambda_, kappa):
    return x * torch.exp(-torch.nn.functional.softplus(torch.log(lambda_) - kappa * x) / lambda_)


for x, label in zip(images.split(BATCH), labels.split(BATCH)):
    h = aglu(x @ w["w1"] + w["b1"], w["lambda"], w["kappa"])
    loss = torch.nn.functional.cross_entropy(h @ w["w2"] + w["b2"], label)
    loss.backward()
    with torch.no_grad():
        for value in w.values():
            value -= RATE * value.grad
            value.grad = None
    print(f"{loss.item():.9g}")
