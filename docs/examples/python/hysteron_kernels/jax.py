# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiled activations as functions of JAX, through its foreign function interface.

A small C++ file per activation binds the compiled functions to XLA (see xla_ffi.h). They
run inside a jitted program on XLA's own buffers; nothing goes through Python.
"""

import pathlib

import jax


def function(kernels, name):
    """A differentiable function of arrays.

    kernels: `Kernels` for the CPU.
    name: the name of the targets in XLA, NAME and NAME_backward; unique in the process.
    Returns a jax.custom_vjp of the module's arguments, in their order, that returns its
    result or a tuple of its results. Arguments have the dtypes and shapes of the module: a
    `?` there takes any extent. The gradients are those that the module declares.
    It raises TypeError for a wrong number or dtype and ValueError for a wrong shape, both
    when traced; what the kernel reports becomes XLA's error. Under jax.vmap it runs once
    per element of the batch.
    """
    forward, backward = kernels.forward, kernels.backward
    source = kernels.header.with_suffix(".xla.cpp")
    source.write_text(f'#include "{kernels.header.name}"\n#include "xla_ffi.h"\n'
                      f"HYSTERON_XLA_FFI({forward.name});\nHYSTERON_XLA_FFI({backward.name});\n")
    library = kernels.link(source, flags=[f"-I{pathlib.Path(__file__).parent}", f"-isystem{jax.ffi.include_dir()}"])

    def bind(target, function):
        handler = jax.ffi.pycapsule(getattr(library, f"{function.name}_xla"))
        jax.ffi.register_ffi_target(target, handler, platform="cpu")

        def call(values):
            """`values` has the inputs by their names; the outputs are added to it."""
            inputs = [jax.numpy.asarray(values[tensor.name]) for tensor in function.inputs]
            outputs = [jax.ShapeDtypeStruct(shape, dtype)
                       for dtype, shape in function.infer([(each.dtype.name, each.shape) for each in inputs])]
            made = jax.ffi.ffi_call(target, outputs, vmap_method="sequential")(*inputs)
            values.update(zip((tensor.name for tensor in function.outputs), made))

        return call

    call_forward = bind(name, forward)
    call_backward = bind(f"{name}_backward", backward)
    kept = [tensor.name for tensor in backward.inputs if not tensor.name.startswith("cotangent")]
    count = sum(tensor.name.startswith("result") for tensor in forward.outputs)

    def run(arguments):
        if len(arguments) != len(forward.inputs):
            raise TypeError(f"{name} takes {len(forward.inputs)} arrays, but {len(arguments)} are given")
        values = {f"argument{number}": value for number, value in enumerate(arguments)}
        call_forward(values)
        results = tuple(values[f"result{number}"] for number in range(count))
        return results[0] if count == 1 else results, tuple(values[name] for name in kept)

    @jax.custom_vjp
    def apply(*arguments):
        return run(arguments)[0]

    def differentiate(saved, cotangents):
        values = dict(zip(kept, saved))
        cotangents = (cotangents,) if count == 1 else cotangents
        values.update((f"cotangent{number}", value) for number, value in enumerate(cotangents))
        call_backward(values)
        # An argument without a gradient, such as an integer, has None.
        return tuple(values.get(f"gradient{number}") for number in range(len(forward.inputs)))

    apply.defvjp(lambda *arguments: run(arguments), differentiate)
    return apply
