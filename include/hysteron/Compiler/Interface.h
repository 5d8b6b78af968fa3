//===- Interface.h - The C interface of a compiled function -----*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_COMPILER_INTERFACE_H
#define HYSTERON_COMPILER_INTERFACE_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinTypes.h"

#include <string>

namespace hysteron {

namespace halide {
class PipelineOp;
class ScheduleOp;
} // namespace halide

/// One tensor in the argument list of a compiled function.
struct TensorInterface {
  /// What it is to the function: "argument 0", "residual 1", "gradient 0".
  std::string role;
  mlir::RankedTensorType type;
  /// Per dimension the number of its symbolic extent, or -1 if it is static.
  llvm::SmallVector<int64_t> symbols;
  /// Per buffer dimension, outermost first, how many dimensions it collapses.
  llvm::SmallVector<int64_t> groups;
  /// The tensor whose elements this one has bits for, or -1.
  int64_t maskOf = -1;
  /// Bytes that the kernel assumes the data to be aligned to.
  int64_t alignment = 1;
};

/// The exported function of one pipeline.
struct FunctionInterface {
  std::string name;
  /// Inputs, then outputs.
  llvm::SmallVector<TensorInterface> tensors;
  unsigned inputs = 0;
  /// Element-wise, so that any range of elements can be computed by itself.
  bool splittable = false;
  /// An output may lie exactly on an input.
  bool inPlace = false;

  int64_t getSymbolCount() const;
};

/// Reads the interface off a pipeline and the schedules that it is compiled
/// with.
FunctionInterface getInterface(halide::PipelineOp pipeline,
                               llvm::ArrayRef<halide::ScheduleOp> schedules);

/// Reads the interface off a function on tensors.
FunctionInterface getInterface(mlir::func::FuncOp function);

/// Whether a C function can be called so.
bool isCName(llvm::StringRef name);

} // namespace hysteron

#endif // HYSTERON_COMPILER_INTERFACE_H
