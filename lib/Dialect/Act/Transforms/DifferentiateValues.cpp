//===- DifferentiateValues.cpp - Values of forward in backward ------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Derivation.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

ResidualKind Derivation::getResidual(ActivationOpInterface op) {
  auto attr = op->getAttrOfType<ResidualAttr>("residual");
  return attr ? attr.getValue() : Activation(op).getDefaultResidual();
}

/// What is kept, or a result that backward can have: not to be recomputed.
void Derivation::markPlanned() {
  planned.insert_range(getReturn().getOperands());
  for (auto op : f.getOps<ActivationOpInterface>()) {
    ResidualKind kind = getResidual(op);
    if (kind == ResidualKind::Input)
      planned.insert(op->getOperand(0));
    if (kind == ResidualKind::Output)
      planned.insert(op->getResult(0));
  }
}

/// The primal value as an argument of f_backward.
Value Derivation::keep(Value primal) {
  if (Value value = known.lookup(primal))
    return value;
  Operation *op = primal.getDefiningOp();
  if (op && (op->hasTrait<OpTrait::ConstantLike>() || isa<tensor::EmptyOp>(op)))
    return clone(primal);
  BlockArgument argument =
      backward.front().addArgument(primal.getType(), primal.getLoc());
  kept.insert({primal, argument});
  return known[primal] = argument;
}

/// The primal value computed anew from what is there already or kept.
Value Derivation::recompute(Value primal) {
  if (Value value = known.lookup(primal))
    return value;
  if (isa<BlockArgument>(primal) || planned.contains(primal))
    return keep(primal);
  return clone(primal);
}

/// The primal value by a copy of its op.
Value Derivation::clone(Value primal) {
  Operation *op = primal.getDefiningOp();
  IRMapping mapping;
  op->walk([&](Operation *nested) {
    for (Value operand : nested->getOperands())
      if (operand.getParentRegion() == &f.getBody())
        mapping.map(operand, recompute(operand));
  });
  Operation *copy = builder.clone(*op, mapping);
  copy->removeAttr("residual");
  for (auto [from, to] : llvm::zip(op->getResults(), copy->getResults()))
    known[from] = to;
  return known[primal];
}

Value Derivation::zeros(Value primal) {
  auto type = cast<RankedTensorType>(primal.getType());
  SmallVector<OpFoldResult> sizes;
  if (type.hasStaticShape())
    sizes = getAsIndexOpFoldResult(f.getContext(), type.getShape());
  else
    sizes = tensor::getMixedSizes(builder, builder.getLoc(), keep(primal));
  Value empty = tensor::EmptyOp::create(builder, sizes, type.getElementType());
  Value zero = arith::ConstantOp::create(builder, builder.getZeroAttr(type.getElementType()));
  return linalg::FillOp::create(builder, zero, empty).getResult(0);
}
