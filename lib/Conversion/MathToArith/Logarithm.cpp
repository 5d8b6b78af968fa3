//===- Logarithm.cpp - log, log2, log10, log1p ----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All write the argument as 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2).
//
//===----------------------------------------------------------------------===//

#include "Coefficients.h"
#include "Expansions.h"
#include "Interval.h"

using namespace hysteron;
using namespace hysteron::expand;

namespace {
/// The k of a positive normal number. It is -k that is computed, because a zero
/// times a negative constant is -0, as log1p(-0) needs it.
class Exponent {
public:
  Exponent(const Format &f, Bits number)
      : format(f), minus(Bits(start()) - number) {}

  /// 2^-k as the distance that its exponent field has from that of 1.
  Bits field() const {
    return (minus & ~format.mantissaMask()) + -(spare() << format.mantissa);
  }

  /// a k + b. Conversions from 64-bit integers are scalar before AVX-512; there
  /// the number goes into the low bits of a float whose last place is 1.
  Scalar muladd(double a, Scalar b) const {
    double unit = double(int64_t(1) << format.mantissa);
    if (!format.wide)
      return hysteron::muladd(toFloat(field()), -a / unit, b);
    Bits pattern = (minus >> format.mantissa) |
                   (int64_t(format.bias + format.mantissa) << format.mantissa);
    return hysteron::muladd(floatOf(pattern) - (unit + spare()), -a, b);
  }

private:
  /// The pattern of the float next to sqrt(1/2), rounded up to the next
  /// exponent, with room to spare; modulo 2^64.
  int64_t start() const {
    uint64_t sqrtHalf = format.wide ? 0x3fe6a09e667f3bcd : 0x3f3504f3;
    return sqrtHalf + format.mantissaMask() +
           (uint64_t(spare()) << format.mantissa);
  }
  /// Makes the f64 number positive, so that it can be shifted as unsigned.
  int64_t spare() const { return format.wide ? 1100 : 0; }

  Format format;
  Bits minus;
};

/// log_b(2) and 1/ln(b) as sums of two floats. The product of an exponent with
/// the first is exact.
struct Base {
  double twoHigh, twoLow;
  double eHigh, eLow;
};
} // namespace

/// log(1 + f) - f.
static Scalar logTail(Scalar f) {
  Scalar square = f * f;
  if (!Format(f).wide) {
    llvm::SmallVector<double> all = {-0.5};
    llvm::append_range(all, coefficients::log32);
    return square * polynomial(f, all);
  }
  // With s = f / (2 + f): log(1 + f) = 2 s + s R, and 2 s = f - s f. The
  // division saves fifteen terms.
  Scalar s = f / (2 + f), x = s * s;
  Scalar half = 0.5 * square;
  Scalar rest = muladd(x, polynomial(x, coefficients::log64), half);
  return muladd(s, rest, -half);
}

/// log_b(2^k (1 + f)), what is smallest first.
static Scalar logarithm(const Exponent &k, Scalar f, const Base &base) {
  Scalar tail = logTail(f);
  if (base.eHigh == 1)
    return k.muladd(base.twoHigh, f + k.muladd(base.twoLow, tail));
  tail = muladd(f, base.eLow, tail * base.eHigh);
  if (base.twoLow != 0)
    tail = k.muladd(base.twoLow, tail);
  return k.muladd(base.twoHigh, muladd(f, base.eHigh, tail));
}

static Base natural(const Format &f) { return {ln2High(f), ln2Low(f), 1, 0}; }

static Scalar logarithm(Scalar x, const Base &base) {
  Format format(x);
  // A subnormal number is made normal, and its exponent field corrected by the
  // field of another number.
  Scalar subnormal = x < format.pick(0x1p-126, 0x1p-1022);
  double scale = double(int64_t(1) << format.mantissa);
  Bits number = bitsOf(select(subnormal, x * scale, x)) -
                bitsOf(select(subnormal, format.pick(0x1p-104, 0x1p-971), 0));
  Exponent k(format, number);
  Scalar result = logarithm(k, floatOf(number + k.field()) - 1, base);
  result = select(x < expand::inf, result, x);
  return select(x > 0, result, select(x == 0, -expand::inf, expand::nan));
}

Scalar expand::log(Scalar x) { return logarithm(x, natural(Format(x))); }

Scalar expand::log2(Scalar x) {
  Format f(x);
  return logarithm(x, {1, 0, f.pick(0x1.715476p0, 0x1.71547652b82fep0),
                       f.pick(0x1.4ae0cp-26, 0x1.777d0ffda0d24p-56)});
}

Scalar expand::log10(Scalar x) {
  Format f(x);
  return logarithm(x, {f.pick(0x1.344p-2, 0x1.34413509f6p-2),
                       f.pick(0x1.3509f8p-18, 0x1.9fef311f12b36p-42),
                       f.pick(0x1.bcb7b2p-2, 0x1.bcb7b1526e50ep-2),
                       f.pick(-0x1.5b235ep-27, 0x1.95355baaafad3p-57)});
}

// k is that of 1 + x, which is rounded; f = 2^-k x - (1 - 2^-k) comes from x
// itself, rounded once. Both brackets are 0 for small x, so -0 stays.
Scalar expand::log1p(Scalar x) {
  Format format(x);
  Interval range = intervalOf(x.get());
  Exponent k(format, bitsOf(1 + x));
  // For the largest x 2^-k would be subnormal; there it is kept four times as large.
  int spare = range.high < format.pick(0x1p125, 0x1p1021) ? 0 : 2;
  Scalar scale = floatOf(k.field() + (format.one() + (int64_t(spare) << format.mantissa)));
  Scalar f = spare ? muladd(x * scale, 0.25, -muladd(scale, -0.25, 1))
                   : muladd(x, scale, scale - 1);
  Scalar result = logarithm(k, f, natural(format));
  // In f32 the polynomial leads the infinity through, having + x^11 last.
  if (format.wide && spare)
    result = select(x < expand::inf, result, x);
  if (range.low > -1)
    return result;
  return select(x > -1, result, select(x == -1, -expand::inf, expand::nan));
}
