//===- Schedule.cpp - Directives as calls of Halide's ---------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Schedule.h"
#include "Lowering.h"

#include "llvm/ADT/TypeSwitch.h"

#include <set>
#include <tuple>

using namespace mlir;
using namespace hysteron;
using namespace hysteron::halide;
using ::Halide::Expr;
using ::Halide::LoopLevel;
using ::Halide::Stage;
using ::Halide::TailStrategy;
using ::Halide::Var;
using ::Halide::VarOrRVar;

static TailStrategy tailStrategy(Tail tail) {
  switch (tail) {
  case Tail::guard: return TailStrategy::GuardWithIf;
  case Tail::round_up: return TailStrategy::RoundUp;
  case Tail::shift_inwards: return TailStrategy::ShiftInwards;
  case Tail::predicate: return TailStrategy::Predicate;
  case Tail::predicate_loads: return TailStrategy::PredicateLoads;
  case Tail::predicate_stores: return TailStrategy::PredicateStores;
  case Tail::auto_: return TailStrategy::Auto;
  }
  return TailStrategy::Auto;
}

static ::Halide::MemoryType memoryType(Memory memory) {
  switch (memory) {
  case Memory::auto_: return ::Halide::MemoryType::Auto;
  case Memory::heap: return ::Halide::MemoryType::Heap;
  case Memory::stack: return ::Halide::MemoryType::Stack;
  case Memory::register_: return ::Halide::MemoryType::Register;
  case Memory::gpu_shared: return ::Halide::MemoryType::GPUShared;
  }
  return ::Halide::MemoryType::Auto;
}

namespace {
class Scheduler {
public:
  Scheduler(PipelineOp pipeline, Sources &sources, const Machine &machine, std::vector<Interleaved> &interleaved)
      : pipeline(pipeline), sources(sources), machine(machine), interleaved(interleaved) {
    for (auto update : pipeline.getOps<UpdateOp>()) {
      unsigned stage = ++updates[update.getFunc()];
      for (StringRef var : update.getReductionVars().getAsValueRange<StringAttr>())
        reductions.insert({update.getFunc().str(), stage, var.str()});
    }
  }

  /// Applies the directives; those inside of a specialization to `special`.
  LogicalResult apply(Block &directives, Stage *special = nullptr);

  /// Loops made of reduction loops are such, also those made further down.
  void findReductions(Block &directives);

private:
  void applyToStage(Operation *op, Stage &stage);
  void applyToFunc(Operation *op, ::Halide::Func func);
  Stage stageOf(StringRef func, unsigned stage) {
    ::Halide::Func f(sources.funcs[func]);
    return stage ? f.update(stage - 1) : Stage(f);
  }
  VarOrRVar variable(StringRef func, unsigned stage, StringRef var) {
    return VarOrRVar(var.str(), reductions.count({func.str(), stage, var.str()}));
  }
  LoopLevel level(StringRef func, unsigned stage, StringRef var) {
    return LoopLevel(sources.funcs[func], variable(func, stage, var), stage);
  }
  /// Halide finds the stage itself, by where the Func is used: it does not take
  /// a level with a number for loops that stages share.
  LoopLevel place(StringRef func, unsigned stage, StringRef var) {
    return LoopLevel(sources.funcs[func], variable(func, stage, var));
  }
  Expr condition(SpecializeOp op) {
    Expr condition = sources.extent(op.getBuffer(), op.getDim()) % int32_t(op.getMultiple()) == 0;
    if (ArrayAttr aligned = op.getAlignedAttr())
      for (StringRef buffer : aligned.getAsValueRange<FlatSymbolRefAttr>())
        condition = condition && isAligned(sources.buffers[buffer], machine.onDevice);
    return condition;
  }

  PipelineOp pipeline;
  Sources &sources;
  const Machine &machine;
  std::vector<Interleaved> &interleaved;
  llvm::StringMap<unsigned> updates;
  std::set<std::tuple<std::string, unsigned, std::string>> reductions;
};
} // namespace

void Scheduler::findReductions(Block &directives) {
  auto isReduction = [&](auto op, StringRef var) { return reductions.count({op.getFunc().str(), op.getStage(), var.str()}); };
  auto add = [&](auto op, StringRef var) { reductions.insert({op.getFunc().str(), op.getStage(), var.str()}); };
  for (Operation &op : directives) {
    if (auto split = dyn_cast<SplitOp>(op)) {
      if (isReduction(split, split.getVar()))
        add(split, split.getOuter()), add(split, split.getInner());
    } else if (auto fuse = dyn_cast<FuseOp>(op)) {
      if (isReduction(fuse, fuse.getInner()))
        add(fuse, fuse.getFused());
    } else if (auto special = dyn_cast<SpecializeOp>(op)) {
      findReductions(*special.getBody());
    }
  }
}

void Scheduler::applyToStage(Operation *op, Stage &stage) {
  StringRef func = op->getAttrOfType<FlatSymbolRefAttr>("func").getValue();
  auto update = op->getAttrOfType<IntegerAttr>("update");
  unsigned index = update ? update.getInt() + 1 : 0;
  auto var = [&](StringRef name) { return variable(func, index, name); };
  llvm::TypeSwitch<Operation *>(op)
      .Case([&](SplitOp op) {
        stage.split(var(op.getVar()), var(op.getOuter()), var(op.getInner()), int32_t(op.getFactor()),
                    tailStrategy(op.getTail()));
      })
      .Case([&](FuseOp op) { stage.fuse(var(op.getInner()), var(op.getOuter()), var(op.getFused())); })
      .Case([&](ReorderOp op) {
        std::vector<VarOrRVar> vars;
        for (StringRef name : op.getVars().getAsValueRange<StringAttr>())
          vars.push_back(var(name));
        stage.reorder(vars);
      })
      .Case([&](SerialOp op) { stage.serial(var(op.getVar())); })
      .Case([&](NeverPartitionOp op) { stage.partition(var(op.getVar()), ::Halide::Partition::Never); })
      .Case([&](ParallelOp op) { stage.parallel(var(op.getVar())); })
      .Case([&](VectorizeOp op) { stage.vectorize(var(op.getVar())); })
      .Case([&](UnrollOp op) { stage.unroll(var(op.getVar())); })
      .Case([&](InterleaveOp op) {
        interleaved.push_back({func.str(), index, op.getVar().str(), int(op.getFactor())});
      })
      .Case([&](GPUBlocksOp op) { stage.gpu_blocks(var(op.getVar())); })
      .Case([&](GPUThreadsOp op) { stage.gpu_threads(var(op.getVar())); })
      .Case([&](GPULanesOp op) { stage.gpu_lanes(var(op.getVar())); })
      .Case([&](GPUSingleThreadOp) { stage.gpu_single_thread(); })
      .Case([&](OutermostOp op) { stage.split(Var::outermost(), Var::outermost(), Var(op.getVar().str()), 1); })
      .Case([&](ComputeWithOp op) {
        stage.compute_with(level(op.getWith(), op.getWithStage(), op.getVar()));
      });
}

void Scheduler::applyToFunc(Operation *op, ::Halide::Func func) {
  llvm::TypeSwitch<Operation *>(op)
      .Case<ComputeRootOp>([&](auto) { func.compute_root(); })
      .Case<StoreRootOp>([&](auto) { func.store_root(); })
      .Case<ComputeInlineOp>([&](auto) { func.compute_inline(); })
      .Case([&](ComputeAtOp op) { func.compute_at(place(op.getAt(), op.getAtStage(), op.getVar())); })
      .Case([&](StoreAtOp op) { func.store_at(place(op.getAt(), op.getAtStage(), op.getVar())); })
      .Case([&](StoreInOp op) { func.store_in(memoryType(op.getMemory())); })
      .Case([&](BoundOp op) { func.bound(Var(op.getVar().str()), 0, sources.bound(op.getExtent())); })
      .Case([&](BoundExtentOp op) { func.bound_extent(Var(op.getVar().str()), int32_t(op.getExtent())); })
      .Case([&](AlignBoundsOp op) { func.align_bounds(Var(op.getVar().str()), int32_t(op.getMultiple())); })
      .Case([&](AlignExtentOp op) { func.align_extent(Var(op.getVar().str()), int32_t(op.getMultiple())); })
      .Case([&](AlignStorageOp op) { func.align_storage(Var(op.getVar().str()), int32_t(op.getMultiple())); })
      .Case([&](ReorderStorageOp op) {
        std::vector<Var> vars;
        for (StringRef name : op.getVars().getAsValueRange<StringAttr>())
          vars.push_back(Var(name.str()));
        func.reorder_storage(vars);
      });
}

LogicalResult Scheduler::apply(Block &directives, Stage *special) {
  for (Operation &op : directives) {
    std::string message;
    Stage inner = Stage(::Halide::Func(sources.funcs.begin()->second));
    bool ok = guarded(message, [&] {
      auto specialize = dyn_cast<SpecializeOp>(op);
      auto update = op.getAttrOfType<IntegerAttr>("update");
      if (auto alignment = dyn_cast<HostAlignmentOp>(op)) {
        sources.buffers[alignment.getBuffer()].set_host_alignment(alignment.getBytes());
      } else if (isa<ComputeRootOp, StoreRootOp, ComputeInlineOp, ComputeAtOp, StoreAtOp, StoreInOp, BoundOp,
                     BoundExtentOp, AlignBoundsOp, AlignExtentOp, AlignStorageOp, ReorderStorageOp>(op)) {
        StringRef func = op.getAttrOfType<FlatSymbolRefAttr>("func").getValue();
        applyToFunc(&op, ::Halide::Func(sources.funcs[func]));
      } else {
        StringRef func = op.getAttrOfType<FlatSymbolRefAttr>("func").getValue();
        Stage stage = special ? *special : stageOf(func, update ? update.getInt() + 1 : 0);
        if (specialize)
          inner = stage.specialize(condition(specialize));
        else
          applyToStage(&op, stage);
      }
    });
    if (!ok)
      return op.emitOpError() << "rejected by Halide: " << message;
    if (auto specialize = dyn_cast<SpecializeOp>(op))
      if (failed(apply(*specialize.getBody(), &inner)))
        return failure();
  }
  return success();
}

LogicalResult hysteron::applySchedule(ScheduleOp schedule, PipelineOp pipeline, Sources &sources,
                                      const Machine &machine, std::vector<Interleaved> &interleaved) {
  WalkResult wrong = schedule->walk([&](Operation *op) -> WalkResult {
    // Halide 21 turns vectors of bool into vectors of int for OpenCL, but not
    // those that strict comparisons make.
    if (isa<VectorizeOp>(op) && machine.isOpenCL())
      return op->emitOpError("OpenCL kernels are not vectorized by Halide, but by the device's compiler");
    if (isa<InterleaveOp>(op) && machine.isOpenCL())
      return op->emitOpError("iterations are not interleaved in OpenCL kernels");
    return success();
  });
  if (wrong.wasInterrupted())
    return failure();
  Scheduler scheduler(pipeline, sources, machine, interleaved);
  scheduler.findReductions(*schedule.getBody());
  return scheduler.apply(*schedule.getBody());
}
