//===- KernelForm.cpp - What can be part of a kernel ----------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Utils/KernelForm.h"

#include "hysteron/Dialect/Act/IR/Act.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace hysteron;

bool act::isContraction(linalg::LinalgOp op) {
  return op.getNumReductionLoops() > 0 && op.getNumDpsInputs() > 1 &&
         llvm::none_of(op.getIndexingMapsArray(), [](AffineMap map) {
           return map.isProjectedPermutation() &&
                  map.getNumResults() == map.getNumDims();
         });
}

static bool holdsStorable(Type type) {
  return act::isStorable(getElementTypeOrSelf(type));
}

/// Every index is a loop of its own, or the first element of a dimension of
/// extent 1; results have the loops in order.
static bool isKernelMap(AffineMap map, bool isResult) {
  llvm::SmallBitVector seen(map.getNumDims());
  int64_t last = -1;
  for (AffineExpr expr : map.getResults()) {
    auto loop = dyn_cast<AffineDimExpr>(expr);
    if (!loop) {
      if (isResult || !isa<AffineConstantExpr>(expr))
        return false;
      continue;
    }
    if (seen.test(loop.getPosition()) ||
        (isResult && int64_t(loop.getPosition()) < last))
      return false;
    seen.set(last = loop.getPosition());
  }
  return true;
}

/// Whether a value depends on the elements that a body is given.
static bool dependsOnElements(Value value, Block *body) {
  if (auto argument = dyn_cast<BlockArgument>(value))
    return argument.getOwner() == body;
  Operation *op = value.getDefiningOp();
  return op->getBlock() == body && llvm::any_of(op->getOperands(), [&](Value v) {
           return dependsOnElements(v, body);
         });
}

static bool isKernelBody(Block *body) {
  return llvm::all_of(body->without_terminator(), [&](Operation &op) {
    if (op.getNumRegions() > 0 ||
        !llvm::all_of(op.getResultTypes(), act::isComputable))
      return false;
    // Masks are read at places that only the loops tell. A place that data
    // tell would have to be checked.
    if (auto extract = dyn_cast<tensor::ExtractOp>(op))
      return llvm::none_of(extract.getIndices(), [&](Value index) {
        return dependsOnElements(index, body);
      });
    return isa_and_nonnull<arith::ArithDialect, math::MathDialect>(
               op.getDialect()) ||
           isa<linalg::IndexOp, affine::AffineLinearizeIndexOp>(op);
  });
}

static bool isKernelGeneric(linalg::GenericOp generic) {
  if (!generic.hasPureTensorSemantics() || act::isContraction(generic) ||
      generic->getNumResults() == 0)
    return false;
  for (OpOperand &operand : generic->getOpOperands()) {
    bool isTensor = isa<RankedTensorType>(operand.get().getType());
    if (!holdsStorable(operand.get().getType()) ||
        (isTensor && !isKernelMap(generic.getMatchingIndexingMap(&operand),
                                  generic.isDpsInit(&operand))))
      return false;
  }
  return isKernelBody(generic.getBody());
}

bool act::isKernelOp(Operation *op) {
  if (auto generic = dyn_cast<linalg::GenericOp>(op))
    return isKernelGeneric(generic);
  if (isa_and_nonnull<ActDialect>(op->getDialect()))
    return op->getNumResults() > 0;
  return OpTrait::hasElementwiseMappableTraits(op) && op->getNumResults() == 1 &&
         isa<RankedTensorType>(op->getResult(0).getType()) &&
         holdsStorable(op->getResult(0).getType()) &&
         llvm::all_of(op->getOperandTypes(), holdsStorable);
}

bool act::isGlue(Operation *op) {
  if (auto constant = dyn_cast<arith::ConstantOp>(op))
    return !isa<ShapedType>(constant.getType()) ||
           isa<SplatElementsAttr>(constant.getValue());
  if (isa<tensor::EmptyOp, tensor::DimOp, tensor::CastOp, tensor::CollapseShapeOp,
          tensor::ExpandShapeOp, linalg::FillOp>(op))
    return llvm::all_of(op->getOperandTypes(), [](Type type) {
      return !isa<ShapedType>(type) || isa<RankedTensorType>(type);
    });
  // Scalars of the function.
  return op->getNumRegions() == 0 &&
         (isa_and_nonnull<arith::ArithDialect, math::MathDialect>(op->getDialect()) ||
          isa<tensor::ExtractOp>(op)) &&
         llvm::none_of(op->getResultTypes(), llvm::IsaPred<ShapedType>);
}

bool act::isInKernelForm(func::FuncOp func) {
  return !func.isExternal() && func.getBody().hasOneBlock() &&
         llvm::all_of(func.front(), [](Operation &op) {
           return isGlue(&op) || isKernelOp(&op) || isa<func::ReturnOp>(op);
         });
}
