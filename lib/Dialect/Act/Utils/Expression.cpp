//===- Expression.cpp - Real functions in a normal form -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Utils/Expression.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/bit.h"
#include <cmath>
#include <limits>

using namespace hysteron::act;

// Activations have a handful of terms.
static constexpr size_t maxTerms = 32, maxAtoms = 64;

//===----------------------------------------------------------------------===//
// Interval
//===----------------------------------------------------------------------===//

Interval Interval::literal(const llvm::APFloat &value) {
  int precision = llvm::APFloat::semanticsPrecision(value.getSemantics());
  double number = value.convertToDouble();
  if (!std::isfinite(number))
    return number;
  int exponent;
  auto significand = static_cast<int64_t>(std::ldexp(std::frexp(number, &exponent), 53));
  if (significand == 0 || 53 - llvm::countr_zero(static_cast<uint64_t>(significand)) <= precision / 2)
    return number;
  double ulp = std::ldexp(1.0, exponent - precision);
  return {number - ulp, number + ulp};
}

std::optional<int> Interval::getInteger() const {
  double nearest = std::round(middle());
  if (!contains(nearest) || high - low > 1e-2 || std::abs(nearest) > 1e3)
    return std::nullopt;
  return static_cast<int>(nearest);
}

/// The image of f's values at the ends, rounded outwards; exact results of exact
/// numbers stay exact.
static Interval hull(std::initializer_list<double> ends, bool exact = false) {
  double low = std::min(ends), high = std::max(ends);
  if (exact && low == high)
    return low;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return {std::nextafter(low, -infinity), std::nextafter(high, infinity)};
}
namespace hysteron::act {
static Interval operator+(Interval a, Interval b) {
  return hull({a.low + b.low, a.high + b.high}, /*exact=*/true);
}
static Interval operator*(Interval a, Interval b) {
  return hull({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high}, /*exact=*/true);
}
static Interval reciprocal(Interval a) {
  return hull({1 / a.low, 1 / a.high}, std::fma(1 / a.low, a.low, -1) == 0);
}
} // namespace hysteron::act

//===----------------------------------------------------------------------===//
// Polynomials over atoms
//===----------------------------------------------------------------------===//

Expression Algebra::number(Interval value) {
  Expression result(*this);
  if (!std::isfinite(value.low) || !std::isfinite(value.high))
    failed = true;
  result.add({}, value);
  return result;
}

Algebra::Mark::~Mark() {
  while (algebra.atoms.size() > size)
    algebra.atoms.pop_back();
  algebra.failed = false;
}

Expression Algebra::variable(bool varies) {
  unsigned number = llvm::count_if(atoms, [](const Atom &atom) { return atom.kind == Expression::Kind::Variable; });
  Expression result(*this);
  result.add({{static_cast<unsigned>(atoms.size()), 1}}, 1);
  atoms.push_back({Expression::Kind::Variable, Expression(*this), varies, number});
  return result;
}

const Algebra::Atom &Expression::get(unsigned atom) const { return algebra->atoms[atom]; }

Expression Expression::atom(Algebra &algebra, Kind kind, const Expression &argument) {
  Expression result(algebra);
  if (algebra.failed)
    return result;
  for (auto [i, known] : llvm::enumerate(algebra.atoms))
    if (known.kind == kind && (known.argument - argument).isZero()) {
      result.add({{static_cast<unsigned>(i), 1}}, 1);
      return result;
    }
  if (algebra.atoms.size() >= maxAtoms)
    algebra.failed = true;
  else
    algebra.atoms.push_back({kind, argument, argument.varies(), 0});
  result.add({{static_cast<unsigned>(algebra.atoms.size() - 1), 1}}, 1);
  return result;
}

/// Terms that cancel up to rounding go.
void Expression::add(const Monomial &monomial, Interval coefficient) {
  auto [it, isNew] = terms.try_emplace(monomial, coefficient);
  if (!isNew)
    it->second = it->second + coefficient;
  if (it->second.contains(0))
    terms.erase(it);
  else if (terms.size() > maxTerms)
    algebra->failed = true;
}

bool Expression::isPiecewisePolynomial() const {
  return !find([](const Algebra::Atom &atom) {
    return atom.kind != Kind::Variable && (atom.kind != Kind::Step || !atom.argument.isPiecewisePolynomial());
  });
}

std::optional<Interval> Expression::getNumber() const {
  if (terms.empty())
    return Interval(0);
  if (terms.size() == 1 && terms.begin()->first.empty())
    return terms.begin()->second;
  return std::nullopt;
}

std::optional<unsigned> Expression::find(llvm::function_ref<bool(const Algebra::Atom &)> predicate) const {
  for (const auto &[monomial, coefficient] : terms)
    for (auto [atom, exponent] : monomial)
      if (predicate(get(atom)))
        return atom;
  return std::nullopt;
}

bool Expression::varies() const {
  return find([](const Algebra::Atom &atom) { return atom.varies; }).has_value();
}

/// Of the steps with arguments that differ by a number, the smallest is the
/// product. Exponentials of one product are one exponential.
Expression::Monomial Expression::multiply(const Monomial &a, const Monomial &b) const {
  std::map<unsigned, unsigned> factors(a.begin(), a.end());
  for (auto [atom, exponent] : b)
    factors[atom] += exponent;

  Expression exponentSum(*algebra);
  unsigned exponentials = 0;
  Monomial product;
  for (auto [atom, exponent] : factors) {
    if (get(atom).kind == Kind::Exp) {
      exponentSum = exponentSum + algebra->number(exponent) * get(atom).argument;
      exponentials += exponent;
    } else if (get(atom).kind == Kind::Step) {
      bool implied = false;
      for (auto &known : product) {
        if (get(known.first).kind != Kind::Step)
          continue;
        auto difference = (get(known.first).argument - get(atom).argument).getNumber();
        if (!difference)
          continue;
        implied = true;
        if (difference->middle() > 0)
          known.first = atom;
      }
      if (!implied)
        product.push_back({atom, 1});
    } else {
      product.push_back({atom, exponent});
    }
  }
  if (exponentials && !exponentSum.isZero())
    for (const auto &[monomial, one] : atom(*algebra, Kind::Exp, exponentSum).terms)
      product.append(monomial);
  llvm::sort(product);
  return product;
}

namespace hysteron::act {
Expression operator+(const Expression &a, const Expression &b) {
  Expression sum = a;
  for (const auto &[monomial, coefficient] : b.terms)
    sum.add(monomial, coefficient);
  return sum;
}

Expression operator*(const Expression &a, const Expression &b) {
  Expression product(*a.algebra);
  if (a.algebra->failed || a.terms.size() * b.terms.size() > 4 * maxTerms) {
    a.algebra->failed = true;
    return product;
  }
  for (const auto &[left, x] : a.terms)
    for (const auto &[right, y] : b.terms)
      product.add(a.multiply(left, right), x * y);
  return product;
}
} // namespace hysteron::act

Expression Expression::substitute(unsigned atom, const Expression &value) const {
  Expression result(*algebra);
  if (algebra->failed)
    return result;
  for (const auto &[monomial, coefficient] : terms) {
    Monomial rest;
    Expression term = algebra->number(coefficient);
    for (auto factor : monomial) {
      if (factor.first != atom)
        rest.push_back(factor);
      else
        for (unsigned i = 0; i < factor.second; ++i)
          term = term * value;
    }
    Expression others(*algebra);
    others.add(rest, 1);
    result = result + term * others;
  }
  return result;
}

/// f of this, with conditions on what varies outside.
Expression Expression::byCases(llvm::function_ref<Expression(const Expression &)> f) const {
  auto condition = find([](const Algebra::Atom &atom) { return atom.kind == Kind::Step && atom.varies; });
  if (!condition || algebra->failed)
    return f(*this);
  Expression holds(*algebra);
  holds.add({{*condition, 1}}, 1);
  Expression one = algebra->number(1);
  return holds * substitute(*condition, one).byCases(f) +
         (one - holds) * substitute(*condition, Expression(*algebra)).byCases(f);
}

/// The first term that is not a number.
std::pair<Expression::Monomial, Interval> Expression::getLead() const {
  for (const auto &term : terms)
    if (!term.first.empty())
      return term;
  return {{}, 0};
}

/// The one exponential in the terms.
std::optional<unsigned> Expression::getCommonExp() const {
  auto isExp = [](const Algebra::Atom &atom) { return atom.kind == Kind::Exp; };
  std::optional<unsigned> common = find(isExp);
  if (common && !substitute(*common, algebra->number(1)).find(isExp))
    return common;
  return std::nullopt;
}

bool Expression::isPositive() const {
  bool all = true, some = false;
  for (const auto &[monomial, coefficient] : terms) {
    bool strictly = coefficient.low > 0;
    all &= strictly;
    for (auto [atom, exponent] : monomial) {
      const Algebra::Atom &factor = get(atom);
      bool above = factor.kind == Kind::Exp || (factor.kind == Kind::Inverse && factor.argument.isPositive());
      strictly &= above;
      all &= above || factor.kind == Kind::Step || exponent % 2 == 0;
    }
    some |= strictly;
  }
  if (all)
    return some;
  // max(a, b) is b + step(a - b) (a - b): both cases, the first above b.
  auto condition = find([](const Algebra::Atom &atom) { return atom.kind == Kind::Step; });
  if (!condition || !substitute(*condition, Expression(*algebra)).isPositive())
    return false;
  // Above it, what is left when non-negative multiples of a - b are taken off.
  Expression rest = substitute(*condition, algebra->number(1));
  const Expression &argument = get(*condition).argument;
  Monomial lead = argument.getLead().first;
  for (const auto &[monomial, coefficient] : std::map(rest.terms)) {
    Monomial others;
    llvm::copy_if(monomial, std::back_inserter(others), [&](auto factor) { return !llvm::is_contained(lead, factor); });
    Expression multiple(*algebra);
    multiple.add(others, coefficient);
    if (others.size() + lead.size() == monomial.size() && multiple.isPositive())
      rest = rest - multiple * argument;
  }
  return rest.isPositive();
}

double Expression::evaluate(llvm::ArrayRef<double> variables) const {
  double sum = 0;
  for (const auto &[monomial, coefficient] : terms) {
    double product = coefficient.middle();
    for (auto [atom, exponent] : monomial) {
      const Algebra::Atom &factor = get(atom);
      double argument = factor.argument.evaluate(variables);
      double value = 0;
      switch (factor.kind) {
      case Kind::Variable: value = variables[factor.variable]; break;
      case Kind::Exp: value = std::exp(argument); break;
      case Kind::Log: value = std::log(argument); break;
      case Kind::Erf: value = std::erf(argument); break;
      case Kind::Inverse: value = 1 / argument; break;
      case Kind::Step: value = argument > 0; break;
      }
      product *= std::pow(value, exponent);
    }
    sum += product;
  }
  return sum;
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

static Expression integerPower(const Expression &base, int exponent) {
  Expression factor = exponent < 0 ? inverse(base) : base;
  Expression result = constantLike(base, 1);
  for (int i = 0; i < std::abs(exponent); ++i)
    result = result * factor;
  return result;
}

namespace hysteron::act {

/// e^(n log t) is t^n.
Expression exp(const Expression &e) {
  return e.byCases([](const Expression &e) {
    Algebra &algebra = *e.algebra;
    Expression factor = algebra.number(1), rest(algebra);
    for (const auto &[monomial, coefficient] : e.terms) {
      auto integer = coefficient.getInteger();
      if (monomial.empty())
        factor = factor * algebra.number(hull({std::exp(coefficient.low), std::exp(coefficient.high)}));
      else if (integer && std::abs(*integer) <= 4 && monomial.size() == 1 && monomial[0].second == 1 &&
               e.get(monomial[0].first).kind == Expression::Kind::Log &&
               e.get(monomial[0].first).argument.isPositive())
        factor = factor * integerPower(e.get(monomial[0].first).argument, *integer);
      else
        rest.add(monomial, coefficient);
    }
    return rest.isZero() ? factor : factor * Expression::atom(algebra, Expression::Kind::Exp, rest);
  });
}

/// log(a e^-z + b) is log(a + b e^z) - z: exponents are written positive.
Expression log(const Expression &e) {
  return e.byCases([](const Expression &e) {
    Algebra &algebra = *e.algebra;
    if (auto number = e.getNumber()) {
      if (number->low > 0)
        return algebra.number(hull({std::log(number->low), std::log(number->high)}));
      algebra.failed = true;
    }
    if (auto common = e.getCommonExp()) {
      Expression exponent = e.get(*common).argument;
      if (e.terms.size() == 1 || exponent.getLead().second.high < 0)
        return exponent + log(e * exp(-exponent));
    }
    return Expression::atom(algebra, Expression::Kind::Log, e);
  });
}

Expression erf(const Expression &e) {
  return e.byCases([](const Expression &e) {
    Algebra &algebra = *e.algebra;
    if (auto number = e.getNumber())
      return algebra.number(hull({std::erf(number->low), std::erf(number->high)}));
    if (e.getLead().second.high < 0)
      return -erf(-e);
    return Expression::atom(algebra, Expression::Kind::Erf, e);
  });
}

/// 1 / (1 + b e^-z) is 1 - b / (e^z + b).
Expression inverse(const Expression &e) {
  return e.byCases([](const Expression &e) {
    Algebra &algebra = *e.algebra;
    if (e.isZero()) {
      algebra.failed = true;
      return e;
    }
    const auto &[monomial, coefficient] = *e.terms.begin();
    Expression scale = algebra.number(reciprocal(coefficient));
    if (e.terms.size() == 1) {
      for (auto [atom, exponent] : monomial) {
        const auto &factor = e.get(atom);
        Expression one = factor.kind == Expression::Kind::Exp       ? exp(-factor.argument)
                         : factor.kind == Expression::Kind::Inverse ? factor.argument
                                                                    : Expression(algebra);
        if (one.isZero()) {
          Expression base(algebra);
          base.add({{atom, 1}}, 1);
          one = Expression::atom(algebra, Expression::Kind::Inverse, base);
        }
        scale = scale * integerPower(one, exponent);
      }
      return scale;
    }
    Expression monic = scale * e;
    auto common = monic.getCommonExp();
    if (common && monomial.empty() && e.get(*common).argument.getLead().second.high < 0) {
      Expression growing = exp(-e.get(*common).argument);
      Expression one = algebra.number(1);
      Expression b = (monic - one) * growing;
      if (!b.getCommonExp())
        return scale * (one - b * inverse(growing + b));
    }
    return scale * Expression::atom(algebra, Expression::Kind::Inverse, monic);
  });
}

Expression step(const Expression &e) {
  return e.byCases([](const Expression &e) {
    Algebra &algebra = *e.algebra;
    if (auto number = e.getNumber())
      return number->low > 0 ? algebra.number(1) : Expression(algebra);
    if (e.isPositive())
      return algebra.number(1);
    if ((-e).isPositive())
      return Expression(algebra);
    Interval lead = e.getLead().second;
    if (lead.high < 0)
      return algebra.number(1) - step(-e);
    Expression argument = algebra.number(reciprocal(lead)) * e;
    return Expression::atom(algebra, Expression::Kind::Step, argument);
  });
}

// From here on log(1 + e^-z) is below half an ulp of f32 at 1.
static constexpr double linearFrom = 17;

/// Whether this becomes `other`, where the condition holds, by log(a + e^z) -> z
/// for large z, or -> log(a) for small z.
bool Expression::isAsymptote(const Expression &condition, const Expression &other) const {
  auto stepAtom = condition.find([](const Algebra::Atom &atom) { return atom.kind == Kind::Step; });
  if (!stepAtom)
    return false;
  Expression holds(*algebra), one = algebra->number(1);
  holds.add({{*stepAtom, 1}}, 1);
  bool complement = (condition - (one - holds)).isZero();
  if (!complement && !(condition - holds).isZero())
    return false;
  const Expression &border = get(*stepAtom).argument; // above or, as complement, below 0

  for (unsigned i = 0; i < algebra->atoms.size(); ++i) {
    if (get(i).kind != Kind::Log || !find([&](const Algebra::Atom &atom) { return &atom == &get(i); }))
      continue;
    Expression sum = get(i).argument;
    auto common = sum.getCommonExp();
    if (!common)
      continue;
    Expression z = get(*common).argument;
    Expression a = sum.substitute(*common, Expression(*algebra));
    if (!(sum - a - exp(z)).isZero() || !a.isPositive())
      continue;
    // z - log(a) = slope * border + distance
    Expression logA = log(a);
    Expression relative = z - logA;
    auto lead = relative.terms.find(border.getLead().first);
    if (lead == relative.terms.end())
      continue;
    auto distance = (relative - algebra->number(lead->second) * border).getNumber();
    bool grows = (lead->second.low > 0) != complement;
    if (!distance || (grows ? distance->middle() < linearFrom : distance->middle() > -linearFrom))
      continue;
    if ((substitute(i, grows ? z : logA) - other).isZero())
      return true;
  }
  return false;
}

Expression select(const Expression &condition, const Expression &a, const Expression &b) {
  if (b.isAsymptote(condition, a))
    return b;
  if (a.isAsymptote(constantLike(b, 1) - condition, b))
    return a;
  return b + condition * (a - b);
}

std::optional<Expression> pow(const Expression &a, const Expression &b) {
  if (auto number = b.getNumber())
    if (auto integer = number->getInteger(); integer && std::abs(*integer) <= 8)
      return integerPower(a, *integer);
  if (a.isPositive())
    return exp(b * log(a));
  return std::nullopt;
}

} // namespace hysteron::act
