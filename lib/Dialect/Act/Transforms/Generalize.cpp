//===- Generalize.cpp - Computations by elements as generics --------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "hysteron/Dialect/Act/Utils/Kernel.h"
#include "hysteron/Dialect/Act/Utils/KernelForm.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace hysteron::act {
#define GEN_PASS_DEF_ACTGENERALIZE
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;

namespace {

struct GeneralizeNamed : OpInterfaceRewritePattern<linalg::LinalgOp> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;

  LogicalResult matchAndRewrite(linalg::LinalgOp op,
                                PatternRewriter &rewriter) const override {
    // A transposition or copy computes nothing; contractions and windows are
    // no kernels.
    if (isa<linalg::GenericOp, linalg::FillOp, linalg::TransposeOp, linalg::CopyOp>(op) ||
        !op.hasPureTensorSemantics() || hysteron::act::isContraction(op) ||
        !llvm::all_of(op.getIndexingMapsArray(), [](AffineMap map) {
          return map.isProjectedPermutation();
        }))
      return failure();
    return linalg::generalizeNamedOp(rewriter, op);
  }
};

/// A softmax as maxima, exponentials, sums and quotients.
struct DecomposeSoftmax : OpRewritePattern<linalg::SoftmaxOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(linalg::SoftmaxOp op,
                                PatternRewriter &rewriter) const override {
    FailureOr<SmallVector<Value>> parts = op.decomposeOperation(rewriter);
    if (failed(parts))
      return failure();
    rewriter.replaceOp(op, *parts);
    return success();
  }
};

struct ConvertElementwise : RewritePattern {
  explicit ConvertElementwise(MLIRContext *context)
      : RewritePattern(MatchAnyOpTypeTag(), 1, context) {}

  LogicalResult matchAndRewrite(Operation *op, PatternRewriter &rewriter) const override {
    return hysteron::act::convertElementwise(rewriter, op);
  }
};

/// What reads no tensor gives the same number everywhere: scalar code, which
/// folds, and a fill, which kernels take as a number.
struct HoistUniform : OpRewritePattern<linalg::GenericOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(linalg::GenericOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.hasPureTensorSemantics() || op.getNumDpsInputs() ||
        op.getNumParallelLoops() != op.getNumLoops() ||
        llvm::any_of(op.getRegionOutputArgs(), [](Value v) { return !v.use_empty(); }) ||
        !llvm::all_of(*op.getBody(), [](Operation &inner) {
          return isa<linalg::YieldOp>(inner) || (isPure(&inner) && !isa<linalg::IndexOp>(inner));
        }))
      return failure();
    IRMapping mapping;
    for (Operation &inner : op.getBody()->without_terminator())
      rewriter.clone(inner, mapping);
    SmallVector<Value> filled;
    for (auto [value, init] : llvm::zip_equal(op.getBody()->getTerminator()->getOperands(), op.getOutputs()))
      filled.push_back(linalg::FillOp::create(rewriter, op.getLoc(), mapping.lookupOrDefault(value), init)
                           .getResult(0));
    rewriter.replaceOp(op, filled);
    return success();
  }
};

struct Generalize : hysteron::act::impl::ActGeneralizeBase<Generalize> {
  void runOnOperation() override {
    // What exporters assert of shapes and divisors they leave to the numbers
    // otherwise: a kernel does the same.
    getOperation().walk([](cf::AssertOp op) { op.erase(); });
    RewritePatternSet patterns(&getContext());
    patterns.add<ConvertElementwise, DecomposeSoftmax, GeneralizeNamed, HoistUniform>(&getContext());
    // Powers with a constant exponent, which exporters write as such.
    math::populateExpansionPatterns(patterns, {"fpowi"});
    // Of these, only that constants go into the bodies that read them.
    linalg::populateElementwiseOpsFusionPatterns(patterns, [](OpOperand *) { return false; });
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
