//===- LoopNests.h - What a schedule makes of the loops ---------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The loops of every stage of a pipeline, as the directives of a schedule
// change them one after the other. Schedules are verified by it, so that a
// wrong one is reported at the directive and in our terms.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_HALIDE_IR_LOOPNESTS_H
#define HYSTERON_DIALECT_HALIDE_IR_LOOPNESTS_H

#include "hysteron/Dialect/Halide/IR/Halide.h"

#include <map>
#include <string>

namespace hysteron::halide {

struct Loop {
  std::string name;
  /// Runs in order: the order of accumulation belongs to the pipeline.
  bool reduction;
  /// What is known to divide the extent, where no point beyond it may be
  /// computed; 0 where more points do no harm.
  uint64_t multiple = 0;
};

/// Innermost first.
using LoopNest = llvm::SmallVector<Loop>;

class LoopNests {
public:
  explicit LoopNests(PipelineOp pipeline);

  PipelineOp getPipeline() const { return pipeline; }

  /// The loops of a stage (0: the pure definition), or null and an error at
  /// `op`.
  LoopNest *find(mlir::Operation *op, llvm::StringRef func, unsigned stage);
  /// One loop of it, or null and an error.
  Loop *findLoop(mlir::Operation *op, LoopNest &nest, llvm::StringRef func, llvm::StringRef var);
  /// The Func, or null and an error.
  FuncOp findFunc(mlir::Operation *op, llvm::StringRef func);

  /// From now on no more than so many points of a variable may be computed.
  void limit(llvm::StringRef func, llvm::StringRef var, uint64_t extent);

  /// A loop that must exist when all directives have been replayed, since it
  /// may be made by a later one.
  void expectLoop(mlir::Operation *op, llvm::StringRef func, unsigned stage, llvm::StringRef var);
  llvm::LogicalResult verifyExpected();

  /// Replays a special form of a stage, which starts as the general form is now.
  llvm::LogicalResult replaySpecialized(SpecializeOp op);

private:
  struct Expected {
    mlir::Operation *op;
    std::string func;
    unsigned stage;
    std::string var;
  };

  PipelineOp pipeline;
  std::map<std::pair<std::string, unsigned>, LoopNest> nests;
  llvm::SmallVector<Expected> expected;
};

} // namespace hysteron::halide

#endif // HYSTERON_DIALECT_HALIDE_IR_LOOPNESTS_H
