//===- ActToLinalg.cpp - Lower activations to kernels ---------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Conversion/ActToLinalg/Passes.h"
#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/Dialect/Act/Utils/Kernel.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace hysteron {
#define GEN_PASS_DEF_CONVERTACTTOLINALG
#include "hysteron/Conversion/ActToLinalg/Passes.h.inc"
} // namespace hysteron

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

static RankedTensorType getType(Value value) {
  return cast<RankedTensorType>(value.getType());
}

static SmallVector<Scalar> toScalars(ImplicitLocOpBuilder &builder, FloatType type,
                                     ValueRange values) {
  SmallVector<Scalar> scalars;
  for (Value value : values) {
    // A parameter may be f32 beside an f64 x.
    if (value.getType() != type)
      value = arith::ExtFOp::create(builder, type, value);
    scalars.push_back(Scalar(builder, value));
  }
  return scalars;
}

static Access accessParameter(ImplicitLocOpBuilder &builder, RankedTensorType x,
                              Value parameter, std::optional<uint64_t> channelDim) {
  return dropUnitDims(builder, {parameter, getParameterMap(x, getType(parameter), channelDim)});
}

namespace {
struct ConvertForward : OpInterfaceRewritePattern<ActivationOpInterface> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;

  LogicalResult matchAndRewrite(ActivationOpInterface op,
                                PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    RankedTensorType type = getType(op->getOperand(0));
    auto channelDim = op->getAttrOfType<IntegerAttr>("channel_dim");
    auto residual = op->getAttrOfType<ResidualAttr>("residual");
    bool marked = residual && residual.getValue() == ResidualKind::Output;
    Activation activation(op);
    AffineMap identity = builder.getMultiDimIdentityMap(type.getRank());
    SmallVector<Access> inputs = {{op->getOperand(0), identity}};
    for (Value parameter : op->getOperands().drop_front())
      inputs.push_back(accessParameter(
          builder, type, parameter,
          channelDim ? std::optional<uint64_t>(channelDim.getInt()) : std::nullopt));
    SmallVector<Value> results = createKernel(
        builder, inputs, Result{type, identity},
        tensor::getMixedSizes(builder, op.getLoc(), op->getOperand(0)),
        [&](ImplicitLocOpBuilder &inner, ValueRange elements) {
          SmallVector<Scalar> in = toScalars(inner, getComputeType(type.getElementType()), elements);
          return SmallVector<Value>{
              activation.forward(in.front(), ArrayRef(in).drop_front(), marked).get()};
        });
    rewriter.replaceOp(op, results);
    return success();
  }
};
} // namespace

//===----------------------------------------------------------------------===//
// Masks: bit k of byte l in block b is element 512 b + 64 k + l
//===----------------------------------------------------------------------===//

namespace {
/// index arithmetic that reads as such.
struct Index {
  ImplicitLocOpBuilder &builder;
  Value value;

  Index constant(int64_t c) { return {builder, arith::ConstantIndexOp::create(builder, c)}; }
  Index operator+(Index other) { return {builder, arith::AddIOp::create(builder, value, other.value)}; }
  Index operator*(int64_t c) { return {builder, arith::MulIOp::create(builder, value, constant(c).value)}; }
  Index operator/(int64_t c) { return {builder, arith::DivUIOp::create(builder, value, constant(c).value)}; }
  Index operator%(int64_t c) { return {builder, arith::RemUIOp::create(builder, value, constant(c).value)}; }
};
} // namespace

/// The element of byte p whose bit is k.
static Index getElementOfBit(Index p, Index k) { return p / 64 * 512 + k * 64 + p % 64; }

/// The bit of element e, as an i1.
static Value readBit(Value mask, Index e) {
  ImplicitLocOpBuilder &builder = e.builder;
  Index byte = e / 512 * 64 + e % 64;
  Value bits = tensor::ExtractOp::create(builder, mask, byte.value);
  Value k = arith::IndexCastOp::create(builder, builder.getI8Type(), (e % 512 / 64).value);
  Value shifted = arith::ShRUIOp::create(builder, bits, k);
  return arith::TruncIOp::create(builder, builder.getI1Type(), shifted);
}

namespace {
struct ConvertMask : OpRewritePattern<MaskOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(MaskOp op, PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    RankedTensorType type = getType(op.getX());
    Activation activation = op.getFunction();

    Value flat = op.getX();
    auto flatType = RankedTensorType::get(
        type.hasStaticShape() ? type.getNumElements() : ShapedType::kDynamic,
        type.getElementType());
    if (type.getRank() == 0) {
      flat = tensor::ExpandShapeOp::create(builder, flatType, flat, ArrayRef<ReassociationIndices>());
    } else if (type.getRank() > 1) {
      ReassociationIndices all = llvm::to_vector(llvm::seq<int64_t>(0, type.getRank()));
      flat = tensor::CollapseShapeOp::create(builder, flatType, flat, ArrayRef<ReassociationIndices>{all});
    }
    Value n = getValueOrCreateConstantIndexOp(
        builder, op.getLoc(), tensor::getMixedSize(builder, op.getLoc(), flat, 0));

    // Bytes by bits; the loops' extents come from the result and from a tensor
    // of extent 8 that is not read.
    RankedTensorType maskType = getType(op.getMask());
    Index rounded{builder, arith::AddIOp::create(builder, n, arith::ConstantIndexOp::create(builder, 511))};
    OpFoldResult bytes = maskType.hasStaticShape()
                             ? OpFoldResult(builder.getIndexAttr(maskType.getDimSize(0)))
                             : OpFoldResult((rounded / 512 * 64).value);
    Value empty = tensor::EmptyOp::create(builder, ArrayRef<OpFoldResult>{bytes}, builder.getI8Type());
    Value zero = arith::ConstantIntOp::create(builder, builder.getI8Type(), 0);
    Value init = linalg::FillOp::create(builder, zero, empty).getResult(0);
    Value bits = tensor::EmptyOp::create(builder, ArrayRef<int64_t>{8}, builder.getI8Type());
    AffineExpr p = builder.getAffineDimExpr(0), k = builder.getAffineDimExpr(1);
    auto generic = linalg::GenericOp::create(
        builder, maskType, bits, init,
        ArrayRef<AffineMap>{AffineMap::get(2, 0, k), AffineMap::get(2, 0, p)},
        ArrayRef<utils::IteratorType>{utils::IteratorType::parallel, utils::IteratorType::reduction},
        [&](OpBuilder &nested, Location loc, ValueRange elements) {
          ImplicitLocOpBuilder inner(loc, nested);
          Index byte{inner, linalg::IndexOp::create(inner, 0)};
          Index bit{inner, linalg::IndexOp::create(inner, 1)};
          Value e = getElementOfBit(byte, bit).value;
          Value inside = arith::CmpIOp::create(inner, arith::CmpIPredicate::ult, e, n);
          Value last = arith::SubIOp::create(inner, n, arith::ConstantIndexOp::create(inner, 1));
          Value x = tensor::ExtractOp::create(inner, flat, ValueRange(arith::MinUIOp::create(inner, e, last).getResult()));
          FloatType compute = getComputeType(type.getElementType());
          if (x.getType() != compute)
            x = arith::ExtFOp::create(inner, compute, x);
          Value blocked = arith::AndIOp::create(inner, inside, activation.blocks(Scalar(inner, x)).get());
          Value asByte = arith::ExtUIOp::create(inner, inner.getI8Type(), blocked);
          Value shift = arith::IndexCastOp::create(inner, inner.getI8Type(), bit.value);
          Value shifted = arith::ShLIOp::create(inner, asByte, shift);
          Value joined = arith::OrIOp::create(inner, elements[1], shifted);
          linalg::YieldOp::create(inner, joined);
        });
    rewriter.replaceOp(op, generic);
    return success();
  }
};

struct ConvertBackward : OpRewritePattern<BackwardOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(BackwardOp op, PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    RankedTensorType type = getType(op.getCotangent());
    FloatType compute = getComputeType(type.getElementType());
    AffineMap identity = builder.getMultiDimIdentityMap(type.getRank());
    Activation activation = op.getFunction();
    bool fromMask = op.getResidual() == ResidualKind::Mask;
    SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(builder, op.getLoc(), op.getCotangent());

    SmallVector<Access> inputs;
    SmallVector<Result> results = {{type, identity}};
    if (!fromMask)
      inputs.push_back({op.getKept(), identity});
    for (Value parameter : op.getParameters()) {
      inputs.push_back(accessParameter(builder, type, parameter, op.getChannelDim()));
      Access &access = inputs.back();
      results.push_back({RankedTensorType::get(
                             getType(access.tensor).getShape(),
                             getType(parameter).getElementType()),
                         access.map});
    }
    inputs.push_back({op.getCotangent(), identity});

    SmallVector<Value> values = createKernel(
        builder, inputs, results, sizes,
        [&](ImplicitLocOpBuilder &inner, ValueRange elements) {
          SmallVector<Scalar> in = toScalars(inner, compute, elements);
          Scalar kept = in.front();
          ArrayRef<Scalar> parameters = ArrayRef(in).drop_front(fromMask ? 0 : 1).drop_back();
          if (fromMask) {
            SmallVector<Value> indices;
            for (int64_t dim = 0; dim < type.getRank(); ++dim)
              indices.push_back(linalg::IndexOp::create(inner, dim));
            Value e = type.getRank() == 0
                          ? arith::ConstantIndexOp::create(inner, 0).getResult()
                          : affine::AffineLinearizeIndexOp::create(inner, indices, sizes, /*disjoint=*/true).getResult();
            kept = Scalar(inner, compute, readBit(op.getKept(), {inner, e}));
          }
          SmallVector<Value> gradients;
          for (Scalar gradient : activation.backward(op.getResidual(), kept, parameters, in.back()))
            gradients.push_back(gradient.as(in.back()).get());
          return gradients;
        });
    for (auto [value, result] : llvm::zip_equal(values, op.getGradients()))
      value = restoreUnitDims(builder, value, getType(result));
    rewriter.replaceOp(op, values);
    return success();
  }
};

struct ConvertElementwise : RewritePattern {
  explicit ConvertElementwise(MLIRContext *context)
      : RewritePattern(MatchAnyOpTypeTag(), 1, context) {}

  LogicalResult matchAndRewrite(Operation *op, PatternRewriter &rewriter) const override {
    return convertElementwise(rewriter, op);
  }
};
} // namespace

void hysteron::populateActToLinalgPatterns(RewritePatternSet &patterns) {
  patterns.add<ConvertForward, ConvertMask, ConvertBackward, ConvertElementwise>(
      patterns.getContext());
}

namespace {
struct ActToLinalg : hysteron::impl::ConvertActToLinalgBase<ActToLinalg> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    populateActToLinalgPatterns(patterns);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      return signalPassFailure();
    // Every use is inlined; a definition has no other meaning.
    for (auto define : llvm::make_early_inc_range(getOperation().getOps<DefineOp>()))
      define.erase();
  }
};
} // namespace
