//===- Formula.h - Formulas and backward rules of activations ---*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What an activation computes, per element. `Rule` is what its ODS record says;
// `Activation` adds the attributes of one use of it (or a user's definition)
// and builds the scalar code of forward and backward.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_IR_FORMULA_H
#define HYSTERON_DIALECT_ACT_IR_FORMULA_H

#include "hysteron/Support/Scalar.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/SymbolTable.h"
#include "llvm/ADT/StringMap.h"

namespace hysteron::act {

class DefineOp;
enum class ResidualKind : uint32_t; // ActBase.td

/// The names a formula can speak of.
class Formula {
public:
  Formula(mlir::DictionaryAttr constants, bool narrow)
      : constants(constants), narrow(narrow) {}

  Scalar x() const { return *input; }
  Scalar y() const { return *output; }
  Scalar dy() const { return *cotangent; }
  Scalar parameter(unsigned i) const { return parameters[i]; }
  /// A constant, as a literal unless it is in `symbols`, and as a number.
  Scalar constant(llvm::StringRef name, double fallback = 0) const {
    auto symbol = symbols.find(name);
    return symbol != symbols.end() ? symbol->second : number(name, fallback);
  }
  double number(llvm::StringRef name, double fallback = 0) const;
  llvm::StringRef option(llvm::StringRef name, llvm::StringRef fallback) const;
  /// Whether tensors hold f16 or bf16.
  bool isNarrow() const { return narrow; }

  std::optional<Scalar> input, output, cotangent;
  llvm::SmallVector<Scalar> parameters;
  llvm::StringMap<Scalar> symbols;

private:
  mlir::DictionaryAttr constants;
  bool narrow;
};

/// The fields of Act_Activation in ActBase.td; null where an op has none.
struct Rule {
  using Code = Scalar (*)(Formula &);
  /// A constant: a number, or one of several words.
  struct Constant {
    llvm::StringRef name;
    bool required, positive, nonZero;
    llvm::SmallVector<llvm::StringRef> words;
  };
  llvm::SmallVector<Constant> constants;
  unsigned numParameters;
  Code forward, textbook, derivative, derivativeFromOutput;
  bool (*outputHolds)(const Formula &);
  Code blocks, blocksFromOutput;
  bool marksZeros;
  bool surrogate;
  Code low, high;
  llvm::SmallVector<Scalar> (*parameterTerms)(Formula &);
  llvm::SmallVector<llvm::StringRef> torchKeeps;
};

/// One use of an activation on tensors of some element type.
class Activation {
public:
  /// `name` is an op's without the dialect; `scope` is where symbols in
  /// `constants` (`callee`, `gradient`) are looked up. Null if there is none.
  Activation(llvm::StringRef name, mlir::DictionaryAttr constants,
             mlir::Type elementType, mlir::Operation *scope);
  /// From an op with ActivationOpInterface.
  explicit Activation(mlir::Operation *op);

  explicit operator bool() const { return rule || define; }
  llvm::StringRef getName() const { return name; }
  /// What `name` needs to be found again.
  mlir::DictionaryAttr getConstants() const { return constants; }
  unsigned getNumParameters() const { return numParameters; }

  /// Whether backward can work from what `kind` keeps.
  bool hasForm(ResidualKind kind) const;
  /// Whether backward can work from a bit per element, or from y; where the
  /// latter, whether forward must mark zeros for it.
  bool hasMask() const;
  bool hasOutputForm() const;
  bool marksZeros() const;
  /// Whether dx is by a rule that need not be the derivative of y: a surrogate's,
  /// or one that a user wrote.
  bool hasChosenRule() const;
  /// The kind of an op that no plan was made for.
  ResidualKind getDefaultResidual() const;

  /// y. With `marked`, zeros carry the rule's choice in their sign.
  Scalar forward(Scalar x, llvm::ArrayRef<Scalar> parameters, bool marked) const;
  /// The mask's bit (an i1): the rule takes its low value.
  Scalar blocks(Scalar x) const;
  /// dx and one contribution per parameter. `kept` is x, y or the mask's bit.
  llvm::SmallVector<Scalar> backward(ResidualKind residual, Scalar kept,
                                     llvm::ArrayRef<Scalar> parameters,
                                     Scalar dy) const;

private:
  Formula formula(std::optional<Scalar> x, llvm::ArrayRef<Scalar> parameters) const;
  Scalar ruleInput(Scalar x) const;
  Scalar dxOfRule(ResidualKind residual, Scalar kept,
                  llvm::ArrayRef<Scalar> parameters, Scalar dy) const;
  std::optional<double> shift() const;
  std::optional<double> leak() const;

  std::string name;
  mlir::DictionaryAttr constants;
  const Rule *rule = nullptr;
  mlir::Operation *define = nullptr;   // act.define of act.apply
  mlir::Operation *surrogate = nullptr; // act.define named by `gradient`
  bool narrow = false;
  unsigned numParameters = 0;
};

/// The op of an activation by its name without the dialect, if there is one.
std::optional<mlir::RegisteredOperationName>
lookupActivation(llvm::StringRef name, mlir::MLIRContext *context);

/// The attributes of an activation's op but `residual` and `channel_dim`.
mlir::DictionaryAttr getConstants(mlir::Operation *activation);

/// The type formulas compute in: f64 for f64, else f32.
mlir::FloatType getComputeType(mlir::Type elementType);

//===----------------------------------------------------------------------===//
// Vocabulary of the formulas
//===----------------------------------------------------------------------===//

// Decimal expansions of the exact values, OEIS A010503, A231863, A231862 / 2.
inline constexpr double sqrtHalf = 0.70710678118654752440;
inline constexpr double invSqrtTwoPi = 0.39894228040143267794;
inline constexpr double sqrtTwoOverPi = 0.79788456080286535588;
// From the fixed point (0, 1) of selu's moment map, arXiv 1706.02515.
inline constexpr double seluScale = 1.0507009873554804934193349852946;
inline constexpr double seluAlpha = 1.6732632423543772848170429916717;

/// The bits of y are those of +0.0.
Scalar isPositiveZero(Scalar y);

inline Scalar clamp(Scalar x, Scalar low, Scalar high) {
  return min(max(x, low), high);
}
/// e^-x for x >= 0.
inline Scalar decay(Scalar x) { return select(x >= -ExpRange(x).low, 0, boundedExp(x, -1)); }
/// e^-x, infinite from the largest number on, and not much more than 0 at infinity.
inline Scalar expOfMinus(Scalar x) { return boundedExp(clamp(x, -ExpRange(x).high, -ExpRange(x).low), -1); }
/// 1 / (1 + e^-x).
inline Scalar logistic(Scalar x) { return boundedInverse(1 + expOfMinus(x)); }
/// (log(1 + q) - q) / q^2 for 0 <= q <= 1, to 2^-27 (f64: 2^-59).
Scalar log1pTail(Scalar q);
/// log(1 + q) for 0 <= q <= 1.
inline Scalar log1pOfFraction(Scalar q) { return muladd(q * q, log1pTail(q), q); }
/// How much of a normal distribution lies beyond z and -z, for z from 0 to
/// `normalTailsEnd`, where z times that is next to nothing: erfc(z / sqrt(2)). In f32 to
/// 2^-24, and up to z = 6.5 to 5e-6 of itself.
Scalar normalTails(Scalar z);
double normalTailsEnd(Scalar z);
/// The tanh form of gelu is x logistic(u) = max(x, 0) - |x| logistic(-|u|); this
/// is u and du/dx.
inline Scalar geluTanhArgument(Scalar x) {
  return 2 * sqrtTwoOverPi * (x + 0.044715 * (x * x * x));
}
inline Scalar geluTanhSlope(Scalar x) {
  return 2 * sqrtTwoOverPi * (1 + 3 * 0.044715 * (x * x));
}

/// (lambda e^(-kappa x) + 1)^(-1/lambda).
inline Scalar adaptive(Scalar x, Scalar lambda, Scalar kappa) {
  return pow(lambda * exp(-(kappa * x)) + 1, -1 / lambda);
}

/// The adaptive piecewise activation p = (1 + lambda e^(-kappa x))^(-1/lambda)
/// and its partial derivatives, in a form without cancellation or overflow for
/// lambda from 1e-5 to 1e6. With t = lambda e^(-kappa x) and q = min(t, 1/t),
///   log(1 + t) = max(log t, 0) + log(1 + q),
/// where q comes from lambda and kappa x each, since a log t that is rounded would
/// cost log t units in its last place.
struct Apa {
  Apa(Scalar x, Scalar lambda, Scalar kappa, Scalar lambdaMin);
  Scalar value() const;
  Scalar dx() const { return kappa * slope(); }
  Scalar dkappa() const { return timesX(slope()); }
  Scalar dlambda() const;

  /// x f, where an f that has vanished outweighs an infinite x.
  Scalar timesX(Scalar f) const;

private:
  /// 1 / (1 + q).
  Scalar inverse() const { return boundedInverse(1 + q); }
  /// dp/d(kappa x).
  Scalar slope() const;

  Scalar x, kappa;
  Scalar floored;  // lambda is below its floor
  Scalar rate;     // 1 / lambda
  Scalar above;    // t = lambda e^(-kappa x) is above 1
  Scalar power;    // t / lambda, or lambda / t
  Scalar q;        // t, or 1/t if that is less
  Scalar tail;     // log1pTail(q)
  Scalar softplus; // log(1 + t)
  Scalar vanished; // p is 0
};

} // namespace hysteron::act

#endif // HYSTERON_DIALECT_ACT_IR_FORMULA_H
