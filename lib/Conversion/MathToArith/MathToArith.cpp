//===- MathToArith.cpp - Elementary functions as arithmetic ---------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Conversion/MathToArith/Passes.h"
#include "Expansions.h"
#include "Interval.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Rewrite/PatternApplicator.h"

namespace hysteron {
#define GEN_PASS_DEF_CONVERTMATHTOARITH
#include "hysteron/Conversion/MathToArith/Passes.h.inc"
} // namespace hysteron

using namespace mlir;
using namespace hysteron;

Scalar expand::rsqrt(Scalar x) { return 1 / sqrt(x); }

namespace {
template <typename Op, Scalar (*Expansion)(Scalar)>
struct Expand : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;

  LogicalResult matchAndRewrite(Op op, PatternRewriter &rewriter) const override {
    if (!op.getType().isF32() && !op.getType().isF64())
      return rewriter.notifyMatchFailure(op, "neither f32 nor f64");
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    rewriter.replaceOp(op, Expansion(Scalar(builder, op.getOperand())).get());
    return success();
  }
};

template <typename Op, Scalar (*Expansion)(Scalar)>
struct ExpandBounded : Expand<Op, Expansion> {
  using Expand<Op, Expansion>::Expand;

  LogicalResult matchAndRewrite(Op op, PatternRewriter &rewriter) const override {
    if (!op->hasAttr(boundedAttrName))
      return rewriter.notifyMatchFailure(op, "of any argument");
    return Expand<Op, Expansion>::matchAndRewrite(op, rewriter);
  }
};

struct MathToArith : hysteron::impl::ConvertMathToArithBase<MathToArith> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    populateMathToArithPatterns(patterns);
    FrozenRewritePatternSet frozen(std::move(patterns));
    PatternApplicator applicator(frozen);
    applicator.applyDefaultCostModel();
    SmallVector<Operation *> ops;
    getOperation().walk([&](Operation *op) {
      if (isa_and_nonnull<math::MathDialect>(op->getDialect()))
        ops.push_back(op);
    });
    // Users first: the range of an argument is read from the ops that compute it.
    PatternRewriter rewriter(&getContext());
    for (Operation *op : llvm::reverse(ops)) {
      rewriter.setInsertionPoint(op);
      (void)applicator.matchAndRewrite(op, rewriter);
    }
  }
};
} // namespace

void hysteron::populateMathToArithPatterns(RewritePatternSet &patterns) {
  patterns.add<ExpandBounded<math::ExpOp, expand::boundedExp>, ExpandBounded<math::Exp2Op, expand::boundedExp2>>(
      patterns.getContext(), /*benefit=*/2);
  patterns.add<Expand<math::CoshOp, expand::cosh>, Expand<math::ErfOp, expand::erf>,
               Expand<math::ErfcOp, expand::erfc>, Expand<math::ExpOp, expand::exp>,
               Expand<math::Exp2Op, expand::exp2>, Expand<math::ExpM1Op, expand::expm1>,
               Expand<math::LogOp, expand::log>, Expand<math::Log10Op, expand::log10>,
               Expand<math::Log1pOp, expand::log1p>, Expand<math::Log2Op, expand::log2>,
               Expand<math::RsqrtOp, expand::rsqrt>, Expand<math::SinhOp, expand::sinh>,
               Expand<math::TanhOp, expand::tanh>>(patterns.getContext());
}
