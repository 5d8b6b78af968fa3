//===- Derivative.cpp - Reverse-mode derivative of scalar code ------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/IR/Derivative.h"
#include "hysteron/Support/Scalar.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace hysteron;

namespace {

/// The operands' shares of dy. A literal 0 is "no influence".
using Shares = SmallVector<Scalar, 3>;
using Pullback = Shares (*)(ArrayRef<Scalar> in, Scalar y, Scalar dy);

Shares none(ArrayRef<Scalar> in, Scalar, Scalar) { return Shares(in.size(), 0); }
Shares toGreater(ArrayRef<Scalar> in, Scalar, Scalar dy) {
  Scalar first = in[0] > in[1];
  return {select(first, dy, 0), select(first, 0, dy)};
}
Shares toLesser(ArrayRef<Scalar> in, Scalar, Scalar dy) {
  Scalar first = in[0] < in[1];
  return {select(first, dy, 0), select(first, 0, dy)};
}

#define PULLBACK(...)                                                          \
  [](ArrayRef<Scalar> in, Scalar y, Scalar dy) -> Shares {                     \
    [[maybe_unused]] Scalar a = in[0];                                         \
    [[maybe_unused]] Scalar b = in.size() > 1 ? in[1] : a;                     \
    return __VA_ARGS__;                                                        \
  }

// For y = op(a, b, ...): what each operand gets of dy.
const llvm::StringMap<Pullback> &getTable() {
  constexpr double ln2 = llvm::numbers::ln2, ln10 = llvm::numbers::ln10;
  constexpr double twoOverSqrtPi = 2 * llvm::numbers::inv_sqrtpi;
  static const llvm::StringMap<Pullback> table = {
      {"arith.addf", PULLBACK({dy, dy})},
      {"arith.subf", PULLBACK({dy, -dy})},
      {"arith.mulf", PULLBACK({dy * b, a * dy})},
      {"arith.divf", PULLBACK({dy / b, -(dy * y / b)})},
      {"arith.negf", PULLBACK({-dy})},
      {"arith.maximumf", toGreater},
      {"arith.maxnumf", toGreater},
      {"arith.minimumf", toLesser},
      {"arith.minnumf", toLesser},
      {"arith.select", PULLBACK({0, select(a, dy, 0), select(a, 0, dy)})},
      {"math.absf", PULLBACK({select(a > 0, dy, select(a < 0, -dy, 0))})},
      {"math.acos", PULLBACK({-(dy / sqrt(1 - a * a))})},
      {"math.asin", PULLBACK({dy / sqrt(1 - a * a)})},
      {"math.atan", PULLBACK({dy / (1 + a * a)})},
      {"math.copysign", PULLBACK({copysign(1, a) * copysign(1, b) * dy, 0})},
      {"math.cos", PULLBACK({-(dy * sin(a))})},
      {"math.cosh", PULLBACK({dy * sinh(a)})},
      {"math.erf", PULLBACK({dy * (twoOverSqrtPi * exp(-(a * a)))})},
      {"math.erfc", PULLBACK({-(dy * (twoOverSqrtPi * exp(-(a * a))))})},
      {"math.exp", PULLBACK({dy * y})},
      {"math.exp2", PULLBACK({dy * (ln2 * y)})},
      {"math.expm1", PULLBACK({dy * exp(a)})},
      {"math.fma", PULLBACK({dy * b, dy * a, dy})},
      {"math.log", PULLBACK({dy / a})},
      {"math.log10", PULLBACK({dy / (ln10 * a)})},
      {"math.log1p", PULLBACK({dy / (1 + a)})},
      {"math.log2", PULLBACK({dy / (ln2 * a)})},
      {"math.powf", PULLBACK({dy * (b * pow(a, b - 1)), dy * (y * log(a))})},
      {"math.rsqrt", PULLBACK({-0.5 * dy * y / a})},
      {"math.sin", PULLBACK({dy * cos(a)})},
      {"math.sinh", PULLBACK({dy * cosh(a)})},
      {"math.sqrt", PULLBACK({dy / (2 * y)})},
      {"math.tan", PULLBACK({dy * (1 + y * y)})},
      {"math.tanh", PULLBACK({dy * (1 - y * y)})},
      // Steps, and what carries no cotangent at all.
      {"math.ceil", none},
      {"math.floor", none},
      {"math.round", none},
      {"math.roundeven", none},
      {"math.trunc", none},
      {"arith.andi", none},
      {"arith.bitcast", none},
      {"arith.cmpf", none},
      {"arith.cmpi", none},
      {"arith.constant", none},
      {"arith.fptosi", none},
      {"arith.fptoui", none},
      {"arith.ori", none},
      {"arith.sitofp", none},
      {"arith.uitofp", none},
      {"arith.xori", none},
  };
  return table;
}

Value convert(ImplicitLocOpBuilder &builder, Value value, Type type) {
  if (value.getType().getIntOrFloatBitWidth() < type.getIntOrFloatBitWidth())
    return arith::ExtFOp::create(builder, type, value);
  return arith::TruncFOp::create(builder, type, value);
}

} // namespace

bool act::isDifferentiable(Operation *op) {
  return op->getNumResults() == 1 && op->getNumRegions() == 0 &&
         (isa<arith::ExtFOp, arith::TruncFOp>(op) ||
          getTable().contains(op->getName().getStringRef()));
}

SmallVector<Value> act::differentiate(ImplicitLocOpBuilder &builder,
                                      ArrayRef<Operation *> ops,
                                      ValueRange inputs, ValueRange outputs,
                                      ValueRange cotangents) {
  llvm::DenseMap<Value, Value> adjoint;
  auto add = [&](Value value, Value share) {
    Value &sum = adjoint[value];
    sum = sum ? arith::AddFOp::create(builder, sum, share).getResult() : share;
  };
  for (auto [output, cotangent] : llvm::zip_equal(outputs, cotangents))
    add(output, cotangent);

  for (Operation *op : llvm::reverse(ops)) {
    Value dy = adjoint.lookup(op->getResult(0));
    if (!dy)
      continue;
    if (isa<arith::ExtFOp, arith::TruncFOp>(op)) {
      add(op->getOperand(0),
          convert(builder, dy, op->getOperand(0).getType()));
      continue;
    }
    auto type = cast<FloatType>(dy.getType());
    SmallVector<Scalar> in;
    for (Value operand : op->getOperands())
      in.push_back(Scalar(builder, type, operand));
    Shares shares = getTable().lookup(op->getName().getStringRef())(
        in, Scalar(builder, op->getResult(0)), Scalar(builder, dy));
    for (auto [operand, share] : llvm::zip_equal(op->getOperands(), shares))
      if (!share.isLiteral())
        add(operand, share.get());
  }

  SmallVector<Value> result;
  for (Value input : inputs)
    result.push_back(adjoint.lookup(input));
  return result;
}
