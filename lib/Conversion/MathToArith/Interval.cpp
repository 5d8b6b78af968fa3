//===- Interval.cpp - What is known of a number's size --------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interval.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/TypeSwitch.h"
#include <cmath>

using namespace mlir;
using namespace hysteron;

/// Bounds from the end points of two ranges. An end point that has no number
/// (0 times infinity) is none; so are those of one range, for any other.
template <typename Function>
static Interval fromEnds(Interval a, Interval b, Function function) {
  double ends[] = {function(a.low, b.low), function(a.low, b.high),
                   function(a.high, b.low), function(a.high, b.high)};
  if (llvm::any_of(ends, [](double end) { return std::isnan(end); }))
    return {};
  // The computed ones are rounded, to f32 at the worst.
  double low = *std::min_element(std::begin(ends), std::end(ends));
  double high = *std::max_element(std::begin(ends), std::end(ends));
  return {low - std::abs(low) * 0x1p-20, high + std::abs(high) * 0x1p-20};
}

/// Infinity times 0 is NaN, of which nothing is said.
static double finiteProduct(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

static Interval intervalOf(Value value, unsigned depth) {
  APFloat number(0.0);
  if (matchPattern(value, m_ConstantFloat(&number))) {
    bool loses;
    number.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &loses);
    return {number.convertToDouble(), number.convertToDouble()};
  }
  Operation *op = value.getDefiningOp();
  if (!op || depth == 0)
    return {};
  auto of = [&](unsigned operand) { return intervalOf(op->getOperand(operand), depth - 1); };
  constexpr double inf = std::numeric_limits<double>::infinity();
  return llvm::TypeSwitch<Operation *, Interval>(op)
      .Case([&](arith::NegFOp) {
        Interval x = of(0);
        return Interval{-x.high, -x.low};
      })
      .Case([&](arith::MaximumFOp) {
        Interval a = of(0), b = of(1);
        return Interval{std::max(a.low, b.low), std::max(a.high, b.high)};
      })
      .Case([&](arith::MinimumFOp) {
        Interval a = of(0), b = of(1);
        return Interval{std::min(a.low, b.low), std::min(a.high, b.high)};
      })
      .Case([&](arith::AddFOp) { return fromEnds(of(0), of(1), std::plus<>()); })
      .Case([&](arith::SubFOp) { return fromEnds(of(0), of(1), std::minus<>()); })
      .Case([&](arith::MulFOp) {
        // A square, whatever of.
        if (op->getOperand(0) == op->getOperand(1))
          return Interval{0, inf};
        return fromEnds(of(0), of(1), finiteProduct);
      })
      .Case([&](arith::DivFOp) {
        Interval a = of(0), b = of(1);
        return b.low > 0 ? fromEnds(a, {1 / b.high, 1 / b.low}, finiteProduct) : Interval();
      })
      .Case([&](math::AbsFOp) {
        Interval x = of(0);
        return Interval{std::max({x.low, -x.high, 0.0}), std::max(-x.low, x.high)};
      })
      .Case([&](math::ExpOp) {
        Interval x = of(0);
        return fromEnds({std::exp(x.low), std::exp(x.high)}, {0, 0}, std::plus<>());
      })
      .Case([&](math::Log1pOp) {
        Interval x = of(0);
        return x.low >= 0 ? Interval{0, inf} : Interval();
      })
      .Default([](Operation *) { return Interval(); });
}

// Formulas are shallow, and users' may share what they compute at every level.
Interval hysteron::intervalOf(Value value) { return ::intervalOf(value, 8); }
