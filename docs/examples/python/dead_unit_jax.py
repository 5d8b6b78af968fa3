# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A unit that is dead under ReLU learns with SUGAR's gradient, in one jitted program.

    PATH=build/bin:$PATH python docs/examples/python/dead_unit_jax.py
"""

import pathlib

import hysteron_kernels
import hysteron_kernels.jax
import jax
import jax.numpy as jnp

kernels = hysteron_kernels.compile(pathlib.Path(__file__).parent.parent / "sugar.mlir")
sugar = hysteron_kernels.jax.function(kernels, "sugar")

x = jnp.arange(64, dtype=jnp.float32) / 32
wanted = jnp.maximum(2 * x - 1, 0)


def train(activation):
    def loss(parameters):
        weight, bias = parameters
        return ((activation(weight * x + bias) - wanted) ** 2).mean() / 2

    def step(_, parameters):
        return parameters - 0.5 * jax.grad(loss)(parameters)

    return jax.jit(lambda start: loss(jax.lax.fori_loop(0, 1000, step, start)))(jnp.array([-1.0, -1.0]))


print(f"loss with ReLU {train(jax.nn.relu):.4f}, with SUGAR {train(sugar):.4f}")
