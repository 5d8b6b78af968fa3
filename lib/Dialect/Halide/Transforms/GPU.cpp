//===- GPU.cpp - Schedules for CUDA and OpenCL ----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Element-wise kernels read and write 128 bits per thread where the extent is
// a multiple of a tile; otherwise one element per thread. Sums are made by one
// thread per lane of a block, in the order that the pipeline fixes; the terms
// are computed again for them, since memory is what is scarce.
//
//===----------------------------------------------------------------------===//

#include "Strategy.h"

using namespace mlir;
using namespace hysteron::halide;

namespace {
class GpuLoops {
public:
  GpuLoops(const Kernel &kernel, Directives &d, bool hasVectors) : kernel(kernel), d(d), hasVectors(hasVectors) {}
  void schedule();

private:
  static SmallVector<StringRef> varsOf(FuncOp func) {
    return llvm::to_vector(func.getVars().getAsValueRange<StringAttr>());
  }
  /// One thread per element, all dimensions in one grid.
  void flat(StageRef stage, ArrayRef<StringRef> vars, int64_t threads);
  void elementwise(FuncOp func);
  void reduction(const Reduction &reduction);
  void mask(const Mask &mask);
  void store(FuncOp func);
  FuncOp totalOf(FuncOp func) const;

  const Kernel &kernel;
  Directives &d;
  bool hasVectors;
};
} // namespace

void GpuLoops::flat(StageRef stage, ArrayRef<StringRef> vars, int64_t threads) {
  if (vars.empty())
    return d.gpuSingleThread(stage);
  d.split(stage, vars[0], "block", "thread", threads);
  // One dimension of blocks: the others of a grid end at 65535.
  for (StringRef outer : vars.drop_front())
    d.fuse(stage, "block", outer, "block");
  d.gpuBlocks(stage, "block");
  d.gpuThreads(stage, "thread");
}

void GpuLoops::elementwise(FuncOp func) {
  auto vars = varsOf(func);
  OutputOp output = kernel.outputOf(func);
  unsigned bytes = std::max(1u, output.getElementType().getIntOrFloatBitWidth() / 8);
  int64_t vector = std::clamp<int64_t>(16 / bytes, 1, 8), threads = 256;
  FuncOp total = totalOf(func);
  // A long formula is not waiting for memory, and would be there twice, or
  // three times where it also makes sums.
  bool isLong = kernel.formulaSize(func) > (kernel.passes.empty() ? 300 : 100);
  if (hasVectors && vars.size() == 1 && !isLong && !kernel.readsMask(func) && !total) {
    PipelineOp pipeline = kernel.getPipeline();
    SmallVector<Attribute> aligned;
    for (auto input : pipeline.getOps<InputOp>())
      if (input.getRank() == 1)
        aligned.push_back(FlatSymbolRefAttr::get(input.getSymNameAttr()));
    aligned.push_back(FlatSymbolRefAttr::get(func.getSymNameAttr()));
    d.specialize(func, func.getSymName(), 0, vector, aligned, [&] {
      d.split(func, vars[0], "vectors", "vi", vector, Tail::round_up);
      d.vectorize(func, "vi");
      flat(func, {"vectors"}, threads);
    });
  }
  std::optional<int64_t> extent = kernel.extent(func, 0);
  if (vars.size() > 1 && extent && *extent < threads)
    threads = std::max<int64_t>(32, llvm::alignTo(*extent, 32));
  flat(func, vars, total ? 32 : threads);
  if (total)
    d.computeAt(total, func, "thread");
}

/// The totals that one thread of `func` can add, because nothing else reads
/// them.
FuncOp GpuLoops::totalOf(FuncOp func) const {
  for (const Bundle &pass : kernel.passes)
    for (const Reduction &reduction : pass.reductions) {
      auto readers = kernel.readers(reduction.totals);
      if (readers.size() == 1 && readers[0] == func && !varsOf(reduction.totals).empty())
        return reduction.totals;
    }
  return FuncOp();
}

/// A thread block makes a few neighbouring sums: 16 lanes for each, then one
/// thread adds the lanes of one.
void GpuLoops::reduction(const Reduction &reduction) {
  auto vars = varsOf(reduction.sums);
  bool isRow = reduction.position == 0;
  d.computeRoot(reduction.sums);
  flat(reduction.sums, vars, isRow ? 4 : 16);
  d.computeAt(reduction.blocks, reduction.sums, "thread");
  d.computeAt(reduction.lanes, reduction.sums, "block");
  StringRef other = varsOf(reduction.lanes)[isRow ? 1 : 0], inner = isRow ? "v" : other, outer = isRow ? other : "v";
  for (StageRef stage : {StageRef(reduction.lanes), StageRef(reduction.lanes, 0)}) {
    if (stage.update)
      d.reorder(stage, {"r", inner, outer});
    d.gpuThreads(stage, inner);
    d.gpuThreads(stage, outer);
  }
}

void GpuLoops::mask(const Mask &mask) {
  StringRef var = varsOf(mask.output)[0];
  d.split(mask.output, var, "block", "thread", 256);
  d.gpuBlocks(mask.output, "block");
  d.gpuThreads(mask.output, "thread");
  d.computeAt(mask.bits, mask.output, "thread");
  if (mask.partner)
    elementwise(mask.partner);
}

void GpuLoops::store(FuncOp func) {
  d.computeRoot(func);
  flat(func, varsOf(func), 64);
  for (auto [number, update] : llvm::enumerate(func.getUpdates())) {
    auto vars = varsOf(func);
    StageRef stage(func, number);
    flat(stage, vars, 64);
  }
}

void GpuLoops::schedule() {
  for (FuncOp func : kernel.elementwise)
    elementwise(func);
  for (const Mask &mask : kernel.masks)
    this->mask(mask);
  for (const Bundle &pass : kernel.passes) {
    for (FuncOp output : pass.outputs)
      elementwise(output);
    for (const Reduction &reduction : pass.reductions)
      this->reduction(reduction);
  }
  for (FuncOp func : kernel.stored)
    if (!llvm::any_of(kernel.elementwise, [&](FuncOp output) { return totalOf(output) == func; }))
      store(func);
}

void hysteron::halide::scheduleGPU(const Kernel &kernel, Directives &directives, const TargetInfo &target) {
  // Halide has no vectors of strict floats in OpenCL C.
  GpuLoops(kernel, directives, target.device == Device::CUDA).schedule();
}
