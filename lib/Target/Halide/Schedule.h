//===- Schedule.h - Directives as calls of Halide's -------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_SCHEDULE_H
#define HYSTERON_LIB_TARGET_HALIDE_SCHEDULE_H

#include "Body.h"
#include "Interleave.h"

namespace hysteron {

/// Applies the directives, in order, to the Funcs of `sources`; what is not Halide's own
/// is left for lowering.
llvm::LogicalResult applySchedule(halide::ScheduleOp schedule, halide::PipelineOp pipeline, Sources &sources,
                                  const Machine &machine, std::vector<halide::Interleaved> &interleaved);

} // namespace hysteron

#endif // HYSTERON_LIB_TARGET_HALIDE_SCHEDULE_H
