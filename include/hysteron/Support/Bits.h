//===- Bits.h - The bit pattern of a Scalar in formulas ---------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Bits is to an integer as wide as a float what Scalar is to the float, so
// that 2^n for a small integer n is
//
//   floatOf((n + bias) << mantissa)
//
// Arithmetic wraps around; >> shifts zeros in.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_SUPPORT_BITS_H
#define HYSTERON_SUPPORT_BITS_H

#include "hysteron/Support/Scalar.h"

namespace hysteron {

class Bits {
public:
  /// A literal of no width yet.
  Bits(int64_t literal) : literal(literal) {}
  /// An integer as wide as `type`.
  Bits(mlir::ImplicitLocOpBuilder &builder, mlir::FloatType type,
       mlir::Value value)
      : builder(&builder), type(type), value(value) {}

  bool isLiteral(int64_t number) const { return !value && literal == number; }
  mlir::Value get() const { return value; }
  mlir::ImplicitLocOpBuilder &getBuilder() const { return *builder; }
  mlir::FloatType getFloatType() const { return type; }
  mlir::IntegerType getIntegerType() const {
    return builder->getIntegerType(mlir::Type(type).getIntOrFloatBitWidth());
  }

  /// This number as a value of the width of `other`.
  Bits as(const Bits &other) const {
    if (value)
      return *this;
    auto attr = mlir::IntegerAttr::get(other.getIntegerType(), literal);
    return Bits(*other.builder, other.type,
                mlir::arith::ConstantOp::create(*other.builder, attr));
  }

private:
  mlir::ImplicitLocOpBuilder *builder = nullptr;
  mlir::FloatType type;
  mlir::Value value;
  int64_t literal = 0;
};

namespace detail {
template <typename Op>
Bits binary(Bits a, Bits b) {
  a = a.as(b), b = b.as(a);
  return Bits(a.getBuilder(), a.getFloatType(),
              Op::create(a.getBuilder(), a.get(), b.get()));
}
} // namespace detail

inline Bits operator+(Bits a, Bits b) {
  return b.isLiteral(0) ? a : detail::binary<mlir::arith::AddIOp>(a, b);
}
inline Bits operator-(Bits a, Bits b) { return detail::binary<mlir::arith::SubIOp>(a, b); }
inline Bits operator&(Bits a, Bits b) { return detail::binary<mlir::arith::AndIOp>(a, b); }
inline Bits operator|(Bits a, Bits b) { return detail::binary<mlir::arith::OrIOp>(a, b); }
inline Bits operator<<(Bits a, Bits b) { return detail::binary<mlir::arith::ShLIOp>(a, b); }
inline Bits operator>>(Bits a, Bits b) { return detail::binary<mlir::arith::ShRUIOp>(a, b); }

/// The bit pattern of x.
inline Bits bitsOf(Scalar x) {
  auto &builder = x.getBuilder();
  mlir::Type type = builder.getIntegerType(x.getFloatType().getWidth());
  return Bits(builder, x.getFloatType(),
              mlir::arith::BitcastOp::create(builder, type, x.get()));
}

/// The float that has this pattern.
inline Scalar floatOf(Bits bits) {
  return Scalar(bits.getBuilder(),
                mlir::arith::BitcastOp::create(
                    bits.getBuilder(), bits.getFloatType(), bits.get()));
}

/// The signed integer as a float.
inline Scalar toFloat(Bits bits) {
  return Scalar(bits.getBuilder(),
                mlir::arith::SIToFPOp::create(
                    bits.getBuilder(), bits.getFloatType(), bits.get()));
}

} // namespace hysteron

#endif // HYSTERON_SUPPORT_BITS_H
