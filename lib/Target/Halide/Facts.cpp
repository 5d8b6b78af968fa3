//===- Facts.cpp - What is known about variables --------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

#include <mlir/Analysis/Presburger/Simplex.h>
#include <mlir/Analysis/Presburger/Utils.h>

using namespace hysteron::halide;
using namespace ::Halide::Internal;
using ::Halide::Expr;

/// Minima and maxima that one proof tells cases of.
static constexpr size_t kMostChoices = 8;

namespace {
class IsFixed : public IRVisitor {
public:
  bool is = true;

private:
  using IRVisitor::visit;
  void visit(const Load *) override { is = false; }
  void visit(const Call *op) override {
    is &= op->is_pure();
    IRVisitor::visit(op);
  }
};

/// A number that is a sum of terms, with a factor each, and a constant. A term is what is
/// not a sum itself.
struct Sum {
  Sum() = default;
  explicit Sum(const Expr &expr) { add(expr, llvm::DynamicAPInt(1)); }
  void add(const Expr &expr, const llvm::DynamicAPInt &factor);

  std::map<Expr, llvm::DynamicAPInt, IRDeepCompare> terms;
  llvm::DynamicAPInt constant;
};

/// Numbers that are at least 0, and what follows from the terms' own meaning.
class Inequalities {
public:
  explicit Inequalities(const std::map<std::string, Interval> &loops) : loops(loops) {}
  void addAtLeast0(const Sum &number);
  /// False also where that is not seen.
  bool areImpossible() const;

private:
  using Row = llvm::SmallVector<llvm::DynamicAPInt>;
  /// Of a number that is at least 0 and at most so much.
  void addUpTo(const Sum &number, int64_t most);
  void addMeaning(const Expr &term);
  Row rowOf(const Sum &number) const;
  bool areImpossible(mlir::presburger::Simplex &simplex, llvm::ArrayRef<std::pair<Sum, Sum>> choices) const;

  const std::map<std::string, Interval> &loops;
  std::map<Expr, unsigned, IRDeepCompare> terms;
  std::vector<Sum> numbers;
  /// Pairs of which one is at least 0.
  std::vector<std::pair<Sum, Sum>> choices;
};
} // namespace

void Sum::add(const Expr &expr, const llvm::DynamicAPInt &factor) {
  auto *product = expr.as<Mul>();
  if (auto number = as_const_int(expr)) {
    constant += factor * *number;
  } else if (auto scale = product ? as_const_int(product->b) : std::nullopt) {
    add(product->a, factor * *scale);
  } else if (auto *sum = expr.as<Add>()) {
    add(sum->a, factor);
    add(sum->b, factor);
  } else if (auto *difference = expr.as<Sub>()) {
    add(difference->a, factor);
    add(difference->b, -factor);
  } else {
    auto [it, isNew] = terms.try_emplace(expr);
    it->second += factor;
    if (it->second == 0)
      terms.erase(it);
  }
}

/// a - factor * b
static Sum difference(const Expr &a, const Expr &b, int64_t factor = 1) {
  Sum sum(a);
  sum.add(b, llvm::DynamicAPInt(-factor));
  return sum;
}

void Inequalities::addAtLeast0(const Sum &number) {
  numbers.push_back(number);
  for (auto &[term, factor] : number.terms)
    if (terms.try_emplace(term, terms.size()).second)
      addMeaning(term);
}

void Inequalities::addUpTo(const Sum &number, int64_t most) {
  Sum rest;
  for (auto &[term, factor] : number.terms)
    rest.terms[term] = -factor;
  rest.constant = most - number.constant;
  addAtLeast0(number);
  addAtLeast0(rest);
}

void Inequalities::addMeaning(const Expr &term) {
  auto addChoice = [&](const Sum &a, const Sum &b) {
    // What is not known of a choice leaves more possible.
    if (choices.size() < kMostChoices)
      choices.emplace_back(a, b);
  };
  auto *variable = term.as<Variable>();
  auto *quotient = term.as<Div>();
  auto *remainder = term.as<Mod>();
  if (auto loop = variable ? loops.find(variable->name) : loops.end(); loop != loops.end()) {
    if (loop->second.has_lower_bound())
      addAtLeast0(difference(term, loop->second.min));
    if (loop->second.has_upper_bound())
      addAtLeast0(difference(loop->second.max, term));
  } else if (auto *min = term.as<Min>()) {
    addAtLeast0(difference(min->a, term));
    addAtLeast0(difference(min->b, term));
    addChoice(difference(term, min->a), difference(term, min->b));
  } else if (auto *max = term.as<Max>()) {
    addAtLeast0(difference(term, max->a));
    addAtLeast0(difference(term, max->b));
    addChoice(difference(max->a, term), difference(max->b, term));
  } else if (auto divisor = quotient ? as_const_int(quotient->b) : std::nullopt; divisor && *divisor > 0) {
    // 0 <= a - d (a / d) <= d - 1
    addUpTo(difference(quotient->a, term, *divisor), *divisor - 1);
  } else if (auto divisor = remainder ? as_const_int(remainder->b) : std::nullopt; divisor && *divisor > 0) {
    // a - d (a / d) - a % d = 0
    Sum nothing = difference(remainder->a, Div::make(remainder->a, remainder->b), *divisor);
    nothing.add(term, llvm::DynamicAPInt(-1));
    addUpTo(nothing, 0);
  }
}

Inequalities::Row Inequalities::rowOf(const Sum &number) const {
  Row row(terms.size() + 1);
  for (auto &[term, factor] : number.terms)
    row[terms.at(term)] = factor;
  row.back() = number.constant;
  // Terms are integers: 2 x >= 1 is x >= 1.
  if (auto divisor = mlir::presburger::gcdRange(llvm::ArrayRef(row).drop_back()); divisor > 1) {
    for (llvm::DynamicAPInt &factor : llvm::MutableArrayRef(row).drop_back())
      factor /= divisor;
    row.back() = floorDiv(row.back(), divisor);
  }
  return row;
}

bool Inequalities::areImpossible() const {
  mlir::presburger::Simplex simplex(terms.size());
  for (const Sum &number : numbers)
    simplex.addInequality(rowOf(number));
  return areImpossible(simplex, choices);
}

bool Inequalities::areImpossible(mlir::presburger::Simplex &simplex,
                                 llvm::ArrayRef<std::pair<Sum, Sum>> choices) const {
  if (simplex.isEmpty() || choices.empty())
    return simplex.isEmpty();
  auto fails = [&](const Sum &number) {
    mlir::presburger::SimplexRollbackScopeExit rollback(simplex);
    simplex.addInequality(rowOf(number));
    return areImpossible(simplex, choices.drop_front());
  };
  return fails(choices.front().first) && fails(choices.front().second);
}

static bool isFixed(const Expr &expr) {
  IsFixed fixed;
  expr.accept(&fixed);
  return fixed.is;
}

bool Facts::isIndex(const Expr &expr) {
  // In Halide narrower ones wrap.
  return expr.type().is_int() && expr.type().bits() >= 32 && isFixed(expr);
}

void Facts::addName(const std::string &name, const Expr &value) {
  loops.erase(name);
  // Others stay as they are: variables.
  if (isIndex(value) || (value.type().is_bool() && isFixed(value)))
    names[name] = expand(value);
  else
    names.erase(name);
}

void Facts::addLoop(const std::string &name, const Interval &values) {
  names.erase(name);
  loops[name] = values;
}

void Facts::addLoop(const For *loop) {
  Expr min = expand(loop->min);
  addLoop(loop->name, Interval(min, simplify(min + expand(loop->extent) - 1)));
}

const std::string *Facts::find(const Expr &value) const {
  Expr expanded = expand(value);
  for (auto &[name, other] : names)
    if (value.type() == other.type() && areSame(expanded, other))
      return &name;
  return nullptr;
}

Expr Facts::expand(const Expr &expr) const { return simplify(substitute(names, expr)); }

Expr Facts::gather(const Expr &index) const {
  Expr expanded = expand(index);
  Sum sum(expanded);
  Expr result = make_zero(index.type());
  auto add = [&](const Expr &term, const llvm::DynamicAPInt &factor) {
    if (factor > INT32_MAX || factor < INT32_MIN)
      return false;
    result += term * make_const(index.type(), int64_t(factor));
    return true;
  };
  for (auto &[term, factor] : sum.terms)
    if (!add(term, factor))
      return expanded;
  return add(make_one(index.type()), sum.constant) ? simplify(result) : expanded;
}

bool Facts::isAtMost(const Expr &a, const Expr &b) const {
  // By whatever is known, b < a is impossible.
  Sum excess = difference(a, b);
  excess.constant -= 1;
  if (excess.terms.empty())
    return excess.constant < 0;
  Inequalities inequalities(loops);
  inequalities.addAtLeast0(excess);
  return inequalities.areImpossible();
}

bool Facts::isTrue(const Expr &condition) const { return isKnown(expand(condition), true); }
bool Facts::isFalse(const Expr &condition) const { return isKnown(expand(condition), false); }

bool Facts::isKnown(const Expr &condition, bool value) const {
  if (auto *negated = condition.as<Not>())
    return isKnown(negated->a, !value);
  if (auto *both = condition.as<And>())
    return value ? isKnown(both->a, true) && isKnown(both->b, true)
                 : isKnown(both->a, false) || isKnown(both->b, false);
  if (auto *either = condition.as<Or>())
    return value ? isKnown(either->a, true) || isKnown(either->b, true)
                 : isKnown(either->a, false) && isKnown(either->b, false);
  if (auto *less = condition.as<LT>())
    return isIndex(less->a) && (value ? isAtMost(less->a + 1, less->b) : isAtMost(less->b, less->a));
  if (auto *most = condition.as<LE>())
    return isIndex(most->a) && (value ? isAtMost(most->a, most->b) : isAtMost(most->b + 1, most->a));
  return value ? is_const_one(condition) : is_const_zero(condition);
}

bool Facts::areSame(const Expr &a, const Expr &b) const {
  return equal(a, b) || (isAtMost(a, b) && isAtMost(b, a));
}
bool Facts::isEqual(const Expr &a, const Expr &b) const { return areSame(expand(a), expand(b)); }

bool Facts::isBefore(const Interval &a, const Interval &b) const {
  return a.has_upper_bound() && b.has_lower_bound() && isAtMost(a.max + 1, b.min);
}
