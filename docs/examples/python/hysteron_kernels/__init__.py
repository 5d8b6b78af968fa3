# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiled activations as functions of PyTorch and of JAX.

    kernels = hysteron_kernels.compile("sugar.mlir", "f")
    sugar = hysteron_kernels.pytorch.function(kernels, "sugar")    # a torch.library op
    sugar = hysteron_kernels.jax.function(kernels, "sugar")        # a jax.custom_vjp

The modules `pytorch` and `jax` are imported by name, so that one host does not need
the other.
"""

from .header import Function, Tensor, read_header
from .kernels import Kernels, compile

__all__ = ["Function", "Kernels", "Tensor", "compile", "read_header"]
