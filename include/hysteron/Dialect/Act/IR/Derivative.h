//===- Derivative.h - Reverse-mode derivative of scalar code ----*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_IR_DERIVATIVE_H
#define HYSTERON_DIALECT_ACT_IR_DERIVATIVE_H

#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace hysteron::act {

/// Whether act.define and differentiation know this arith or math op.
bool isDifferentiable(mlir::Operation *op);

/// Appends the adjoint of the straight-line code `ops` (arith and math on
/// scalars, each passing isDifferentiable) and returns the cotangent of each of
/// `inputs`, null where an input has no influence. `outputs[i]` has the
/// cotangent `cotangents[i]`. Where the derivative does not exist the choice is
/// that of act.define's documentation.
llvm::SmallVector<mlir::Value>
differentiate(mlir::ImplicitLocOpBuilder &builder,
              llvm::ArrayRef<mlir::Operation *> ops, mlir::ValueRange inputs,
              mlir::ValueRange outputs, mlir::ValueRange cotangents);

} // namespace hysteron::act

#endif // HYSTERON_DIALECT_ACT_IR_DERIVATIVE_H
