//===- ElementwiseReader.cpp - What element-wise ops compute --------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Utils/ElementwiseReader.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace hysteron::act;

// An activation, and the arithmetic on its parameters, is shorter.
static constexpr size_t maxOps = 64;

ElementwiseReader::ElementwiseReader(Algebra &algebra, RankedTensorType type, Value x, bool foldParameters)
    : algebra(algebra), type(type), identity(AffineMap::getMultiDimIdentityMap(type.getRank(), type.getContext())), input(x),
      foldParameters(foldParameters) {
  if (x)
    variable = algebra.variable(/*varies=*/true);
}

std::optional<Expression> ElementwiseReader::read(Value value) {
  return readTensor(value, identity);
}

Expression ElementwiseReader::literal(const APFloat &value) {
  literals.push_back(value.convertToDouble());
  return algebra.number(Interval::literal(value));
}

/// How the loops index a parameter: by nothing, or by one of them.
static std::optional<std::optional<unsigned>> getChannel(AffineMap map) {
  std::optional<unsigned> channel;
  for (AffineExpr expr : map.getResults()) {
    auto dim = dyn_cast<AffineDimExpr>(expr);
    if (dim && channel)
      return std::nullopt;
    if (dim)
      channel = dim.getPosition();
    else if (!isa<AffineConstantExpr>(expr))
      return std::nullopt;
  }
  return channel;
}

/// A dimension of extent 1 has one index.
static AffineMap dropUnitIndices(RankedTensorType type, AffineMap map) {
  SmallVector<AffineExpr> indices;
  for (auto [extent, index] : llvm::zip_equal(type.getShape(), map.getResults()))
    indices.push_back(extent == 1 ? getAffineConstantExpr(0, type.getContext()) : index);
  return AffineMap::get(map.getNumDims(), 0, indices, type.getContext());
}

std::optional<Expression> ElementwiseReader::readTensor(Value value, AffineMap map) {
  auto tensor = cast<RankedTensorType>(value.getType());
  if (tensor.getRank() != map.getNumResults() || algebra.failed)
    return std::nullopt;
  map = dropUnitIndices(tensor, map);
  bool isElement = tensor.getShape() == type.getShape() && map == dropUnitIndices(type, identity);
  if (value == input)
    return isElement ? variable : std::nullopt;
  auto key = std::make_pair(value, map);
  if (auto it = known.find(key); it != known.end())
    return it->second;
  if (isElement && tensor == type)
    tensors.insert(value);

  std::optional<Expression> result;
  if (Operation *op = value.getDefiningOp(); op && ops.size() < maxOps)
    result = readProducer(op, value, map);
  auto channel = getChannel(map);
  bool isParameter = channel && isa<FloatType>(tensor.getElementType());
  if (!result && (!input || isParameter))
    result = algebra.variable(/*varies=*/!isParameter);
  if (result && isParameter && !result->varies())
    parameters.push_back({value, *channel, *result});
  known.insert({key, result});
  return result;
}

std::optional<Expression> ElementwiseReader::readProducer(Operation *op, Value value, AffineMap map) {
  Attribute constant;
  if (matchPattern(op, m_Constant(&constant)))
    return readConstant(constant, value.getType(), map, isa_and_present<tosa::TosaDialect>(op->getDialect()));
  if (isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp, tosa::ReshapeOp>(op))
    return readReshape(op, map);
  if (isa<linalg::LinalgOp>(op))
    return readStructured(op, value, map);
  if (op->hasTrait<OpTrait::Elementwise>() || isa_and_present<tosa::TosaDialect>(op->getDialect()))
    return readBroadcast(op, map);
  return std::nullopt;
}

/// One value for all elements is a number, where it is not a parameter's.
std::optional<Expression> ElementwiseReader::readConstant(Attribute attr, Type type, AffineMap map,
                                                          bool isTosa) {
  if (auto number = dyn_cast<FloatAttr>(attr))
    return literal(number.getValue());
  if (auto number = dyn_cast<IntegerAttr>(attr))
    return number.getType().isIntOrIndex()
               ? std::optional(algebra.number(number.getType().isInteger(1) ? number.getValue().getZExtValue()
                                                                            : number.getInt()))
               : std::nullopt;
  auto tensor = cast<ShapedType>(type);
  auto element = dyn_cast<FloatType>(tensor.getElementType());
  if (!element)
    return std::nullopt;
  // TOSA has no scalars: its numbers are tensors of extents 1.
  bool perChannel = tensor.getNumElements() > 1 && getChannel(map).value_or(std::nullopt);
  bool broadcast = tensor.getNumElements() == 1 && map.getNumResults() > 0;
  if (!foldParameters && (perChannel || (broadcast && (!isTosa || tensor.getRank() == 1))))
    return std::nullopt;
  if (auto splat = dyn_cast<SplatElementsAttr>(attr))
    return literal(splat.getSplatValue<APFloat>());
  auto resource = dyn_cast<DenseResourceElementsAttr>(attr);
  if (!resource || tensor.getNumElements() != 1)
    return std::nullopt;
  AsmResourceBlob *blob = resource.getRawHandle().getBlob();
  if (!blob || blob->getData().size() * 8 != element.getWidth())
    return std::nullopt;
  uint64_t bits = 0;
  memcpy(&bits, blob->getData().data(), blob->getData().size());
  return literal(APFloat(element.getFloatSemantics(), APInt(element.getWidth(), bits)));
}

/// Extent-1 dimensions come and go.
std::optional<Expression> ElementwiseReader::readReshape(Operation *op, AffineMap map) {
  auto from = dyn_cast<RankedTensorType>(op->getOperand(0).getType());
  auto to = dyn_cast<RankedTensorType>(op->getResult(0).getType());
  if (!from || !to)
    return std::nullopt;
  SmallVector<std::pair<int64_t, AffineExpr>> kept;
  for (unsigned dim = 0; dim < to.getRank(); ++dim)
    if (to.getDimSize(dim) != 1)
      kept.push_back({to.getDimSize(dim), map.getResult(dim)});
  SmallVector<AffineExpr> indices;
  auto next = kept.begin();
  for (unsigned dim = 0; dim < from.getRank(); ++dim) {
    if (from.getDimSize(dim) == 1) {
      indices.push_back(getAffineConstantExpr(0, op->getContext()));
      continue;
    }
    if (next == kept.end() || next->first != from.getDimSize(dim))
      return std::nullopt;
    indices.push_back((next++)->second);
  }
  if (next != kept.end())
    return std::nullopt;
  ops.insert(op);
  return readTensor(op->getOperand(0), AffineMap::get(map.getNumDims(), 0, indices, op->getContext()));
}

/// arith and math on tensors, and TOSA with its broadcasting of extent 1.
std::optional<Expression> ElementwiseReader::readBroadcast(Operation *op, AffineMap map) {
  if (op->getNumResults() != 1)
    return std::nullopt;
  auto result = dyn_cast<RankedTensorType>(op->getResult(0).getType());
  SmallVector<Expression> operands;
  for (Value operand : op->getOperands()) {
    auto type = dyn_cast<RankedTensorType>(operand.getType());
    // The shift of tosa.mul and the zero points of tosa.negate serve integers.
    if (isa_and_present<tosa::TosaDialect>(op->getDialect()) && type && operands.size() > 0 &&
        isa<tosa::MulOp, tosa::NegateOp>(op) && operand != op->getOperand(0) &&
        (isa<tosa::NegateOp>(op) || operands.size() == 2))
      continue;
    if (!type || !result || type.getRank() != result.getRank())
      return std::nullopt;
    for (unsigned dim = 0; dim < type.getRank(); ++dim)
      if (type.getDimSize(dim) != 1 && type.getDimSize(dim) != result.getDimSize(dim))
        return std::nullopt;
    auto element = readTensor(operand, map);
    if (!element)
      return std::nullopt;
    operands.push_back(*element);
  }
  ops.insert(op);
  for (NamedAttribute attr : op->getAttrDictionary())
    if (auto number = dyn_cast<FloatAttr>(attr.getValue()))
      literals.push_back(number.getValueAsDouble());
  if (operands.size() == 1)
    if (auto converted = readConversion(op, operands[0]))
      return converted;
  return readScalarOp<Expression>(op, operands);
}

/// Between float types. Rounding to a type narrower than the activation's is a
/// step of its own.
std::optional<Expression> ElementwiseReader::readConversion(Operation *op, const Expression &operand) {
  auto from = dyn_cast<FloatType>(getElementTypeOrSelf(op->getOperand(0)));
  auto to = dyn_cast<FloatType>(getElementTypeOrSelf(op->getResult(0)));
  if (!isa<arith::ExtFOp, arith::TruncFOp, tosa::CastOp>(op) || !from || !to)
    return std::nullopt;
  if (to.getWidth() < from.getWidth()) {
    if (auto number = operand.getNumber()) {
      APFloat rounded(number->middle());
      bool losesInfo;
      rounded.convert(to.getFloatSemantics(), APFloat::rmNearestTiesToEven, &losesInfo);
      return literal(rounded);
    }
    if (to != type.getElementType() && to.getWidth() <= type.getElementTypeBitWidth())
      return std::nullopt;
  }
  return operand;
}

std::optional<Expression> ElementwiseReader::readStructured(Operation *op, Value value, AffineMap map) {
  auto structured = cast<linalg::LinalgOp>(op);
  if (!structured.hasPureTensorSemantics() || structured.getNumParallelLoops() != structured.getNumLoops())
    return std::nullopt;
  AffineMap made = structured.getIndexingMapMatchingResult(cast<OpResult>(value));
  if (!made.isPermutation())
    return std::nullopt;
  // From the loops outside to this op's, to each operand's indices.
  AffineMap loops = inversePermutation(made).compose(map);
  Block *body = structured.getBlock();
  Environment elements;
  for (OpOperand *input : structured.getDpsInputOperands()) {
    BlockArgument argument = structured.getMatchingBlockArgument(input);
    if (argument.use_empty())
      continue;
    std::optional<Expression> element;
    if (isa<RankedTensorType>(input->get().getType())) {
      element = readTensor(input->get(), structured.getMatchingIndexingMap(input).compose(loops));
    } else {
      Environment none;
      element = readScalar(input->get(), none);
    }
    if (!element)
      return std::nullopt;
    elements.insert({argument, *element});
  }
  ops.insert(op);
  for (auto assertion : body->getOps<cf::AssertOp>())
    if (auto cmp = assertion.getArg().getDefiningOp<arith::CmpFOp>())
      if ((cmp.getPredicate() == arith::CmpFPredicate::ONE || cmp.getPredicate() == arith::CmpFPredicate::UNE) &&
          matchPattern(cmp.getRhs(), m_AnyZeroFloat()))
        if (auto divisor = readScalar(cmp.getLhs(), elements))
          divisors.insert({assertion, *divisor});
  return readScalar(body->getTerminator()->getOperand(cast<OpResult>(value).getResultNumber()), elements);
}

std::optional<Expression> ElementwiseReader::readScalar(Value value, Environment &known) {
  if (auto it = known.find(value); it != known.end())
    return it->second;
  Operation *op = value.getDefiningOp();
  if (!op || op->getNumRegions() || op->getNumResults() != 1)
    return std::nullopt;
  Attribute constant;
  std::optional<Expression> result;
  if (matchPattern(op, m_Constant(&constant))) {
    if (!value.getType().isIntOrFloat())
      return std::nullopt;
    result = readConstant(constant, value.getType(), {}, /*isTosa=*/false);
  } else {
    SmallVector<Expression> operands;
    for (Value operand : op->getOperands()) {
      auto element = readScalar(operand, known);
      if (!element)
        return std::nullopt;
      operands.push_back(*element);
    }
    result = isa<arith::ExtFOp, arith::TruncFOp>(op) ? readConversion(op, operands[0])
                                                     : readScalarOp<Expression>(op, operands);
  }
  if (result)
    known.insert({value, *result});
  return result;
}
