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
    if (failed(info))
      return signalPassFailure();
    for (auto pipeline : getOperation().getOps<PipelineOp>())
      if (!findSchedule(pipeline, target))
        addSchedule(pipeline, *info);
  }

  void addSchedule(PipelineOp pipeline, const TargetInfo &info) {
    OpBuilder builder(pipeline);
    builder.setInsertionPointAfter(pipeline);
    auto schedule = ScheduleOp::create(builder, pipeline.getLoc(), pipeline.getSymName(), target);
    schedule->getRegion(0).emplaceBlock();
    Kernel kernel(pipeline);
    Directives directives(schedule);
    if (info.device != Device::None)
      scheduleGPU(kernel, directives, info);
    else if (info.arch == Arch::Arm)
      scheduleArm(kernel, directives, info);
    else
      scheduleX86(kernel, directives, info);
  }
};

} // namespace
} // namespace hysteron::halide
