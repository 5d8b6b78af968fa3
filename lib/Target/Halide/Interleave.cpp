//===- Interleave.cpp - Several iterations of a loop at once --------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (r, 0, n)
//     y[16 r ... 16 r + 15] = f(x[16 r ... 16 r + 15])
//     s[0 ... 15] += g(x[16 r ... 16 r + 15])
//
// becomes, for two iterations at once,
//
//   for (r, 0, n / 2)
//     y[32 r ... 32 r + 31] = f(x[32 r ... 32 r + 31])
//     t = g(x[32 r ... 32 r + 31])
//     s[0 ... 15] += t[0 ... 15]
//     s[0 ... 15] += t[16 ... 31]
//   for (r, n / 2 * 2, n % 2)
//     as before
//
// Loads of all iterations are now before the stores of any: a loop that loads from a buffer
// that it stores to, other than to add to it, stays as it is. (A kernel that may write over
// its input reads each element in its own place only.)
//
//===----------------------------------------------------------------------===//

#include "Interleave.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <map>
#include <set>

using namespace hysteron::halide;
using namespace ::Halide::Internal;
using ::Halide::Expr;
using ::Halide::Type;

namespace {
/// How often a statement names a buffer.
class CountAccesses final : public IRVisitor {
public:
  std::map<std::string, int> loads, stores;

private:
  using IRVisitor::visit;
  void visit(const Load *op) override {
    ++loads[op->name];
    IRVisitor::visit(op);
  }
  void visit(const Store *op) override {
    ++stores[op->name];
    IRVisitor::visit(op);
  }
};

/// Makes of what one iteration computes what several do.
class Iterations final : public IRGraphMutator {
public:
  Iterations(const For *loop, const std::string &name, int count) : loop(loop), count(count) {
    Expr first = loop->min + Variable::make(loop->min.type(), name) * count;
    for (int number = 0; number < count; ++number)
      numbers.push_back(first + number);
  }

  Stmt widen(const Stmt &stmt);
  bool succeeds() const {
    CountAccesses counts;
    loop->body.accept(&counts);
    // What is stored is not loaded but to be added to, once.
    return can && llvm::all_of(counts.stores, [&](auto &store) {
             auto [name, stores] = store;
             return counts.loads[name] == 0 || (sums.count(name) && counts.loads[name] == 1 && stores == 1);
           });
  }

private:
  using IRGraphMutator::visit;

  Type wide(Type type) const { return type.is_scalar() ? type : type.with_lanes(type.lanes() * count); }
  std::string nameOf(const std::string &name) const { return name + ".all"; }
  /// A scalar or an index in the iteration of this number.
  Expr inIteration(const Expr &expr, int number) const {
    Expr resolved = substitute_in_all_lets(substitute(scalars, expr));
    return simplify(substitute(loop->name, numbers[number], resolved));
  }
  bool varies(const Expr &expr) const { return expr_uses_var(substitute(scalars, expr), loop->name); }
  Expr refuse(const Expr &expr) {
    can = false;
    return make_zero(wide(expr.type()));
  }

  /// A ramp as one, if the iterations' are next to each other.
  Expr widenRamp(const Expr &index) const;
  Stmt widenStore(const Store *op);

  /// What is a vector in each iteration, the same in all of them.
  Expr repeat(const Expr &expr) const { return Shuffle::make_concat(std::vector<Expr>(count, expr)); }
  Expr visit(const Variable *op) override {
    if (op->type.is_scalar())
      return op;
    return vectors.count(op->name) ? Variable::make(wide(op->type), nameOf(op->name)) : repeat(op);
  }
  Expr visit(const Let *op) override { return refuse(op); }
  Expr visit(const Load *op) override;
  Expr visit(const Broadcast *op) override;
  Expr visit(const Cast *op) override { return Cast::make(wide(op->type), mutate(op->value)); }
  Expr visit(const Reinterpret *op) override {
    return op->type.lanes() == op->value.type().lanes() ? Reinterpret::make(wide(op->type), mutate(op->value))
                                                        : refuse(op);
  }
  Expr visit(const Call *op) override {
    return op->is_pure() ? Call::make(wide(op->type), op->name, mutate(op->args), op->call_type) : refuse(op);
  }
  Expr visit(const Ramp *op) override { return refuse(op); }
  Expr visit(const Shuffle *op) override { return refuse(op); }
  Expr visit(const VectorReduce *op) override { return refuse(op); }

  const For *loop;
  int count;
  std::vector<Expr> numbers;
  /// Named values in the loop: scalars that are not the same in all iterations, and vectors.
  std::map<std::string, Expr> scalars;
  std::set<std::string> vectors;
  /// The buffers that something is added to.
  std::set<std::string> sums;
  bool can = true;
};
} // namespace

Expr Iterations::visit(const Broadcast *op) {
  if (!op->value.type().is_scalar())
    return refuse(op);
  if (!varies(op->value))
    return Broadcast::make(op->value, op->lanes * count);
  std::vector<Expr> parts;
  for (int number = 0; number < count; ++number)
    parts.push_back(Broadcast::make(inIteration(op->value, number), op->lanes));
  return Shuffle::make_concat(parts);
}

Expr Iterations::widenRamp(const Expr &index) const {
  auto *ramp = index.as<Ramp>();
  if (!ramp || !ramp->base.type().is_scalar() || !is_const_one(ramp->stride))
    return Expr();
  Expr first = inIteration(ramp->base, 0);
  for (int number = 1; number < count; ++number)
    if (!is_const(simplify(inIteration(ramp->base, number) - first), ramp->lanes * number))
      return Expr();
  return Ramp::make(first, ramp->stride, ramp->lanes * count);
}

Expr Iterations::visit(const Load *op) {
  if (op->type.is_scalar())
    return varies(op) ? refuse(op) : op;
  if (!is_const_one(op->predicate))
    return refuse(op);
  if (!varies(op->index))
    return repeat(op);
  Expr index = widenRamp(op->index);
  return index.defined() ? Load::make(wide(op->type), op->name, index, op->image, op->param,
                                      const_true(wide(op->type).lanes()), op->alignment)
                         : refuse(op);
}

Stmt Iterations::widen(const Stmt &stmt) {
  if (auto *block = stmt.as<Block>()) {
    Stmt first = widen(block->first);
    return Block::make(first, widen(block->rest));
  }
  if (auto *let = stmt.as<LetStmt>()) {
    if (let->value.type().is_scalar() && !varies(let->value))
      return LetStmt::make(let->name, let->value, widen(let->body));
    if (let->value.type().is_scalar()) {
      scalars[let->name] = substitute(scalars, let->value);
      return widen(let->body);
    }
    Expr value = mutate(let->value);
    vectors.insert(let->name);
    return LetStmt::make(nameOf(let->name), value, widen(let->body));
  }
  if (auto *store = stmt.as<Store>())
    return widenStore(store);
  can = false;
  return stmt;
}

Stmt Iterations::widenStore(const Store *op) {
  int lanes = op->value.type().lanes();
  if (lanes == 1 || !is_const_one(op->predicate)) {
    can = false;
    return op;
  }
  if (Expr index = widenRamp(op->index); index.defined())
    return Store::make(op->name, mutate(op->value), index, op->param, const_true(lanes * count), op->alignment);
  // Something is added to what is in a place that stays the same.
  auto *sum = op->value.as<Call>();
  auto *old = sum && sum->is_pure() && sum->args.size() == 2 ? sum->args[0].as<Load>() : nullptr;
  if (!old || old->name != op->name || !equal(old->index, op->index) || varies(op->index)) {
    can = false;
    return op;
  }
  sums.insert(op->name);
  std::string name = op->name + ".terms";
  Expr terms = Variable::make(sum->args[1].type().with_lanes(lanes * count), name);
  std::vector<Stmt> stores;
  for (int number = 0; number < count; ++number) {
    Expr term = Shuffle::make_slice(terms, number * lanes, 1, lanes);
    Expr value = Call::make(sum->type, sum->name, {sum->args[0], term}, sum->call_type);
    stores.push_back(Store::make(op->name, value, op->index, op->param, op->predicate, op->alignment));
  }
  return LetStmt::make(name, mutate(sum->args[1]), Block::make(stores));
}

int Interleave::countFor(const std::string &name) const {
  // Loops that were fused have the names of all of them, each as func.s<stage>.<vars>.
  llvm::SmallVector<llvm::StringRef> parts;
  llvm::StringRef(name).split(parts, '.');
  for (const Interleaved &loop : loops) {
    auto stage = std::adjacent_find(parts.begin(), parts.end(), [&](llvm::StringRef func, llvm::StringRef stage) {
      return func == loop.func && stage == "s" + std::to_string(loop.stage);
    });
    if (std::find(stage, parts.end(), loop.var) != parts.end())
      return loop.count;
  }
  return 1;
}

Stmt Interleave::visit(const For *op) {
  int count = countFor(op->name);
  if (count == 1 || op->for_type != ForType::Serial)
    return IRMutator::visit(op);
  std::string name = op->name + ".all";
  Iterations iterations(op, name, count);
  Stmt body = iterations.widen(op->body);
  if (!iterations.succeeds())
    return IRMutator::visit(op);
  Expr groups = simplify(max(op->extent, 0) / count);
  auto loop = [&](const std::string &name, const Expr &min, const Expr &extent, const Stmt &body) {
    return For::make(name, simplify(min), simplify(extent), op->for_type, op->partition_policy, op->device_api, body);
  };
  return Block::make(loop(name, 0, groups, body),
                     loop(op->name, op->min + groups * count, op->extent - groups * count, op->body));
}
