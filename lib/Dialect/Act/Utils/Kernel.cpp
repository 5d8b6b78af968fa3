//===- Kernel.cpp - Scalar code as linalg.generic -------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Utils/Kernel.h"
#include "hysteron/Dialect/Act/IR/Formula.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace hysteron;

static Value convertFloat(ImplicitLocOpBuilder &builder, Value value, Type type) {
  unsigned from = value.getType().getIntOrFloatBitWidth();
  unsigned to = type.getIntOrFloatBitWidth();
  if (from < to)
    return arith::ExtFOp::create(builder, type, value);
  if (from > to)
    return arith::TruncFOp::create(builder, type, value);
  return value;
}

static bool isNarrow(Type type) {
  return isa<FloatType>(type) && type.getIntOrFloatBitWidth() < 32;
}

static bool isSum(AffineMap map) {
  return map.getNumResults() < map.getNumDims();
}

SmallVector<Value> act::createKernel(ImplicitLocOpBuilder &builder,
                                     ArrayRef<Access> inputs,
                                     ArrayRef<Result> results,
                                     ArrayRef<OpFoldResult> loopSizes,
                                     KernelBody body) {
  SmallVector<Value> ins, outs;
  SmallVector<AffineMap> maps;
  SmallVector<Type> types;
  SmallVector<utils::IteratorType> loops(loopSizes.size(),
                                         utils::IteratorType::parallel);
  for (const Access &input : inputs) {
    ins.push_back(input.tensor);
    maps.push_back(input.map);
  }
  for (const Result &result : results) {
    Type element = result.type.getElementType();
    if (isSum(result.map))
      element = getComputeType(element);
    SmallVector<OpFoldResult> sizes;
    for (unsigned dim = 0; dim < result.map.getNumResults(); ++dim)
      sizes.push_back(loopSizes[result.map.getDimPosition(dim)]);
    Value init = tensor::EmptyOp::create(builder, sizes, element);
    if (isSum(result.map)) {
      Value zero = arith::ConstantOp::create(builder, builder.getZeroAttr(element));
      init = linalg::FillOp::create(builder, zero, init).getResult(0);
      for (unsigned loop = 0; loop < loops.size(); ++loop)
        if (!result.map.isFunctionOfDim(loop))
          loops[loop] = utils::IteratorType::reduction;
    }
    outs.push_back(init);
    maps.push_back(result.map);
    types.push_back(init.getType());
  }

  auto generic = linalg::GenericOp::create(
      builder, types, ins, outs, maps, loops,
      [&](OpBuilder &nested, Location loc, ValueRange arguments) {
        ImplicitLocOpBuilder inner(loc, nested);
        SmallVector<Value> elements;
        for (Value element : arguments.take_front(ins.size()))
          elements.push_back(isNarrow(element.getType())
                                 ? convertFloat(inner, element, inner.getF32Type())
                                 : element);
        SmallVector<Value> values = body(inner, elements);
        for (auto [i, value] : llvm::enumerate(values)) {
          Value out = arguments[ins.size() + i];
          if (isa<FloatType>(value.getType()))
            value = convertFloat(inner, value, out.getType());
          if (isSum(results[i].map))
            value = arith::AddFOp::create(inner, out, value);
          values[i] = value;
        }
        linalg::YieldOp::create(inner, values);
      });

  // A sum in f32 for a narrower parameter.
  SmallVector<Value> values;
  for (auto [result, value] : llvm::zip_equal(results, generic.getResults())) {
    if (cast<RankedTensorType>(value.getType()) != result.type &&
        getElementTypeOrSelf(value) != result.type.getElementType()) {
      AffineMap identity =
          builder.getMultiDimIdentityMap(result.type.getRank());
      values.push_back(createKernel(builder, Access{value, identity},
                                    Result{result.type, identity},
                                    tensor::getMixedSizes(builder, builder.getLoc(), value),
                                    [](ImplicitLocOpBuilder &, ValueRange in) {
                                      return SmallVector<Value>(in);
                                    })
                           .front());
    } else {
      values.push_back(value);
    }
    if (values.back().getType() != result.type)
      values.back() = tensor::CastOp::create(builder, result.type, values.back());
  }
  return values;
}

/// One group per kept dimension, the constant ones joined to a neighbour; empty
/// if all are constant.
static SmallVector<ReassociationIndices> groupUnitDims(AffineMap map) {
  SmallVector<ReassociationIndices> groups;
  ReassociationIndices leading;
  for (auto [dim, expr] : llvm::enumerate(map.getResults())) {
    if (!isa<AffineConstantExpr>(expr)) {
      groups.push_back(leading);
      leading.clear();
      groups.back().push_back(dim);
    } else if (groups.empty()) {
      leading.push_back(dim);
    } else {
      groups.back().push_back(dim);
    }
  }
  return groups;
}

act::Access act::dropUnitDims(ImplicitLocOpBuilder &builder, Access access) {
  if (llvm::none_of(access.map.getResults(), llvm::IsaPred<AffineConstantExpr>))
    return access;
  SmallVector<AffineExpr> kept;
  for (AffineExpr expr : access.map.getResults())
    if (!isa<AffineConstantExpr>(expr))
      kept.push_back(expr);
  Value tensor = tensor::CollapseShapeOp::create(builder, access.tensor,
                                                 groupUnitDims(access.map));
  return {tensor, AffineMap::get(access.map.getNumDims(), 0, kept,
                                 builder.getContext())};
}

Value act::restoreUnitDims(ImplicitLocOpBuilder &builder, Value value,
                           RankedTensorType type) {
  auto from = cast<RankedTensorType>(value.getType());
  if (from.getRank() == type.getRank())
    return value;
  auto groups = getReassociationIndicesForCollapse(type.getShape(), from.getShape());
  return tensor::ExpandShapeOp::create(builder, type, value,
                                       groups.value_or(SmallVector<ReassociationIndices>()));
}

AffineMap act::getParameterMap(RankedTensorType x, RankedTensorType parameter,
                               std::optional<uint64_t> channelDim) {
  MLIRContext *context = x.getContext();
  unsigned rank = x.getRank();
  if (parameter.getRank() == 0)
    return AffineMap::get(rank, 0, context);
  AffineExpr index = parameter.getDimSize(0) == 1 || !channelDim
                         ? getAffineConstantExpr(0, context)
                         : getAffineDimExpr(*channelDim, context);
  return AffineMap::get(rank, 0, index);
}

LogicalResult act::convertElementwise(RewriterBase &rewriter, Operation *op) {
  if (!OpTrait::hasElementwiseMappableTraits(op) || op->getNumResults() != 1 ||
      !isa<RankedTensorType>(op->getResult(0).getType()) ||
      !llvm::all_of(op->getOperandTypes(), [](Type type) {
        return isa<RankedTensorType>(type) || type.isIntOrFloat();
      }))
    return failure();
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  ImplicitLocOpBuilder builder(op->getLoc(), rewriter);
  AffineMap identity = builder.getMultiDimIdentityMap(type.getRank());
  // A scalar operand (the condition of a select) stays outside.
  SmallVector<Access> inputs;
  for (Value operand : op->getOperands())
    if (isa<RankedTensorType>(operand.getType()))
      inputs.push_back({operand, identity});
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(
      builder, op->getLoc(), inputs.front().tensor);
  SmallVector<Value> results = createKernel(
      builder, inputs, Result{type, identity}, sizes,
      [&](ImplicitLocOpBuilder &inner, ValueRange elements) {
        SmallVector<Value> operands;
        for (Value operand : op->getOperands()) {
          bool tensor = isa<RankedTensorType>(operand.getType());
          operands.push_back(tensor ? elements.front() : operand);
          if (tensor)
            elements = elements.drop_front();
        }
        Type element = type.getElementType();
        if (isNarrow(element))
          element = inner.getF32Type();
        // A conversion between widths is what the kernel's edge already does.
        if (isa<arith::ExtFOp, arith::TruncFOp>(op))
          return SmallVector<Value>{operands.front()};
        Operation *scalar =
            inner.create(op->getLoc(), op->getName().getIdentifier(), operands,
                         element, op->getAttrs());
        return SmallVector<Value>{scalar->getResult(0)};
      });
  rewriter.replaceOp(op, results);
  return success();
}
