//===- Facts.cpp - What is known about variables --------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

using namespace hysteron::halide;
using namespace ::Halide::Internal;
using ::Halide::Expr;

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

/// Halide's simplifier keeps x - y * 2 and x + y * -2 apart.
class Subtract : public IRMutator {
  using IRMutator::visit;
  Expr visit(const Add *op) override {
    auto *product = op->b.as<Mul>();
    auto factor = product ? as_const_int(product->b) : std::nullopt;
    if (!factor || *factor >= 0)
      return IRMutator::visit(op);
    return mutate(op->a) - mutate(product->a) * make_const(op->type, -*factor);
  }
};
} // namespace

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
  for (auto &[name, other] : names)
    if (value.type() == other.type() && isEqual(value, other))
      return &name;
  return nullptr;
}

Expr Facts::expand(const Expr &expr) const { return Subtract().mutate(simplify(substitute(names, expr))); }

static void addTerms(const Expr &expr, int64_t factor, std::map<Expr, int64_t, IRDeepCompare> &terms) {
  auto *product = expr.as<Mul>();
  auto scale = product ? as_const_int(product->b) : std::nullopt;
  if (scale) {
    addTerms(product->a, factor * *scale, terms);
  } else if (auto *add = expr.as<Add>()) {
    addTerms(add->a, factor, terms);
    addTerms(add->b, factor, terms);
  } else if (auto *sub = expr.as<Sub>()) {
    addTerms(sub->a, factor, terms);
    addTerms(sub->b, -factor, terms);
  } else {
    terms[expr] += factor;
  }
}

/// A sum with each of its terms once, which the simplifier does not always see.
static Expr gatherTerms(const Expr &expr) {
  std::map<Expr, int64_t, IRDeepCompare> terms;
  addTerms(expr, 1, terms);
  for (auto &[term, factor] : terms)
    if (factor != int32_t(factor))
      return expr;
  Expr sum = make_zero(expr.type());
  for (auto &[term, factor] : terms)
    sum += term * make_const(expr.type(), factor);
  return simplify(sum);
}

Expr Facts::gather(const Expr &index) const { return gatherTerms(expand(index)); }

/// min(x, y) + z as min(x + z, y + z).
static Expr spread(const Expr &expr) {
  auto *add = expr.as<Add>();
  if (auto *min = add ? add->a.as<Min>() : nullptr)
    return Min::make(simplify(min->a + add->b), simplify(min->b + add->b));
  if (auto *max = add ? add->a.as<Max>() : nullptr)
    return Max::make(simplify(max->a + add->b), simplify(max->b + add->b));
  return expr;
}

/// The divisor of the only quotient in a sum, or nothing.
static std::optional<int64_t> divisorOf(const Expr &expr) {
  if (auto *add = expr.as<Add>()) {
    auto a = divisorOf(add->a), b = divisorOf(add->b);
    return a && b ? std::nullopt : a ? a : b;
  }
  if (auto *sub = expr.as<Sub>())
    return divisorOf(sub->b) ? std::nullopt : divisorOf(sub->a);
  auto *quotient = expr.as<Div>();
  auto divisor = quotient ? as_const_int(quotient->b) : std::nullopt;
  return divisor && *divisor > 0 ? divisor : std::nullopt;
}

/// x / d + y as what d divides: x + d y.
static Expr dividend(const Expr &expr, int64_t divisor) {
  if (!divisorOf(expr))
    return expr * make_const(expr.type(), divisor);
  if (auto *add = expr.as<Add>())
    return dividend(add->a, divisor) + dividend(add->b, divisor);
  if (auto *sub = expr.as<Sub>())
    return dividend(sub->a, divisor) - dividend(sub->b, divisor);
  return expr.as<Div>()->a;
}

/// Halide's prover does not look into minima, maxima and quotients.
bool Facts::isAtMost(Expr a, Expr b) const {
  a = spread(a);
  b = spread(b);
  if (auto *max = a.as<Max>())
    return isAtMost(max->a, b) && isAtMost(max->b, b);
  if (auto *min = b.as<Min>())
    return isAtMost(a, min->a) && isAtMost(a, min->b);
  if (auto *min = a.as<Min>(); min && (isAtMost(min->a, b) || isAtMost(min->b, b)))
    return true;
  if (auto *max = b.as<Max>(); max && (isAtMost(a, max->a) || isAtMost(a, max->b)))
    return true;
  Scope<Interval> scope;
  for (auto &[name, values] : loops)
    scope.push(name, values);
  auto range = [&](const Expr &expr) { return bounds_of_expr_in_scope(simplify(expr), scope); };
  auto isProved = [](const Interval &x, const Interval &y) {
    return x.has_upper_bound() && y.has_lower_bound() && can_prove(simplify(simplify(y.min) - simplify(x.max)) >= 0);
  };
  // Either may be the one that the simplifier sees.
  if (isProved(Interval::single_point(0), range(b - a)) || isProved(range(a), range(b)))
    return true;
  auto left = divisorOf(a), right = divisorOf(b), divisor = left ? left : right;
  if (!divisor || (left && right && *left != *right))
    return false;
  return isProved(Interval::single_point(0), range(gatherTerms(dividend(b, *divisor) - dividend(a, *divisor))));
}

bool Facts::isTrue(const Expr &condition) const {
  Expr known = expand(condition);
  if (auto *both = known.as<And>())
    return isTrue(both->a) && isTrue(both->b);
  if (auto *less = known.as<LT>())
    return isIndex(less->a) && isAtMost(simplify(less->a + 1), less->b);
  if (auto *most = known.as<LE>())
    return isIndex(most->a) && isAtMost(most->a, most->b);
  return is_const_one(known);
}

bool Facts::isEqual(const Expr &a, const Expr &b) const {
  Expr x = expand(a), y = expand(b);
  return equal(x, y) || (isAtMost(x, y) && isAtMost(y, x));
}

bool Facts::isBefore(const Interval &a, const Interval &b) const {
  return a.has_upper_bound() && b.has_lower_bound() && isAtMost(simplify(a.max + 1), simplify(b.min));
}
