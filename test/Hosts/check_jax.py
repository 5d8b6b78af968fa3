# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The JAX host: gradients, surrogates, jit, vmap, errors."""

import pathlib
import sys

import jax
import jax.numpy as jnp
import numpy as np
from jax.test_util import check_grads

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "docs" / "examples"
sys.path.insert(0, str(EXAMPLES / "python"))

import hysteron_kernels
import hysteron_kernels.jax

jax.config.update("jax_enable_x64", True)
work = pathlib.Path(sys.argv[1])


def load(function, *options, source=HERE / "Inputs" / "layers.mlir", name=None):
    kernels = hysteron_kernels.compile(source, function, options=options, folder=work / (name or function))
    return hysteron_kernels.jax.function(kernels, name or function)


def raises(kind, text, call, *arguments):
    try:
        call(*arguments)
    except kind as error:
        assert text in str(error), error
    else:
        raise AssertionError(f"no {kind.__name__}")


keys = jax.random.split(jax.random.key(22), 6)

# True derivatives, of parameters too: against finite differences in f64.
aglu = load("aglu64")
x = jax.random.normal(keys[0], (3, 5, 7), jnp.float64)
shape, kappa = (jax.random.uniform(key, (5,), jnp.float64, 0.5, 1.5) for key in keys[1:3])
check_grads(jax.jit(aglu), (x, shape, kappa), order=1, modes=["rev"], atol=1e-7, rtol=1e-7)
print("check_grads passed")

# Surrogates, in jit: the gradient is the declared rule, whatever is kept for backward.
x = jax.random.normal(keys[3], (1000, 784), jnp.float32)
dy = jax.random.normal(keys[4], (1000, 784), jnp.float32)
for residual in "auto", "mask":
    helu = load("helu", f"--residual={residual}", name=f"helu_{residual}")
    y, dx = jax.jit(lambda x, dy: (lambda y, back: (y, back(dy)[0]))(*jax.vjp(helu, x)))(x, dy)
    np.testing.assert_array_equal(y, np.maximum(x, 0))
    np.testing.assert_array_equal(dx, np.where(x <= np.float32(-0.05), 0, dy))
sugar = load("f", source=EXAMPLES / "sugar.mlir", name="sugar")
x = jnp.linspace(-8, 8, 4001, dtype=jnp.float32)
s = 1 / (1 + np.exp(-np.asarray(x, np.float64)))
assert np.abs(jax.jit(jax.grad(lambda x: sugar(x).sum()))(x) - s * (1 + (x + 1.67) * (1 - s))).max() < 1e-6
print("surrogates follow their rules")

# In a larger program, with 16 bits, several results, an empty array and a batch.
x = jax.random.normal(keys[5], (37,)).astype(jnp.bfloat16)
half = load("two16")
first, second = jax.jit(half)(x)
assert first.dtype == jnp.bfloat16 and second.dtype == jnp.bfloat16
np.testing.assert_array_equal(jax.grad(lambda x: half(x)[1].astype(jnp.float32).sum())(x), x > 0)
np.testing.assert_array_equal(jax.vmap(sugar)(jnp.ones((3, 5), jnp.float32)), np.ones((3, 5)))
assert helu(jnp.empty((0, 784), jnp.float32)).shape == (0, 784)
weights = jax.random.normal(keys[0], (32, 784), jnp.float32)
loss = lambda act: jax.jit(jax.grad(lambda w: (act(jnp.ones((4, 32), jnp.float32) @ w) ** 2).sum()))(weights)
np.testing.assert_allclose(loss(helu), loss(lambda z: jnp.maximum(z, 0)), rtol=1e-5)  # y is 0 where they differ
print("jit, vmap, types and several results are right")

raises(TypeError, "argument0 is float64, expected float32", helu, jnp.ones((2, 784), jnp.float64))
raises(ValueError, "dimension 1 of argument0 is 783, expected 784", jax.jit(helu), jnp.ones((2, 783), jnp.float32))
raises(TypeError, "takes 1 arrays, but 2 are given", helu, weights, weights)
call = jax.ffi.ffi_call("helu_auto", jax.ShapeDtypeStruct((2, 783), jnp.float32))
raises(jax.errors.JaxRuntimeError, "dimension 1 of argument 0 is 783, expected 784", jax.jit(
    lambda x: call(x)), jnp.ones((2, 783), jnp.float32))
print("errors are exceptions")
