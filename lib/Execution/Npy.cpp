//===- Npy.cpp - NumPy's file format --------------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
// bfloat16, which NumPy does not have, is stored as its bits in uint16.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Execution/Execution.h"

#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mlir;
using namespace hysteron;

static constexpr StringRef magic("\x93NUMPY", 6);

/// NumPy's name of the type, without the byte order.
static StringRef getDescr(Type type) {
  if (type.isF16())
    return "f2";
  if (type.isF32())
    return "f4";
  if (type.isF64())
    return "f8";
  if (type.isBF16())
    return "u2";
  switch (type.isInteger() ? type.getIntOrFloatBitWidth() : 0) {
  case 8:
    return "i1";
  case 16:
    return "i2";
  case 32:
    return "i4";
  case 64:
    return "i8";
  }
  return "";
}

namespace {
struct Header {
  std::string descr;
  bool fortran = false;
  SmallVector<int64_t> shape;
};
} // namespace

/// Parses "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }".
static bool parseHeader(StringRef text, Header &header) {
  auto skip = [&] { text = text.ltrim(" \n"); };
  auto take = [&](StringRef token) {
    skip();
    return text.consume_front(token);
  };
  auto string = [&](std::string &value) {
    skip();
    if (text.empty() || (text.front() != '\'' && text.front() != '"'))
      return false;
    char quote = text.front();
    size_t end = text.find(quote, 1);
    if (end == StringRef::npos)
      return false;
    value = text.slice(1, end).str();
    text = text.drop_front(end + 1);
    return true;
  };
  if (!take("{"))
    return false;
  bool descr = false, order = false, shape = false;
  while (!take("}")) {
    std::string key;
    if (!string(key) || !take(":"))
      return false;
    if (key == "descr" && !descr) {
      descr = string(header.descr);
      if (!descr)
        return false;
    } else if (key == "fortran_order" && !order) {
      header.fortran = take("True");
      order = true;
      if (!header.fortran && !take("False"))
        return false;
    } else if (key == "shape" && !shape) {
      shape = true;
      if (!take("("))
        return false;
      while (!take(")")) {
        int64_t extent;
        skip();
        if (text.consumeInteger(10, extent) || extent < 0)
          return false;
        text.consume_front("L");
        header.shape.push_back(extent);
        if (!take(",") && !text.ltrim().starts_with(")"))
          return false;
      }
    } else {
      return false;
    }
    if (!take(",") && !text.ltrim().starts_with("}"))
      return false;
  }
  return descr && order && shape;
}

static std::string getShape(ArrayRef<int64_t> shape) {
  std::string text = "(";
  for (auto [i, extent] : llvm::enumerate(shape))
    text += (i ? ", " : "") +
            (ShapedType::isDynamic(extent) ? "?" : std::to_string(extent));
  return text + (shape.size() == 1 ? ",)" : ")");
}

FailureOr<HostTensor> hysteron::readNpy(StringRef path, RankedTensorType type,
                                        Location location) {
  auto fail = [&](const Twine &message) {
    return emitError(location) << "cannot use '" << path << "': " << message;
  };
  auto file = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false);
  if (!file)
    return fail(file.getError().message());
  StringRef bytes = (*file)->getBuffer();
  if (!bytes.consume_front(magic) || bytes.size() < 4)
    return fail("it is not a .npy file");
  unsigned major = static_cast<unsigned char>(bytes[0]);
  if (major < 1 || major > 3)
    return fail("version " + Twine(major) + " of the format is unknown");
  bytes = bytes.drop_front(2);
  size_t lengthBytes = major == 1 ? 2 : 4;
  if (bytes.size() < lengthBytes)
    return fail("its header is cut off");
  size_t length = major == 1 ? llvm::support::endian::read16le(bytes.data())
                             : llvm::support::endian::read32le(bytes.data());
  bytes = bytes.drop_front(lengthBytes);
  if (bytes.size() < length)
    return fail("its header is cut off");
  Header header;
  if (!parseHeader(bytes.take_front(length), header))
    return fail("its header is not that of one array");
  bytes = bytes.drop_front(length);

  StringRef descr = header.descr, wanted = getDescr(type.getElementType());
  if (wanted.empty())
    return fail("files cannot hold elements of this type");
  StringRef order = wanted.back() == '1' ? "<>|=" : "<=";
  if (descr.empty() || !order.contains(descr.front()) ||
      (descr.drop_front() != wanted &&
       !(wanted == "i1" && descr.drop_front() == "u1")))
    return fail("its elements are '" + descr + "', expected '" +
                (wanted.back() == '1' ? "|" : "<") + wanted + "'");
  if (header.shape.size() != size_t(type.getRank()) ||
      llvm::any_of(
          llvm::zip_equal(header.shape, type.getShape()), [](auto pair) {
            auto [given, expected] = pair;
            return !ShapedType::isDynamic(expected) && given != expected;
          }))
    return fail("its shape is " + getShape(header.shape) + ", expected " +
                getShape(type.getShape()));
  if (header.fortran && header.shape.size() > 1)
    return fail("its elements are in Fortran's order, expected C's");

  int64_t size = type.getElementTypeBitWidth() / 8;
  for (int64_t extent : header.shape)
    if (__builtin_mul_overflow(size, extent, &size))
      return fail("its shape is too large");
  if (bytes.size() != size_t(size))
    return fail("it has " + Twine(bytes.size()) +
                " bytes of elements, expected " + Twine(size));
  return HostTensor{
      type.getElementType(), header.shape, {bytes.begin(), bytes.end()}};
}

std::string hysteron::writeNpy(const HostTensor &tensor) {
  StringRef descr = getDescr(tensor.element);
  std::string header =
      ("{'descr': '" + Twine(descr.back() == '1' ? "|" : "<") + descr +
       "', 'fortran_order': False, 'shape': " + getShape(tensor.shape) + ", }")
          .str();
  // Elements start at a multiple of 64 bytes.
  size_t length = llvm::alignTo(magic.size() + 4 + header.size() + 1, 64) -
                  (magic.size() + 4);
  header.resize(length - 1, ' ');
  std::string bytes = magic.str();
  bytes += {1, 0, char(length & 255), char(length >> 8)};
  bytes += header + "\n";
  bytes.append(tensor.data.begin(), tensor.data.end());
  return bytes;
}
