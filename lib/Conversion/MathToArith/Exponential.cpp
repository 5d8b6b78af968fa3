//===- Exponential.cpp - exp, exp2, expm1 ---------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Coefficients.h"
#include "Expansions.h"

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

/// p 2^n for n from twice the least to twice the largest exponent, as two
/// factors, so that overflow and gradual underflow come by themselves.
/// `half` is about n/2 with the offset bias, `n` has twice that.
static Scalar times(Scalar p, const Rounded &half, const Rounded &n) {
  return p * half.power() * n.powerBeyond(half);
}

// e^x = 2^n e^r, r = x - n ln 2.
Scalar expand::exp(Scalar x) {
  Format f(x);
  // Beyond these the result is infinite or rounds to 0.
  x = atLeast(atMost(x, f.pick(89, 710)), f.pick(-104, -746));
  Rounded half(x, log2E / 2, f.bias), n(x, log2E, 2 * f.bias);
  Scalar r = muladd(n.value(), -ln2High(f), x);
  r = muladd(n.value(), -ln2Low(f), r);
  return times(expOfSmall(r), half, n);
}

// 2^x = 2^n 2^r, r = x - n.
Scalar expand::exp2(Scalar x) {
  Format f(x);
  x = atLeast(atMost(x, f.pick(129, 1025)), f.pick(-151, -1076));
  Rounded half(x, 0.5, f.bias), n(x, 1, 2 * f.bias);
  Scalar r = x - n.value();
  llvm::SmallVector<double> all = {1};
  llvm::append_range(all, f.pick(coefficients::exp2_32, coefficients::exp2_64));
  return times(polynomial(r, all), half, n);
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
