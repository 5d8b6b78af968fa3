//===- DifferentiateGeneric.cpp - The adjoint of a linalg.generic ---------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One generic over the same loops: it reads the inputs and cotangents that its
// body needs and has an element-wise result or a sum per gradient.
//
//===----------------------------------------------------------------------===//

#include "Derivation.h"
#include "hysteron/Dialect/Act/IR/Derivative.h"
#include "hysteron/Dialect/Act/Utils/Kernel.h"
#include "hysteron/Dialect/Act/Utils/KernelForm.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

/// The term of a sum `out + term`, or null.
static Value getSummand(linalg::GenericOp op, unsigned result) {
  auto yield = cast<linalg::YieldOp>(op.getBody()->getTerminator());
  auto add = yield.getOperand(result).getDefiningOp<arith::AddFOp>();
  Value out = op.getMatchingBlockArgument(op.getDpsInitOperand(result));
  if (!add || !out.hasOneUse())
    return {};
  return add.getLhs() == out ? add.getRhs() : add.getRhs() == out ? add.getLhs() : Value();
}

/// The gradient of an input: its type and map without the extent-1 dimensions
/// that the map indexes by a constant.
static act::Result getGradient(linalg::GenericOp op, OpOperand *input) {
  auto type = cast<RankedTensorType>(input->get().getType());
  AffineMap map = op.getMatchingIndexingMap(input);
  SmallVector<AffineExpr> exprs;
  SmallVector<int64_t> shape;
  for (auto [expr, size] : llvm::zip_equal(map.getResults(), type.getShape()))
    if (!isa<AffineConstantExpr>(expr)) {
      exprs.push_back(expr);
      shape.push_back(size);
    }
  return {RankedTensorType::get(shape, type.getElementType()),
          AffineMap::get(map.getNumDims(), 0, exprs, op.getContext())};
}

static void eraseDead(Block &block, const llvm::SmallPtrSetImpl<Value> &live) {
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
    if (op.use_empty() && llvm::none_of(op.getResults(), [&](Value v) { return live.contains(v); }))
      op.erase();
}

/// The loops' extents, from what is read already or else from a kept input.
SmallVector<OpFoldResult>
Derivation::getLoopSizes(linalg::GenericOp op, ArrayRef<act::Access> accesses) {
  SmallVector<OpFoldResult> sizes;
  for (auto [loop, range] : llvm::enumerate(op.getStaticLoopRanges())) {
    if (!ShapedType::isDynamic(range)) {
      sizes.push_back(builder.getIndexAttr(range));
      continue;
    }
    AffineExpr dim = builder.getAffineDimExpr(loop);
    OpFoldResult size;
    for (const act::Access &access : accesses)
      if (std::optional<unsigned> position = access.map.getResultPosition(dim))
        size = tensor::getMixedSize(builder, op.getLoc(), access.tensor, *position);
    for (OpOperand *input : op.getDpsInputOperands()) {
      std::optional<unsigned> position = op.getMatchingIndexingMap(input).getResultPosition(dim);
      if (!size && position)
        size = tensor::getMixedSize(builder, op.getLoc(), keep(input->get()), *position);
    }
    sizes.push_back(size);
  }
  return sizes;
}

LogicalResult Derivation::pullGeneric(linalg::GenericOp op) {
  Block *body = op.getBody();
  for (Operation &inner : body->without_terminator())
    if (!isDifferentiable(&inner) && !isa<linalg::IndexOp>(inner) &&
        llvm::any_of(inner.getResultTypes(), llvm::IsaPred<FloatType>))
      return inner.emitError()
             << "the derivative of '" << inner.getName() << "' is not known";

  // Results with a cotangent, and what of the body each depends on.
  SmallVector<unsigned> results;
  SmallVector<Value> outputs, cotangents;
  for (unsigned i = 0; i < op.getNumResults(); ++i) {
    if (!adjoint.contains(op.getResult(i)))
      continue;
    Value out = op.getMatchingBlockArgument(op.getDpsInitOperand(i));
    Value value = cast<linalg::YieldOp>(body->getTerminator()).getOperand(i);
    if (!out.use_empty()) {
      value = getSummand(op, i);
      if (!value)
        return op.emitError("only sums over a loop can be differentiated");
      accumulate(op.getDpsInits()[i], adjoint.lookup(op.getResult(i)));
    }
    results.push_back(i);
    outputs.push_back(value);
    cotangents.push_back(adjoint.lookup(op.getResult(i)));
  }

  // Where each gradient goes; extent-1 operands have a map with constants.
  SmallVector<unsigned> wanted;
  SmallVector<act::Result> gradients;
  for (OpOperand *input : op.getDpsInputOperands()) {
    if (!isActive(input->get()))
      continue;
    act::Result gradient = getGradient(op, input);
    if (!gradient.map.isProjectedPermutation())
      return op.emitError() << "operand " << input->getOperandNumber()
                            << " is not indexed by loops alone: its gradient is not known";
    wanted.push_back(input->getOperandNumber());
    gradients.push_back(gradient);
  }
  if (wanted.empty() || results.empty())
    return success();

  // Build the code of one element aside to see which inputs it reads.
  Block scratch;
  SmallVector<act::Access> accesses;
  SmallVector<Value> primals; // null for a cotangent
  ImplicitLocOpBuilder inner(op.getLoc(), f.getContext());
  inner.setInsertionPointToEnd(&scratch);
  IRMapping mapping;
  auto addInput = [&](Value primal, Value tensor, AffineMap map, Type element) {
    Type type = isa<FloatType>(element) && element.getIntOrFloatBitWidth() < 32
                    ? inner.getF32Type()
                    : element;
    Value argument = scratch.addArgument(type, op.getLoc());
    primals.push_back(primal);
    accesses.push_back({tensor, map});
    // The body has the element itself; it may have been rounded, so widening
    // and rounding again changes nothing.
    if (type != element)
      argument = arith::TruncFOp::create(inner, element, argument);
    return argument;
  };
  for (OpOperand *input : op.getDpsInputOperands()) {
    Value element = op.getMatchingBlockArgument(input);
    mapping.map(element, addInput(input->get(), nullptr, op.getMatchingIndexingMap(input), element.getType()));
  }
  SmallVector<Value> dys;
  for (auto [i, cotangent] : llvm::zip_equal(results, cotangents)) {
    auto type = cast<RankedTensorType>(cotangent.getType());
    dys.push_back(addInput(nullptr, cotangent,
                           op.getMatchingIndexingMap(op.getDpsInitOperand(i)),
                           type.getElementType()));
  }
  SmallVector<Operation *> ops;
  for (Operation &primal : body->without_terminator()) {
    // The addition to the accumulator itself has no part in the derivative.
    if (llvm::any_of(primal.getOperands(), [&](Value v) { return !mapping.contains(v) && v.getParentBlock() == body; }))
      continue;
    for (Value operand : primal.getOperands())
      if (!mapping.contains(operand))
        mapping.map(operand, recompute(operand));
    Operation *copy = inner.clone(primal, mapping);
    if (isDifferentiable(copy))
      ops.push_back(copy);
  }
  SmallVector<Value> inputElements, outputElements;
  for (unsigned i : wanted)
    inputElements.push_back(mapping.lookup(body->getArgument(i)));
  for (Value value : outputs)
    outputElements.push_back(mapping.lookupOrDefault(value));
  SmallVector<Value> shares =
      act::differentiate(inner, ops, inputElements, outputElements, dys);
  for (auto [share, element] : llvm::zip(shares, inputElements))
    if (!share)
      share = arith::ConstantOp::create(inner, inner.getZeroAttr(element.getType()));
  // Dead code goes, so that an unused argument is an input not to be kept.
  llvm::SmallPtrSet<Value, 4> live(shares.begin(), shares.end());
  eraseDead(scratch, live);

  SmallVector<act::Access> used;
  SmallVector<unsigned> usedArguments;
  for (auto [i, access] : llvm::enumerate(accesses)) {
    Value argument = scratch.getArgument(i);
    if (argument.use_empty() && !live.contains(argument) && primals[i])
      continue;
    if (!access.tensor)
      access.tensor = keep(primals[i]);
    used.push_back(dropUnitDims(builder, access));
    usedArguments.push_back(i);
  }
  SmallVector<OpFoldResult> sizes = getLoopSizes(op, used);
  auto create = [&](ArrayRef<act::Result> gradients, ArrayRef<Value> shares) {
    return createKernel(builder, used, gradients, sizes,
      [&](ImplicitLocOpBuilder &nested, ValueRange elements) {
        IRMapping final;
        for (auto [i, element] : llvm::zip_equal(usedArguments, elements))
          final.map(scratch.getArgument(i), element);
        for (Operation &code : scratch)
          nested.clone(code, final);
        SmallVector<Value> result;
        for (Value share : shares) {
          Value value = final.lookupOrDefault(share);
          if (cast<FloatType>(value.getType()).getWidth() < 32)
            value = arith::ExtFOp::create(nested, nested.getF32Type(), value);
          result.push_back(value);
        }
        return result;
      });
  };
  // The gradients of a product want loops in different orders.
  SmallVector<Value> values;
  if (isContraction(op))
    for (auto [gradient, share] : llvm::zip_equal(gradients, shares))
      values.push_back(create(gradient, share).front());
  else
    values = create(gradients, shares);
  for (auto [i, value] : llvm::zip_equal(wanted, values)) {
    Value operand = op->getOperand(i);
    accumulate(operand, restoreUnitDims(builder, value, cast<RankedTensorType>(operand.getType())));
  }
  return success();
}

