//===- Kernel.h - The parts of a pipeline that a schedule treats -*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_DIALECT_HALIDE_TRANSFORMS_KERNEL_H
#define HYSTERON_LIB_DIALECT_HALIDE_TRANSFORMS_KERNEL_H

#include "hysteron/Dialect/Halide/IR/Halide.h"

namespace hysteron::halide {

/// Lanes that the terms of a block are added to.
inline constexpr int64_t kLanes = 16;
/// Ops of a formula, constants included, above which it is a long one.
inline constexpr unsigned kLongFormula = 60;

/// A float reduction: lanes(v, b, ...) add terms, blocks(b, ...) add lanes,
/// totals(...) add blocks. Lanes are read through their copies, parts(v, b, ...),
/// and blocks through sums(b, ...).
struct Reduction {
  FuncOp lanes, parts, blocks, sums, totals;
  /// Where the blocked variable is among those of the terms, 0 innermost.
  unsigned position = 0;
  /// Elements of a block: 4096, or less where the extent is known and short.
  int64_t block = 0;
  /// Whether every block has as many; otherwise that is the maximum.
  bool isBlockFixed = false;
};

/// Funcs that are to be computed in one pass over memory because they read the
/// same values: `terms`, whose elements `outputs` copy and `reductions` add.
struct Bundle {
  FuncOp terms;
  llvm::SmallVector<FuncOp> outputs;
  llvm::SmallVector<Reduction> reductions;
  /// Whether all can share the loops over blocks; otherwise the terms are
  /// computed again for each.
  bool fused = false;
};

/// A packed mask, and the element-wise output of the same number of elements
/// that is best computed with it, if there is one.
struct Mask {
  FuncOp bits, output, partner;
};

class Kernel {
public:
  explicit Kernel(PipelineOp pipeline);

  llvm::SmallVector<Bundle> passes;
  llvm::SmallVector<Mask> masks;
  /// Outputs with loops of their own.
  llvm::SmallVector<FuncOp> elementwise;
  /// Funcs without a place of their own in the above, to be stored whole: they
  /// have updates, or are few values that many elements read.
  llvm::SmallVector<FuncOp> stored;
  /// Whether `func` is what a formula computes of learned parameters.
  static bool isOfParameters(FuncOp func);

  PipelineOp getPipeline() const { return pipeline; }
  bool isOutput(FuncOp func) const { return bool(outputOf(func)); }
  OutputOp outputOf(FuncOp func) const;
  /// Bytes of the widest and the narrowest float that computing `func` takes,
  /// Funcs that are computed in place included.
  unsigned widestFloat(FuncOp func) const { return floatBytes(func).second; }
  unsigned narrowestFloat(FuncOp func) const { return floatBytes(func).first; }
  /// The number of ops that computing `func` takes.
  unsigned formulaSize(FuncOp func) const;
  /// Whether its elements' bits come from a packed mask.
  bool readsMask(FuncOp func) const;
  /// The extent of a dimension (0 innermost) of an output or a Func of its
  /// shape, if it is known.
  std::optional<int64_t> extent(FuncOp func, unsigned dim) const;

  /// Every Func whose definitions read `func`.
  llvm::SmallVector<FuncOp> readers(FuncOp func) const;

private:
  void findReductions();
  void findBundles();
  void findMasks();
  void findStored();
  std::pair<unsigned, unsigned> floatBytes(FuncOp func) const;
  bool isPlaced(FuncOp func) const { return placed.contains(func); }

  PipelineOp pipeline;
  llvm::SmallPtrSet<mlir::Operation *, 16> placed;
};

} // namespace hysteron::halide

#endif // HYSTERON_LIB_DIALECT_HALIDE_TRANSFORMS_KERNEL_H
