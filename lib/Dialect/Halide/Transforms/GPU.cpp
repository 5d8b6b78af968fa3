//===- GPU.cpp - Schedules for CUDA and OpenCL ----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Element-wise kernels read and write 128 bits per thread where extent and
// addresses allow it; otherwise one element per thread.
//
// Sums beside an element-wise result are made in one pass, so that each tensor moves once.
// In long rows a thread walks one of the 16 lanes that the pipeline fixes. In shorter ones
// a thread block computes the terms of 4096 elements into shared memory, stores the
// elements from there, and 16 of its threads add a lane each. Where terms are too many for
// shared memory, or channels are innermost, they are computed again for the sums.
//
//===----------------------------------------------------------------------===//

#include "Strategy.h"

using namespace mlir;
using namespace hysteron::halide;

/// Bytes of memory that the threads of a block share, on every device of CUDA.
static constexpr int64_t kSharedBytes = 48 * 1024;
/// Blocks of a thread block where each lane has a thread.
static constexpr int64_t kLaneBlocks = 8;
/// Elements of a row that is enough for many threads so.
static constexpr int64_t kLongRow = 1 << 22;
/// Elements of the largest tensors; more of them run in parts.
static constexpr int64_t kMostElements = 1 << 30;

namespace {
class GpuLoops {
public:
  GpuLoops(const Kernel &kernel, Directives &d, bool hasVectors) : kernel(kernel), d(d), hasVectors(hasVectors) {}
  void schedule();

private:
  static SmallVector<StringRef> varsOf(FuncOp func) {
    return llvm::to_vector(func.getVars().getAsValueRange<StringAttr>());
  }
  /// One thread per point, all dimensions in one grid. A row that is known to be
  /// shorter than a thread block shares one with its neighbours.
  void flat(StageRef stage, ArrayRef<StringRef> vars, int64_t threads, std::optional<int64_t> row = std::nullopt);
  /// All of `vars` as one loop over thread blocks.
  void blocks(StageRef stage, ArrayRef<StringRef> vars);
  void elementwise(FuncOp func);
  void wide(FuncOp func);
  SmallVector<StringRef> gridOf(const Bundle &pass) const;
  /// A stage that shares its loops over thread blocks with `leader`.
  void share(FuncOp func, FuncOp leader, ArrayRef<StringRef> inner, ArrayRef<StringRef> grid);
  /// Thread blocks of 256, of which each thread makes so many points, 256 apart.
  void steps(FuncOp func, StringRef var, int64_t count);
  bool lanePass(const Bundle &pass);
  bool onePass(const Bundle &pass);
  void total(FuncOp total, FuncOp output);
  void reduction(const Reduction &reduction);
  void mask(const Mask &mask);
  void store(FuncOp func);
  FuncOp totalOf(FuncOp func) const;

  const Kernel &kernel;
  Directives &d;
  bool hasVectors;
};
} // namespace

void GpuLoops::blocks(StageRef stage, ArrayRef<StringRef> vars) {
  // One dimension of blocks: the others of a grid end at 65535.
  for (StringRef outer : vars.drop_front())
    d.fuse(stage, vars[0], outer, vars[0]);
  d.gpuBlocks(stage, vars[0]);
}

void GpuLoops::flat(StageRef stage, ArrayRef<StringRef> vars, int64_t threads, std::optional<int64_t> row) {
  SmallVector<StringRef> rest(vars);
  if (vars.empty()) {
    d.outermost(stage, "thread");
    d.outermost(stage, "block");
  } else {
    for (; row && *row < threads && rest.size() > 1; rest.erase(rest.begin() + 1))
      d.fuse(stage, rest[0], rest[1], rest[0]);
    d.split(stage, rest[0], "block", "thread", threads);
    rest.erase(rest.begin());
  }
  rest.insert(rest.begin(), "block");
  blocks(stage, rest);
  d.gpuThreads(stage, "thread");
}

void GpuLoops::elementwise(FuncOp func) {
  FuncOp total = totalOf(func);
  if (hasVectors && !total)
    wide(func);
  flat(func, varsOf(func), total ? 32 : 256, kernel.extent(func, 0));
  if (total)
    this->total(total, func);
}

/// A thread adds the totals that it stores, with many loads on the way at a
/// time: the sum is as slow as its additions, which wait for each other.
void GpuLoops::total(FuncOp total, FuncOp output) {
  FuncOp leader = kernel.readers(total).front();
  if (output != leader)
    return d.computeWith(output, leader, "thread");
  d.computeAt(total, output, "thread");
  StageRef update(total, 0);
  auto last = *std::prev(total.getUpdates().front().getReductionVars().getAsValueRange<StringAttr>().end());
  if (hasVectors)
    return d.interleave(update, last, 64);
  d.split(update, last, "to", "ti", 32);
  d.unroll(update, "ti");
}

/// Another form of an element-wise kernel, with 128 bits per thread.
void GpuLoops::wide(FuncOp func) {
  SmallVector<StringRef> vars = varsOf(func);
  int64_t vector = std::clamp<int64_t>(128 / kernel.outputOf(func).getElementType().getIntOrFloatBitWidth(), 1, 8);
  std::optional<int64_t> row = kernel.extent(func, 0);
  // Rows after the first are aligned if their length is.
  if (vars.empty() || (vars.size() > 1 && (!row || *row % vector)))
    return;
  PipelineOp pipeline = kernel.getPipeline();
  SmallVector<Attribute> aligned;
  for (auto input : pipeline.getOps<InputOp>())
    if (input.getRank())
      aligned.push_back(FlatSymbolRefAttr::get(input.getSymNameAttr()));
  aligned.push_back(FlatSymbolRefAttr::get(func.getSymNameAttr()));
  d.specialize(func, func.getSymName(), 0, vector, aligned, [&] {
    d.split(func, vars[0], "vectors", "vi", vector, Tail::round_up);
    d.vectorize(func, "vi");
    vars[0] = "vectors";
    bool hasParameters = llvm::any_of(pipeline.getOps<InputOp>(), [](InputOp input) { return input.getRank() == 0; });
    bool isLong = kernel.narrowestFloat(func) == 2 && kernel.formulaSize(func) > kLongFormula;
    if (vars.size() > 1 || !(hasParameters || isLong))
      return flat(func, vars, 256, row ? std::optional(*row / vector) : std::nullopt);
    // What is computed of the parameters serves several vectors; and a thread that computes
    // for longer than it waits is not to be begun anew for each.
    steps(func, "vectors", 4);
  });
}

/// The totals that a thread of `func` can add, because only outputs of their
/// shape read them.
FuncOp GpuLoops::totalOf(FuncOp func) const {
  for (const Bundle &pass : kernel.passes)
    for (const Reduction &reduction : pass.reductions) {
      FuncOp totals = reduction.totals;
      auto readers = kernel.readers(totals);
      if (llvm::is_contained(readers, func) &&
          llvm::all_of(readers, [&](FuncOp reader) {
            return llvm::is_contained(kernel.elementwise, reader) && reader.getRank() == totals.getRank();
          }))
        return totals;
    }
  return FuncOp();
}

/// Loops over the blocks of all rows, that which may be longest first: the others
/// of a grid end at 65535. None if they might be longer, or are too many.
SmallVector<StringRef> GpuLoops::gridOf(const Bundle &pass) const {
  FuncOp output = pass.outputs.front();
  const Reduction &reduction = pass.reductions.front();
  SmallVector<StringRef> vars = varsOf(reduction.sums);
  int64_t known = 1;
  for (unsigned dim = 0; dim < vars.size(); ++dim)
    known *= std::max<int64_t>(1, kernel.extent(output, dim).value_or(1));
  SmallVector<std::pair<int64_t, StringRef>> counts;
  for (auto [dim, var] : llvm::enumerate(vars)) {
    int64_t count = kernel.extent(output, dim).value_or(kMostElements / known);
    counts.emplace_back(dim == 0 ? llvm::divideCeil(count, reduction.block) : count, var);
  }
  llvm::sort(counts, std::greater<>());
  if (counts.size() > 3 || (counts.size() > 1 && counts[1].first > 65535))
    return {};
  return llvm::map_to_vector(counts, [](auto count) { return count.second; });
}

/// The bytes of a Func's values for one point.
static int64_t bytesOf(FuncOp func) {
  int64_t bytes = 0;
  for (Type type : func.getTypes().getAsValueRange<TypeAttr>())
    bytes += std::max(1u, type.getIntOrFloatBitWidth() / 8);
  return bytes;
}

static bool areMixed(FuncOp func) {
  return !llvm::all_equal(llvm::map_range(func.getTypes().getAsValueRange<TypeAttr>(),
                                          [](Type type) { return type.getIntOrFloatBitWidth(); }));
}

void GpuLoops::share(FuncOp func, FuncOp leader, ArrayRef<StringRef> inner, ArrayRef<StringRef> grid) {
  d.reorder(func, llvm::to_vector(llvm::concat<const StringRef>(inner, grid)));
  for (StringRef var : grid)
    d.gpuBlocks(func, var);
  if (func != leader)
    d.computeWith(func, leader, grid.front());
}

void GpuLoops::steps(FuncOp func, StringRef var, int64_t count) {
  d.split(func, var, "block", "inside", count * 256);
  d.split(func, "inside", "step", "thread", 256);
  d.reorder(func, {"step", "thread", "block"});
  d.neverPartition(func, "step");
  d.neverPartition(func, "thread");
  d.gpuBlocks(func, "block");
  d.gpuThreads(func, "thread");
}

/// A thread for each of the lanes that a block's terms are added to: it walks from element
/// to element, stores what belongs to one and keeps the sums. Nothing is computed twice and
/// nothing waits for another thread, but a thread computes 256 elements. False where the
/// tensor is known to be so small that the threads would be few, or rows are short.
bool GpuLoops::lanePass(const Bundle &pass) {
  if (!pass.fused || pass.reductions.empty())
    return false;
  FuncOp leader = pass.outputs.front();
  const Reduction &first = pass.reductions.front();
  SmallVector<StringRef> grid = gridOf(pass);
  std::optional<int64_t> row = kernel.extent(leader, 0);
  bool isLong = row ? *row >= kLongRow : leader.getRank() == 1;
  if (grid.empty() || first.position != 0 || !isLong)
    return false;
  for (FuncOp output : pass.outputs) {
    d.split(output, varsOf(output)[0], "b", "blocks", kLaneBlocks * first.block);
    d.split(output, "blocks", "block", "inside", first.block);
    d.split(output, "inside", "r", "v", kLanes);
    // Halide shares loops whose names are made by the same splits.
    d.split(output, "b", "b", "one", 1);
    for (StringRef thread : {"v", "block"}) {
      d.gpuThreads(output, thread);
      d.neverPartition(output, thread);
    }
    d.neverPartition(output, "r");
    share(output, leader, {"r", "v", "block", "one"}, grid);
  }
  for (const Reduction &reduction : pass.reductions) {
    d.computeRoot(reduction.sums);
    // Blocks past the end have no elements.
    d.split(reduction.sums, "b", "b", "block", kLaneBlocks, Tail::round_up);
    d.gpuThreads(reduction.sums, "block");
    share(reduction.sums, leader, {"block"}, grid);
    d.computeAt(reduction.blocks, reduction.sums, "block");
    d.unroll(StageRef(reduction.blocks, 0), "v");
    d.computeAt(reduction.parts, reduction.sums, grid.front());
    d.gpuThreads(reduction.parts, "v");
    d.gpuThreads(reduction.parts, "b");
    d.computeAt(reduction.lanes, reduction.parts, "v");
    if (hasVectors)
      d.interleave(StageRef(reduction.lanes, 0), "r", 8);
  }
  return true;
}

/// False where the terms of a block are too many to keep them.
bool GpuLoops::onePass(const Bundle &pass) {
  if (!pass.fused || pass.reductions.empty())
    return false;
  const Reduction &first = pass.reductions.front();
  FuncOp leader = pass.outputs.front();
  SmallVector<StringRef> grid = gridOf(pass);
  // A thread has some elements on the way at a time.
  int64_t threads = std::min<int64_t>(512, first.block);
  int64_t unrolled = std::clamp<int64_t>(8 / bytesOf(leader), 1, llvm::divideCeil(first.block, threads));
  // Halide drops a store before another one with the same index, even where these
  // are of different width in shared memory: steps of a short block might meet so.
  if (first.isBlockFixed && first.block < 4096 && areMixed(pass.terms))
    unrolled = 1;
  int64_t bytes = llvm::alignTo(first.block, threads * unrolled) * bytesOf(pass.terms);
  // Where channels are innermost a block is of rows.
  if (grid.empty() || bytes > kSharedBytes || first.position != 0)
    return false;
  for (FuncOp output : pass.outputs) {
    d.split(output, varsOf(output)[0], "b", "inside", first.block);
    d.split(output, "inside", "step", "thread", threads);
    // Halide shares loops whose names are made by the same splits.
    d.split(output, "b", "b", "one", 1);
    d.gpuThreads(output, "thread");
    share(output, leader, {"thread", "step", "one"}, grid);
  }
  d.computeAt(pass.terms, leader, grid.front());
  d.storeIn(pass.terms, Memory::gpu_shared);
  // Terms past the end are not added: no branch is needed to leave them out.
  d.split(pass.terms, varsOf(pass.terms)[0], "steps", "thread", threads, Tail::round_up);
  d.split(pass.terms, "steps", "step", "unrolled", unrolled, Tail::round_up);
  d.reorder(pass.terms, {"unrolled", "step", "thread"});
  d.unroll(pass.terms, "unrolled");
  d.gpuThreads(pass.terms, "thread");
  d.neverPartition(pass.terms, "step");
  d.neverPartition(pass.terms, "thread");
  for (const Reduction &reduction : pass.reductions) {
    d.computeRoot(reduction.sums);
    // One thread adds the lanes and stores the sum.
    d.split(reduction.sums, "b", "b", "thread", 1);
    d.gpuThreads(reduction.sums, "thread");
    share(reduction.sums, leader, {"thread"}, grid);
    d.computeAt(reduction.blocks, reduction.sums, "thread");
    d.unroll(StageRef(reduction.blocks, 0), "v");
    d.computeAt(reduction.parts, reduction.sums, grid.front());
    if (bytes + 16 * bytesOf(reduction.parts) > kSharedBytes)
      d.storeIn(reduction.parts, Memory::heap);
    d.gpuThreads(reduction.parts, "v");
    // A lane is in a register, and some of its terms on the way at a time.
    d.computeAt(reduction.lanes, reduction.parts, "v");
    StageRef update(reduction.lanes, 0);
    d.split(update, "r", "ro", "ri", 8);
    d.unroll(update, "ri");
  }
  return true;
}

/// A thread block makes a few neighbouring sums: 16 lanes for each, then one
/// thread adds the lanes of one.
void GpuLoops::reduction(const Reduction &reduction) {
  auto vars = varsOf(reduction.sums);
  bool isRow = reduction.position == 0;
  d.computeRoot(reduction.sums);
  flat(reduction.sums, vars, isRow ? 4 : 16);
  d.computeAt(reduction.blocks, reduction.sums, "thread");
  d.computeAt(reduction.parts, reduction.sums, "block");
  StringRef other = varsOf(reduction.parts)[isRow ? 1 : 0];
  if (!isRow)
    d.reorder(reduction.parts, {other, "v"});
  d.gpuThreads(reduction.parts, "v");
  d.gpuThreads(reduction.parts, other);
  d.computeAt(reduction.lanes, reduction.parts, isRow ? "v" : other);
}

/// A thread makes a byte of the mask. Where it can, its thread block first stores the
/// elements, so that they are read once from memory.
void GpuLoops::mask(const Mask &mask) {
  FuncOp partner = mask.partner;
  bool isShared = partner && partner.getRank() == 1 && hasVectors;
  StringRef var = varsOf(mask.output)[0];
  d.split(mask.output, var, "block", "thread", 256);
  d.gpuThreads(mask.output, "thread");
  d.computeAt(mask.bits, mask.output, "thread");
  if (isShared) {
    steps(partner, varsOf(partner)[0], 8);
    d.interleave(partner, "step", 8);
    d.computeWith(mask.output, partner, "block");
  } else if (partner) {
    elementwise(partner);
  }
  d.gpuBlocks(mask.output, "block");
}

void GpuLoops::store(FuncOp func) {
  d.computeRoot(func);
  flat(func, varsOf(func), 64);
  for (auto [number, update] : llvm::enumerate(func.getUpdates()))
    flat(StageRef(func, number), varsOf(func), 64);
}

void GpuLoops::schedule() {
  for (FuncOp func : kernel.elementwise)
    elementwise(func);
  for (const Mask &mask : kernel.masks)
    this->mask(mask);
  for (const Bundle &pass : kernel.passes) {
    if (lanePass(pass) || onePass(pass))
      continue;
    for (FuncOp output : pass.outputs)
      elementwise(output);
    for (const Reduction &reduction : pass.reductions)
      this->reduction(reduction);
  }
  // A thread computes of the parameters what it needs: it waits for memory anyway.
  for (FuncOp func : kernel.stored)
    if (!Kernel::isOfParameters(func) && !llvm::any_of(kernel.elementwise, [&](FuncOp output) { return totalOf(output) == func; }))
      store(func);
}

void hysteron::halide::scheduleGPU(const Kernel &kernel, Directives &directives, const TargetInfo &target) {
  // Halide has no vectors of strict floats in OpenCL C.
  GpuLoops(kernel, directives, target.device == Device::CUDA).schedule();
}
