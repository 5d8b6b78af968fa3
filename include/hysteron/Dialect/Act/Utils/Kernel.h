//===- Kernel.h - Scalar code as linalg.generic -----------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The kernel form: a linalg.generic whose results are element-wise (the map is a
// permutation of the loops) or sums (a loop is missing from the map). Code in a
// body is over f32 or f64; narrower tensors are widened and rounded at its edge.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_UTILS_KERNEL_H
#define HYSTERON_DIALECT_ACT_UTILS_KERNEL_H

#include "mlir/IR/AffineMap.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/OpDefinition.h"

namespace hysteron::act {

/// A tensor and how the loops index it.
struct Access {
  mlir::Value tensor;
  mlir::AffineMap map;
};

/// A result of the kernel. One whose map misses a loop is summed over it, in
/// f32 (f64 for f64), and rounded to its type once at the end.
struct Result {
  mlir::RankedTensorType type;
  mlir::AffineMap map;
};

/// Builds the code of one element from the elements of the inputs, widened to
/// f32 or f64 where they are floats; returns a value per result.
using KernelBody = llvm::function_ref<llvm::SmallVector<mlir::Value>(
    mlir::ImplicitLocOpBuilder &, mlir::ValueRange)>;

/// Creates the generic and whatever goes with it (empty and zeroed tensors,
/// rounding of sums). `loopSizes` has one entry per loop.
llvm::SmallVector<mlir::Value>
createKernel(mlir::ImplicitLocOpBuilder &builder,
             llvm::ArrayRef<Access> inputs, llvm::ArrayRef<Result> results,
             llvm::ArrayRef<mlir::OpFoldResult> loopSizes, KernelBody body);

/// An operand with a map like (d0, d1) -> (0), over extent-1 dimensions, as one
/// with a projected permutation: the constant dimensions are collapsed.
Access dropUnitDims(mlir::ImplicitLocOpBuilder &builder, Access access);
/// The gradient of a collapsed operand in the operand's own type.
mlir::Value restoreUnitDims(mlir::ImplicitLocOpBuilder &builder,
                            mlir::Value value, mlir::RankedTensorType type);

/// How x's loops index a parameter: one value, or one per channel.
mlir::AffineMap getParameterMap(mlir::RankedTensorType x,
                                mlir::RankedTensorType parameter,
                                std::optional<uint64_t> channelDim);

/// Replaces an element-wise arith or math op on ranked tensors by a generic.
/// Fails, with nothing changed, on any other op.
llvm::LogicalResult convertElementwise(mlir::RewriterBase &rewriter,
                                       mlir::Operation *op);

} // namespace hysteron::act

#endif // HYSTERON_DIALECT_ACT_UTILS_KERNEL_H
