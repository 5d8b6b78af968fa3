//===- Hyperbolic.cpp - sinh, cosh, tanh ----------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Coefficients.h"
#include "Expansions.h"

using namespace hysteron;
using namespace hysteron::expand;

/// e^z / 2 for z >= 0.
static Scalar halfExp(Scalar z) {
  Format f(z);
  z = atMost(z, f.pick(90, 711));
  Rounded n(z, log2E, f.bias - 2);
  Scalar r = muladd(n.value(), -ln2High(f), z);
  r = muladd(n.value(), -ln2Low(f), r);
  return expOfSmall(r) * n.power() * 2;
}

// With h = e^z/2, z = |x|: h + e^-z/2.
Scalar expand::cosh(Scalar x) {
  Scalar h = halfExp(abs(x));
  return h + 0.25 / h;
}

// The same with a minus; below 1, where that cancels, a polynomial.
Scalar expand::sinh(Scalar x) {
  Format f(x);
  Scalar z = abs(x), zz = z * z;
  Scalar h = halfExp(z);
  Scalar small = muladd(
      z * zz, polynomial(zz, f.pick(coefficients::sinh32, coefficients::sinh64)),
      z);
  return withSignOf(select(z < 1, small, h - 0.25 / h), x);
}

// With z = |x|: tanh z = H / (1 - H), H = (1 - e^(-2z))/2. In
//   H = (1 - 2^-n)/2 + 2^-n F,  1 - H = (1 + 2^-n)/2 - 2^-n F,
//   F = (1 - e^(-2r))/2,        r = z - n ln(2)/2
// nothing cancels, and the error of H is not in both.
Scalar expand::tanh(Scalar x) {
  Format f(x);
  // From here on tanh rounds to 1.
  Scalar z = atMost(abs(x), f.pick(10, 20));
  Rounded minusN(z, -2 * log2E, f.bias);
  Scalar r = muladd(minusN.value(), ln2High(f) / 2, z);
  r = muladd(minusN.value(), ln2Low(f) / 2, r);
  auto series = scaled(f.pick(coefficients::expm1_32, coefficients::expm1_64), -2);
  for (double &c : series)
    c *= -2;
  Scalar small = muladd(r * r, polynomial(r, series), r);
  Scalar power = minusN.power();
  Scalar above = muladd(power, small, muladd(power, -0.5, 0.5));
  Scalar below = muladd(power, -small, muladd(power, 0.5, 0.5));
  return withSignOf(above / below, x);
}
