//===- SplitPairs.cpp - Vectors of 16-bit numbers, two in a word ----------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include <set>

using namespace hysteron::halide;
using namespace ::Halide::Internal;
using ::Halide::Expr;
using ::Halide::Type;
using ::Halide::UInt;

/// Whether an access is to whole words of two numbers each, and to several.
static bool isPairs(Type type, const Expr &index, const Expr &predicate) {
  auto *ramp = index.as<Ramp>();
  return type.element_of() == UInt(16) && type.lanes() >= 4 && type.lanes() % 2 == 0 && ramp &&
         is_const_one(ramp->stride) && is_const_one(predicate);
}

/// Whether a statement is named values and stores of such vectors, and no more.
static bool storesPairs(const Stmt &stmt) {
  if (auto *block = stmt.as<Block>())
    return storesPairs(block->first) && storesPairs(block->rest);
  if (auto *let = stmt.as<LetStmt>())
    return storesPairs(let->body);
  auto *store = stmt.as<Store>();
  return store && isPairs(store->value.type(), store->index, store->predicate);
}

/// How far apart the two numbers in a word are.
static Expr sixteen(int lanes) { return Broadcast::make(UIntImm::make(UInt(32), 16), lanes); }

namespace {
/// Makes of what is computed for a vector what is computed for its lanes at even
/// places, or at odd ones.
class Lanes final : public IRGraphMutator {
public:
  explicit Lanes(bool odd) : odd(odd) {}

  /// Where the value of this name is split, too.
  std::string define(const std::string &name) {
    names.insert(name);
    return nameOf(name);
  }
  /// False where something is best left together.
  bool works() const { return can; }
  /// Whether there is something wider than 16 bits.
  bool widens() const { return wide; }

private:
  using IRGraphMutator::visit;

  static Type half(Type type) { return type.is_scalar() ? type : type.with_lanes(type.lanes() / 2); }
  std::string nameOf(const std::string &name) const { return name + (odd ? ".odd" : ".even"); }
  /// Any value of the right type: it is not used.
  Expr refuse(const Expr &expr) {
    can = false;
    return make_zero(half(expr.type()));
  }
  /// f16 has instructions of its own, which take lanes as they are.
  static bool isF16(Type type) { return type.is_float() && type.bits() == 16; }

  Expr visit(const Load *op) override {
    if (op->type.is_scalar())
      return op;
    if (!isPairs(op->type, op->index, op->predicate))
      return refuse(op);
    int lanes = op->type.lanes() / 2;
    Expr words = Reinterpret::make(UInt(32, lanes), op);
    return Cast::make(UInt(16, lanes), odd ? words >> sixteen(lanes) : words);
  }
  Expr visit(const Variable *op) override {
    if (op->type.is_scalar())
      return op;
    return names.count(op->name) ? Variable::make(half(op->type), nameOf(op->name)) : refuse(op);
  }
  Expr visit(const Let *op) override {
    Expr value = mutate(op->value);
    std::string name = op->value.type().is_scalar() ? op->name : define(op->name);
    return Let::make(name, value, mutate(op->body));
  }
  Expr visit(const Broadcast *op) override {
    return op->value.type().is_scalar() ? Broadcast::make(op->value, op->lanes / 2) : refuse(op);
  }
  Expr visit(const Cast *op) override {
    wide |= op->type.bits() > 16;
    return isF16(op->type) || isF16(op->value.type()) ? refuse(op) : Cast::make(half(op->type), mutate(op->value));
  }
  Expr visit(const Reinterpret *op) override {
    return op->type.lanes() == op->value.type().lanes() ? Reinterpret::make(half(op->type), mutate(op->value))
                                                        : refuse(op);
  }
  Expr visit(const Call *op) override {
    wide |= op->type.bits() > 16;
    return op->is_pure() ? Call::make(half(op->type), op->name, mutate(op->args), op->call_type) : refuse(op);
  }
  // What depends on a lane's place.
  Expr visit(const Ramp *op) override { return refuse(op); }
  Expr visit(const Shuffle *op) override { return refuse(op); }
  Expr visit(const VectorReduce *op) override { return refuse(op); }

  const bool odd;
  std::set<std::string> names;
  bool can = true, wide = false;
};

/// Splits what `storesPairs`.
class Splitter {
public:
  Stmt split(const Stmt &stmt) {
    if (auto *block = stmt.as<Block>())
      return Block::make(split(block->first), split(block->rest));
    if (auto *let = stmt.as<LetStmt>())
      return splitLet(let);
    return splitStore(stmt.as<Store>());
  }
  bool succeeds() const { return even.works() && odd.works() && even.widens(); }

private:
  Stmt splitLet(const LetStmt *let) {
    if (let->value.type().is_scalar())
      return LetStmt::make(let->name, let->value, split(let->body));
    Expr evenValue = even.mutate(let->value), oddValue = odd.mutate(let->value);
    std::string evenName = even.define(let->name), oddName = odd.define(let->name);
    return LetStmt::make(evenName, evenValue, LetStmt::make(oddName, oddValue, split(let->body)));
  }

  Stmt splitStore(const Store *store) {
    Type type = store->value.type();
    int lanes = type.lanes() / 2;
    auto words = [&](Lanes &part) { return Cast::make(UInt(32, lanes), part.mutate(store->value)); };
    Expr both = words(even) | (words(odd) << sixteen(lanes));
    return Store::make(store->name, Reinterpret::make(type, both), store->index, store->param, store->predicate,
                       store->alignment);
  }

  Lanes even{false}, odd{true};
};
} // namespace

template <typename T>
Stmt SplitPairs::attempt(const T *op) {
  if (storesPairs(op)) {
    Splitter splitter;
    Stmt result = splitter.split(op);
    if (splitter.succeeds())
      return result;
  }
  return IRMutator::visit(op);
}

Stmt SplitPairs::visit(const LetStmt *op) { return attempt(op); }
Stmt SplitPairs::visit(const Block *op) { return attempt(op); }
Stmt SplitPairs::visit(const Store *op) { return attempt(op); }
