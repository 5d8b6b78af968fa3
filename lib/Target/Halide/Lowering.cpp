//===- Lowering.cpp - Passes over Halide's statements ---------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"

using namespace hysteron::halide;
using namespace ::Halide::Internal;
using ::Halide::Expr;

Stmt DropBufferChecks::visit(const AssertStmt *op) {
  Expr message = op->message;
  while (auto *let = message.as<Let>())
    message = let->body;
  auto *call = message.as<Call>();
  llvm::StringRef name = call ? llvm::StringRef(call->name) : "";
  if (name == "halide_error_explicit_bounds_too_small") {
    if (is_const_zero(op->condition))
      throw ::Halide::CompileError("the bound of '" + call->args[0].as<StringImm>()->value + "' of @" +
                                   call->args[1].as<StringImm>()->value + " is smaller than what is asked for");
    return op;
  }
  bool check = name.starts_with("halide_error_") && name != "halide_error_out_of_memory";
  return check ? Evaluate::make(0) : Stmt(op);
}

namespace {
using Names = std::vector<std::pair<std::string, Expr>>;

/// A store and the named values before it.
struct NamedStore {
  /// With all names in place.
  Expr value() const { return named(store->value); }
  Expr index() const { return named(store->index); }
  Expr predicate() const { return named(store->predicate); }

  Names names;
  const Store *store;

private:
  Expr named(Expr expr) const {
    for (auto &[name, value] : llvm::reverse(names))
      expr = Let::make(name, value, expr);
    return expr;
  }
};

/// Whether a store still means the same before the stores to some buffers.
class CanMove : public IRGraphVisitor {
public:
  static bool check(const NamedStore &store, const std::set<std::string> &stored) {
    CanMove visitor(stored);
    for (const Expr &expr : {store.value(), store.index(), store.predicate()})
      expr.accept(&visitor);
    return visitor.can;
  }

private:
  explicit CanMove(const std::set<std::string> &stored) : stored(stored) {}
  using IRGraphVisitor::visit;
  void visit(const Load *op) override {
    can &= !stored.count(op->name);
    IRGraphVisitor::visit(op);
  }
  void visit(const Call *op) override {
    can &= op->is_pure();
    IRGraphVisitor::visit(op);
  }
  const std::set<std::string> &stored;
  bool can = true;
};

/// What is loaded in full, whatever a condition says.
class FullLoads : public IRGraphVisitor {
public:
  std::map<std::string, std::vector<Expr>> loads;

private:
  using IRGraphVisitor::visit;
  void visit(const Load *op) override {
    if (is_const_one(op->predicate))
      loads[op->name].push_back(op);
    IRGraphVisitor::visit(op);
  }
  void visit(const Call *op) override {
    // Which computes one of its arguments only.
    if (!op->is_intrinsic(Call::if_then_else))
      IRGraphVisitor::visit(op);
  }
};

/// Loads in full what is also loaded so: the lanes that a predicate is for take what they are given.
class LoadInFull : public IRGraphMutator {
public:
  explicit LoadInFull(const Expr &expr) { expr.accept(&full); }

private:
  using IRGraphMutator::visit;
  Expr visit(const Load *op) override {
    if (!is_const_one(op->predicate))
      for (const Expr &load : full.loads[op->name])
        if (load.type() == op->type && equal(load.as<Load>()->index, op->index))
          return load;
    return IRGraphMutator::visit(op);
  }
  FullLoads full;
};
} // namespace

/// Stores that follow each other, after what they share.
static Stmt shareValues(llvm::ArrayRef<NamedStore> stores) {
  std::vector<Expr> parts;
  for (const NamedStore &store : stores)
    llvm::append_range(parts, std::initializer_list<Expr>{store.value(), store.index(), store.predicate()});
  Expr all = substitute_in_all_lets(Call::make(::Halide::Int(32), "all", parts, Call::PureExtern));
  all = common_subexpression_elimination(LoadInFull(all).mutate(all));
  Names names;
  for (; auto *let = all.as<Let>(); all = let->body)
    names.emplace_back(let->name, let->value);
  const std::vector<Expr> &shared = all.as<Call>()->args;
  std::vector<Stmt> block;
  for (size_t i = 0; i < stores.size(); ++i) {
    const Store *old = stores[i].store;
    block.push_back(
        Store::make(old->name, shared[3 * i], shared[3 * i + 1], old->param, shared[3 * i + 2], old->alignment));
  }
  Stmt result = Block::make(block);
  for (auto &[name, value] : llvm::reverse(names))
    result = LetStmt::make(name, value, result);
  return result;
}

/// The stores of a statement that is nothing but named values and stores.
static bool collectStores(const Stmt &stmt, Names names, std::vector<NamedStore> &stores) {
  if (auto *block = stmt.as<Block>())
    return collectStores(block->first, names, stores) && collectStores(block->rest, names, stores);
  if (auto *let = stmt.as<LetStmt>()) {
    names.emplace_back(let->name, let->value);
    return collectStores(let->body, std::move(names), stores);
  }
  if (auto *store = stmt.as<Store>())
    stores.push_back({std::move(names), store});
  return stmt.as<Store>();
}

template <typename BlockOrLet>
Stmt ShareValues::share(const BlockOrLet *op) {
  std::vector<NamedStore> stores;
  if (!collectStores(op, {}, stores) || stores.size() == 1)
    return IRMutator::visit(op);
  std::set<std::string> stored;
  std::vector<Stmt> result;
  llvm::ArrayRef<NamedStore> rest = stores;
  while (!rest.empty()) {
    size_t count = 0;
    for (stored.clear(); count < rest.size() && CanMove::check(rest[count], stored); ++count)
      stored.insert(rest[count].store->name);
    // The first one moves nowhere.
    count = std::max<size_t>(count, 1);
    result.push_back(shareValues(rest.take_front(count)));
    rest = rest.drop_front(count);
  }
  return Block::make(result);
}

Stmt ShareValues::visit(const Block *op) { return share(op); }
Stmt ShareValues::visit(const LetStmt *op) { return share(op); }

Expr hysteron::halide::isAligned(const ::Halide::Parameter &buffer, bool onDevice) {
  Expr pointer = Variable::make(::Halide::type_of<halide_buffer_t *>(), buffer.name() + ".buffer", buffer);
  // What has no memory on the device yet has the address 0, and gets aligned memory.
  Expr address = onDevice ? Call::make(::Halide::UInt(64), Call::buffer_get_device, {pointer}, Call::Extern)
                          : reinterpret(::Halide::UInt(64), Call::make(::Halide::Handle(), Call::buffer_get_host,
                                                                       {pointer}, Call::Extern));
  return address % make_const(address.type(), 16) == make_zero(address.type());
}

namespace {
/// The buffers whose address on the device a condition is about.
class FindAligned : public IRGraphVisitor {
public:
  explicit FindAligned(std::set<std::string> &found) : found(found) {}

private:
  using IRGraphVisitor::visit;
  void visit(const Call *op) override {
    auto *buffer = op->name == Call::buffer_get_device ? op->args[0].as<Variable>() : nullptr;
    if (buffer && buffer->param.defined())
      found.insert(buffer->param.name());
    IRGraphVisitor::visit(op);
  }
  std::set<std::string> &found;
};

/// Where 128 bits are as four numbers, if they are neighbours of another width.
struct WideAccess {
  template <typename Access>
  WideAccess(const Access *op, ::Halide::Type type) {
    auto *ramp = op->index.template as<Ramp>();
    if (type.bits() == 32 || type.bits() * type.lanes() != 128 || !ramp || !is_const_one(ramp->stride) ||
        !is_const_one(op->predicate) || !op->param.defined() || op->alignment.modulus % type.lanes() ||
        op->alignment.remainder % type.lanes())
      return;
    auto scale = [&](auto index) { return index * type.bits() / 32; };
    // In 64 bits, of which numbers wider than these have need.
    auto base = cast(::Halide::Int(64), ramp->base);
    index = Ramp::make(simplify(scale(base)), make_one(base.type()), 4);
    alignment = {scale(op->alignment.modulus), scale(op->alignment.remainder)};
  }

  static ::Halide::Type type() { return ::Halide::UInt(32, 4); }
  Expr index;
  ModulusRemainder alignment;
};
} // namespace

Stmt WidenAccesses::visit(const IfThenElse *op) {
  std::set<std::string> before = aligned;
  FindAligned find(aligned);
  op->condition.accept(&find);
  Stmt then = mutate(op->then_case);
  aligned = std::move(before);
  return IfThenElse::make(op->condition, then, mutate(op->else_case));
}

template <typename Access>
bool WidenAccesses::isAligned(const Access *op) const {
  // What has no parameter is memory of a kernel's own.
  return !op->param.defined() || op->param.host_alignment() >= 16 || aligned.count(op->name);
}

Expr WidenAccesses::visit(const Load *op) {
  if (!isAligned(op))
    return Load::make(op->type, op->name, mutate(op->index), op->image, op->param, mutate(op->predicate), {});
  WideAccess wide(op, op->type);
  if (!wide.index.defined())
    return IRMutator::visit(op);
  return Reinterpret::make(op->type, Load::make(wide.type(), op->name, wide.index, op->image, op->param,
                                                const_true(4), wide.alignment));
}

Stmt WidenAccesses::visit(const Store *op) {
  if (!isAligned(op))
    return Store::make(op->name, mutate(op->value), mutate(op->index), op->param, mutate(op->predicate), {});
  WideAccess wide(op, op->value.type());
  if (!wide.index.defined())
    return IRMutator::visit(op);
  return Store::make(op->name, Reinterpret::make(wide.type(), mutate(op->value)), wide.index, op->param,
                     const_true(4), wide.alignment);
}
