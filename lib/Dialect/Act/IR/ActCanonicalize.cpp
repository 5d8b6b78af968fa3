//===- ActCanonicalize.cpp - Simplification of activations ----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every rewrite keeps forward and backward bit for bit, NaN and signed zeros
// included.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/IR/Act.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

/// The one value of a constant tensor.
static std::optional<double> getSplat(Value value) {
  DenseElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || !elements.isSplat())
    return std::nullopt;
  return FloatAttr::get(elements.getElementType(),
                        elements.getSplatValue<APFloat>())
      .getValueAsDouble();
}

/// Replaces `op` by a Target on its x, keeping a `gradient`.
template <typename Target>
static void replace(PatternRewriter &rewriter, Operation *op,
                    ArrayRef<NamedAttribute> constants = {}) {
  SmallVector<NamedAttribute> attrs(constants);
  for (StringRef kept : {"gradient", "residual"})
    if (Attribute attr = op->getAttr(kept))
      attrs.push_back(rewriter.getNamedAttr(kept, attr));
  rewriter.replaceOpWithNewOp<Target>(op, op->getResultTypes(),
                                      op->getOperand(0), attrs);
}

/// f(f(x)) = f(x), of which the backward is f's own: where the inner one
/// blocks, the outer one's input is 0 and blocks as well.
template <typename OpTy>
static LogicalResult foldIdempotent(OpTy op, PatternRewriter &rewriter) {
  if (op.getGradientAttr() || op.getResidualAttr())
    return failure();
  auto inner = op.getX().template getDefiningOp<OpTy>();
  if (!inner || inner.getGradientAttr() || inner.getResidualAttr())
    return failure();
  rewriter.replaceOp(op, inner.getY());
  return success();
}

static LogicalResult foldRelu(ReluOp op, PatternRewriter &rewriter) {
  // x + a <= 0 and x <= -a are the same comparison: IEEE subtraction gives 0 or
  // a sign rightly, thanks to subnormals.
  if (auto shift = dyn_cast_or_null<ShiftAttr>(op.getGradientAttr())) {
    if (op.getResidualAttr())
      return failure();
    rewriter.replaceOpWithNewOp<HeluOp>(
        op, op.getType(), op.getX(),
        ArrayRef<NamedAttribute>{
            rewriter.getNamedAttr("alpha", shift.getOffset())});
    return success();
  }
  return foldIdempotent(op, rewriter);
}

static LogicalResult foldAbs(AbsOp op, PatternRewriter &rewriter) {
  return foldIdempotent(op, rewriter);
}

static LogicalResult foldHelu(HeluOp op, PatternRewriter &rewriter) {
  if (!op.getAlpha().isZero())
    return failure();
  replace<ReluOp>(rewriter, op);
  return success();
}

static LogicalResult foldNecroRelu(NecroReluOp op, PatternRewriter &rewriter) {
  if (!op.getSlope().isZero())
    return failure();
  replace<ReluOp>(rewriter, op);
  return success();
}

static LogicalResult foldLeakyRelu(LeakyReluOp op, PatternRewriter &rewriter) {
  if (!op.getSlope().isExactlyValue(1) || op.getGradientAttr())
    return failure();
  rewriter.replaceOp(op, op.getX());
  return success();
}

static LogicalResult foldPrelu(PreluOp op, PatternRewriter &rewriter) {
  std::optional<double> slope = getSplat(op.getSlope());
  if (!slope)
    return failure();
  replace<LeakyReluOp>(
      rewriter, op,
      rewriter.getNamedAttr("slope", rewriter.getF64FloatAttr(*slope)));
  return success();
}

/// With lambda = 1, apa is sigmoid(kappa x). Only where the product is not
/// rounded to a narrower type in between.
static LogicalResult foldApa(ApaOp op, PatternRewriter &rewriter) {
  auto type = cast<RankedTensorType>(op.getX().getType());
  if (getSplat(op.getLambda()) != 1 || op.getLambdaMin().convertToDouble() > 1 ||
      op.getGradientAttr() || op.getResidualAttr() ||
      cast<RankedTensorType>(op.getKappa().getType()).getElementType() !=
          type.getElementType() ||
      type.getElementTypeBitWidth() < 32)
    return failure();
  Value x = op.getX();
  if (getSplat(op.getKappa()) != 1) {
    Location loc = op.getLoc();
    auto kappaType = cast<RankedTensorType>(op.getKappa().getType());
    MLIRContext *context = op.getContext();
    AffineMap identity = rewriter.getMultiDimIdentityMap(type.getRank());
    AffineMap broadcast = AffineMap::get(type.getRank(), 0, context);
    if (kappaType.getRank() == 1) {
      // One value as tensor<1>, or one per channel.
      AffineExpr index = kappaType.getDimSize(0) == 1
                             ? rewriter.getAffineConstantExpr(0)
                             : rewriter.getAffineDimExpr(*op.getChannelDim());
      broadcast = AffineMap::get(type.getRank(), 0, index);
    }
    Value init = tensor::EmptyOp::create(
        rewriter, loc, tensor::getMixedSizes(rewriter, loc, x),
        type.getElementType());
    SmallVector<utils::IteratorType> loops(type.getRank(),
                                           utils::IteratorType::parallel);
    x = linalg::GenericOp::create(
            rewriter, loc, type, ValueRange{x, op.getKappa()}, init,
            ArrayRef<AffineMap>{identity, broadcast, identity}, loops,
            [](OpBuilder &builder, Location loc, ValueRange in) {
              Value product =
                  arith::MulFOp::create(builder, loc, in[1], in[0]);
              linalg::YieldOp::create(builder, loc, product);
            })
            .getResult(0);
  }
  rewriter.replaceOpWithNewOp<SigmoidOp>(op, type, x, ArrayRef<NamedAttribute>());
  return success();
}

void ReluOp::getCanonicalizationPatterns(RewritePatternSet &p, MLIRContext *) { p.add(foldRelu); }
void AbsOp::getCanonicalizationPatterns(RewritePatternSet &p, MLIRContext *) { p.add(foldAbs); }
void HeluOp::getCanonicalizationPatterns(RewritePatternSet &p, MLIRContext *) { p.add(foldHelu); }
void NecroReluOp::getCanonicalizationPatterns(RewritePatternSet &p, MLIRContext *) { p.add(foldNecroRelu); }
void LeakyReluOp::getCanonicalizationPatterns(RewritePatternSet &p, MLIRContext *) { p.add(foldLeakyRelu); }
void PreluOp::getCanonicalizationPatterns(RewritePatternSet &p, MLIRContext *) { p.add(foldPrelu); }
void ApaOp::getCanonicalizationPatterns(RewritePatternSet &p, MLIRContext *) { p.add(foldApa); }
