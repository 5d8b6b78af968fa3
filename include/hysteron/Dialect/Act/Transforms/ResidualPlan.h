//===- ResidualPlan.h - What forward keeps for backward ---------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rule is in the description of the pass act-plan-residuals.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_TRANSFORMS_RESIDUALPLAN_H
#define HYSTERON_DIALECT_ACT_TRANSFORMS_RESIDUALPLAN_H

#include "hysteron/Dialect/Act/IR/Act.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace hysteron::act {

/// Bits per element of x, of an activation that is a kernel of its own.
struct ResidualCost {
  /// Kept for this activation and nothing else.
  unsigned kept;
  /// Read and written by forward, and by backward.
  unsigned forward, backward;

  unsigned total() const { return kept + forward + backward; }
};

/// Writes a residual on each activation of `f` that has none: `wanted` where it
/// has that form.
void planResiduals(mlir::func::FuncOp f, std::optional<ResidualKind> wanted);

/// An activation of a planned function.
struct PlannedResidual {
  ActivationOpInterface op;
  ResidualKind kind;
  ResidualCost cost;
  /// The tensor that backward reads, null for a mask and recomputation, and
  /// whether it would be there without this activation.
  mlir::Value tensor;
  bool alive;
};

/// All activations in the order of the program. Of several that keep one tensor
/// the one that chooses first counts it.
llvm::SmallVector<PlannedResidual> getPlan(mlir::func::FuncOp f);

} // namespace hysteron::act

#endif // HYSTERON_DIALECT_ACT_TRANSFORMS_RESIDUALPLAN_H
