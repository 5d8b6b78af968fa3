//===- Derivation.h - One function on its way to forward and backward -----===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_DIALECT_ACT_TRANSFORMS_DERIVATION_H
#define HYSTERON_LIB_DIALECT_ACT_TRANSFORMS_DERIVATION_H

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "hysteron/Dialect/Act/Utils/Kernel.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace hysteron::act {

/// Makes f_backward while f becomes f_forward. Values of f ("primal") are
/// brought into f_backward by `keep` or `recompute`; `adjoint` holds the sum of
/// the cotangents that a primal value has got so far.
class Derivation {
public:
  explicit Derivation(mlir::func::FuncOp f)
      : f(f), builder(f.getLoc(), f.getContext()) {}

  mlir::LogicalResult run();
  /// Spoils f to tell what backward needs whatever the activations keep.
  mlir::FailureOr<llvm::SmallVector<mlir::Value>> probe();

private:
  mlir::LogicalResult prepare();
  mlir::LogicalResult pullAll();
  void markPlanned();
  /// By attribute, or else what the activation does without a plan.
  static ResidualKind getResidual(ActivationOpInterface op);
  void markActive();
  mlir::LogicalResult pull(mlir::Operation *op);
  mlir::LogicalResult pullActivation(ActivationOpInterface op);
  mlir::LogicalResult pullGeneric(mlir::linalg::GenericOp op);
  llvm::SmallVector<mlir::OpFoldResult>
  getLoopSizes(mlir::linalg::GenericOp op, llvm::ArrayRef<Access> accesses);
  void pullReshape(mlir::Operation *op);
  void finish();

  mlir::Value keep(mlir::Value primal);
  mlir::Value recompute(mlir::Value primal);
  mlir::Value clone(mlir::Value primal);
  mlir::Value zeros(mlir::Value primal);
  void accumulate(mlir::Value primal, mlir::Value cotangent);
  bool isActive(mlir::Value value) { return active.contains(value); }
  mlir::Value findActive(mlir::Operation *op, llvm::function_ref<bool(mlir::Value)> isWanted);
  mlir::func::ReturnOp getReturn() { return llvm::cast<mlir::func::ReturnOp>(f.front().back()); }
  mlir::StringAttr role(llvm::StringRef kind, unsigned i) {
    return builder.getStringAttr(kind + " " + llvm::Twine(i));
  }

  mlir::func::FuncOp f, backward;
  mlir::ImplicitLocOpBuilder builder; // in backward
  bool probing = false;
  llvm::DenseSet<mlir::Value> active; // values that depend on a float argument
  llvm::DenseSet<mlir::Value> planned; // not to be recomputed
  llvm::DenseMap<mlir::Value, mlir::Value> adjoint, known;
  llvm::MapVector<mlir::Value, mlir::BlockArgument> kept;
  llvm::SmallVector<mlir::Value> residuals; // what f_forward returns besides f's results
};

} // namespace hysteron::act

#endif // HYSTERON_LIB_DIALECT_ACT_TRANSFORMS_DERIVATION_H
