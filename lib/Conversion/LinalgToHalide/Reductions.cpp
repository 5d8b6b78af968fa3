//===- Reductions.cpp - Reductions in a fixed order -----------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A generic with float reductions becomes
//
//   terms(i...)        every element-wise result and every term
//   lanes(v, b, ...)   += terms(4096 b + 16 r + v, ...)   for r = 0..255
//   blocks(b, ...)     += lanes(v, b, ...)                for v = 0..15
//   sums(b, ...)        = blocks(b, ...)                  (what a GPU kernel stores)
//   totals(...)        += sums(b, ...)                    for all b, then the other reduced dimensions
//
// where i is the innermost reduced dimension. A schedule may run any of it in
// parallel or on vectors, and may fuse it with the element-wise results, but
// never changes which numbers are added in which order.
//
//===----------------------------------------------------------------------===//

#include "PipelineBuilder.h"

using namespace mlir;
using namespace hysteron;

static constexpr int64_t kLanes = 16, kBlock = 4096;

Operation *hysteron::getCombiner(linalg::GenericOp generic, unsigned result) {
  Value old = generic.getRegionOutputArgs()[result];
  Operation *op = generic.getBody()->getTerminator()->getOperand(result).getDefiningOp();
  if (!op || op->getBlock() != generic.getBody() || !old.hasOneUse() || !op->hasOneUse() || *old.user_begin() != op)
    return nullptr;
  return isa<arith::AddFOp, arith::MulFOp, arith::MaximumFOp, arith::MinimumFOp, arith::MaxNumFOp, arith::MinNumFOp>(op)
             ? op
             : nullptr;
}

/// What leaves every accumulated number as it is. For sums +0: they start from
/// +0 and therefore never are -0.
static Value identity(ImplicitLocOpBuilder &b, Operation *combiner) {
  auto type = cast<FloatType>(combiner->getResult(0).getType());
  const llvm::fltSemantics &semantics = type.getFloatSemantics();
  llvm::APFloat value = llvm::APFloat::getZero(semantics);
  if (isa<arith::MulFOp>(combiner))
    value = llvm::APFloat::getOne(semantics);
  else if (isa<arith::MaximumFOp, arith::MaxNumFOp>(combiner))
    value = llvm::APFloat::getInf(semantics, /*Negative=*/true);
  else if (isa<arith::MinimumFOp, arith::MinNumFOp>(combiner))
    value = llvm::APFloat::getInf(semantics);
  return arith::ConstantOp::create(b, FloatAttr::get(type, value));
}

static Value combine(ImplicitLocOpBuilder &b, Operation *combiner, Value accumulated, Value term) {
  Value old = combiner->getOperand(0), other = combiner->getOperand(1);
  bool isOldFirst = isa<BlockArgument>(old) && old.getParentRegion() == combiner->getParentRegion() && old.hasOneUse() &&
                    llvm::is_contained(cast<linalg::GenericOp>(combiner->getParentOp()).getRegionOutputArgs(), old);
  IRMapping mapping;
  mapping.map(old, isOldFirst ? accumulated : term);
  mapping.map(other, isOldFirst ? term : accumulated);
  return b.clone(*combiner, mapping)->getResult(0);
}

static Type elementType(Value tensor) { return cast<RankedTensorType>(tensor.getType()).getElementType(); }

static bool isElementwise(AffineMap map) { return map.getNumResults() == map.getNumDims(); }

static bool hasLoop(AffineMap map, int64_t loop) {
  for (unsigned dim = 0; dim < map.getNumResults(); ++dim)
    if (loopOf(map, dim) == loop)
      return true;
  return false;
}

LogicalResult PipelineBuilder::convertSums(linalg::GenericOp generic) {
  auto groups = shapes.groups(generic);
  std::string terms = uniqueName("terms");
  SmallVector<Type> types;
  Replacements replaced;
  SmallVector<std::pair<AffineMap, SmallVector<unsigned>>> sums;
  for (OpResult result : generic->getResults()) {
    unsigned number = result.getResultNumber();
    types.push_back(elementType(result));
    AffineMap map = generic.getIndexingMapMatchingResult(result);
    if (isElementwise(map)) {
      sources[result] = {terms, number};
      continue;
    }
    Operation *combiner = getCombiner(generic, number);
    bool isOldFirst = combiner->getOperand(0) == generic.getRegionOutputArgs()[number];
    replaced[combiner] = combiner->getOperand(isOldFirst ? 1 : 0);
    auto it = llvm::find_if(sums, [&](auto &sum) { return sum.first == map; });
    if (it == sums.end())
      sums.push_back({map, {number}});
    else
      it->second.push_back(number);
  }
  auto body = [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
    Coordinates loops = clamp(b, generic, Coordinates(llvm::reverse(args)));
    SmallVector<Value> inits;
    for (OpResult result : generic->getResults())
      inits.push_back(isElementwise(generic.getIndexingMapMatchingResult(result))
                          ? initOf(b, generic, result.getResultNumber(), loops)
                          : Value());
    return inlineBody(b, generic, loops, inits, replaced, results);
  };
  if (failed(createFunc(generic.getLoc(), terms, loopNames(groups.size()), types, "terms", body)))
    return failure();
  for (auto &[map, numbers] : sums)
    if (failed(addSums(generic, numbers, terms)))
      return failure();
  return success();
}

LogicalResult PipelineBuilder::addSums(linalg::GenericOp generic, ArrayRef<unsigned> sums, StringRef terms) {
  Location loc = generic.getLoc();
  auto groups = shapes.groups(generic);
  AffineMap map = generic.getIndexingMapMatchingResult(generic->getResult(sums.front()));
  unsigned rank = groups.size(), inner = 0;
  for (unsigned group = 0; group < rank; ++group)
    if (!hasLoop(map, groups[group].first))
      inner = group;
  SmallVector<Operation *> combiners;
  SmallVector<Type> types;
  for (unsigned sum : sums) {
    combiners.push_back(getCombiner(generic, sum));
    types.push_back(elementType(generic->getResult(sum)));
  }
  Product extent = shapes.extent(generic, groups[inner]);
  Attribute blockCount = boundOf(extent, kBlock);
  // A short dimension needs fewer steps; the others would add nothing.
  Attribute stepCount = boundOf(extent, kLanes, kBlock / kLanes);

  // Variables, innermost first; `position` is that of the blocked one.
  SmallVector<std::string> blockVars = loopNames(rank);
  unsigned position = rank - 1 - inner;
  blockVars[position] = "b";
  SmallVector<std::string> laneVars = blockVars;
  laneVars.insert(laneVars.begin() + position, "v");

  auto start = [&](Builder &b, ValueRange, SmallVectorImpl<Value> &results) -> LogicalResult {
    for (Operation *combiner : combiners)
      results.push_back(identity(b, combiner));
    return success();
  };
  auto accumulate = [&](Builder &b, StringRef self, ValueRange at, ValueRange added, SmallVectorImpl<Value> &results) {
    ValueRange old = readFunc(b, self, types, at);
    for (auto [combiner, a, t] : llvm::zip(combiners, old, added))
      results.push_back(combine(b, combiner, a, t));
  };

  std::string lanes = uniqueName("lanes");
  auto addLanes = [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
    Value v = args[position], block = args[position + 1], step = args.back();
    auto constant = [&](int64_t value) -> Value { return arith::ConstantIndexOp::create(b, value); };
    Value at = arith::AddIOp::create(b, arith::MulIOp::create(b, block, constant(kBlock)),
                                     arith::MulIOp::create(b, step, constant(kLanes)));
    Value end = extentOf(b, extent);
    // What is outside adds nothing, but lanes that are neighbours are computed together.
    if (position == 0)
      halide::WhereOp::create(b, arith::CmpIOp::create(b, arith::CmpIPredicate::slt, at, end));
    at = arith::AddIOp::create(b, at, v);
    SmallVector<Value> coordinates(args.drop_back());
    coordinates.erase(coordinates.begin() + position);
    coordinates[position] = at;
    Value inside = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, at, end);
    if (position != 0)
      halide::WhereOp::create(b, inside);
    ValueRange values = readFunc(b, terms, funcTypes[terms], coordinates);
    SmallVector<Value> added;
    for (auto [sum, combiner] : llvm::zip(sums, combiners))
      added.push_back(position != 0 ? values[sum]
                                    : arith::SelectOp::create(b, inside, values[sum], identity(b, combiner)));
    accumulate(b, lanes, args.drop_back(), added, results);
    return success();
  };
  if (!blockCount || !stepCount)
    return generic.emitError("the extent of the reduced dimension is not that of an input or output");
  if (failed(createFunc(loc, lanes, laneVars, types, "lanes", start)) ||
      failed(createUpdate(loc, lanes, laneVars, {"r"}, stepCount, addLanes)))
    return failure();

  // What is accumulated is read through a copy: the one can be where it is made,
  // the other where it is shared.
  auto createCopy = [&](StringRef name, ArrayRef<std::string> vars, StringRef of) -> FailureOr<std::string> {
    std::string copy = uniqueName(name);
    auto read = [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
      llvm::append_range(results, readFunc(b, of, types, args));
      return success();
    };
    if (failed(createFunc(loc, copy, vars, types, name, read)))
      return failure();
    return copy;
  };
  FailureOr<std::string> parts = createCopy("parts", laneVars, lanes);
  if (failed(parts))
    return failure();

  std::string blocks = uniqueName("blocks");
  auto addBlocks = [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
    SmallVector<Value> coordinates(args.drop_back());
    coordinates.insert(coordinates.begin() + position, args.back());
    accumulate(b, blocks, args.drop_back(), readFunc(b, *parts, types, coordinates), results);
    return success();
  };
  Attribute laneBound = halide::BoundAttr::get(builder.getContext(), kLanes);
  if (failed(createFunc(loc, blocks, blockVars, types, "blocks", start)) ||
      failed(createUpdate(loc, blocks, blockVars, {"v"}, laneBound, addBlocks)))
    return failure();

  FailureOr<std::string> sumsOfBlocks = createCopy("sums", blockVars, blocks);
  if (failed(sumsOfBlocks))
    return failure();

  // The total's variables are those of the result's dimensions; it runs over
  // the blocks first, then over the other reduced dimensions, inner to outer.
  SmallVector<std::string> reductionVars = {"b"};
  SmallVector<Attribute> bounds = {blockCount};
  SmallVector<unsigned> kept, reduced;
  for (unsigned group = rank; group-- > 0;) {
    if (hasLoop(map, groups[group].first)) {
      kept.push_back(group);
      continue;
    }
    reduced.push_back(group);
    if (group == inner)
      continue;
    Attribute bound = boundOf(shapes.extent(generic, groups[group]));
    if (!bound)
      return generic.emitError("the extent of a reduced dimension is not that of an input or output");
    reductionVars.push_back("r" + std::to_string(reductionVars.size()));
    bounds.push_back(bound);
  }
  std::string totals = uniqueName("totals");
  auto initial = [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
    Coordinates loops(rank);
    for (auto [group, arg] : llvm::zip(kept, args))
      loops[group] = arg;
    for (unsigned sum : sums)
      results.push_back(initOf(b, generic, sum, loops));
    return success(llvm::all_of(results, [](Value value) { return value != nullptr; }));
  };
  auto addTotals = [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
    SmallVector<Value> coordinates(rank);
    for (auto [number, group] : llvm::enumerate(llvm::concat<unsigned>(kept, reduced)))
      coordinates[rank - 1 - group] = args[number];
    accumulate(b, totals, args.take_front(kept.size()), readFunc(b, *sumsOfBlocks, types, coordinates), results);
    return success();
  };
  if (failed(createFunc(loc, totals, loopNames(kept.size()), types, "totals", initial)) ||
      failed(createUpdate(loc, totals, loopNames(kept.size()), reductionVars, bounds, addTotals)))
    return failure();
  for (auto [number, sum] : llvm::enumerate(sums))
    sources[generic->getResult(sum)] = {totals, unsigned(number)};
  return success();
}

/// A reduction of any other form runs exactly as the generic says, one element
/// after the other.
LogicalResult PipelineBuilder::convertFold(linalg::GenericOp generic) {
  AffineMap map = generic.getIndexingMapMatchingResult(generic->getResult(0));
  for (OpResult result : generic->getResults())
    if (generic.getIndexingMapMatchingResult(result) != map)
      return generic.emitError("reduction that is not one of addf, mulf, maximumf, minimumf cannot be compiled to a "
                               "kernel beside results of another shape");
  auto groups = shapes.groups(generic);
  SmallVector<unsigned> kept, reduced;
  SmallVector<std::string> reductionVars;
  SmallVector<Attribute> bounds;
  for (unsigned group = groups.size(); group-- > 0;) {
    if (hasLoop(map, groups[group].first)) {
      kept.push_back(group);
      continue;
    }
    Attribute bound = boundOf(shapes.extent(generic, groups[group]));
    if (!bound)
      return generic.emitError("the extent of a reduced dimension is not that of an input or output");
    reduced.push_back(group);
    reductionVars.push_back("r" + std::to_string(bounds.size()));
    bounds.push_back(bound);
  }
  SmallVector<Type> types;
  for (OpResult result : generic->getResults())
    types.push_back(elementType(result));
  std::string name = uniqueName("folds");
  auto initial = [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
    Coordinates loops(groups.size());
    for (auto [group, arg] : llvm::zip(kept, args))
      loops[group] = arg;
    for (auto [number, type] : llvm::enumerate(types)) {
      bool isUsed = generic.payloadUsesValueFromOperand(generic.getDpsInitOperand(number));
      results.push_back(isUsed ? initOf(b, generic, number, loops)
                               : arith::ConstantOp::create(b, b.getZeroAttr(type)));
    }
    return success(llvm::all_of(results, [](Value value) { return value != nullptr; }));
  };
  auto step = [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
    Coordinates loops(groups.size());
    for (auto [number, group] : llvm::enumerate(llvm::concat<unsigned>(kept, reduced)))
      loops[group] = args[number];
    ValueRange old = readFunc(b, name, types, args.take_front(kept.size()));
    return inlineBody(b, generic, loops, old, Replacements(), results);
  };
  if (failed(createFunc(generic.getLoc(), name, loopNames(kept.size()), types, "folds", initial)) ||
      failed(createUpdate(generic.getLoc(), name, loopNames(kept.size()), reductionVars, bounds, step)))
    return failure();
  for (OpResult result : generic->getResults())
    sources[result] = {name, result.getResultNumber()};
  return success();
}
