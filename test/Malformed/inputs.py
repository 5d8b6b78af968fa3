# Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Files that no text can hold, or that are too long to be written out."""

import struct

RELU = b"""func.func @f(%x: tensor<?x3xf32>) -> tensor<?x3xf32> {
  %y = act.relu %x : tensor<?x3xf32>
  return %y : tensor<?x3xf32>
}
"""
MANY = 100000


def npy(header="{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", data=b"\0" * 24, magic=b"\x93NUMPY",
        version=b"\1\0", length=None):
    """A .npy file, right where nothing else is said."""
    header = header.encode("latin1")
    return magic + version + struct.pack("<H", len(header) if length is None else length) + header + data


def array(descr="'<f4'", order="False", shape="(2, 3)", data=b"\0" * 24):
    return npy(f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}", data)


MODULES = {
    "relu": RELU,
    "empty": b"",
    "zeros": b"\0" * 64,
    "junk": bytes(range(128, 256)),
    "elf": b"\x7fELF\2\1\1" + b"\0" * 57,
    "nul": RELU.replace(b"relu %x", b"re\0lu %x"),
    "latin1": "func.func @größe() {\n".encode("latin1"),
    "bom": b"\xef\xbb\xbf" + RELU,
    "utf16": RELU.decode().encode("utf-16"),
    "cut": RELU[:-30],
    "cut-string": b'module attributes {a = "b\n',
    "cut-comment": b"func.func @f( // and no more",
    "carriage": RELU.replace(b"\n", b"\r").replace(b"act.", b"// "),
    "nested": b"module {" * MANY,
    "nested-type": b"func.func @f(%x: " + b"tuple<" * MANY + b"\n",
    "nested-attribute": b"module attributes {a = " + b"[" * MANY + b"\n",
    "nested-location": b"module {} loc(" + b"callsite(" * MANY + b"\n",
    "long-name": b"func.func @" + b"f" * 300 + b"(%x: tensor<4xf32>) -> tensor<4xf32> {\n  return %x : tensor<4xf32>\n}\n",
    "digits": RELU.replace(b"3xf32", b"9" * 5000 + b"xf32"),
    "bytecode-magic": b"ML\xefR",
    "bytecode-version": b"ML\xefR\xfd",
    "bytecode-junk": b"ML\xefR\x0dMLIR22\0" + bytes(range(256)),
    "ir-of-llvm": b"define i32 @main() {\n  ret i32 0\n}\n",
    "python": b"import torch\n\ndef f(x):\n    return x.relu()\n",
}

ARRAYS = {
    "x": npy(),
    "empty": b"",
    "text": b"1 2 3\n4 5 6\n",
    "zip": b"PK\3\4" + b"\0" * 60,
    "magic": npy(magic=b"\x93NUMPX"),
    "magic-alone": b"\x93NUMPY",
    "version": npy(version=b"\4\0"),
    "version-0": npy(version=b"\0\0"),
    "header-cut": npy()[:40],
    "header-length": npy(length=65535),
    "header-short": npy(length=20),
    "header-empty": npy(header=""),
    "header-list": npy(header="[1, 2, 3]"),
    "header-twice": npy(header="{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"),
    "header-more": npy(header="{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), 'units': 'm', }"),
    "header-less": npy(header="{'descr': '<f4', 'shape': (2, 3), }"),
    "header-open": npy(header="{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3"),
    "data-short": npy(data=b"\0" * 23),
    "data-long": npy(data=b"\0" * 28),
    "data-none": npy(data=b""),
    "f8": array("'<f8'", data=b"\0" * 48),
    "f2": array("'<f2'", data=b"\0" * 12),
    "i4": array("'<i4'"),
    "big-endian": array("'>f4'"),
    "object": array("'|O'", data=b"\x80\4]q\0."),
    "structured": array("[('x', '<f4'), ('y', '<f4')]"),
    "no-type": array("''"),
    "fortran": array(order="True"),
    "order-word": array(order="Maybe"),
    "shape-1d": array(shape="(6,)"),
    "shape-3d": array(shape="(1, 2, 3)"),
    "shape-swapped": array(shape="(3, 2)"),
    "shape-scalar": array(shape="()", data=b"\0" * 4),
    "shape-negative": array(shape="(-2, 3)"),
    "shape-float": array(shape="(2.0, 3)"),
    "shape-number": array(shape="6"),
    "shape-huge": array(shape="(9223372036854775807, 3)"),
    "shape-overflow": array(shape="(99999999999999999999, 3)"),
    "one-row": array(shape="(1, 3)", data=b"\0" * 12),
}


def write(folder):
    folder.mkdir(exist_ok=True)
    for files, suffix in ((MODULES, ".mlir"), (ARRAYS, ".npy")):
        for name, contents in files.items():
            (folder / (name + suffix)).write_bytes(contents)
    (folder / "folder").mkdir(exist_ok=True)
