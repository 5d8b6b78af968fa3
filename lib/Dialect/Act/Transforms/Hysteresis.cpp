//===- Hysteresis.cpp - Train relus as helus ------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "llvm/ADT/StringSet.h"
#include <cmath>

namespace hysteron::act {
#define GEN_PASS_DEF_ACTHYSTERESIS
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;
using namespace hysteron::act;

namespace {
struct Hysteresis : hysteron::act::impl::ActHysteresisBase<Hysteresis> {
  using ActHysteresisBase::ActHysteresisBase;

  void runOnOperation() override {
    if (!std::isfinite(alpha)) {
      emitError(getOperation().getLoc()) << "alpha must be finite";
      return signalPassFailure();
    }
    llvm::StringSet<> wanted, found;
    for (StringRef name : names)
      wanted.insert(name);
    SmallVector<ReluOp> chosen;
    getOperation().walk([&](ReluOp relu) {
      if (relu.getGradientAttr())
        return;
      bool named = false;
      auto consider = [&](StringRef name) {
        if (!wanted.contains(name))
          return;
        named = true;
        found.insert(name);
      };
      // Fused and call-site locations hold others.
      relu.getLoc()->walk([&](Location loc) {
        if (auto name = dyn_cast<NameLoc>(loc))
          consider(name.getName());
        return WalkResult::advance();
      });
      if (auto function = relu->getParentOfType<FunctionOpInterface>())
        consider(function.getName());
      if (wanted.empty() || named)
        chosen.push_back(relu);
    });
    for (StringRef name : names)
      if (!found.contains(name)) {
        emitError(getOperation().getLoc()) << "no act.relu is in a function or at a location named '" << name << "'";
        return signalPassFailure();
      }
    OpBuilder builder(&getContext());
    NamedAttribute attr = builder.getNamedAttr("alpha", builder.getF64FloatAttr(alpha));
    for (ReluOp relu : chosen) {
      builder.setInsertionPoint(relu);
      auto helu = HeluOp::create(builder, relu.getLoc(), relu.getType(), relu.getX(), ArrayRef<NamedAttribute>{attr});
      if (relu.getResidualAttr())
        helu.setResidualAttr(relu.getResidualAttr());
      relu.replaceAllUsesWith(helu.getResult());
      relu.erase();
    }
  }
};
} // namespace
