//===- Expressions.cpp - Bodies of generics as regions of Funcs -----------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PipelineBuilder.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace hysteron;

static Value indexConstant(ImplicitLocOpBuilder &b, int64_t value) {
  return arith::ConstantIndexOp::create(b, value);
}

static Type elementType(Value tensor) { return cast<RankedTensorType>(tensor.getType()).getElementType(); }

//===----------------------------------------------------------------------===//
// Reading tensors
//===----------------------------------------------------------------------===//

/// Groups of the source's dimensions that lie in [first, last].
static SmallVector<unsigned> within(ArrayRef<Group> groups, int64_t first, int64_t last) {
  SmallVector<unsigned> numbers;
  for (auto [number, group] : llvm::enumerate(groups))
    if (group.first >= first && group.first + group.size - 1 <= last)
      numbers.push_back(number);
  return numbers;
}

/// Coordinates of a view's operand, from those of its result.
static Coordinates sourceCoordinates(ImplicitLocOpBuilder &b, Operation *view, KernelShapes &shapes,
                                     ArrayRef<Value> coordinates,
                                     llvm::function_ref<Value(Product)> extentOf) {
  if (isa<tensor::CastOp>(view))
    return Coordinates(coordinates);
  Value source = view->getOperand(0), result = view->getResult(0);
  auto sourceGroups = shapes.groups(source), resultGroups = shapes.groups(result);
  // Where the result has rank 0 every extent is 1.
  Coordinates at(sourceGroups.size(), resultGroups.empty() ? indexConstant(b, 0) : Value());
  if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(view)) {
    auto reassociation = collapse.getReassociationIndices();
    for (auto [number, group] : llvm::enumerate(resultGroups)) {
      auto parts = within(sourceGroups, reassociation[group.first].front(),
                          reassociation[group.first + group.size - 1].back());
      Value rest = coordinates[number];
      for (unsigned part : llvm::reverse(ArrayRef(parts).drop_front())) {
        Value extent = extentOf(shapes.extent(source, sourceGroups[part]));
        at[part] = arith::RemUIOp::create(b, rest, extent);
        rest = arith::DivUIOp::create(b, rest, extent);
      }
      at[parts.front()] = rest;
    }
    return at;
  }
  auto reassociation = cast<tensor::ExpandShapeOp>(view).getReassociationIndices();
  for (auto [number, group] : llvm::enumerate(sourceGroups)) {
    auto parts = within(resultGroups, reassociation[group.first].front(),
                        reassociation[group.first + group.size - 1].back());
    Value at0 = coordinates[parts.front()];
    for (unsigned part : ArrayRef(parts).drop_front())
      at0 = arith::AddIOp::create(b, arith::MulIOp::create(b, at0, extentOf(shapes.extent(result, resultGroups[part]))),
                                  coordinates[part]);
    at[number] = at0;
  }
  return at;
}

Value PipelineBuilder::readTensor(Builder &b, Value tensor, ArrayRef<Value> coordinates) {
  Operation *op = tensor.getDefiningOp();
  if (isView(op)) {
    bool isKnown = true;
    Coordinates at = sourceCoordinates(b, op, shapes, coordinates, [&](Product product) {
      Value extent = extentOf(b, product);
      isKnown &= extent != nullptr;
      return extent ? extent : indexConstant(b, 1);
    });
    if (isKnown)
      return readTensor(b, op->getOperand(0), at);
    op->emitError("an extent of this tensor is not that of an input or output");
    return Value();
  }
  if (auto constant = dyn_cast_or_null<arith::ConstantOp>(op))
    return arith::ConstantOp::create(b, cast<SplatElementsAttr>(constant.getValue()).getSplatValue<TypedAttr>());
  if (auto fill = dyn_cast_or_null<linalg::FillOp>(op)) {
    FailureOr<Value> value = captured(b, fill.getInputs()[0], fill);
    return succeeded(value) ? *value : Value();
  }
  // What an element of tensor.empty is, nobody may ask; any number will do.
  if (isa_and_nonnull<tensor::EmptyOp>(op))
    return arith::ConstantOp::create(b, b.getZeroAttr(elementType(tensor)));
  const Source &source = sources.find(tensor)->second;
  SmallVector<Value> reversed(llvm::reverse(coordinates));
  return readFunc(b, source.name, funcTypes[source.name], reversed)[source.index];
}

//===----------------------------------------------------------------------===//
// Bodies
//===----------------------------------------------------------------------===//

static unsigned groupOf(ArrayRef<Group> groups, int64_t dim) {
  for (auto [number, group] : llvm::enumerate(groups))
    if (dim < group.first + group.size)
      return number;
  llvm_unreachable("every dimension is in a group");
}

/// Coordinates of an operand from those of the loops.
static Coordinates operandCoordinates(ImplicitLocOpBuilder &b, AffineMap map, ArrayRef<Group> tensorGroups,
                                      ArrayRef<Group> loopGroups, ArrayRef<Value> loops) {
  Coordinates at;
  for (Group group : tensorGroups) {
    auto loop = loopOf(map, group.first);
    at.push_back(loop ? loops[groupOf(loopGroups, *loop)]
                      : indexConstant(b, cast<AffineConstantExpr>(map.getResult(group.first)).getValue()));
  }
  return at;
}

Value PipelineBuilder::initOf(Builder &b, linalg::GenericOp generic, unsigned result, ArrayRef<Value> loops) {
  OpOperand *init = generic.getDpsInitOperand(result);
  if (!generic.payloadUsesValueFromOperand(init))
    return Value();
  Coordinates at = operandCoordinates(b, generic.getMatchingIndexingMap(init), shapes.groups(init->get()),
                                      shapes.groups(generic), loops);
  return readTensor(b, init->get(), at);
}

Value PipelineBuilder::linearize(Builder &b, linalg::GenericOp generic, ArrayRef<Value> loops) {
  Value linear;
  for (auto [group, loop] : llvm::zip(shapes.groups(generic), loops)) {
    if (!linear) {
      linear = loop;
      continue;
    }
    Value extent = extentOf(b, shapes.extent(generic, group));
    if (!extent)
      return Value();
    linear = arith::AddIOp::create(b, arith::MulIOp::create(b, linear, extent), loop);
  }
  return linear ? linear : indexConstant(b, 0);
}

/// A scalar that the function computes outside of any body.
FailureOr<Value> PipelineBuilder::captured(Builder &b, Value value, Operation *user) {
  if (value.getType().isIndex())
    if (std::optional<Product> product = shapes.product(value))
      if (Value extent = extentOf(b, *product))
        return extent;
  Operation *op = value.getDefiningOp();
  if (auto extract = dyn_cast_or_null<tensor::ExtractOp>(op)) {
    Coordinates at;
    for (Value index : extract.getIndices()) {
      FailureOr<Value> coordinate = captured(b, index, op);
      if (failed(coordinate))
        return failure();
      at.push_back(*coordinate);
    }
    if (Value element = readTensor(b, extract.getTensor(), at))
      return element;
    return failure();
  }
  if (!op || !isa<arith::ArithDialect, math::MathDialect>(op->getDialect())) {
    Operation *culprit = op ? op : user;
    return culprit->emitError() << "'" << culprit->getName() << "' cannot be compiled to a kernel";
  }
  IRMapping mapping;
  for (Value operand : op->getOperands()) {
    FailureOr<Value> mapped = captured(b, operand, op);
    if (failed(mapped))
      return failure();
    mapping.map(operand, *mapped);
  }
  return b.clone(*op, mapping)->getResult(cast<OpResult>(value).getResultNumber());
}

LogicalResult PipelineBuilder::inlineBody(Builder &b, linalg::GenericOp generic, ArrayRef<Value> loops,
                                          ValueRange inits, const Replacements &replaced,
                                          SmallVectorImpl<Value> &yields) {
  auto loopGroups = shapes.groups(generic);
  IRMapping mapping;
  for (OpOperand *input : generic.getDpsInputOperands()) {
    BlockArgument argument = generic.getMatchingBlockArgument(input);
    if (argument.use_empty())
      continue;
    Value element = input->get();
    if (isa<RankedTensorType>(element.getType())) {
      Coordinates at = operandCoordinates(b, generic.getMatchingIndexingMap(input), shapes.groups(element),
                                          loopGroups, loops);
      element = readTensor(b, element, at);
    } else {
      FailureOr<Value> scalar = captured(b, element, generic);
      element = succeeded(scalar) ? *scalar : Value();
    }
    if (!element)
      return failure();
    mapping.map(argument, element);
  }
  for (auto [init, argument] : llvm::zip(inits, generic.getRegionOutputArgs()))
    if (init)
      mapping.map(argument, init);

  for (Operation &op : generic.getBody()->without_terminator()) {
    if (auto it = replaced.find(&op); it != replaced.end()) {
      if (!mapping.contains(it->second)) {
        FailureOr<Value> value = captured(b, it->second, generic);
        if (failed(value))
          return failure();
        mapping.map(it->second, *value);
      }
      mapping.map(op.getResult(0), mapping.lookup(it->second));
      continue;
    }
    if (isFullIndex(&op, generic)) {
      Value linear = linearize(b, generic, loops);
      if (!linear)
        return op.emitError("an extent of this loop nest is not that of an input or output");
      mapping.map(op.getResult(0), linear);
      continue;
    }
    // Indices of loops that became one have only a linear index.
    if (auto index = dyn_cast<linalg::IndexOp>(op)) {
      unsigned group = groupOf(loopGroups, index.getDim());
      if (loopGroups[group].size == 1)
        mapping.map(index.getResult(), loops[group]);
      continue;
    }
    for (Value operand : op.getOperands())
      if (!mapping.contains(operand) && operand.getParentRegion() != &generic.getRegion()) {
        if (isa<RankedTensorType>(operand.getType()))
          continue;
        FailureOr<Value> value = captured(b, operand, &op);
        if (failed(value))
          return failure();
        mapping.map(operand, *value);
      }
    if (auto extract = dyn_cast<tensor::ExtractOp>(op)) {
      Coordinates at;
      for (Value index : extract.getIndices())
        at.push_back(mapping.lookup(index));
      Value element = readTensor(b, extract.getTensor(), at);
      if (!element)
        return failure();
      mapping.map(extract.getResult(), element);
      continue;
    }
    if (auto linearizeOp = dyn_cast<affine::AffineLinearizeIndexOp>(op)) {
      Value linear = indexConstant(b, 0);
      auto basis = linearizeOp.getMixedBasis();
      unsigned skipped = linearizeOp.getMultiIndex().size() - basis.size();
      for (auto [number, index] : llvm::enumerate(linearizeOp.getMultiIndex())) {
        if (number >= skipped) {
          OpFoldResult size = basis[number - skipped];
          Value extent = isa<Value>(size) ? mapping.lookup(cast<Value>(size))
                                          : indexConstant(b, *getConstantIntValue(size));
          linear = arith::MulIOp::create(b, linear, extent);
        }
        linear = arith::AddIOp::create(b, linear, mapping.lookup(index));
      }
      mapping.map(linearizeOp.getResult(), linear);
      continue;
    }
    // A minimum of indices keeps an access inside a tensor; away from the
    // tensor's end it is the first operand.
    if (isa<arith::MinUIOp, arith::MinSIOp>(op) && op.getResult(0).getType().isIndex()) {
      Value likely = halide::LikelyOp::create(b, b.getIndexType(), mapping.lookup(op.getOperand(0)));
      mapping.map(op.getResult(0), arith::MinSIOp::create(b, likely, mapping.lookup(op.getOperand(1))));
      continue;
    }
    if (!isa<arith::ArithDialect, math::MathDialect>(op.getDialect()) ||
        !llvm::all_of(op.getResultTypes(), act::isComputable))
      return op.emitError() << "'" << op.getName() << "' cannot be compiled to a kernel";
    b.clone(op, mapping);
  }
  for (Value value : generic.getBody()->getTerminator()->getOperands()) {
    if (!mapping.contains(value) && value.getParentRegion() != &generic.getRegion()) {
      FailureOr<Value> scalar = captured(b, value, generic);
      if (failed(scalar))
        return failure();
      mapping.map(value, *scalar);
    }
    yields.push_back(mapping.lookup(value));
  }
  return success();
}
