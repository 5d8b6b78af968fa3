//===- LoadTogether.h - A thread block loads for a lone thread --*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_LOADTOGETHER_H
#define HYSTERON_LIB_TARGET_HALIDE_LOADTOGETHER_H

#include <Halide.h>

namespace hysteron::halide {

/// Gives a lone thread of a device, whose loop goes through memory, a thread block that
/// loads what it reads into shared memory, some at a time.
class LoadTogether final : public ::Halide::Internal::IRMutator {
private:
  using IRMutator::visit;
  ::Halide::Internal::Stmt visit(const ::Halide::Internal::For *op) override;
};

} // namespace hysteron::halide

#endif // HYSTERON_LIB_TARGET_HALIDE_LOADTOGETHER_H
