//===- Passes.h - Passes on the halide dialect ------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_HALIDE_TRANSFORMS_PASSES_H
#define HYSTERON_DIALECT_HALIDE_TRANSFORMS_PASSES_H

#include "hysteron/Dialect/Halide/IR/Halide.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace hysteron::halide {

#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "hysteron/Dialect/Halide/Transforms/Passes.h.inc"

/// The schedule of a pipeline for a target, if the module has one.
ScheduleOp findSchedule(PipelineOp pipeline, llvm::StringRef target);

} // namespace hysteron::halide

#endif // HYSTERON_DIALECT_HALIDE_TRANSFORMS_PASSES_H
