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
// that it stores to stays as it is, unless it only adds to what is in the same place. (A
// kernel that may write over its input reads each element in its own place only.)
//
// In the threads of a device, which have no vectors, this is the order of the instructions:
// those of all iterations for one value, then for the next.
//
//===----------------------------------------------------------------------===//

#include "Interleave.h"
#include "Accesses.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

using namespace hysteron::halide;
using namespace ::Halide::Internal;
using ::Halide::Expr;
using ::Halide::Type;

namespace {
/// Makes of what one iteration computes what several do.
class Iterations final : public IRGraphMutator {
public:
  /// The new loop's variable has this name.
  Iterations(const For *loop, const std::string &name, int count, bool areThreads)
      : loop(loop), count(count), areThreads(areThreads), accesses(loop->body) {
    Expr first = loop->min + Variable::make(loop->min.type(), name) * count;
    for (int number = 0; number < count; ++number)
      numbers.push_back(first + number);
  }

  Stmt widen(const Stmt &stmt);
  bool succeeds() const;

private:
  using IRGraphMutator::mutate;
  using IRGraphMutator::visit;

  Type wide(Type type) const { return type.with_lanes(type.lanes() * count); }
  static std::string nameOf(const std::string &name) { return name + ".all"; }
  /// Without names of what varies but those of vectors.
  Expr resolved(const Expr &expr) const { return substitute(scalars, expr); }
  Expr inIteration(const Expr &expr, int number) const {
    return simplify(substitute(loop->name, numbers[number], resolved(expr)));
  }
  int loadsOf(const std::string &buffer) const {
    auto found = accesses.loads.find(buffer);
    return found == accesses.loads.end() ? 0 : found->second;
  }
  bool usesVectors(const Expr &expr) const { return expr_uses_vars(resolved(expr), vectors); }
  bool varies(const Expr &expr) const { return expr_uses_var(resolved(expr), loop->name) || usesVectors(expr); }
  Expr refuse(const Expr &expr) {
    can = false;
    return make_zero(isWidened(expr.type()) ? wide(expr.type()) : expr.type());
  }
  /// A vector's value in each iteration, one after the other.
  Expr each(const Expr &expr);
  /// A ramp as one, if the iterations' are next to each other.
  Expr widenRamp(const Expr &index) const;
  template <typename LetOrLetStmt, typename WidenBody>
  auto widenLet(const LetOrLetStmt *op, WidenBody widenBody) -> decltype(widenBody());
  Stmt widenStore(const Store *op);

  /// Whether the values of all iterations become one vector.
  bool isWidened(Type type) const { return type.is_vector() || areThreads; }
  Expr mutate(const Expr &expr) override {
    if (expr.type().is_vector())
      return IRGraphMutator::mutate(expr);
    if (areThreads)
      return varies(expr) ? IRGraphMutator::mutate(expr) : Broadcast::make(expr, count);
    return varies(expr) ? refuse(expr) : expr;
  }
  Expr visit(const Variable *op) override {
    return vectors.contains(op->name) ? Variable::make(wide(op->type), nameOf(op->name)) : each(op);
  }
  Expr visit(const Load *op) override;
  Expr visit(const Broadcast *op) override {
    return op->value.type().is_scalar() && !varies(op->value) ? Broadcast::make(op->value, op->lanes * count) : each(op);
  }
  Expr visit(const Cast *op) override { return Cast::make(wide(op->type), mutate(op->value)); }
  Expr visit(const Reinterpret *op) override {
    return op->type.lanes() == op->value.type().lanes() ? Reinterpret::make(wide(op->type), mutate(op->value))
                                                        : refuse(op);
  }
  Expr visit(const Call *op) override {
    return op->is_pure() ? Call::make(wide(op->type), op->name, mutate(op->args), op->call_type) : refuse(op);
  }
  Expr visit(const Ramp *op) override { return each(op); }
  Expr visit(const Let *op) override { return widenLet(op, [&] { return mutate(op->body); }); }
  Expr visit(const Shuffle *op) override { return refuse(op); }
  Expr visit(const VectorReduce *op) override { return refuse(op); }

  const For *loop;
  int count;
  bool areThreads;
  AccessCounts accesses;
  std::vector<Expr> numbers;
  /// Named values in the loop: scalars that are not the same in all iterations, and vectors.
  std::map<std::string, Expr> scalars;
  Scope<> vectors;
  /// The statement at hand.
  const Store *store = nullptr;
  /// The buffers that are loaded from only where they are then stored to.
  std::set<std::string> updated;
  bool can = true;
};
} // namespace

bool Iterations::succeeds() const {
  return can && llvm::all_of(accesses.stores, [&](auto &entry) {
           return entry.second == 1 && loadsOf(entry.first) == int(updated.count(entry.first));
         });
}

Expr Iterations::each(const Expr &expr) {
  if (usesVectors(expr))
    return refuse(expr);
  std::vector<Expr> parts;
  for (int number = 0; number < count; ++number)
    parts.push_back(inIteration(expr, number));
  return Shuffle::make_concat(parts);
}

Expr Iterations::widenRamp(const Expr &index) const {
  auto *ramp = index.as<Ramp>();
  bool isDense = ramp && ramp->base.type().is_scalar() && is_const_one(ramp->stride);
  if (index.type().is_vector() && !isDense)
    return Expr();
  const Expr &base = ramp ? ramp->base : index;
  Expr first = inIteration(base, 0);
  for (int number = 1; number < count; ++number)
    if (!is_const(simplify(inIteration(base, number) - first), index.type().lanes() * number))
      return Expr();
  return Ramp::make(first, make_one(first.type()), index.type().lanes() * count);
}

Expr Iterations::visit(const Load *op) {
  if (!is_const_one(op->predicate))
    return refuse(op);
  if (store && op->name == store->name && equal(op->index, store->index))
    updated.insert(op->name);
  Expr index = widenRamp(op->index);
  if (!index.defined())
    return each(op);
  auto load = [&](const Expr &index, const ModulusRemainder &alignment) {
    int lanes = index.type().lanes();
    return Load::make(op->type.with_lanes(lanes), op->name, index, op->image, op->param, const_true(lanes), alignment);
  };
  if (!areThreads)
    return load(index, op->alignment);
  // A thread reads at most 128 bits at a time, where that is aligned: in memory of the
  // kernel's own.
  int all = index.type().lanes(), lanes = std::min(all, op->param.defined() ? 1 : 128 / op->type.bits());
  std::vector<Expr> parts;
  for (int first = 0; first < all; first += lanes) {
    Expr base = simplify(index.as<Ramp>()->base + first);
    int some = std::min(lanes, all - first);
    parts.push_back(some == 1 ? load(base, {})
                              : load(Ramp::make(base, make_one(base.type()), some), modulus_remainder(base)));
  }
  return Shuffle::make_concat(parts);
}

template <typename LetOrLetStmt, typename WidenBody>
auto Iterations::widenLet(const LetOrLetStmt *op, WidenBody widenBody) -> decltype(widenBody()) {
  if (op->value.type().is_scalar() && !varies(op->value))
    return LetOrLetStmt::make(op->name, op->value, widenBody());
  // Threads need indices one by one.
  if (!isWidened(op->value.type()) || (areThreads && op->value.type().is_int() && !usesVectors(op->value))) {
    scalars[op->name] = resolved(op->value);
    return widenBody();
  }
  Expr value = mutate(op->value);
  vectors.push(op->name);
  return LetOrLetStmt::make(nameOf(op->name), value, widenBody());
}

Stmt Iterations::widen(const Stmt &stmt) {
  if (auto *block = stmt.as<Block>()) {
    Stmt first = widen(block->first);
    return Block::make(first, widen(block->rest));
  }
  if (auto *let = stmt.as<LetStmt>())
    return widenLet(let, [&] { return widen(let->body); });
  auto *op = stmt.as<Store>();
  if (!op || !isWidened(op->value.type()) || !is_const_one(op->predicate)) {
    can = false;
    return stmt;
  }
  ScopedValue<const Store *> here(store, op);
  return widenStore(op);
}

Stmt Iterations::widenStore(const Store *op) {
  int lanes = op->value.type().lanes();
  if (Expr index = widenRamp(op->index); index.defined())
    return Store::make(op->name, mutate(op->value), index, op->param, const_true(lanes * count), op->alignment);
  // Something is added to what is in a place that stays the same.
  // Loads are now before all stores: none may be of what another iteration stores.
  if (areThreads && varies(op->index) && !loadsOf(op->name))
    return Store::make(op->name, mutate(op->value), each(op->index), op->param, const_true(lanes * count), op->alignment);
  auto *sum = op->value.as<Call>();
  auto isOld = [&](const Expr &expr) {
    auto *load = expr.as<Load>();
    return load && load->name == op->name && equal(load->index, op->index) && is_const_one(load->predicate);
  };
  size_t old = sum && sum->args.size() == 2 && isOld(sum->args[1]);
  if (!sum || !sum->is_pure() || sum->args.size() != 2 || !isOld(sum->args[old]) || varies(op->index)) {
    can = false;
    return op;
  }
  updated.insert(op->name);
  const Expr &added = sum->args[1 - old];
  std::string name = op->name + ".terms";
  Expr terms = Variable::make(wide(added.type()), name);
  std::vector<Stmt> stores;
  for (int number = 0; number < count; ++number) {
    std::vector<Expr> args = sum->args;
    args[1 - old] = Shuffle::make_slice(terms, number * lanes, 1, lanes);
    Expr value = Call::make(sum->type, sum->name, args, sum->call_type);
    stores.push_back(Store::make(op->name, value, op->index, op->param, op->predicate, op->alignment));
  }
  return LetStmt::make(name, mutate(added), Block::make(stores));
}

int Interleave::countFor(const std::string &name) const {
  // Loops that were fused have the names of all of them, each as func.s<stage>.<vars>.
  for (const Interleaved &loop : loops) {
    std::string stage = loop.func + ".s" + std::to_string(loop.stage) + ".", var = "." + loop.var + ".";
    size_t at = ("." + name).find("." + stage);
    if (at != std::string::npos && (name + ".").find(var, at + stage.size() - 1) != std::string::npos)
      return loop.count;
  }
  return 1;
}

Stmt Interleave::visit(const For *op) {
  int count = countFor(op->name);
  Expr extent = simplify(max(op->extent, 0));
  // A loop that has few iterations still has some at once.
  if (auto known = as_const_int(extent))
    while (count > *known && count > 1)
      count /= 2;
  if (count <= 1 || op->for_type != ForType::Serial)
    return IRMutator::visit(op);
  std::string name = op->name + ".all";
  Iterations iterations(op, name, count, areThreads);
  Stmt body = iterations.widen(op->body);
  if (!iterations.succeeds())
    return IRMutator::visit(op);
  Expr groups = simplify(extent / count), left = simplify(op->extent - groups * count);
  auto loop = [&](const std::string &name, const Expr &min, const Expr &extent, const Stmt &body) {
    return For::make(name, simplify(min), extent, op->for_type, op->partition_policy, op->device_api, body);
  };
  Stmt all = loop(name, 0, groups, body);
  return is_const_zero(left) ? all : Block::make(all, loop(op->name, op->min + groups * count, left, op->body));
}
