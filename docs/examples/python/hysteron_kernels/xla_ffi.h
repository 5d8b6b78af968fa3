//===- xla_ffi.h - Compiled functions as targets of XLA ---------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// HYSTERON_XLA_FFI(f_forward); defines f_forward_xla, a handler for XLA's foreign
// function interface. To be included after the header of f.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_KERNELS_XLA_FFI_H
#define HYSTERON_KERNELS_XLA_FFI_H

#include "xla/ffi/api/ffi.h"

#include <array>
#include <string>
#include <type_traits>
#include <utility>

namespace hysteron_xla {

inline DLDataType getType(xla::ffi::DataType type) {
  auto make = [](int code, int bits) {
    return DLDataType{uint8_t(code), uint8_t(bits), 1};
  };
  switch (type) {
  case xla::ffi::F16:
    return make(kDLFloat, 16);
  case xla::ffi::BF16:
    return make(kDLBfloat, 16);
  case xla::ffi::F32:
    return make(kDLFloat, 32);
  case xla::ffi::F64:
    return make(kDLFloat, 64);
  case xla::ffi::S8:
    return make(kDLInt, 8);
  case xla::ffi::S16:
    return make(kDLInt, 16);
  case xla::ffi::S32:
    return make(kDLInt, 32);
  case xla::ffi::S64:
    return make(kDLInt, 64);
  default:
    return make(kDLOpaqueHandle, 0); // an error of the function's own
  }
}

/// A buffer of XLA's, which is dense and in row-major order.
inline DLTensor getTensor(const xla::ffi::AnyBuffer &buffer) {
  DLTensor tensor = {};
  tensor.data = buffer.untyped_data();
  tensor.device = {kDLCPU, 0};
  tensor.ndim = int32_t(buffer.dimensions().size());
  tensor.dtype = getType(buffer.element_type());
  tensor.shape = const_cast<int64_t *>(buffer.dimensions().begin());
  return tensor;
}

template <typename... Tensors, size_t... I>
xla::ffi::Error call(int (*function)(const hysteron_context *, Tensors *...),
                     xla::ffi::RemainingArgs arguments,
                     xla::ffi::RemainingRets results,
                     std::index_sequence<I...>) {
  // The inputs come first; they are const.
  constexpr size_t inputs = (size_t(std::is_const_v<Tensors>) + ... + 0);
  if (arguments.size() != inputs ||
      results.size() != sizeof...(Tensors) - inputs)
    return xla::ffi::Error::InvalidArgument("wrong number of tensors");
  std::array<DLTensor, sizeof...(Tensors)> tensors;
  for (size_t i = 0; i < inputs; ++i)
    tensors[i] = getTensor(*arguments.get<xla::ffi::AnyBuffer>(i));
  for (size_t i = inputs; i < tensors.size(); ++i)
    tensors[i] = getTensor(**results.get<xla::ffi::AnyBuffer>(i - inputs));
  char message[512] = "";
  hysteron_context context = {};
  context.message = message;
  context.message_size = sizeof(message);
  if (function(&context, &tensors[I]...) != HYSTERON_OK)
    return xla::ffi::Error::Internal(message);
  return xla::ffi::Error::Success();
}

template <typename... Tensors>
xla::ffi::Error call(int (*function)(const hysteron_context *, Tensors *...),
                     xla::ffi::RemainingArgs arguments,
                     xla::ffi::RemainingRets results) {
  return call(function, arguments, results,
              std::index_sequence_for<Tensors...>());
}

} // namespace hysteron_xla

#define HYSTERON_XLA_FFI(function)                                             \
  static xla::ffi::Error function##_call(xla::ffi::RemainingArgs arguments,    \
                                         xla::ffi::RemainingRets results) {    \
    return hysteron_xla::call(function, arguments, results);                   \
  }                                                                            \
  XLA_FFI_DEFINE_HANDLER_SYMBOL(                                               \
      function##_xla, function##_call,                                         \
      xla::ffi::Ffi::Bind().RemainingArgs().RemainingRets())

#endif // HYSTERON_KERNELS_XLA_FFI_H
