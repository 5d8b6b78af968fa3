//===- KernelForm.h - What can be part of a kernel --------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_UTILS_KERNELFORM_H
#define HYSTERON_DIALECT_ACT_UTILS_KERNELFORM_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace hysteron::act {

/// A sum of products, such as a matrix product: no operand has an element for
/// each iteration, so each element is read many times. That wants loops
/// of another kind than a kernel's.
bool isContraction(mlir::linalg::LinalgOp op);

/// An activation, or an element-wise, broadcasting or reducing computation that
/// a kernel can hold.
bool isKernelOp(mlir::Operation *op);

/// Shapes, constants and views: what a kernel needs around its computations and
/// what costs nothing to have twice.
bool isGlue(mlir::Operation *op);

/// Nothing but the two: the function as a whole is one kernel.
bool isInKernelForm(mlir::func::FuncOp func);

} // namespace hysteron::act

#endif // HYSTERON_DIALECT_ACT_UTILS_KERNELFORM_H
