//===- Directives.cpp - Writing schedules ---------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Directives.h"

using namespace mlir;
using namespace hysteron::halide;

void Directives::split(StageRef stage, StringRef var, StringRef outer, StringRef inner, int64_t factor, Tail tail) {
  SplitOp::create(b, stage.name(), updateOf(stage), var, outer, inner, factor, tail);
}
void Directives::fuse(StageRef stage, StringRef inner, StringRef outer, StringRef fused) {
  FuseOp::create(b, stage.name(), updateOf(stage), inner, outer, fused);
}
void Directives::reorder(StageRef stage, ArrayRef<StringRef> vars) {
  ReorderOp::create(b, stage.name(), updateOf(stage), b.getStrArrayAttr(vars));
}
void Directives::vectorize(StageRef stage, StringRef var) {
  VectorizeOp::create(b, stage.name(), updateOf(stage), var);
}
void Directives::unroll(StageRef stage, StringRef var) { UnrollOp::create(b, stage.name(), updateOf(stage), var); }
void Directives::interleave(StageRef stage, StringRef var, int64_t factor) {
  InterleaveOp::create(b, stage.name(), updateOf(stage), var, factor);
}
void Directives::neverPartition(StageRef stage, StringRef var) {
  NeverPartitionOp::create(b, stage.name(), updateOf(stage), var);
}
void Directives::parallel(StageRef stage, StringRef var) { ParallelOp::create(b, stage.name(), updateOf(stage), var); }
void Directives::gpuBlocks(StageRef stage, StringRef var) { GPUBlocksOp::create(b, stage.name(), updateOf(stage), var); }
void Directives::gpuThreads(StageRef stage, StringRef var) {
  GPUThreadsOp::create(b, stage.name(), updateOf(stage), var);
}
void Directives::outermost(StageRef stage, StringRef var) { OutermostOp::create(b, stage.name(), updateOf(stage), var); }
void Directives::computeWith(StageRef stage, StageRef with, StringRef var) {
  ComputeWithOp::create(b, stage.name(), updateOf(stage), with.name(), updateOf(with), var);
}
void Directives::computeRoot(FuncOp func) { ComputeRootOp::create(b, func.getSymName()); }
void Directives::computeAt(FuncOp func, StageRef at, StringRef var) {
  ComputeAtOp::create(b, func.getSymName(), at.name(), updateOf(at), var);
}
void Directives::storeIn(FuncOp func, Memory memory) { StoreInOp::create(b, func.getSymName(), memory); }
void Directives::specialize(StageRef stage, StringRef buffer, int64_t dim, int64_t multiple,
                            ArrayRef<Attribute> aligned, llvm::function_ref<void()> inside) {
  auto op = SpecializeOp::create(b, stage.name(), updateOf(stage), buffer, dim, multiple, b.getArrayAttr(aligned));
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToEnd(&op->getRegion(0).emplaceBlock());
  inside();
}
