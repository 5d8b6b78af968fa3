//===- FoldInference.cpp - Remove everything that serves training ---------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "mlir/IR/Iterators.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace hysteron::act {
#define GEN_PASS_DEF_ACTFOLDINFERENCE
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;
using namespace hysteron::act;

static StringRef getResultRole(func::FuncOp f, unsigned i) {
  auto role = f.getResultAttrOfType<StringAttr>(i, roleAttrName);
  return role ? role.getValue() : StringRef();
}

static bool isBackward(func::FuncOp f) {
  for (unsigned i = 0; i < f.getNumResults(); ++i)
    if (getResultRole(f, i).starts_with("gradient"))
      return true;
  return false;
}

/// Takes the residuals and the roles off f_forward and renames it to f.
static LogicalResult restoreOriginal(func::FuncOp f, SymbolTable &symbols) {
  BitVector residuals(f.getNumResults());
  for (unsigned i = 0; i < f.getNumResults(); ++i)
    if (getResultRole(f, i).starts_with("residual"))
      residuals.set(i);
  if (residuals.any()) {
    auto uses = SymbolTable::getSymbolUses(f, symbols.getOp());
    if (uses && !uses->empty())
      return uses->begin()->getUser()->emitError()
             << "uses @" << f.getSymName() << ", whose residuals would go";
    f.walk([&](func::ReturnOp op) { op->eraseOperands(residuals); });
    if (failed(f.eraseResults(residuals)))
      return failure();
  }
  for (unsigned i = 0; i < f.getNumArguments(); ++i)
    f.removeArgAttr(i, roleAttrName);
  for (unsigned i = 0; i < f.getNumResults(); ++i)
    f.removeResultAttr(i, StringAttr::get(f.getContext(), roleAttrName));
  StringRef name = f.getSymName();
  if (name.consume_back("_forward") && !symbols.lookup(name))
    return symbols.rename(f, name);
  return success();
}

static void foldActivation(ActivationOpInterface op, IRRewriter &rewriter) {
  op->removeAttr("gradient");
  op->removeAttr("residual");
  if (isa<HeluOp, NecroReluOp>(op)) {
    rewriter.setInsertionPoint(op);
    rewriter.replaceOpWithNewOp<ReluOp>(op, op->getResultTypes(),
                                        op->getOperand(0),
                                        ArrayRef<NamedAttribute>());
  }
}

namespace {
struct FoldInference : hysteron::act::impl::ActFoldInferenceBase<FoldInference> {
  void runOnOperation() override {
    ModuleOp module = getOperation();
    SymbolTable symbols(module);
    for (auto f : llvm::make_early_inc_range(module.getOps<func::FuncOp>()))
      if (isBackward(f) && SymbolTable::symbolKnownUseEmpty(f, module))
        symbols.erase(f);
    for (auto f : llvm::make_early_inc_range(module.getOps<func::FuncOp>()))
      if (f.getNumResults() && getResultRole(f, 0).starts_with("result"))
        if (failed(restoreOriginal(f, symbols)))
          return signalPassFailure();

    IRRewriter rewriter(&getContext());
    module.walk([&](ActivationOpInterface op) { foldActivation(op, rewriter); });
    // Masks that only residuals used, and recomputation behind them.
    module->walk<WalkOrder::PostOrder, ReverseIterator>([&](Operation *op) {
      if (isOpTriviallyDead(op))
        rewriter.eraseOp(op);
    });
    WalkResult gradients = module.walk([&](Operation *op) {
      if (!isa<BackwardOp, MaskOp>(op))
        return WalkResult::advance();
      op->emitOpError("computes a gradient, which an inference graph has not: "
                      "remove what uses it");
      return WalkResult::interrupt();
    });
    if (gradients.wasInterrupted())
      signalPassFailure();
  }
};
} // namespace
