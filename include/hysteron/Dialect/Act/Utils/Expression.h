//===- Expression.h - Real functions in a normal form -----------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function of real variables as a polynomial over atoms: variables, exp, log,
// erf, reciprocals of sums and steps (1 where the argument is positive, else 0).
// Piecewise functions are sums of products with steps, so that
//
//   max(x, 0),  select(x > 0, x, 0),  (x + |x|) / 2  and  x - min(x, 0)
//
// are all the same polynomial, x step(x). Two expressions with the same normal
// form are the same function, but for finitely many points where a step's
// argument is zero; the reverse does not hold, but does for what is written in
// practice.
//
// A literal stands for the numbers that round to it, see Interval::literal: the
// f32 number 0.707106769 for the square root of one half, but 0.7071 does not.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_UTILS_EXPRESSION_H
#define HYSTERON_DIALECT_ACT_UTILS_EXPRESSION_H

#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <deque>
#include <map>
#include <optional>

namespace hysteron::act {

/// A real number known up to rounding.
struct Interval {
  Interval(double value) : low(value), high(value) {}
  Interval(double low, double high) : low(low), high(high) {}
  /// What a written constant can mean. One with at most half of its type's bits
  /// (3, 0.5, 20) is meant as it stands; any other is known to one ulp.
  static Interval literal(const llvm::APFloat &value);

  double middle() const { return low + (high - low) / 2; }
  bool contains(double value) const { return low <= value && value <= high; }
  /// The integer in it, if it is narrow enough to tell.
  std::optional<int> getInteger() const;

  double low, high;
};

class Expression;

/// Where expressions live. Atoms with equal arguments are one.
class Algebra {
public:
  Expression number(Interval value);
  /// A new variable. Conditions on variables that do not vary (parameters) stay
  /// inside functions, those on the others are drawn out.
  Expression variable(bool varies);

  /// An expression grew too large or has no value; all results are void.
  bool failed = false;

  /// Forgets what was computed during its lifetime.
  class Mark {
  public:
    explicit Mark(Algebra &algebra) : algebra(algebra), size(algebra.atoms.size()) {}
    ~Mark();

  private:
    Algebra &algebra;
    size_t size;
  };

private:
  friend class Expression;
  struct Atom;
  std::deque<Atom> atoms;
};

class Expression {
public:
  /// Factors (atom, exponent), sorted.
  using Monomial = llvm::SmallVector<std::pair<unsigned, unsigned>, 2>;

  Algebra &getAlgebra() const { return *algebra; }
  bool isZero() const { return terms.empty(); }
  /// The value if it is a number.
  std::optional<Interval> getNumber() const;
  /// It depends on variables that vary.
  bool varies() const;
  /// Nothing but sums, products and comparisons of variables.
  bool isPiecewisePolynomial() const;
  /// Provably above zero, for all values of the variables.
  bool isPositive() const;
  /// The value where the i-th variable is variables[i].
  double evaluate(llvm::ArrayRef<double> variables) const;

  friend Expression operator+(const Expression &a, const Expression &b);
  friend Expression operator*(const Expression &a, const Expression &b);
  friend Expression inverse(const Expression &e);
  friend Expression exp(const Expression &e);
  friend Expression log(const Expression &e);
  friend Expression erf(const Expression &e);
  /// 1 where e > 0, else 0.
  friend Expression step(const Expression &e);
  /// `condition` is 0 or 1. A softplus cut off where it has become linear is the
  /// softplus.
  friend Expression select(const Expression &condition, const Expression &a, const Expression &b);

private:
  friend class Algebra;
  enum class Kind { Variable, Exp, Log, Erf, Inverse, Step };
  struct Lead;

  explicit Expression(Algebra &algebra) : algebra(&algebra) {}
  static Expression atom(Algebra &algebra, Kind kind, const Expression &argument);
  Expression power(unsigned atom) const;
  void add(const Monomial &monomial, Interval coefficient);
  Monomial multiply(const Monomial &a, const Monomial &b) const;
  const Algebra::Atom &get(unsigned atom) const;
  std::optional<unsigned> find(llvm::function_ref<bool(const Algebra::Atom &)> predicate) const;
  Expression substitute(unsigned atom, const Expression &value) const;
  Expression byCases(llvm::function_ref<Expression(const Expression &)> f) const;
  std::pair<Monomial, Interval> getLead() const;
  std::optional<unsigned> getCommonExp() const;
  bool isAsymptote(const Expression &condition, const Expression &other) const;

  Algebra *algebra;
  std::map<Monomial, Interval> terms;
};

struct Algebra::Atom {
  Expression::Kind kind;
  Expression argument;
  bool varies;
  unsigned variable;
};

inline Expression constantLike(const Expression &e, Interval value) {
  return e.getAlgebra().number(value);
}
inline Expression operator-(const Expression &a) { return constantLike(a, -1) * a; }
inline Expression operator-(const Expression &a, const Expression &b) { return a + -b; }
inline bool isPositive(const Expression &e) { return e.isPositive(); }
/// a^b, if a is positive or b a small integer.
std::optional<Expression> pow(const Expression &a, const Expression &b);

// The same vocabulary over double, and what follows from it for both.
inline double constantLike(double, Interval value) { return value.middle(); }
inline double inverse(double e) { return 1 / e; }
inline double step(double e) { return e > 0; }
inline double select(double condition, double a, double b) { return condition > 0.5 ? a : b; }

template <typename T>
T max(const T &a, const T &b) { return b + step(a - b) * (a - b); }
template <typename T>
T min(const T &a, const T &b) { return a - step(a - b) * (a - b); }
template <typename T>
T tanh(const T &e) {
  T two = constantLike(e, 2), one = constantLike(e, 1);
  return one - two * inverse(one + exp(two * e));
}

} // namespace hysteron::act

#endif // HYSTERON_DIALECT_ACT_UTILS_EXPRESSION_H
