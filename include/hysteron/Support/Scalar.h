//===- Scalar.h - Formulas in C++ that build arith and math ops -*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A Scalar is a number in a formula: an SSA value, or a literal that takes the
// type of whatever it meets. Operators and functions append ops at the
// builder's insertion point, so that
//
//   Scalar y = x * (1 / (1 + exp(-x)));
//
// is the code and the documentation of silu at once. Comparisons are ordered
// (false on NaN); max and min propagate NaN.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_SUPPORT_SCALAR_H
#define HYSTERON_SUPPORT_SCALAR_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace hysteron {

class Scalar {
public:
  /// A literal of no type yet.
  Scalar(double literal) : literal(literal) {}
  /// A float value.
  Scalar(mlir::ImplicitLocOpBuilder &builder, mlir::Value value)
      : builder(&builder), type(mlir::dyn_cast<mlir::FloatType>(value.getType())),
        value(value) {}
  /// A value (an i1, say) in a formula over `type`.
  Scalar(mlir::ImplicitLocOpBuilder &builder, mlir::FloatType type,
         mlir::Value value)
      : builder(&builder), type(type), value(value) {}

  bool isLiteral() const { return !value; }
  double getLiteral() const { return literal; }
  bool isLiteral(double number) const { return !value && literal == number; }
  /// The value; a literal must have met its type by `as` before.
  mlir::Value get() const { return value; }
  mlir::ImplicitLocOpBuilder &getBuilder() const { return *builder; }
  /// The float type that the formula computes in.
  mlir::FloatType getFloatType() const { return type; }

  /// This number as a value of the type that `other` computes in.
  Scalar as(const Scalar &other) const {
    if (value)
      return *this;
    auto attr = mlir::FloatAttr::get(other.type, literal);
    return Scalar(*other.builder,
                  mlir::arith::ConstantOp::create(*other.builder, attr));
  }

private:
  mlir::ImplicitLocOpBuilder *builder = nullptr;
  mlir::FloatType type;
  mlir::Value value;
  double literal = 0;
};

namespace detail {
template <typename Op>
Scalar unary(Scalar x) {
  return Scalar(x.getBuilder(), x.getFloatType(),
                Op::create(x.getBuilder(), x.get()));
}
template <typename Op>
Scalar binary(Scalar a, Scalar b) {
  a = a.as(b), b = b.as(a);
  return Scalar(a.getBuilder(), a.getFloatType(),
                Op::create(a.getBuilder(), a.get(), b.get()));
}
inline Scalar compare(mlir::arith::CmpFPredicate predicate, Scalar a, Scalar b) {
  a = a.as(b), b = b.as(a);
  return Scalar(
      a.getBuilder(), a.getFloatType(),
      mlir::arith::CmpFOp::create(a.getBuilder(), predicate, a.get(), b.get()));
}
} // namespace detail

// Literals among themselves are computed in double.
inline Scalar operator+(Scalar a, Scalar b) {
  if (a.isLiteral() && b.isLiteral())
    return a.getLiteral() + b.getLiteral();
  return detail::binary<mlir::arith::AddFOp>(a, b);
}
inline Scalar operator-(Scalar a, Scalar b) {
  if (a.isLiteral() && b.isLiteral())
    return a.getLiteral() - b.getLiteral();
  return detail::binary<mlir::arith::SubFOp>(a, b);
}
inline Scalar operator*(Scalar a, Scalar b) {
  if (a.isLiteral() && b.isLiteral())
    return a.getLiteral() * b.getLiteral();
  return detail::binary<mlir::arith::MulFOp>(a, b);
}
inline Scalar operator/(Scalar a, Scalar b) {
  if (a.isLiteral() && b.isLiteral())
    return a.getLiteral() / b.getLiteral();
  return detail::binary<mlir::arith::DivFOp>(a, b);
}
inline Scalar operator-(Scalar a) {
  return a.isLiteral() ? Scalar(-a.getLiteral())
                       : detail::unary<mlir::arith::NegFOp>(a);
}
inline Scalar max(Scalar a, Scalar b) { return detail::binary<mlir::arith::MaximumFOp>(a, b); }
inline Scalar min(Scalar a, Scalar b) { return detail::binary<mlir::arith::MinimumFOp>(a, b); }
inline Scalar pow(Scalar a, Scalar b) { return detail::binary<mlir::math::PowFOp>(a, b); }
inline Scalar copysign(Scalar a, Scalar b) { return detail::binary<mlir::math::CopySignOp>(a, b); }

inline Scalar abs(Scalar a) { return detail::unary<mlir::math::AbsFOp>(a); }
inline Scalar cos(Scalar a) { return detail::unary<mlir::math::CosOp>(a); }
inline Scalar cosh(Scalar a) { return detail::unary<mlir::math::CoshOp>(a); }
inline Scalar erf(Scalar a) { return detail::unary<mlir::math::ErfOp>(a); }
inline Scalar erfc(Scalar a) { return detail::unary<mlir::math::ErfcOp>(a); }
inline Scalar exp(Scalar a) { return detail::unary<mlir::math::ExpOp>(a); }
inline Scalar exp2(Scalar a) { return detail::unary<mlir::math::Exp2Op>(a); }
inline Scalar expm1(Scalar a) { return detail::unary<mlir::math::ExpM1Op>(a); }
inline Scalar log(Scalar a) { return detail::unary<mlir::math::LogOp>(a); }
inline Scalar log1p(Scalar a) { return detail::unary<mlir::math::Log1pOp>(a); }
inline Scalar log2(Scalar a) { return detail::unary<mlir::math::Log2Op>(a); }
inline Scalar roundeven(Scalar a) { return detail::unary<mlir::math::RoundEvenOp>(a); }
inline Scalar sin(Scalar a) { return detail::unary<mlir::math::SinOp>(a); }
inline Scalar sinh(Scalar a) { return detail::unary<mlir::math::SinhOp>(a); }
inline Scalar sqrt(Scalar a) { return detail::unary<mlir::math::SqrtOp>(a); }
inline Scalar tanh(Scalar a) { return detail::unary<mlir::math::TanhOp>(a); }

inline Scalar operator<(Scalar a, Scalar b) { return detail::compare(mlir::arith::CmpFPredicate::OLT, a, b); }
inline Scalar operator<=(Scalar a, Scalar b) { return detail::compare(mlir::arith::CmpFPredicate::OLE, a, b); }
inline Scalar operator>(Scalar a, Scalar b) { return detail::compare(mlir::arith::CmpFPredicate::OGT, a, b); }
inline Scalar operator>=(Scalar a, Scalar b) { return detail::compare(mlir::arith::CmpFPredicate::OGE, a, b); }
inline Scalar operator==(Scalar a, Scalar b) { return detail::compare(mlir::arith::CmpFPredicate::OEQ, a, b); }
inline Scalar isnan(Scalar a) { return detail::compare(mlir::arith::CmpFPredicate::UNO, a, a); }
inline Scalar operator&&(Scalar a, Scalar b) { return detail::binary<mlir::arith::AndIOp>(a, b); }
inline Scalar operator||(Scalar a, Scalar b) { return detail::binary<mlir::arith::OrIOp>(a, b); }

inline Scalar select(Scalar condition, Scalar a, Scalar b) {
  a = a.as(condition), b = b.as(condition);
  return Scalar(condition.getBuilder(), condition.getFloatType(),
                mlir::arith::SelectOp::create(condition.getBuilder(),
                                              condition.get(), a.get(), b.get()));
}

/// The nearest number up to `high`, or from `low` on, of which neither is NaN or a zero
/// whose sign counts; NaN stays. Of computed bounds min and max make several instructions.
inline Scalar atMost(Scalar x, Scalar high) { return select(high.as(x) < x, high, x); }
inline Scalar atLeast(Scalar x, Scalar low) { return select(low.as(x) > x, low, x); }

/// a * b + c in one rounding where the target has the instruction, in two
/// elsewhere. Exact fma is math.fma.
inline Scalar muladd(Scalar a, Scalar b, Scalar c) {
  // At most two of the three are literals; the value tells the type.
  const Scalar &typed = !a.isLiteral() ? a : !b.isLiteral() ? b : c;
  a = a.as(typed), b = b.as(typed), c = c.as(typed);
  auto &builder = typed.getBuilder();
  auto contract = mlir::arith::FastMathFlags::contract;
  mlir::Value product =
      mlir::arith::MulFOp::create(builder, a.get(), b.get(), contract);
  return Scalar(builder, mlir::arith::AddFOp::create(builder, product, c.get(),
                                                     contract));
}

/// Marks an exp or exp2 of `boundedExp`, and a division of `boundedInverse`.
inline constexpr llvm::StringLiteral boundedAttrName = "act.bounded";

namespace detail {
template <typename Op>
Scalar boundedPower(Scalar a, Scalar b) {
  auto &builder = a.getBuilder();
  mlir::Value exponent = b.isLiteral(1) ? a.get()
                                        : mlir::arith::MulFOp::create(builder, a.get(), b.as(a).get(),
                                                                      mlir::arith::FastMathFlags::contract);
  auto power = Op::create(builder, exponent);
  power->setAttr(boundedAttrName, builder.getUnitAttr());
  return Scalar(builder, power);
}
} // namespace detail

/// Where the exponent of a bounded power may lie: at the ends it is, or may be, 0 and
/// infinite. In f32 or f64, as x is.
struct ExpRange {
  explicit ExpRange(Scalar x) : low(x.getFloatType().isF64() ? -709 : -88), high(x.getFloatType().isF64() ? 710 : 89) {}
  double low, high;
};

/// e^(a b), for a formula that knows a b to be in `ExpRange` or does not use the result,
/// which then is any number. The product is not rounded, and what would be subnormal
/// may be 0.
inline Scalar boundedExp(Scalar a, Scalar b = 1) { return detail::boundedPower<mlir::math::ExpOp>(a, b); }
/// 2^(a b) likewise, for exponents from -127 to 127 (f64: 1023).
inline Scalar boundedExp2(Scalar a, Scalar b = 1) { return detail::boundedPower<mlir::math::Exp2Op>(a, b); }

/// 1 / x, for a formula that knows x to be positive and not subnormal. What would be
/// subnormal may be 0.
inline Scalar boundedInverse(Scalar x) {
  Scalar inverse = 1 / x;
  inverse.get().getDefiningOp()->setAttr(boundedAttrName, x.getBuilder().getUnitAttr());
  return inverse;
}

/// c0 + c1 x + c2 x^2 + ... by Horner's scheme.
inline Scalar polynomial(Scalar x, llvm::ArrayRef<double> coefficients) {
  Scalar sum = coefficients.back();
  for (double c : llvm::reverse(coefficients.drop_back()))
    sum = muladd(sum, x, c);
  return sum;
}

} // namespace hysteron

#endif // HYSTERON_SUPPORT_SCALAR_H
