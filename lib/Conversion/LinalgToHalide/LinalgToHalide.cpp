//===- LinalgToHalide.cpp - Kernels as Halide pipelines -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Conversion/LinalgToHalide/Passes.h"

#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;

namespace hysteron {

#define GEN_PASS_DEF_CONVERTLINALGTOHALIDE
#include "hysteron/Conversion/LinalgToHalide/Passes.h.inc"

namespace {

struct ConvertLinalgToHalide : impl::ConvertLinalgToHalideBase<ConvertLinalgToHalide> {
  void runOnOperation() override {
    // Every function is looked at, so that one run reports all errors.
    bool failedAny = false;
    for (auto func : llvm::make_early_inc_range(getOperation().getOps<func::FuncOp>())) {
      // A declaration computes nothing; a call of it is the error.
      if (func.isExternal())
        continue;
      if (failed(buildPipeline(func)))
        failedAny = true;
      else
        func.erase();
    }
    if (failedAny)
      signalPassFailure();
  }
};

} // namespace
} // namespace hysteron
