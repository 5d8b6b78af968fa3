//===- Body.h - Scalar code as Halide expressions ---------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Types: index is Int(32); i1 is Bool; i8 to i64 are UInt, since they wrap;
// f16 and bf16 are the UInt(16) of their bits and compute in f32, rounding
// after every op.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_BODY_H
#define HYSTERON_LIB_TARGET_HALIDE_BODY_H

#include "HalideAPI.h"

#include "hysteron/Dialect/Halide/IR/Halide.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

#include <vector>

namespace hysteron {

/// How Halide keeps values of an MLIR type.
Halide::Type halideType(mlir::Type type);

/// The buffers and Funcs that a body can read.
struct Sources {
  llvm::StringMap<Halide::Parameter> buffers; // inputs, and outputs for extents
  llvm::StringMap<Halide::Internal::Function> funcs;

  Halide::Expr extent(llvm::StringRef buffer, int64_t dim) const;
  Halide::Expr bound(halide::BoundAttr bound) const;
};

/// The values that a body yields, given those of its arguments, and after them the
/// conditions of an update.
llvm::FailureOr<std::vector<Halide::Expr>> emitBody(mlir::Block &body, llvm::ArrayRef<Halide::Expr> arguments,
                                                    const Sources &sources, const Machine &machine);

} // namespace hysteron

#endif // HYSTERON_LIB_TARGET_HALIDE_BODY_H
