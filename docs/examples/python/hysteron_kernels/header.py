# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Reads the C header of compiled functions: what their tensors are.

Each prototype has a comment with a line per tensor, in the order of its parameters:
`argument0: float32 [s0, 784]`.
"""

import dataclasses
import math
import pathlib
import re

_FUNCTION = re.compile(r"/\*((?:(?!\*/).)*)\*/\s*int (\w+)\(const hysteron_context \*context,([^)]*)\);", re.S)
_PARAMETER = re.compile(r"(const )?DLTensor \*(\w+)")
_TENSOR = re.compile(r"(\w+): (\w+) \[(.*?)\](?: with a bit for each of the n elements of (\w+) (\d+))?")


@dataclasses.dataclass(frozen=True)
class Tensor:
    """A parameter of a compiled function.

    name: its role and number, "argument0", "result0", "residual0", "cotangent0" or
        "gradient0".
    dtype: "float16", "bfloat16", "float32", "float64", "int8", ...
    shape: a number per dimension or, where it may vary, a name like "s0". Dimensions
        of one name are equal in one call.
    mask_of: the name of the tensor whose elements this one has bits for, or "". A mask
        has no `shape`; it is a row of 64 ceil(n / 512) bytes.
    """

    name: str
    dtype: str
    shape: tuple
    mask_of: str = ""


@dataclasses.dataclass(frozen=True)
class Function:
    """A compiled function: its name in C, and its tensors in their order."""

    name: str
    inputs: tuple
    outputs: tuple

    def infer(self, inputs):
        """The outputs for some inputs.

        inputs: a pair (dtype's name, shape) per input. Extents may be symbols of the
            host's tracer.
        Returns a list of such pairs, one per output.
        Raises TypeError for a wrong number of inputs or a wrong dtype, ValueError for
            a wrong shape.
        """
        if len(inputs) != len(self.inputs):
            raise TypeError(f"{self.name} takes {len(self.inputs)} tensors, but {len(inputs)} are given")
        extents, shapes = {}, {}
        for tensor, (dtype, shape) in zip(self.inputs, inputs):
            if dtype != tensor.dtype:
                raise TypeError(f"{self.name}: {tensor.name} is {dtype}, expected {tensor.dtype}")
            shapes[tensor.name] = tuple(shape)
            rank = 1 if tensor.mask_of else len(tensor.shape)
            if len(shape) != rank:
                raise ValueError(f"{self.name}: {tensor.name} has {len(shape)} dimensions, expected {rank}")
            for number, (wanted, extent) in enumerate(zip(tensor.shape, shape)):
                if isinstance(wanted, str):
                    wanted = extents.setdefault(wanted, extent)
                if extent != wanted:
                    raise ValueError(f"{self.name}: dimension {number} of {tensor.name} is {extent}, expected {wanted}")
        for tensor in self.outputs:
            if tensor.mask_of:
                shapes[tensor.name] = (64 * ((math.prod(shapes[tensor.mask_of]) + 511) // 512),)
                continue
            unknown = [extent for extent in tensor.shape if isinstance(extent, str) and extent not in extents]
            if unknown:
                raise ValueError(f"{self.name}: no input says what {unknown[0]} of {tensor.name} is")
            shapes[tensor.name] = tuple(extents.get(extent, extent) for extent in tensor.shape)
        return [(tensor.dtype, shapes[tensor.name]) for tensor in self.outputs]


def read_header(path):
    """The functions of a header that hysteron-compile wrote, by their names.

    Raises ValueError if it is no such header.
    """
    functions = {}
    for comment, name, parameters in _FUNCTION.findall(pathlib.Path(path).read_text()):
        tensors = {}
        for tensor, dtype, shape, role, number in _TENSOR.findall(comment):
            extents = () if role else (extent for extent in shape.split(", ") if extent)
            tensors[tensor] = Tensor(tensor, dtype, tuple(int(e) if e.isdigit() else e for e in extents), role + number)
        order = _PARAMETER.findall(parameters)
        if [tensor for _, tensor in order] != list(tensors):
            raise ValueError(f"{path}: the comment of {name} does not describe its parameters")
        functions[name] = Function(name, tuple(tensors[tensor] for const, tensor in order if const),
                                   tuple(tensors[tensor] for const, tensor in order if not const))
    if not functions:
        raise ValueError(f"{path} declares no compiled function")
    return functions
