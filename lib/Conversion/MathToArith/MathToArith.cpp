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

struct ExpandLog1p : OpRewritePattern<math::Log1pOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(math::Log1pOp op, PatternRewriter &rewriter) const override {
    // An interval's ends are rounded outwards.
    Interval range = intervalOf(op.getOperand());
    if (!op.getType().isF32() || !bitEnumContainsAll(op.getFastmath(), arith::FastMathFlags::afn) || range.low < 0 ||
        range.high > 1 + 0x1p-16)
      return rewriter.notifyMatchFailure(op, "not known to be of an f32 fraction");
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    rewriter.replaceOp(op, expand::log1pOfFraction(Scalar(builder, op.getOperand())).get());
    return success();
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
  patterns.add<ExpandLog1p>(patterns.getContext(), /*benefit=*/2);
  patterns.add<Expand<math::CoshOp, expand::cosh>, Expand<math::ErfOp, expand::erf>,
               Expand<math::ErfcOp, expand::erfc>, Expand<math::ExpOp, expand::exp>,
               Expand<math::Exp2Op, expand::exp2>, Expand<math::ExpM1Op, expand::expm1>,
               Expand<math::LogOp, expand::log>, Expand<math::Log10Op, expand::log10>,
               Expand<math::Log1pOp, expand::log1p>, Expand<math::Log2Op, expand::log2>,
               Expand<math::RsqrtOp, expand::rsqrt>, Expand<math::SinhOp, expand::sinh>,
               Expand<math::TanhOp, expand::tanh>>(patterns.getContext());
}
