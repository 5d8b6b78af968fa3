//===- LoopNests.cpp - What a schedule makes of the loops -----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Halide/IR/LoopNests.h"

using namespace mlir;
using namespace hysteron::halide;

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
