//===- KernelShapes.cpp - Equal extents and collapsible dimensions --------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelShapes.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;
using namespace hysteron;

//===----------------------------------------------------------------------===//
// What ops mean for shapes
//===----------------------------------------------------------------------===//

bool hysteron::isUniform(Value tensor) {
  Operation *op = tensor.getDefiningOp();
  return isa_and_nonnull<tensor::EmptyOp, linalg::FillOp, arith::ConstantOp>(op);
}

bool hysteron::isView(Operation *op) {
  return isa_and_nonnull<tensor::CastOp, tensor::CollapseShapeOp, tensor::ExpandShapeOp>(op);
}

bool hysteron::isFullIndex(Operation *op, linalg::GenericOp generic) {
  SmallVector<Value> indices;
  if (auto linearize = dyn_cast<affine::AffineLinearizeIndexOp>(op))
    llvm::append_range(indices, linearize.getMultiIndex());
  else if (isa<linalg::IndexOp>(op))
    indices.push_back(op->getResult(0));
  else
    return false;
  // Canonicalization leaves out loops that run once.
  size_t next = 0;
  for (auto [loop, extent] : llvm::enumerate(generic.getStaticLoopRanges())) {
    auto index = next < indices.size() ? indices[next].getDefiningOp<linalg::IndexOp>() : linalg::IndexOp();
    if (index && index.getDim() == loop)
      ++next;
    else if (extent != 1)
      return false;
  }
  return next == indices.size();
}

std::optional<unsigned> hysteron::loopOf(AffineMap map, unsigned dim) {
  if (auto expr = dyn_cast<AffineDimExpr>(map.getResult(dim)))
    return expr.getPosition();
  return std::nullopt;
}

static bool isRankedTensor(Value value) { return isa<RankedTensorType>(value.getType()); }

//===----------------------------------------------------------------------===//
// Products of extents
//===----------------------------------------------------------------------===//

template <typename Owner>
static Product productOf(act::Extents &extents, Owner owner, Group group) {
  Product product;
  for (int64_t i = 0; i < group.size; ++i) {
    unsigned extent = extents.getClass(owner, group.first + i);
    if (int64_t size = extents.getStatic(extent); !ShapedType::isDynamic(size))
      product.factor *= size;
    else
      product.classes.push_back(extent);
  }
  llvm::sort(product.classes);
  return product;
}

Product KernelShapes::extent(Value tensor, Group group) { return productOf(extents, tensor, group); }
Product KernelShapes::extent(linalg::GenericOp generic, Group group) {
  return productOf(extents, cast<linalg::LinalgOp>(generic.getOperation()), group);
}

std::optional<Product> KernelShapes::product(Value index) {
  if (std::optional<int64_t> constant = getConstantIntValue(index))
    return Product{*constant, {}};
  if (auto dim = index.getDefiningOp<tensor::DimOp>()) {
    std::optional<int64_t> number = dim.getConstantIndex();
    if (!number || !extents.contains(dim.getSource()))
      return std::nullopt;
    // A dimension of a flattened tensor is the product of what it was.
    Value tensor = dim.getSource();
    if (auto collapse = tensor.getDefiningOp<tensor::CollapseShapeOp>()) {
      ReassociationIndices group = collapse.getReassociationIndices()[*number];
      return extent(collapse.getSrc(), {group.front(), int64_t(group.size())});
    }
    return extent(tensor, {*number, 1});
  }
  if (auto mul = index.getDefiningOp<arith::MulIOp>()) {
    auto a = product(mul.getLhs()), b = product(mul.getRhs());
    if (!a || !b)
      return std::nullopt;
    a->factor *= b->factor;
    a->classes.append(b->classes);
    llvm::sort(a->classes);
    return a;
  }
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Collapsible dimensions
//===----------------------------------------------------------------------===//

bool KernelShapes::keepApart(const void *key, int64_t pair) {
  llvm::BitVector &bits = apart[key];
  if (pair < 0 || pair >= int64_t(bits.size()) || bits.test(pair))
    return false;
  bits.set(pair);
  return true;
}

/// Dimensions that the body itself tells apart.
void KernelShapes::separateByUse(linalg::GenericOp generic) {
  generic.getBody()->walk([&](Operation *op) {
    if (auto index = dyn_cast<linalg::IndexOp>(op)) {
      if (isFullIndex(index, generic) ||
          llvm::all_of(index->getUsers(), [&](Operation *user) { return isFullIndex(user, generic); }))
        return;
      keepApart(generic.getAsOpaquePointer(), int64_t(index.getDim()) - 1);
      keepApart(generic.getAsOpaquePointer(), index.getDim());
    } else if (auto extract = dyn_cast<tensor::ExtractOp>(op)) {
      for (int64_t pair = 0; pair + 1 < extract.getTensor().getType().getRank(); ++pair)
        keepApart(extract.getTensor().getAsOpaquePointer(), pair);
    }
    if (isFullIndex(op, generic))
      return;
    for (Value operand : op->getOperands())
      if (operand.getType().isIndex() && operand.getParentRegion() != &generic.getRegion())
        separateByExtent(operand);
  });
}

/// A single extent is needed as a number, unless it only enters a product that
/// covers a whole tensor.
void KernelShapes::separateByExtent(Value index) {
  Operation *op = index.getDefiningOp();
  if (!op)
    return;
  SmallVector<tensor::DimOp> dims;
  SmallVector<Value> factors = {index};
  bool isProduct = true;
  while (!factors.empty()) {
    Value factor = factors.pop_back_val();
    if (auto mul = factor.getDefiningOp<arith::MulIOp>())
      factors.append({mul.getLhs(), mul.getRhs()});
    else if (auto dim = factor.getDefiningOp<tensor::DimOp>())
      dims.push_back(dim);
    else if (!getConstantIntValue(factor))
      isProduct = false;
  }
  if (!isProduct) {
    for (Value operand : op->getOperands())
      separateByExtent(operand);
    return;
  }
  if (dims.empty())
    return;
  Value tensor = dims.front().getSource();
  int64_t dynamic = cast<RankedTensorType>(tensor.getType()).getNumDynamicDims();
  llvm::SmallDenseSet<int64_t> covered;
  for (tensor::DimOp dim : dims)
    if (dim.getSource() == tensor && dim.getConstantIndex())
      covered.insert(*dim.getConstantIndex());
  if (int64_t(dims.size()) == dynamic && int64_t(covered.size()) == dynamic)
    return;
  for (tensor::DimOp dim : dims)
    if (std::optional<int64_t> number = dim.getConstantIndex()) {
      keepApart(dim.getSource().getAsOpaquePointer(), *number - 1);
      keepApart(dim.getSource().getAsOpaquePointer(), *number);
    }
}

bool KernelShapes::propagate(linalg::GenericOp generic) {
  bool changed = false;
  auto visit = [&](Value tensor, AffineMap map) {
    if (!isRankedTensor(tensor) || isUniform(tensor))
      return;
    const void *key = tensor.getAsOpaquePointer(), *loops = generic.getAsOpaquePointer();
    SmallVector<int64_t> position(generic.getNumLoops(), -1);
    for (unsigned dim = 0; dim < map.getNumResults(); ++dim)
      if (auto loop = loopOf(map, dim))
        position[*loop] = dim;
    for (int64_t loop = 0; loop + 1 < int64_t(position.size()); ++loop) {
      int64_t a = position[loop], b = position[loop + 1];
      bool together = (a < 0 && b < 0) || (a >= 0 && b == a + 1 && !areApart(key, a));
      if (!together)
        changed |= keepApart(loops, loop);
    }
    for (int64_t dim = 0; dim + 1 < int64_t(map.getNumResults()); ++dim) {
      auto a = loopOf(map, dim), b = loopOf(map, dim + 1);
      if (!a || !b || *b != *a + 1 || areApart(loops, *a))
        changed |= keepApart(key, dim);
    }
  };
  for (OpOperand &operand : generic->getOpOperands())
    visit(operand.get(), generic.getMatchingIndexingMap(&operand));
  for (OpResult result : generic->getResults())
    visit(result, generic.getIndexingMapMatchingResult(result));
  return changed;
}

bool KernelShapes::propagateView(Operation *op) {
  if (isUniform(op->getOperand(0)))
    return false;
  const void *source = op->getOperand(0).getAsOpaquePointer(), *result = op->getResult(0).getAsOpaquePointer();
  bool changed = false;
  auto tie = [&](int64_t sourcePair, int64_t resultPair) {
    if (areApart(source, sourcePair))
      changed |= keepApart(result, resultPair);
    else if (areApart(result, resultPair))
      changed |= keepApart(source, sourcePair);
  };
  if (isa<tensor::CastOp>(op)) {
    for (int64_t pair = 0; pair < int64_t(apart[source].size()); ++pair)
      tie(pair, pair);
  } else if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(op)) {
    for (auto [dim, group] : llvm::enumerate(collapse.getReassociationIndices()))
      if (int64_t(dim) < int64_t(apart[result].size()))
        tie(group.back(), dim);
  } else if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op)) {
    for (auto [dim, group] : llvm::enumerate(expand.getReassociationIndices()))
      if (int64_t(dim) < int64_t(apart[source].size()))
        tie(dim, group.back());
  }
  return changed;
}

KernelShapes::KernelShapes(func::FuncOp func) : extents(func) {
  auto addRank = [&](const void *key, int64_t rank) { apart[key] = llvm::BitVector(std::max<int64_t>(rank - 1, 0)); };
  auto addTensor = [&](Value value) {
    if (auto type = dyn_cast<RankedTensorType>(value.getType()))
      addRank(value.getAsOpaquePointer(), type.getRank());
  };
  llvm::for_each(func.getArguments(), addTensor);
  for (Operation &op : func.front()) {
    llvm::for_each(op.getResults(), addTensor);
    if (auto generic = dyn_cast<linalg::GenericOp>(op))
      addRank(generic.getAsOpaquePointer(), generic.getNumLoops());
  }
  for (auto generic : func.front().getOps<linalg::GenericOp>())
    separateByUse(generic);
  for (bool changed = true; changed;) {
    changed = false;
    for (Operation &op : func.front()) {
      if (auto generic = dyn_cast<linalg::GenericOp>(op))
        changed |= propagate(generic);
      else if (isView(&op) && isRankedTensor(op.getOperand(0)) && isRankedTensor(op.getResult(0)))
        changed |= propagateView(&op);
    }
  }
}

SmallVector<Group> KernelShapes::groups(const void *key, int64_t rank) const {
  SmallVector<Group> groups;
  for (int64_t dim = 0; dim < rank; ++dim) {
    if (dim == 0 || areApart(key, dim - 1))
      groups.push_back({dim, 1});
    else
      ++groups.back().size;
  }
  return groups;
}

SmallVector<Group> KernelShapes::groups(Value tensor) const {
  return groups(tensor.getAsOpaquePointer(), cast<RankedTensorType>(tensor.getType()).getRank());
}

SmallVector<Group> KernelShapes::groups(linalg::GenericOp generic) const {
  return groups(generic.getAsOpaquePointer(), generic.getNumLoops());
}
