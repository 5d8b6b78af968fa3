//===- Passes.h - Kernels as Halide pipelines -------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_CONVERSION_LINALGTOHALIDE_PASSES_H
#define HYSTERON_CONVERSION_LINALGTOHALIDE_PASSES_H

#include "hysteron/Dialect/Halide/IR/Halide.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/Pass.h"

namespace hysteron {

#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "hysteron/Conversion/LinalgToHalide/Passes.h.inc"

/// Makes a pipeline of a function in kernel form, before it; an error names
/// what cannot be compiled.
mlir::FailureOr<halide::PipelineOp> buildPipeline(mlir::func::FuncOp func);

} // namespace hysteron

#endif // HYSTERON_CONVERSION_LINALGTOHALIDE_PASSES_H
