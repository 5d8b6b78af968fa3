//===- PlanResiduals.cpp - Choose what forward keeps ----------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Transforms/Passes.h"

namespace hysteron::act {
#define GEN_PASS_DEF_ACTPLANRESIDUALS
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;
using namespace hysteron::act;

static bool hasForm(const Activation &activation, ResidualKind kind) {
  switch (kind) {
  case ResidualKind::Input:
  case ResidualKind::Recompute:
    return true;
  case ResidualKind::Output:
    return activation.hasOutputForm();
  case ResidualKind::Mask:
    return activation.hasMask();
  }
  return false;
}

namespace {
struct PlanResiduals : hysteron::act::impl::ActPlanResidualsBase<PlanResiduals> {
  using ActPlanResidualsBase::ActPlanResidualsBase;

  void runOnOperation() override {
    std::optional<ResidualKind> wanted = symbolizeResidualKind(residual);
    if (!wanted && residual != "auto") {
      emitError(UnknownLoc::get(&getContext()))
          << "residual must be auto, input, output, mask or recompute, not '"
          << residual << "'";
      return signalPassFailure();
    }
    getOperation().walk([&](ActivationOpInterface op) {
      if (op->hasAttr("residual"))
        return;
      Activation activation(op);
      ResidualKind kind = wanted && hasForm(activation, *wanted)
                              ? *wanted
                              : activation.getDefaultResidual();
      op->setAttr("residual", ResidualAttr::get(&getContext(), kind));
    });
  }
};
} // namespace
