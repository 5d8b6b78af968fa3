//===- Scalars.cpp - Float operations with IEEE's semantics ---------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scalars.h"
#include "Float16.h"
#include "hysteron/Support/Scalar.h"

#include "mlir/Dialect/Math/IR/Math.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace hysteron;
using ::Halide::Expr;
namespace hir = ::Halide::Internal;

/// The bits of a float, and back.
static Expr bitsOf(Expr x) { return reinterpret(::Halide::UInt(x.type().bits()), x); }
static Expr fromBits(Expr bits) { return reinterpret(::Halide::Float(bits.type().bits()), bits); }
static Expr signMask(Expr x) {
  return hir::UIntImm::make(::Halide::UInt(x.type().bits()), uint64_t(1) << (x.type().bits() - 1));
}
static Expr number(double value, Expr like) { return hir::FloatImm::make(like.type(), value); }

/// Halide 21 makes `not (b < a)` of a <= b, which is true of a NaN.
static Expr lessEqual(Expr a, Expr b) { return a < b || a == b; }

static bool isNumber(Expr x) {
  auto *imm = x.as<hir::FloatImm>();
  return imm && imm->value == imm->value;
}

/// Halide::is_nan and its like copy the expression to make its floats strict,
/// which all are later anyway; what the copy shared is then there twice, again
/// and again.
static Expr test(const std::string &name, Expr x) {
  return hir::Call::make(::Halide::Bool(), name + (x.type().bits() == 64 ? "_f64" : "_f32"), {x},
                         hir::Call::PureExtern);
}

Expr Scalars::isNaN(Expr x) const {
  if (isNumber(x))
    return hir::const_false();
  return test("is_nan", x);
}

Expr Scalars::negate(Expr x) const { return fromBits(bitsOf(x) ^ signMask(x)); }

Expr Scalars::copySign(Expr magnitude, Expr sign) const {
  Expr mask = signMask(magnitude);
  return fromBits((bitsOf(magnitude) & ~mask) | (bitsOf(sign) & mask));
}

Expr Scalars::compare(arith::CmpFPredicate predicate, Expr a, Expr b, bool same) const {
  using P = arith::CmpFPredicate;
  // Ordered ones are Halide's; `!=` is not, so it is never used.
  auto unordered = [&] { return same || isNumber(b) ? isNaN(a) : isNumber(a) ? isNaN(b) : isNaN(a) || isNaN(b); };
  switch (predicate) {
  case P::AlwaysFalse: return hir::const_false();
  case P::AlwaysTrue: return hir::const_true();
  case P::OEQ: return a == b;
  case P::OGT: return a > b;
  case P::OGE: return lessEqual(b, a);
  case P::OLT: return a < b;
  case P::OLE: return lessEqual(a, b);
  case P::ONE: return a < b || a > b;
  case P::UEQ: return a == b || unordered();
  case P::UGT: return a > b || unordered();
  case P::UGE: return lessEqual(b, a) || unordered();
  case P::ULT: return a < b || unordered();
  case P::ULE: return lessEqual(a, b) || unordered();
  case P::UNE: return a < b || a > b || unordered();
  case P::UNO: return unordered();
  case P::ORD: return !unordered();
  }
  return Expr();
}

Expr Scalars::maximum(Expr a, Expr b, bool max) const {
  if (isNumber(a))
    std::swap(a, b);
  // A NaN a compares false and stays. A literal zero is +0.0 (-0.0 goes as
  // bits): the greatest of zeros. Other numbers equal only themselves.
  if (isNumber(b))
    return select(!max ? b < a : hir::is_const_zero(b) ? lessEqual(a, b) : a < b, b, a);
  // Equal numbers have equal bits but for zeros: + wins a maximum.
  Expr tie = fromBits(max ? bitsOf(a) & bitsOf(b) : bitsOf(a) | bitsOf(b));
  Expr ordered = select(max ? a < b : a > b, b, select(a == b, tie, a));
  return select(isNaN(b), b, ordered);
}

Expr Scalars::maxnum(Expr a, Expr b, bool max) const {
  return select(isNaN(a), b, isNaN(b), a, maximum(a, b, max));
}

Expr Scalars::round(Expr x) const {
  Expr whole = trunc(x);
  Expr carry = select(lessEqual(number(0.5, x), abs(x - whole)), copySign(number(1, x), x), number(0, x));
  return copySign(whole + carry, x);
}

Expr Scalars::hardwareFMA(Expr a, Expr b, Expr c) const {
  // Calls are not converted to strict arithmetic: this is one rounding.
  const char *name = machine.isOpenCL() ? "fma" : a.type().bits() == 64 ? "llvm.fma.f64" : "llvm.fma.f32";
  return hir::Call::make(a.type(), name, {a, b, c}, hir::Call::PureExtern);
}

Expr Scalars::multiply(Expr a, Expr b) const {
  // Halide lets LLVM contract for PTX, strict or not; this product it leaves
  // alone.
  if (machine.isCUDA())
    return hir::Call::make(a.type(), a.type().bits() == 64 ? "llvm.nvvm.mul.rn.d" : "llvm.nvvm.mul.rn.f", {a, b},
                           hir::Call::PureExtern);
  return a * b;
}

/// The quotient that CUDA's own division takes where neither operand is extreme, for
/// which it branches; a branch keeps its neighbours from being computed at the same time.
Expr Scalars::boundedInverse(Expr x) const {
  Expr guess = hir::Call::make(x.type(), "llvm.nvvm.rcp.approx.ftz.f", {x}, hir::Call::PureExtern);
  Expr inverse = hardwareFMA(guess, negate(hardwareFMA(guess, x, number(-1, x))), guess);
  return select(x < number(0x1p126, x), inverse, guess);
}

FailureOr<Expr> Scalars::exactFMA(Expr a, Expr b, Expr c) const {
  if (machine.hasFMA())
    return hardwareFMA(a, b, c);
  if (a.type().bits() == 64)
    return failure();
  // The product of two f32 is exact in f64; only the sum rounds, to odd, so
  // that the rounding to f32 is right.
  auto wide = [](Expr x) { return cast(::Halide::Float(64), x); };
  Expr product = wide(a) * wide(b), addend = wide(c), sum = product + addend;
  Expr second = sum - product;
  Expr error = (product - (sum - second)) + (addend - second);
  return cast(::Halide::Float(32), roundToOdd(sum, error));
}

/// The C library's function on the host, the device's own on a GPU.
FailureOr<Expr> Scalars::libraryCall(Operation *op, const std::vector<Expr> &x) const {
  StringRef name = op->getName().stripDialect();
  StringRef library = llvm::StringSwitch<StringRef>(name)
                          .Cases({"sin", "cos", "tan", "asin", "acos", "atan", "atan2"}, name)
                          .Cases({"sinh", "cosh", "tanh", "asinh", "acosh", "atanh"}, name)
                          .Cases({"exp", "exp2", "expm1", "log", "log2", "log10", "log1p"}, name)
                          .Cases({"erf", "erfc", "cbrt"}, name)
                          .Case("powf", "pow")
                          .Default("");
  if (!isa<math::MathDialect>(op->getDialect()) || library.empty())
    return failure();
  bool isFloat = x[0].type().bits() == 32;
  std::string called = library.str();
  if (machine.onDevice) {
    if (!llvm::is_contained({"sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh",
                             "acosh", "atanh", "pow"},
                            library))
      return failure();
    called += isFloat ? "_f32" : "_f64";
  } else if (isFloat) {
    called += "f";
  }
  return hir::Call::make(x[0].type(), called, x, hir::Call::PureExtern);
}

FailureOr<Expr> Scalars::emit(Operation *op, const std::vector<Expr> &x) const {
  return llvm::TypeSwitch<Operation *, FailureOr<Expr>>(op)
      .Case<arith::AddFOp>([&](auto) { return x[0] + x[1]; })
      .Case<arith::SubFOp>([&](auto) { return x[0] - x[1]; })
      .Case<arith::MulFOp>([&](auto) { return multiply(x[0], x[1]); })
      .Case<arith::DivFOp>([&](auto) {
        bool isBounded = op->hasAttr(boundedAttrName) && machine.isCUDA() && x[1].type().bits() == 32;
        return isBounded && hir::is_const_one(x[0]) ? boundedInverse(x[1]) : x[0] / x[1];
      })
      .Case<arith::NegFOp>([&](auto) { return negate(x[0]); })
      .Case<arith::MaximumFOp>([&](auto) { return maximum(x[0], x[1], true); })
      .Case<arith::MinimumFOp>([&](auto) { return maximum(x[0], x[1], false); })
      .Case<arith::MaxNumFOp>([&](auto) { return maxnum(x[0], x[1], true); })
      .Case<arith::MinNumFOp>([&](auto) { return maxnum(x[0], x[1], false); })
      .Case<math::AbsFOp>([&](auto) { return fromBits(bitsOf(x[0]) & ~signMask(x[0])); })
      .Case<math::CopySignOp>([&](auto) { return copySign(x[0], x[1]); })
      .Case<math::FloorOp>([&](auto) { return floor(x[0]); })
      .Case<math::CeilOp>([&](auto) { return ceil(x[0]); })
      .Case<math::TruncOp>([&](auto) { return trunc(x[0]); })
      .Case<math::RoundEvenOp>([&](auto) { return ::Halide::round(x[0]); })
      .Case<math::RoundOp>([&](auto) { return round(x[0]); })
      .Case<math::SqrtOp>([&](auto) { return sqrt(x[0]); })
      .Case<math::RsqrtOp>([&](auto) { return number(1, x[0]) / sqrt(x[0]); })
      .Case<math::FmaOp>([&](auto) { return exactFMA(x[0], x[1], x[2]); })
      .Case<math::IsNaNOp>([&](auto) { return isNaN(x[0]); })
      .Case<math::IsInfOp>([&](auto) { return test("is_inf", x[0]); })
      .Case<math::IsFiniteOp>([&](auto) { return test("is_finite", x[0]); })
      .Default([&](Operation *op) { return libraryCall(op, x); });
}

Expr Scalars::truncDiv(Expr a, Expr b) {
  // Halide rounds so that the remainder is not negative.
  Expr quotient = a / b, remainder = a % b;
  Expr towardsZero = select(a < 0 && remainder != 0, select(b > 0, Expr(1), Expr(-1)), Expr(0));
  return quotient + cast(a.type(), towardsZero);
}

Expr Scalars::floorDiv(Expr a, Expr b) {
  // The same for a positive divisor; for a negative one the remainder is to be
  // negative or zero.
  return a / b - cast(a.type(), select(b < 0 && a % b != 0, Expr(1), Expr(0)));
}
