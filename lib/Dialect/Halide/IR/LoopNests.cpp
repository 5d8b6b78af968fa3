//===- LoopNests.cpp - What a schedule makes of the loops -----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Halide/IR/LoopNests.h"

#include <numeric>

using namespace mlir;
using namespace hysteron::halide;

/// A number that divides the extent of each of an output's coordinates.
static SmallVector<uint64_t> multiplesOf(OutputOp output) {
  ArrayRef<int64_t> shape = cast<RankedTensorType>(output.getTensor()).getShape();
  SmallVector<uint64_t> multiples;
  for (int64_t group : output.getGroups()) {
    // Masks have whole lines of 64 bytes.
    uint64_t multiple = output.getMaskOf() ? 64 : 1;
    for (int64_t extent : shape.take_front(group))
      if (!ShapedType::isDynamic(extent))
        multiple *= extent;
    shape = shape.drop_front(group);
    // The first coordinate is the innermost dimension.
    multiples.insert(multiples.begin(), multiple);
  }
  return multiples;
}

LoopNests::LoopNests(PipelineOp pipeline) : pipeline(pipeline) {
  for (auto func : pipeline.getOps<FuncOp>()) {
    LoopNest pure;
    for (StringRef var : func.getVars().getAsValueRange<StringAttr>())
      pure.push_back({var.str(), /*reduction=*/false});
    nests[{func.getSymName().str(), 0}] = pure;
    for (auto [index, update] : llvm::enumerate(func.getUpdates())) {
      // Halide nests the reduction variables inside the pure ones.
      LoopNest nest;
      for (StringRef var : update.getReductionVars().getAsValueRange<StringAttr>())
        nest.push_back({var.str(), /*reduction=*/true});
      nest.append(pure);
      nests[{func.getSymName().str(), index + 1}] = nest;
    }
  }
  for (auto output : pipeline.getOps<OutputOp>()) {
    FuncOp func = pipeline.lookupFunc(output.getFunc());
    for (auto [var, multiple] : llvm::zip_equal(func.getVars().getAsValueRange<StringAttr>(), multiplesOf(output)))
      limit(func.getSymName(), var, multiple);
  }
}

void LoopNests::limit(StringRef func, StringRef var, uint64_t extent) {
  for (auto &[stage, nest] : nests)
    for (Loop &loop : nest)
      if (stage.first == func && loop.name == var)
        loop.multiple = extent;
}

FuncOp LoopNests::findFunc(Operation *op, StringRef name) {
  FuncOp func = pipeline.lookupFunc(name);
  if (!func)
    op->emitOpError() << "no Func named @" << name << " in @" << pipeline.getSymName();
  return func;
}

LoopNest *LoopNests::find(Operation *op, StringRef func, unsigned stage) {
  if (!findFunc(op, func))
    return nullptr;
  auto found = nests.find({func.str(), stage});
  if (found != nests.end())
    return &found->second;
  op->emitOpError() << "@" << func << " has no update " << stage - 1;
  return nullptr;
}

Loop *LoopNests::findLoop(Operation *op, LoopNest &nest, StringRef func, StringRef var) {
  for (Loop &loop : nest)
    if (loop.name == var)
      return &loop;
  InFlightDiagnostic diag = op->emitOpError() << "@" << func << " has no variable '" << var << "' here, only (";
  llvm::interleaveComma(nest, diag, [&](const Loop &loop) { diag << loop.name; });
  diag << ")";
  return nullptr;
}

void LoopNests::expectLoop(Operation *op, StringRef func, unsigned stage, StringRef var) {
  expected.push_back({op, func.str(), stage, var.str()});
}

LogicalResult LoopNests::verifyExpected() {
  for (const Expected &loop : expected) {
    LoopNest *nest = find(loop.op, loop.func, loop.stage);
    if (!nest || !findLoop(loop.op, *nest, loop.func, loop.var))
      return failure();
  }
  return success();
}

LogicalResult LoopNests::replaySpecialized(SpecializeOp op) {
  LoopNest *nest = find(op, op.getFunc(), op.getStage());
  if (!nest)
    return failure();
  LoopNest general = *nest;
  // Of an output: what it is called there, it is here.
  if (op.getBuffer() == op.getFunc()) {
    auto var = cast<StringAttr>(findFunc(op, op.getFunc()).getVars()[op.getDim()]);
    for (Loop &loop : *nest)
      if (loop.name == var.getValue())
        loop.multiple = std::lcm(loop.multiple, op.getMultiple());
  }
  for (Operation &inner : *op.getBody()) {
    // Only the loops of this one stage can differ in its special form.
    if (!isa<SplitOp, FuseOp, ReorderOp, SerialOp, NeverPartitionOp, ParallelOp, VectorizeOp, UnrollOp, GPUBlocksOp, GPUThreadsOp,
             GPULanesOp, GPUSingleThreadOp, SpecializeOp>(inner))
      return inner.emitOpError("cannot stand in a 'halide.specialize'");
    if (inner.getAttrOfType<FlatSymbolRefAttr>("func") != op.getFuncAttr() ||
        inner.getAttr("update") != op.getUpdateAttr())
      return inner.emitOpError("must be about the stage that is specialized");
    if (failed(cast<Directive>(inner).replay(*this)))
      return failure();
  }
  *nest = general;
  return success();
}
