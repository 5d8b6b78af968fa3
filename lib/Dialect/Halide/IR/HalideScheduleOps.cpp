//===- HalideScheduleOps.cpp - How a kernel is computed -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Bound.h"
#include "hysteron/Dialect/Halide/IR/Halide.h"
#include "hysteron/Dialect/Halide/IR/LoopNests.h"

#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace hysteron::halide;

LogicalResult ScheduleOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto pipeline = symbols.lookupNearestSymbolFrom<PipelineOp>(*this, getPipelineAttr());
  if (!pipeline)
    return emitOpError() << "no 'halide.pipeline' named @" << getPipeline();
  LoopNests nests(pipeline);
  // Bounds hold for the directives before them, too.
  for (auto bound : getOps<BoundExtentOp>())
    nests.limit(bound.getFunc(), bound.getVar(), bound.getExtent());
  for (auto bound : getOps<BoundOp>())
    if (bound.getExtent().isConstant())
      nests.limit(bound.getFunc(), bound.getVar(), bound.getExtent().getValue());
  for (Operation &op : *getBody()) {
    auto directive = dyn_cast<Directive>(op);
    if (!directive)
      return op.emitOpError("is no directive of a schedule");
    if (failed(directive.replay(nests)))
      return failure();
  }
  return nests.verifyExpected();
}

//===----------------------------------------------------------------------===//
// Loops of one stage
//===----------------------------------------------------------------------===//

/// A loop made by a directive needs a name that no other loop has.
static LogicalResult verifyNewName(Operation *op, LoopNest &nest, StringRef name, ArrayRef<StringRef> replaced) {
  if (name.empty() || llvm::isDigit(name.front()) ||
      !llvm::all_of(name, [](char c) { return llvm::isAlnum(c) || c == '_'; }))
    return op->emitOpError() << "variable '" << name << "' is not an identifier";
  for (const Loop &loop : nest)
    if (loop.name == name && !llvm::is_contained(replaced, name))
      return op->emitOpError() << "there is a variable '" << name << "' already";
  return success();
}

/// Whether a split computes no more points than the loop has.
static bool staysInside(SplitOp op, const Loop &loop) {
  uint64_t factor = op.getFactor();
  switch (op.getTail()) {
  case Tail::guard:
  case Tail::predicate:
    return true;
  case Tail::shift_inwards:
    return loop.multiple % factor == 0 || loop.multiple >= factor;
  default:
    return loop.multiple % factor == 0;
  }
}

LogicalResult SplitOp::replay(LoopNests &nests) {
  LoopNest *nest = nests.find(*this, getFunc(), getStage());
  Loop *loop = nest ? nests.findLoop(*this, *nest, getFunc(), getVar()) : nullptr;
  if (!loop || failed(verifyNewName(*this, *nest, getOuter(), {getVar()})) ||
      failed(verifyNewName(*this, *nest, getInner(), {getVar()})))
    return failure();
  if (getOuter() == getInner())
    return emitOpError("needs two names for two loops");
  bool exact = getTail() == Tail::guard || getTail() == Tail::predicate || getTail() == Tail::auto_;
  bool reduction = loop->reduction;
  if (reduction && !exact)
    return emitOpError() << "tail " << stringifyTail(getTail()) << " would change the sum over '" << getVar() << "'";
  if (getUpdate() && getTail() == Tail::shift_inwards)
    return emitOpError("tail shift_inwards would apply an update twice");
  if (!reduction && !staysInside(*this, *loop))
    return emitOpError() << "tail " << stringifyTail(getTail()) << " would leave the extent of '" << getVar() << "'";
  // A guard holds for all points of the two loops, however they are split again,
  // but computes a point twice where the inner loop has more than `factor`.
  uint64_t factor = getFactor(), multiple = loop->multiple;
  bool guarded = getTail() == Tail::guard || getTail() == Tail::predicate;
  uint64_t outer = guarded ? 0 : multiple % factor == 0 ? multiple / factor : 1;
  *loop = {getOuter().str(), reduction, outer};
  nest->insert(nest->begin() + (loop - nest->begin()), Loop{getInner().str(), reduction, factor});
  return success();
}

LogicalResult FuseOp::replay(LoopNests &nests) {
  LoopNest *nest = nests.find(*this, getFunc(), getStage());
  Loop *inner = nest ? nests.findLoop(*this, *nest, getFunc(), getInner()) : nullptr;
  Loop *outer = inner ? nests.findLoop(*this, *nest, getFunc(), getOuter()) : nullptr;
  if (!outer || failed(verifyNewName(*this, *nest, getFused(), {getInner(), getOuter()})))
    return failure();
  if (inner == outer)
    return emitOpError("needs two different loops");
  if (inner->reduction != outer->reduction)
    return emitOpError("cannot join a reduction with another loop");
  if (inner->reduction && outer != inner + 1)
    return emitOpError("would change the order of a reduction");
  inner->name = getFused().str();
  inner->multiple = outer->multiple * std::max<uint64_t>(inner->multiple, 1);
  nest->erase(outer);
  return success();
}

LogicalResult ReorderOp::replay(LoopNests &nests) {
  LoopNest *nest = nests.find(*this, getFunc(), getStage());
  if (!nest)
    return failure();
  llvm::StringSet<> seen;
  LoopNest wanted;
  for (StringRef var : getVars().getAsValueRange<StringAttr>()) {
    Loop *loop = nests.findLoop(*this, *nest, getFunc(), var);
    if (!loop)
      return failure();
    if (!seen.insert(var).second)
      return emitOpError() << "variable '" << var << "' occurs twice";
    wanted.push_back(*loop);
  }
  LoopNest before = *nest;
  size_t next = 0;
  for (Loop &loop : *nest)
    if (seen.contains(loop.name))
      loop = wanted[next++];
  // The order of a reduction belongs to the pipeline; Halide would take a sum
  // of floats for associative.
  auto reductions = [](const LoopNest &loops) {
    SmallVector<std::string> names;
    for (const Loop &loop : loops)
      if (loop.reduction)
        names.push_back(loop.name);
    return names;
  };
  if (reductions(before) != reductions(*nest))
    return emitOpError("would change the order of a reduction");
  return success();
}

/// Loops whose iterations run in any order or at once.
template <typename Op>
static LogicalResult replayLoop(Op op, LoopNests &nests, bool anyOrder) {
  LoopNest *nest = nests.find(op, op.getFunc(), op.getStage());
  Loop *loop = nest ? nests.findLoop(op, *nest, op.getFunc(), op.getVar()) : nullptr;
  if (!loop)
    return failure();
  if (anyOrder && loop->reduction)
    return op.emitOpError() << "the reduction over '" << op.getVar() << "' runs in order";
  return success();
}

LogicalResult SerialOp::replay(LoopNests &nests) { return replayLoop(*this, nests, false); }
LogicalResult NeverPartitionOp::replay(LoopNests &nests) { return replayLoop(*this, nests, false); }
LogicalResult UnrollOp::replay(LoopNests &nests) { return replayLoop(*this, nests, false); }
LogicalResult InterleaveOp::replay(LoopNests &nests) { return replayLoop(*this, nests, false); }
LogicalResult ParallelOp::replay(LoopNests &nests) { return replayLoop(*this, nests, true); }
LogicalResult VectorizeOp::replay(LoopNests &nests) { return replayLoop(*this, nests, true); }
LogicalResult GPUBlocksOp::replay(LoopNests &nests) { return replayLoop(*this, nests, true); }
LogicalResult GPUThreadsOp::replay(LoopNests &nests) { return replayLoop(*this, nests, true); }
LogicalResult GPULanesOp::replay(LoopNests &nests) { return replayLoop(*this, nests, true); }
LogicalResult GPUSingleThreadOp::replay(LoopNests &nests) {
  return success(nests.find(*this, getFunc(), getStage()));
}

LogicalResult OutermostOp::replay(LoopNests &nests) {
  LoopNest *nest = nests.find(*this, getFunc(), getStage());
  if (!nest || failed(verifyNewName(*this, *nest, getVar(), {})))
    return failure();
  nest->push_back({getVar().str(), /*reduction=*/false, 1});
  return success();
}

LogicalResult ComputeWithOp::replay(LoopNests &nests) {
  if (!nests.find(*this, getFunc(), getStage()) || !nests.find(*this, getWith(), getWithStage()))
    return failure();
  if (getFunc() == getWith() && getStage() == getWithStage())
    return emitOpError("needs two different stages");
  nests.expectLoop(*this, getFunc(), getStage(), getVar());
  nests.expectLoop(*this, getWith(), getWithStage(), getVar());
  return success();
}

static LogicalResult verifyBuffer(Operation *op, LoopNests &nests, StringRef buffer) {
  if (!nests.getPipeline().getBufferRank(buffer))
    return op->emitOpError() << "no input or output named @" << buffer;
  return success();
}

LogicalResult SpecializeOp::replay(LoopNests &nests) {
  auto extent = BoundAttr::get(getBufferAttr(), getDim());
  if (failed(verifyBound(*this, nests.getPipeline(), extent)))
    return failure();
  if (ArrayAttr aligned = getAlignedAttr())
    for (StringRef buffer : aligned.getAsValueRange<FlatSymbolRefAttr>())
      if (failed(verifyBuffer(*this, nests, buffer)))
        return failure();
  return nests.replaySpecialized(*this);
}

//===----------------------------------------------------------------------===//
// Storage and place of a Func
//===----------------------------------------------------------------------===//

template <typename Op>
static LogicalResult replayFunc(Op op, LoopNests &nests) {
  return success(bool(nests.findFunc(op, op.getFunc())));
}
LogicalResult ComputeRootOp::replay(LoopNests &nests) { return replayFunc(*this, nests); }
LogicalResult StoreRootOp::replay(LoopNests &nests) { return replayFunc(*this, nests); }
LogicalResult StoreInOp::replay(LoopNests &nests) { return replayFunc(*this, nests); }
LogicalResult ComputeInlineOp::replay(LoopNests &nests) {
  FuncOp func = nests.findFunc(*this, getFunc());
  if (func && !func.getUpdates().empty())
    return emitOpError() << "@" << getFunc() << " has updates and cannot be inlined";
  return success(bool(func));
}

template <typename Op>
static LogicalResult replayAt(Op op, LoopNests &nests) {
  if (!nests.findFunc(op, op.getFunc()) || !nests.find(op, op.getAt(), op.getAtStage()))
    return failure();
  if (op.getFunc() == op.getAt())
    return op.emitOpError("a Func cannot stand in its own loops");
  nests.expectLoop(op, op.getAt(), op.getAtStage(), op.getVar());
  return success();
}
LogicalResult ComputeAtOp::replay(LoopNests &nests) { return replayAt(*this, nests); }
LogicalResult StoreAtOp::replay(LoopNests &nests) { return replayAt(*this, nests); }

/// `var` is a dimension of the Func.
template <typename Op>
static LogicalResult replayDimension(Op op, LoopNests &nests, StringRef var) {
  FuncOp func = nests.findFunc(op, op.getFunc());
  if (!func)
    return failure();
  if (!llvm::is_contained(func.getVars().template getAsValueRange<StringAttr>(), var))
    return op.emitOpError() << "@" << op.getFunc() << " has no dimension '" << var << "'";
  return success();
}
LogicalResult BoundExtentOp::replay(LoopNests &nests) { return replayDimension(*this, nests, getVar()); }
LogicalResult AlignBoundsOp::replay(LoopNests &nests) { return replayDimension(*this, nests, getVar()); }
LogicalResult AlignExtentOp::replay(LoopNests &nests) { return replayDimension(*this, nests, getVar()); }
LogicalResult AlignStorageOp::replay(LoopNests &nests) { return replayDimension(*this, nests, getVar()); }
LogicalResult BoundOp::replay(LoopNests &nests) {
  return failure(failed(replayDimension(*this, nests, getVar())) ||
                 failed(verifyBound(*this, nests.getPipeline(), getExtent())));
}
LogicalResult ReorderStorageOp::replay(LoopNests &nests) {
  llvm::StringSet<> seen;
  for (StringRef var : getVars().getAsValueRange<StringAttr>()) {
    if (failed(replayDimension(*this, nests, var)))
      return failure();
    if (!seen.insert(var).second)
      return emitOpError() << "variable '" << var << "' occurs twice";
  }
  return success();
}

LogicalResult HostAlignmentOp::replay(LoopNests &nests) { return verifyBuffer(*this, nests, getBuffer()); }
