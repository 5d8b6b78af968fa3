//===- Directives.h - Writing schedules -------------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_DIALECT_HALIDE_TRANSFORMS_DIRECTIVES_H
#define HYSTERON_LIB_DIALECT_HALIDE_TRANSFORMS_DIRECTIVES_H

#include "Kernel.h"

#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace hysteron::halide {

/// A pure definition or an update of a Func.
struct StageRef {
  StageRef(FuncOp func, std::optional<unsigned> update = std::nullopt) : func(func), update(update) {}
  llvm::StringRef name() const { return llvm::cast<FuncOp>(func).getSymName(); }
  mlir::Operation *func;
  std::optional<unsigned> update;
};

/// Appends directives to a schedule; each method is the op of its name.
class Directives {
public:
  explicit Directives(ScheduleOp schedule)
      : b(mlir::ImplicitLocOpBuilder::atBlockEnd(schedule.getLoc(), schedule.getBody())) {}

  void split(StageRef stage, llvm::StringRef var, llvm::StringRef outer, llvm::StringRef inner, int64_t factor,
             Tail tail = Tail::guard);
  void fuse(StageRef stage, llvm::StringRef inner, llvm::StringRef outer, llvm::StringRef fused);
  /// Innermost first.
  void reorder(StageRef stage, llvm::ArrayRef<llvm::StringRef> vars);
  void vectorize(StageRef stage, llvm::StringRef var);
  void unroll(StageRef stage, llvm::StringRef var);
  void interleave(StageRef stage, llvm::StringRef var, int64_t factor);
  void neverPartition(StageRef stage, llvm::StringRef var);
  void parallel(StageRef stage, llvm::StringRef var);
  void gpuBlocks(StageRef stage, llvm::StringRef var);
  void gpuThreads(StageRef stage, llvm::StringRef var);
  void outermost(StageRef stage, llvm::StringRef var);
  void computeWith(StageRef stage, StageRef with, llvm::StringRef var);
  void computeRoot(FuncOp func);
  void computeAt(FuncOp func, StageRef at, llvm::StringRef var);
  void storeIn(FuncOp func, Memory memory);
  /// Directives inside are for extents that are a multiple of a number, and aligned buffers.
  void specialize(StageRef stage, llvm::StringRef buffer, int64_t dim, int64_t multiple,
                  llvm::ArrayRef<mlir::Attribute> aligned, llvm::function_ref<void()> inside);

private:
  mlir::IntegerAttr updateOf(StageRef stage) {
    return stage.update ? b.getI64IntegerAttr(*stage.update) : mlir::IntegerAttr();
  }
  mlir::ImplicitLocOpBuilder b;
};

} // namespace hysteron::halide

#endif // HYSTERON_LIB_DIALECT_HALIDE_TRANSFORMS_DIRECTIVES_H
