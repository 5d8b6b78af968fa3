//===- Expansions.h - Elementary functions as formulas ----------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each takes an f32 or f64 value. The number beside it bounds the distance to the
// exact value, in units of its last place, whether muladd rounds once or twice:
// f32, f64. The unit test asserts these bounds on samples; see there for how to take
// more. The largest errors found in f32 with fused muladd, over every fifth of all
// arguments: exp 0.88, exp2 0.86, expm1 1.51, log 0.89, log2 1.06, log10 0.98, log1p
// 1.47, sinh 1.62, cosh 1.33, tanh 1.95, erf 1.57, erfc 4.86, rsqrt 1.49; unfused exp
// 1.16, log1p 1.50, tanh 2.00, erf 1.76, erfc 5.82.
//
// Division costs as much as five to ten other instructions and conversions
// between 64-bit integers and floats do not exist before AVX-512, so both are
// avoided. 2^n is made in the exponent field.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_CONVERSION_MATHTOARITH_EXPANSIONS_H
#define HYSTERON_LIB_CONVERSION_MATHTOARITH_EXPANSIONS_H

#include "hysteron/Support/Bits.h"
#include <limits>

namespace hysteron::expand {

Scalar exp(Scalar x);     // 1.2, 1.2
Scalar exp2(Scalar x);    // 1.15, 1.15
Scalar expm1(Scalar x);   // 1.7, 2.1
Scalar log(Scalar x);     // 0.95, 1
Scalar log2(Scalar x);    // 2.1, 2.2
Scalar log10(Scalar x);   // 2.1, 2.2
Scalar log1p(Scalar x);   // 1.55, 1.6
Scalar sinh(Scalar x);    // 1.75, 1.8
Scalar cosh(Scalar x);    // 1.65, 1.7
Scalar tanh(Scalar x);    // 2.1, 2.3
Scalar erf(Scalar x);     // 1.85, 2.6
Scalar erfc(Scalar x);    // 6, 7
Scalar rsqrt(Scalar x);   // 1.5, 1.5

/// As Scalar.h says of them: 1.15, 1.2 where muladd rounds once, else half the exponent
/// (to the base 2) more.
Scalar boundedExp(Scalar x);
Scalar boundedExp2(Scalar x);

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// How x's type stores numbers, and which of two constants belongs to it.
struct Format {
  explicit Format(Scalar x)
      : wide(x.getFloatType().isF64()), mantissa(wide ? 52 : 23),
        bias(wide ? 1023 : 127) {}

  double pick(double narrowValue, double wideValue) const {
    return wide ? wideValue : narrowValue;
  }
  llvm::ArrayRef<double> pick(llvm::ArrayRef<double> narrowTable,
                              llvm::ArrayRef<double> wideTable) const {
    return wide ? wideTable : narrowTable;
  }

  int64_t one() const { return int64_t(bias) << mantissa; }
  int64_t mantissaMask() const { return (int64_t(1) << mantissa) - 1; }
  int64_t signMask() const {
    return wide ? std::numeric_limits<int64_t>::min()
                : std::numeric_limits<int32_t>::min();
  }

  bool wide;
  int mantissa;
  int bias;
};

/// An integer n near some y, found by adding a number so large that its last
/// place is 1; the sum's low bits then are n + offset.
class Rounded {
public:
  /// n = round(x * scale)
  Rounded(Scalar x, Scalar scale, int offset)
      : format(x), magic(1.5 * double(int64_t(1) << format.mantissa) + offset),
        sum(scale.isLiteral(1) ? x + magic : muladd(x, scale, magic)) {}

  Scalar value() const { return sum - magic; }
  /// 2^(n + offset - bias), for exponents that a normal number can have.
  Scalar power() const { return floatOf(bitsOf(sum) << format.mantissa); }
  /// 2^n over that of the other, with the difference of the offsets likewise.
  Scalar powerBeyond(const Rounded &other) const {
    return floatOf((bitsOf(sum) - bitsOf(other.sum)) << format.mantissa);
  }

private:
  Format format;
  double magic;
  Scalar sum;
};

/// |magnitude| given, x's sign put on it.
inline Scalar withSignOf(Scalar magnitude, Scalar x) {
  return floatOf(bitsOf(magnitude) | (bitsOf(x) & Format(x).signMask()));
}

/// ln 2 as a part of so few bits that its product with an exponent is exact,
/// and the rest.
inline double ln2High(const Format &f) { return f.pick(0x1.62e4p-1, 0x1.62e42feep-1); }
inline double ln2Low(const Format &f) { return f.pick(0x1.7f7d1cp-20, 0x1.a39ef35793c76p-33); }
constexpr double log2E = 0x1.71547652b82fep0;

/// Polynomials with the coefficients' signs or sizes changed exactly:
/// c_k factor^k, where c_0 is `coefficients[0]`.
llvm::SmallVector<double> scaled(llvm::ArrayRef<double> coefficients,
                                 double factor);

/// e^r for |r| <= ln(2)/2, from e^r or, with sign = -1, e^-r.
Scalar expOfSmall(Scalar r, double sign = 1);

} // namespace hysteron::expand

#endif // HYSTERON_LIB_CONVERSION_MATHTOARITH_EXPANSIONS_H
