//===- CpuLoops.cpp - Loop nests common to the CPU targets ----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tails are guarded and never shifted inwards: an element is computed once, so
// that a result may take the place of an argument.
//
//===----------------------------------------------------------------------===//

#include "Strategy.h"

using namespace mlir;
using namespace hysteron::halide;

/// Elements whose mask bits are in neighbouring bytes, and in one row of bytes.
static constexpr int64_t kMaskLine = 64, kMaskBlock = 512;
/// Ops of a formula above which it is a very long one.
static constexpr unsigned kVeryLongFormula = 150;

namespace {
class CpuLoops {
public:
  CpuLoops(const Kernel &kernel, Directives &d, const CpuParameters &p) : kernel(kernel), d(d), p(p) {}
  void schedule();

private:
  using Vars = SmallVector<StringRef>;
  static Vars varsOf(FuncOp func) { return llvm::to_vector(func.getVars().getAsValueRange<StringAttr>()); }
  int64_t lanesFor(FuncOp func) const { return std::max<int64_t>(1, p.vectorBytes / kernel.widestFloat(func)); }
  /// Elements of one vector, of the narrowest numbers: half of one would be loaded and
  /// stored no faster, and SplitPairs widens and narrows two halves at once.
  int64_t vectorFor(FuncOp func) const {
    return lanesFor(func) * kernel.widestFloat(func) / kernel.narrowestFloat(func);
  }
  /// Elements that one iteration computes.
  int64_t stepFor(FuncOp func) const {
    unsigned size = kernel.formulaSize(func);
    int64_t vectors = size > kVeryLongFormula ? p.veryLongVectors : size > kLongFormula ? p.longVectors : p.vectors;
    return std::max<int64_t>(lanesFor(func) * vectors, vectorFor(func));
  }
  void interleave(StageRef stage, StringRef loop, int64_t count) {
    if (count > 1)
      d.interleave(stage, loop, count);
  }

  /// One step at a time; returns the loop around it.
  StringRef elementwise(FuncOp func, FuncOp formula);
  void bundle(const Bundle &pass);
  void onePass(const Bundle &pass);
  /// A row of 16 lanes, in as many vectors as a step has; a longer step has several rows.
  void vectorizeLanes(StageRef stage, const Bundle &pass);
  StringRef passResult(FuncOp output, const Bundle &pass, const Reduction &reduction);
  void reduction(const Bundle &pass, const Reduction &reduction);
  void tileChannels(StageRef stage, StringRef var, int64_t lanes);
  void parallelizeBlocks(ArrayRef<StageRef> stages, const Bundle &pass, const Reduction &reduction);
  void mask(const Mask &mask);
  void store(FuncOp func);

  /// Parallel loops over `vars`, innermost first, of which `inside` elements
  /// are done at a time; extents as far as known.
  void parallelize(ArrayRef<StageRef> stages, ArrayRef<StringRef> vars, ArrayRef<std::optional<int64_t>> extents,
                   std::optional<int64_t> inside);

  const Kernel &kernel;
  Directives &d;
  const CpuParameters &p;
};
} // namespace

void CpuLoops::parallelize(ArrayRef<StageRef> stages, ArrayRef<StringRef> vars,
                           ArrayRef<std::optional<int64_t>> extents, std::optional<int64_t> inside) {
  unsigned made = 0;
  for (auto [number, var] : llvm::enumerate(vars)) {
    std::optional<int64_t> extent = extents[number];
    if (extent && inside && *extent * *inside <= p.grain) {
      // Too little for a task: left inside of one.
      inside = *extent * *inside;
      continue;
    }
    // Two nested parallel loops are enough for any number of threads.
    bool isOutermost = number + 1 == vars.size();
    if (made > 0 && !isOutermost)
      continue;
    int64_t factor = inside ? std::max<int64_t>(1, p.grain / std::max<int64_t>(1, *inside)) : made == 0 ? 16 : 1;
    if (extent == 1)
      continue;
    for (StageRef stage : stages) {
      if (factor > 1) {
        std::string outer = (var + "o").str(), inner = (var + "i").str();
        d.split(stage, var, outer, inner, factor);
        d.neverPartition(stage, outer);
        d.neverPartition(stage, inner);
        d.parallel(stage, outer);
      } else {
        d.parallel(stage, var);
      }
    }
    ++made;
    inside = p.grain;
  }
}

StringRef CpuLoops::elementwise(FuncOp func, FuncOp formula) {
  Vars vars = varsOf(func);
  int64_t lanes = lanesFor(formula);
  if (vars.empty())
    return "";
  // Bits of one vector of elements lie in neighbouring bytes only inside of a
  // line.
  bool byLines = kernel.readsMask(formula) && vars.size() == 1;
  int64_t inner = byLines ? kMaskLine : vectorFor(formula);
  d.split(func, vars[0], "vo", "vi", inner);
  if (byLines) {
    d.split(func, "vi", "vl", "vv", std::min(lanes, kMaskLine), Tail::round_up);
    d.vectorize(func, "vv");
    // All vectors of a line take the same bit.
    if (kMaskLine / lanes <= 8)
      d.unroll(func, "vl");
  } else {
    d.vectorize(func, "vi");
  }
  std::optional<int64_t> extent = kernel.extent(func, 0);
  StringRef loop = "vo";
  bool isLong = !extent || *extent > p.grain;
  if (isLong) {
    d.split(func, "vo", "block", "vector", p.grain / inner);
    d.parallel(func, "block");
    // The loop inside ends with the tensor.
    d.neverPartition(func, "block");
    loop = "vector";
  }
  if (!byLines)
    interleave(func, loop, stepFor(formula) / inner);
  if (vars.size() > 1) {
    SmallVector<std::optional<int64_t>> extents;
    for (unsigned dim = 1; dim < vars.size(); ++dim)
      extents.push_back(kernel.extent(func, dim));
    parallelize(StageRef(func), ArrayRef(vars).drop_front(), extents, extent);
  }
  return loop;
}

/// Several element-wise results in one loop. Each has the whole formula; lowering computes
/// once what they share.
void CpuLoops::bundle(const Bundle &pass) {
  FuncOp leader = pass.outputs.front();
  StringRef loop = elementwise(leader, pass.terms);
  for (FuncOp output : ArrayRef(pass.outputs).drop_front()) {
    elementwise(output, pass.terms);
    if (!loop.empty())
      d.computeWith(output, leader, loop);
  }
}

/// An element-wise result in loops over blocks and, inside of those, the ones that its
/// sums have; returns the innermost loop over blocks.
StringRef CpuLoops::passResult(FuncOp output, const Bundle &pass, const Reduction &reduction) {
  Vars vars = varsOf(output);
  if (reduction.position == 0) {
    // Rows of lanes before blocks: the loop over the rows of the last block then ends
    // with the tensor.
    d.split(output, vars[0], "br", "v", kLanes);
    vectorizeLanes(output, pass);
    d.split(output, "br", "b", "r", reduction.block / kLanes);
    d.neverPartition(output, "b");
    return "b";
  }
  tileChannels(output, vars[0], lanesFor(pass.terms));
  d.split(output, vars[reduction.position], "b", "br", reduction.block);
  d.split(output, "br", "r", "v", kLanes);
  for (StringRef rows : {"v", "r", "b"})
    d.neverPartition(output, rows);
  Vars order = {"vi", "vo", "v", "r", "t", "b"};
  for (unsigned number = 1; number < vars.size(); ++number)
    if (number != reduction.position)
      order.push_back(vars[number]);
  d.reorder(output, order);
  return "t";
}

void CpuLoops::vectorizeLanes(StageRef stage, const Bundle &pass) {
  int64_t width = std::min(stepFor(pass.terms), kLanes);
  if (width < kLanes) {
    d.split(stage, "v", "vo", "vi", width, Tail::round_up);
    d.vectorize(stage, "vi");
    // As often as a very long formula would be there, nothing is gained.
    if (kernel.formulaSize(pass.terms) <= kVeryLongFormula)
      d.unroll(stage, "vo");
  } else {
    d.vectorize(stage, "v");
  }
}

/// Channels are innermost: rows of them are read in order, and each channel has lanes
/// of its own.
void CpuLoops::tileChannels(StageRef stage, StringRef var, int64_t lanes) {
  // Vectors before tiles: the loop over those of the last tile then ends with the channels.
  d.split(stage, var, "vt", "vi", lanes);
  d.vectorize(stage, "vi");
  d.split(stage, "vt", "t", "vo", p.channelTile / lanes);
  d.neverPartition(stage, "t");
}

/// Lanes, and the blocks that they add up to, with loops over blocks that run
/// in parallel.
void CpuLoops::reduction(const Bundle &pass, const Reduction &reduction) {
  StageRef lanesUpdate(reduction.lanes, 0), blocksUpdate(reduction.blocks, 0);
  Vars vars = varsOf(reduction.blocks);
  d.computeRoot(reduction.blocks);
  d.neverPartition(blocksUpdate, "b");
  if (reduction.position == 0) {
    d.computeAt(reduction.lanes, blocksUpdate, "b");
    d.reorder(lanesUpdate, {"v", "r"});
    vectorizeLanes(reduction.lanes, pass);
    vectorizeLanes(lanesUpdate, pass);
    interleave(lanesUpdate, "r", stepFor(pass.terms) / kLanes);
    return;
  }
  int64_t lanes = lanesFor(pass.terms);
  tileChannels(blocksUpdate, vars[0], lanes);
  Vars order = {"vi", "vo", "v", "t", "b"};
  for (unsigned number = 1; number < vars.size(); ++number)
    if (number != reduction.position)
      order.push_back(vars[number]);
  d.reorder(blocksUpdate, order);
  d.computeAt(reduction.lanes, blocksUpdate, "t");
  for (StageRef stage : {StageRef(reduction.lanes), lanesUpdate}) {
    d.split(stage, vars[0], "vo", "vi", lanes, Tail::round_up);
    if (stage.update)
      d.reorder(stage, {"vi", "vo", "v", "r"});
    d.vectorize(stage, "vi");
  }
  interleave(lanesUpdate, "vo", stepFor(pass.terms) / lanes);
}

/// Parallel loops around the blocks of some stages that have them in common.
void CpuLoops::parallelizeBlocks(ArrayRef<StageRef> stages, const Bundle &pass, const Reduction &reduction) {
  Vars vars = varsOf(pass.terms), loops;
  SmallVector<std::optional<int64_t>> extents;
  auto extentOf = [&](unsigned dim) {
    return pass.fused ? kernel.extent(pass.outputs.front(), dim) : std::nullopt;
  };
  // A block of terms is worth a task, unless it is known to be short.
  std::optional<int64_t> inside = p.grain;
  if (reduction.position == 0) {
    std::optional<int64_t> length = extentOf(0);
    loops.push_back("b");
    extents.push_back(length ? std::optional(llvm::divideCeil(*length, reduction.block)) : std::nullopt);
    if (length && *length * 4 < p.grain)
      inside = *length;
  } else {
    loops.append({"t", "b"});
    extents.append({std::nullopt, std::nullopt});
  }
  for (unsigned dim = 1; dim < vars.size(); ++dim)
    if (dim != reduction.position) {
      loops.push_back(vars[dim]);
      extents.push_back(extentOf(dim));
    }
  parallelize(stages, loops, extents, inside);
}

/// Element-wise results and sums in one pass: their loops over a block are the
/// same and follow each other, which lowering makes one loop of.
void CpuLoops::onePass(const Bundle &pass) {
  SmallVector<StageRef> stages;
  if (!pass.fused) {
    for (const Reduction &reduction : pass.reductions) {
      this->reduction(pass, reduction);
      parallelizeBlocks(StageRef(reduction.blocks, 0), pass, reduction);
    }
    return;
  }
  const Reduction &first = pass.reductions.front();
  FuncOp leader = pass.outputs.front();
  StringRef loop;
  for (FuncOp output : pass.outputs) {
    loop = passResult(output, pass, first);
    if (output != leader)
      d.computeWith(output, leader, loop);
    stages.push_back(output);
  }
  for (const Reduction &reduction : pass.reductions) {
    this->reduction(pass, reduction);
    d.computeWith(StageRef(reduction.blocks, 0), leader, loop);
    stages.push_back(StageRef(reduction.blocks, 0));
  }
  parallelizeBlocks(stages, pass, first);
}

void CpuLoops::mask(const Mask &mask) {
  int64_t lines = std::max<int64_t>(1, p.grain / kMaskBlock), width = std::min<int64_t>(p.vectorBytes, kMaskLine);
  StringRef var = varsOf(mask.output)[0];
  d.split(mask.output, var, "block", "inside", kMaskLine * lines);
  d.split(mask.output, "inside", "line", "vl", kMaskLine, Tail::round_up);
  d.split(mask.output, "vl", "vo", "vi", width, Tail::round_up);
  d.vectorize(mask.output, "vi");
  d.parallel(mask.output, "block");
  d.computeAt(mask.bits, mask.output, "vo");
  for (StageRef stage : {StageRef(mask.bits), StageRef(mask.bits, 0)}) {
    d.split(stage, var, "vo", "vi", width, Tail::round_up);
    if (stage.update)
      d.reorder(stage, {"vi", "r0", "vo"});
    d.vectorize(stage, "vi");
  }
  if (!mask.partner)
    return;
  // The bits first, then the elements of the same block: they may overwrite
  // what the bits are made from.
  StringRef partnerVar = varsOf(mask.partner)[0];
  d.split(mask.partner, partnerVar, "block", "inside", kMaskBlock * lines);
  d.split(mask.partner, "inside", "line", "vl", kMaskBlock);
  d.split(mask.partner, "vl", "vo", "vi", lanesFor(mask.partner));
  d.vectorize(mask.partner, "vi");
  d.parallel(mask.partner, "block");
  d.computeWith(mask.partner, mask.output, "line");
}

void CpuLoops::store(FuncOp func) {
  d.computeRoot(func);
  if (func.getUpdates().empty())
    elementwise(func, func);
}

void CpuLoops::schedule() {
  for (FuncOp func : kernel.elementwise)
    elementwise(func, func);
  for (const Mask &mask : kernel.masks)
    this->mask(mask);
  for (const Bundle &pass : kernel.passes) {
    if (pass.reductions.empty())
      bundle(pass);
    else
      onePass(pass);
  }
  for (FuncOp func : kernel.stored)
    store(func);
}

void hysteron::halide::scheduleCpu(const Kernel &kernel, Directives &directives, const CpuParameters &parameters) {
  CpuLoops(kernel, directives, parameters).schedule();
}
