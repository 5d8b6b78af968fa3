//===- ErrorFunction.cpp - erf, erfc --------------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Coefficients.h"
#include "Expansions.h"

using namespace hysteron;
using namespace hysteron::expand;

namespace {
/// Where e^(-z^2) is not 0: z, z^2 and the power itself, 2^64 times too large lest
/// it be subnormal.
struct Gaussian {
  Scalar z, square, scaledPower;
};
} // namespace

// For z >= 0. z^2 is needed far beyond its last place: with the head of z in half as many bits,
// head^2 and its distance to a multiple of ln 2 are exact.
static Gaussian gaussian(Scalar z) {
  Format f(z);
  // From here on e^(-z^2) rounds to 0.
  z = atMost(z, f.pick(10.3, 27.4));
  Scalar head = floatOf(bitsOf(z) & -(int64_t(1) << (f.wide ? 27 : 12)));
  Scalar square = head * head, tail = (z - head) * (z + head);
  Scalar zz = square + tail;
  Rounded minusN(zz, -log2E, f.bias + 64);
  Scalar r = muladd(minusN.value(), ln2High(f), square);
  r = muladd(minusN.value(), ln2Low(f), r) + tail;
  return {z, zz, expOfSmall(r, -1) * minusN.power()};
}

/// A polynomial as E(z^2) + z O(z^2): where the last terms are the largest, the
/// roundings of all steps add up, and so there are half as many.
static Scalar evenAndOdd(Scalar z, Scalar zz, llvm::ArrayRef<double> coefficients) {
  llvm::SmallVector<double> parts[2];
  for (auto [k, c] : llvm::enumerate(coefficients))
    parts[k % 2].push_back(c);
  return muladd(z, polynomial(zz, parts[1]), polynomial(zz, parts[0]));
}

// For z >= 0: erfc(z) = e^(-z^2) P(z) / Q(z). The result may be subnormal, its
// parts must not be: the power is kept 2^64 times too large, and P too small.
static Scalar erfcOfMagnitude(Scalar size) {
  Format f(size);
  auto [z, zz, power] = gaussian(size);
  llvm::SmallVector<double> above(
      f.pick(coefficients::erfcAbove32, coefficients::erfcAbove64));
  for (double &c : above)
    c *= 0x1p-64;
  Scalar below = evenAndOdd(
      z, zz, f.pick(coefficients::erfcBelow32, coefficients::erfcBelow64));
  return power * (evenAndOdd(z, zz, above) / below);
}

Scalar expand::erfc(Scalar x) {
  Scalar y = erfcOfMagnitude(abs(x));
  return select(x < 0, 2 - y, y);
}

// Near 0 a polynomial. Beyond in f64 1 - erfc; f32 has a shorter way, since
// there -log2(erfc) is needed to no more places than a short polynomial gives.
Scalar expand::erf(Scalar x) {
  Format f(x);
  Scalar z = abs(x);
  Scalar small = muladd(
      z,
      polynomial(z * z, f.pick(coefficients::erfSmall32, coefficients::erfSmall64)),
      z);
  if (f.wide)
    return withSignOf(select(z < 0.65, small, 1 - erfcOfMagnitude(z)), x);

  // From here on erf rounds to 1.
  Scalar q = polynomial(atMost(z, 3.93), coefficients::erfLarge32);
  Rounded minusN(q, -1, f.bias);
  llvm::SmallVector<double> all = {1};
  llvm::append_range(all, coefficients::exp2Minus32);
  Scalar large = 1 - polynomial(q + minusN.value(), all) * minusN.power();
  return withSignOf(select(z < 0.875, small, large), x);
}
