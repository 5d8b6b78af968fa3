//===- HalideSchedule.cpp - Schedules for pipelines that have none --------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Halide/Transforms/Passes.h"
#include "Strategy.h"

using namespace mlir;

namespace hysteron::halide {

#define GEN_PASS_DEF_HALIDESCHEDULE
#include "hysteron/Dialect/Halide/Transforms/Passes.h.inc"

ScheduleOp findSchedule(PipelineOp pipeline, StringRef target) {
  for (auto schedule : pipeline->getParentOfType<ModuleOp>().getOps<ScheduleOp>())
    if (schedule.getPipeline() == pipeline.getSymName() && schedule.getTarget() == target)
      return schedule;
  return ScheduleOp();
}

namespace {

struct HalideSchedule : impl::HalideScheduleBase<HalideSchedule> {
  using HalideScheduleBase::HalideScheduleBase;

  void runOnOperation() override {
    FailureOr<TargetInfo> info = parseTarget(target, [&] { return getOperation().emitError(); });
    if (failed(info) || failed(checkOptions()))
      return signalPassFailure();
    for (auto pipeline : getOperation().getOps<PipelineOp>())
      if (!findSchedule(pipeline, target))
        addSchedule(pipeline, *info);
  }

  LogicalResult checkOptions() {
    if (vectors > 8 || (vectors && !llvm::isPowerOf2_32(vectors)))
      return getOperation().emitError("vectors are 1, 2, 4 or 8, not ") << unsigned(vectors);
    // At least a step of the longest vectors; the loops count in 32 bits.
    if (grain && (grain < 1024 || grain > 1 << 30))
      return getOperation().emitError("a grain is from 1024 to 2^30 elements, not ") << int64_t(grain);
    return success();
  }

  void addSchedule(PipelineOp pipeline, const TargetInfo &info) {
    OpBuilder builder(pipeline);
    builder.setInsertionPointAfter(pipeline);
    auto schedule = ScheduleOp::create(builder, pipeline.getLoc(), pipeline.getSymName(), target);
    schedule->getRegion(0).emplaceBlock();
    Kernel kernel(pipeline);
    Directives directives(schedule);
    if (info.device != Device::None)
      return scheduleGPU(kernel, directives, info);
    CpuParameters parameters = info.arch == Arch::Arm ? getArmParameters(info) : getX86Parameters(info);
    if (vectors)
      parameters.vectors = parameters.longVectors = parameters.veryLongVectors = vectors;
    if (grain)
      parameters.grain = grain;
    scheduleCpu(kernel, directives, parameters);
  }
};

} // namespace
} // namespace hysteron::halide
