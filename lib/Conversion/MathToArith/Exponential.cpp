//===- Exponential.cpp - exp, exp2, expm1 ---------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Coefficients.h"
#include "Expansions.h"
#include "Interval.h"
#include "mlir/IR/Matchers.h"
#include <cmath>

using namespace hysteron;
using namespace hysteron::expand;

llvm::SmallVector<double> expand::scaled(llvm::ArrayRef<double> coefficients,
                                         double factor) {
  llvm::SmallVector<double> result;
  double power = 1;
  for (double c : coefficients) {
    result.push_back(c * power);
    power *= factor;
  }
  return result;
}

Scalar expand::expOfSmall(Scalar r, double sign) {
  llvm::SmallVector<double> all = {1, 1};
  llvm::append_range(
      all, Format(r).pick(coefficients::exp32, coefficients::exp64));
  return polynomial(r, scaled(all, sign));
}

/// 2^(scale x) = 2^n p(n), n the integer next to scale x. Overflow and gradual
/// underflow come by themselves, 2^n being applied as two factors.
static Scalar power(Scalar x, double scale, Interval limits,
                    llvm::function_ref<Scalar(Scalar x, Scalar n)> p) {
  Format f(x);
  Interval range = intervalOf(x.get());
  // Beyond these the result is infinite or rounds to 0.
  if (range.high > limits.high)
    x = atMost(x, limits.high);
  if (range.low < limits.low)
    x = atLeast(x, limits.low);
  // One of the factors can be a constant where there is no overflow.
  int spare = f.wide ? 512 : 64;
  if (range.high * scale < spare - 1.5) {
    Rounded n(x, scale, f.bias + spare);
    return p(x, n.value()) * n.power() * std::ldexp(1, -spare);
  }
  Rounded half(x, scale / 2, f.bias), n(x, scale, 2 * f.bias);
  return p(x, n.value()) * half.power() * n.powerBeyond(half);
}

// e^x = 2^n e^r, r = x - n ln 2.
Scalar expand::exp(Scalar x) {
  Format f(x);
  return power(x, log2E, {f.pick(-104, -746), f.pick(89, 710)}, [&](Scalar x, Scalar n) {
    Scalar r = muladd(n, -ln2High(f), x);
    return expOfSmall(muladd(n, -ln2Low(f), r));
  });
}

/// 2^r for |r| <= 1/2.
static Scalar exp2OfSmall(Scalar r) {
  llvm::SmallVector<double> all = {1};
  llvm::append_range(all, Format(r).pick(coefficients::exp2_32, coefficients::exp2_64));
  return polynomial(r, all);
}

// 2^x = 2^n 2^r, r = x - n.
Scalar expand::exp2(Scalar x) {
  Format f(x);
  return power(x, 1, {f.pick(-151, -1076), f.pick(129, 1025)}, [&](Scalar x, Scalar n) {
    return exp2OfSmall(x - n);
  });
}

/// The factors of a product that need not be rounded, a number last; else x and 1.
static std::pair<Scalar, Scalar> factorsOf(Scalar x) {
  using namespace mlir::arith;
  auto product = x.get().getDefiningOp<MulFOp>();
  if (!product || !bitEnumContainsAll(product.getFastmath(), FastMathFlags::contract))
    return {x, 1};
  llvm::APFloat number(0.0);
  if (matchPattern(product.getRhs(), mlir::m_ConstantFloat(&number))) {
    bool loses;
    number.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &loses);
    return {Scalar(x.getBuilder(), product.getLhs()), number.convertToDouble()};
  }
  return {Scalar(x.getBuilder(), product.getLhs()), Scalar(x.getBuilder(), product.getRhs())};
}

/// 2^(a (high + low)) = 2^n 2^r. The difference a high - n is exact but for one rounding
/// to its own last place; n + bias from 0, which is the exponent of zero, to that of
/// infinity is the exponent field of a float.
static Scalar boundedPower(Scalar a, Scalar high, Scalar low) {
  Rounded n(a, high, Format(a).bias);
  Scalar r = muladd(a, high, -n.value());
  if (!low.isLiteral(0))
    r = muladd(a, low, r);
  return exp2OfSmall(r) * n.power();
}

/// log2(e) beyond the digits of a double.
static constexpr double log2ERest = 0x1.777d0ffda0d24p-56;

/// b log2(e) as a sum of two: the rounded product and the rest, from products of halves
/// that are exact with any instructions.
static std::pair<Scalar, Scalar> timesLog2E(Scalar b) {
  Format f(b);
  double upper = f.pick(0x1.714p0, 0x1.715476p0), lower = log2E - upper;
  Scalar product = b * log2E;
  Scalar head = floatOf(bitsOf(b) & -(int64_t(1) << (f.wide ? 27 : 12))), tail = b - head;
  Scalar rest = (head * upper - product) + head * lower + tail * upper + tail * lower;
  return {product, f.wide ? rest + b * log2ERest : rest};
}

Scalar expand::boundedExp(Scalar x) {
  auto [a, b] = factorsOf(x);
  if (!b.isLiteral()) {
    auto [high, low] = timesLog2E(b);
    return boundedPower(a, high, low);
  }
  double factor = b.getLiteral(), product = factor * log2E;
  double rounded = Format(x).wide ? product : static_cast<float>(product);
  return boundedPower(a, rounded, std::fma(factor, log2E, -rounded) + factor * log2ERest);
}

Scalar expand::boundedExp2(Scalar x) {
  auto [a, b] = factorsOf(x);
  return boundedPower(a, b, 0);
}

// e^x - 1 = 2^n (e^r - 1) + (2^n - 1), all of it halved until the end lest 2^n
// overflow first.
Scalar expand::expm1(Scalar x) {
  Format f(x);
  Scalar y = atLeast(atMost(x, f.pick(89, 710)), f.pick(-20, -40));
  Rounded n(y, log2E, f.bias - 1);
  Scalar r = muladd(n.value(), -ln2High(f), y);
  r = muladd(n.value(), -ln2Low(f), r);
  Scalar e = muladd(
      r * r,
      polynomial(r, f.pick(coefficients::expm1_32, coefficients::expm1_64)), r);
  Scalar power = n.power();
  Scalar half = muladd(power, e, power - 0.5);
  // Halving a subnormal number loses a bit, and the sum loses the sign of -0.
  return select(abs(x) < f.pick(0x1p-30, 0x1p-60), x, half + half);
}
