# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiled activations as operators of PyTorch.

A function becomes two operators, hysteron::NAME (forward) and hysteron::NAME_backward,
with shapes for the tracer and the second as the gradient of the first. So it works in
autograd and in torch.compile. Tensors are passed as they are, by DLPack: nothing is
copied, strides included.
"""

import ctypes

import torch
from torch.utils.dlpack import to_dlpack


class _Context(ctypes.Structure):
    """hysteron_context of the header."""

    _fields_ = [("threads", ctypes.c_int32), ("device", ctypes.c_int32), ("stream", ctypes.c_void_p),
                ("message", ctypes.c_char_p), ("message_size", ctypes.c_size_t)]


_get_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_get_pointer.restype, _get_pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]


def _call(function, inputs, outputs):
    """Calls a compiled function on tensors; raises RuntimeError with its message."""
    # The capsules own what they point to: a DLManagedTensor, which begins with a DLTensor.
    capsules = [to_dlpack(tensor.detach()) for tensor in (*inputs, *outputs)]
    message = ctypes.create_string_buffer(512)
    context = _Context(threads=torch.get_num_threads(), message=ctypes.cast(message, ctypes.c_char_p),
                       message_size=len(message))
    if function(ctypes.byref(context), *(ctypes.c_void_p(_get_pointer(each, b"dltensor")) for each in capsules)):
        raise RuntimeError(f"{function.__name__}: {message.value.decode()}")


def _empty(function, inputs):
    """Uninitialised tensors for the outputs; of the tracer's kind where the inputs are."""
    for name, tensor in zip((tensor.name for tensor in function.inputs), inputs):
        if tensor.device.type != "cpu":
            raise ValueError(f"{function.name}: {name} is on {tensor.device}, expected the CPU")
    described = [(str(tensor.dtype).removeprefix("torch."), tensor.shape) for tensor in inputs]
    return [inputs[0].new_empty(shape, dtype=getattr(torch, dtype)) for dtype, shape in function.infer(described)]


def _define(name, function, library):
    """The operator hysteron::NAME that calls a compiled function."""
    call = getattr(library, function.name)
    single = len(function.outputs) == 1
    kinds = ", ".join(f"Tensor {tensor.name}" for tensor in function.inputs)
    schema = f"({kinds}) -> " + ("Tensor" if single else f"({', '.join(['Tensor'] * len(function.outputs))})")

    def shapes(*inputs):
        outputs = _empty(function, inputs)
        return outputs[0] if single else tuple(outputs)

    def run(*inputs):
        outputs = _empty(function, inputs)
        _call(call, inputs, outputs)
        return outputs[0] if single else tuple(outputs)

    operator = torch.library.custom_op(f"hysteron::{name}", run, mutates_args=(), schema=schema)
    operator.register_fake(shapes)
    return operator


def function(kernels, name):
    """A differentiable function of tensors.

    kernels: `Kernels` for the CPU.
    name: the operator's name; unique in the process.
    Returns a function of the module's arguments, in their order, that returns its result
    or a tuple of its results. Arguments have the dtypes and shapes of the module: a `?`
    there takes any extent. The gradients are those that the module declares.
    It raises TypeError for a wrong number or dtype, ValueError for a wrong shape or
    device, RuntimeError if the kernel cannot run. Second derivatives are an error.
    """
    forward, backward = kernels.forward, kernels.backward
    library = kernels.link()
    run_forward = _define(name, forward, library)
    run_backward = _define(f"{name}_backward", backward, library)
    results = [tensor.name for tensor in forward.outputs if tensor.name.startswith("result")]
    kept = [tensor.name for tensor in backward.inputs if not tensor.name.startswith("cotangent")]
    gradients = {tensor.name: number for number, tensor in enumerate(backward.outputs)}

    def keep(ctx, inputs, output):
        outputs = output if isinstance(output, tuple) else (output,)
        values = dict(zip((tensor.name for tensor in (*forward.inputs, *forward.outputs)), (*inputs, *outputs)))
        ctx.save_for_backward(*(values[name] for name in kept))

    def differentiate(ctx, *cotangents):
        values = dict(zip(kept, ctx.saved_tensors))
        values.update((f"cotangent{number}", value) for number, value in enumerate(cotangents))
        made = run_backward(*(values[tensor.name] for tensor in backward.inputs))
        made = made if isinstance(made, tuple) else (made,)
        names = (f"gradient{number}" for number in range(len(forward.inputs)))
        # An argument without a gradient, such as an integer, has None.
        return tuple(made[gradients[name]] if name in gradients else None for name in names)

    run_forward.register_autograd(differentiate, setup_context=keep)

    def apply(*arguments):
        outputs = run_forward(*arguments)
        if not isinstance(outputs, tuple):
            return outputs
        return outputs[0] if len(results) == 1 else outputs[:len(results)]

    apply.__name__ = name
    return apply
