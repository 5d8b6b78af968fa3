//===- Extents.cpp - Which extents of tensors are equal -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Utils/Extents.h"

#include "hysteron/Dialect/Act/Utils/KernelForm.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace hysteron::act;

Extents::Extents(func::FuncOp func) {
  for (Value argument : func.getArguments())
    addTensor(argument);
  for (Operation &op : func.front()) {
    for (Value result : op.getResults())
      addTensor(result);
    if (auto linalgOp = dyn_cast<linalg::LinalgOp>(op))
      firstNode[&op] = addNodes(linalgOp.getNumLoops());
    uniteExtents(&op);
  }
}

unsigned Extents::addNodes(unsigned count) {
  unsigned first = parent.size();
  for (unsigned i = 0; i < count; ++i)
    parent.push_back(first + i);
  return first;
}

unsigned Extents::find(unsigned node) {
  while (parent[node] != node)
    node = parent[node] = parent[parent[node]];
  return node;
}

void Extents::unite(unsigned a, unsigned b) {
  a = find(a), b = find(b);
  if (a == b)
    return;
  // The earlier one stands for both, so numbers follow the arguments' order.
  if (b < a)
    std::swap(a, b);
  parent[b] = a;
  if (int64_t extent = getStatic(b); !ShapedType::isDynamic(extent))
    known.try_emplace(a, extent);
}

void Extents::addTensor(Value tensor) {
  auto type = dyn_cast<RankedTensorType>(tensor.getType());
  if (!type)
    return;
  unsigned first = addNodes(type.getRank());
  firstNode[tensor.getAsOpaquePointer()] = first;
  for (auto [dim, extent] : llvm::enumerate(type.getShape()))
    if (!ShapedType::isDynamic(extent))
      known[first + dim] = extent;
}

void Extents::uniteExtents(Operation *op) {
  auto tie = [&](Value a, int64_t dimA, Value b, int64_t dimB) {
    // A constant dimension may be one that there is not.
    if (contains(a) && contains(b) && dimA >= 0 && dimA < cast<RankedTensorType>(a.getType()).getRank())
      unite(node(a.getAsOpaquePointer(), dimA), node(b.getAsOpaquePointer(), dimB));
  };
  auto tieAll = [&](Value a, Value b) {
    if (auto type = dyn_cast<RankedTensorType>(a.getType()))
      for (int64_t dim = 0; dim < type.getRank(); ++dim)
        tie(a, dim, b, dim);
  };
  if (auto linalgOp = dyn_cast<linalg::LinalgOp>(op)) {
    for (OpOperand &operand : op->getOpOperands()) {
      if (!contains(operand.get()))
        continue;
      AffineMap map = linalgOp.getMatchingIndexingMap(&operand);
      for (auto [dim, expr] : llvm::enumerate(map.getResults()))
        if (auto loop = dyn_cast<AffineDimExpr>(expr))
          unite(node(op, loop.getPosition()), node(operand.get().getAsOpaquePointer(), dim));
    }
  }
  if (auto destination = dyn_cast<DestinationStyleOpInterface>(op)) {
    for (OpResult result : op->getResults())
      tieAll(destination.getTiedOpOperand(result)->get(), result);
  } else if (auto empty = dyn_cast<tensor::EmptyOp>(op)) {
    for (auto [dim, size] : llvm::enumerate(empty.getMixedSizes())) {
      auto value = dyn_cast<Value>(size);
      auto dimOp = value ? value.getDefiningOp<tensor::DimOp>() : tensor::DimOp();
      if (std::optional<int64_t> source = dimOp ? dimOp.getConstantIndex() : std::nullopt)
        tie(dimOp.getSource(), *source, empty, dim);
    }
  } else if (auto cast = dyn_cast<tensor::CastOp>(op)) {
    if (isa<RankedTensorType>(cast.getType()))
      tieAll(cast.getSource(), cast);
  } else if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(op)) {
    for (auto [dim, group] : llvm::enumerate(collapse.getReassociationIndices()))
      if (group.size() == 1)
        tie(collapse.getSrc(), group[0], collapse, dim);
  } else if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op)) {
    for (auto [dim, group] : llvm::enumerate(expand.getReassociationIndices()))
      if (group.size() == 1)
        tie(expand.getSrc(), dim, expand, group[0]);
  } else if (auto call = dyn_cast<func::CallOp>(op)) {
    uniteCall(call);
  } else if (OpTrait::hasElementwiseMappableTraits(op)) {
    for (Value operand : op->getOperands())
      if (op->getNumResults() == 1)
        tieAll(operand, op->getResult(0));
  }
}

/// What is equal in a kernel is equal here.
void Extents::uniteCall(func::CallOp call) {
  auto callee = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(call, call.getCalleeAttr());
  if (!callee || !isInKernelForm(callee))
    return;
  Extents inner(callee);
  llvm::DenseMap<unsigned, unsigned> outer; // inner class -> a node here
  auto visit = [&](ValueRange innerValues, ValueRange values) {
    for (auto [innerValue, value] : llvm::zip_equal(innerValues, values)) {
      if (!contains(value))
        continue;
      for (int64_t dim = 0; dim < cast<RankedTensorType>(value.getType()).getRank(); ++dim) {
        unsigned innerClass = inner.getClass(innerValue, dim);
        unsigned here = node(value.getAsOpaquePointer(), dim);
        unite(outer.try_emplace(innerClass, here).first->second, here);
        if (int64_t extent = inner.getStatic(innerClass); !ShapedType::isDynamic(extent))
          known.try_emplace(find(here), extent);
      }
    }
  };
  visit(callee.getArguments(), call.getOperands());
  visit(callee.front().getTerminator()->getOperands(), call.getResults());
}

RankedTensorType Extents::getType(Value tensor) {
  auto type = cast<RankedTensorType>(tensor.getType());
  SmallVector<int64_t> shape(type.getShape());
  for (auto [dim, extent] : llvm::enumerate(shape))
    extent = getStatic(getClass(tensor, dim));
  return type.clone(shape);
}

SmallVector<int64_t> ExtentSymbols::get(Value tensor) {
  SmallVector<int64_t> symbols;
  for (auto [dim, extent] : llvm::enumerate(extents.getType(tensor).getShape())) {
    unsigned extentClass = extents.getClass(tensor, dim);
    symbols.push_back(
        ShapedType::isDynamic(extent)
            ? numbers.try_emplace(extentClass, numbers.size()).first->second
            : -1);
  }
  return symbols;
}
