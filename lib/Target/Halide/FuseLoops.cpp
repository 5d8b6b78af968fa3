//===- FuseLoops.cpp - One loop of several over the same values -----------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Buffers of different names are different memory, as everywhere in Halide. (A kernel
// that may write over its input reads each element in its own place only: a moved
// loop would compute from overwritten elements nothing but what nobody reads.)
//
//===----------------------------------------------------------------------===//

#include "FuseLoops.h"
#include "Accesses.h"
#include "Facts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/SaveAndRestore.h"

#include <set>

using namespace hysteron::halide;
using namespace ::Halide::Internal;
using ::Halide::Expr;

namespace {
/// Elements of a buffer that a statement may touch.
struct Access {
  std::string buffer;
  Interval elements;
  bool isWrite;
};

/// All that a statement may do to memory, in terms of what is known outside of it.
class Effects : public IRVisitor {
public:
  Effects(const Stmt &stmt, const Facts &facts) : facts(facts) { stmt.accept(this); }

  /// False if it does more than that.
  bool areKnown = true;
  std::vector<Access> accesses;

private:
  using IRVisitor::visit;
  void add(const std::string &buffer, const Expr &index, bool isWrite) {
    accesses.push_back({buffer, bounds_of_expr_in_scope(facts.expand(index), inner), isWrite});
  }
  void visit(const Load *op) override {
    add(op->name, op->index, /*isWrite=*/false);
    IRVisitor::visit(op);
  }
  void visit(const Store *op) override {
    add(op->name, op->index, /*isWrite=*/true);
    IRVisitor::visit(op);
  }
  void visit(const Free *op) override { accesses.push_back({op->name, Interval(), /*isWrite=*/true}); }
  void visit(const For *op) override {
    op->min.accept(this);
    op->extent.accept(this);
    Interval min = bounds_of_expr_in_scope(facts.expand(op->min), inner);
    Interval max = bounds_of_expr_in_scope(facts.expand(op->min + op->extent - 1), inner);
    Facts outer = facts;
    facts.addLoop(op->name, Interval());
    ScopedBinding<Interval> bind(inner, op->name, Interval(min.min, max.max));
    op->body.accept(this);
    facts = std::move(outer);
  }
  template <typename LetOrLetStmt>
  void visitLet(const LetOrLetStmt *op) {
    op->value.accept(this);
    Facts outer = facts;
    facts.addName(op->name, op->value);
    op->body.accept(this);
    facts = std::move(outer);
  }
  void visit(const Let *op) override { visitLet(op); }
  void visit(const LetStmt *op) override { visitLet(op); }
  void visit(const Call *op) override {
    areKnown &= op->is_pure();
    IRVisitor::visit(op);
  }
  void visit(const AssertStmt *) override { areKnown = false; }
  void visit(const Acquire *) override { areKnown = false; }
  void visit(const Fork *) override { areKnown = false; }
  void visit(const Atomic *) override { areKnown = false; }
  void visit(const Prefetch *) override { areKnown = false; }

  Facts facts;
  Scope<Interval> inner;
};

/// Whether a statement gives a name another meaning.
class Renames : public IRVisitor {
public:
  static bool check(const Stmt &stmt, const std::string &name) {
    Renames visitor(name);
    stmt.accept(&visitor);
    return visitor.does;
  }

private:
  explicit Renames(const std::string &name) : name(name) {}
  using IRVisitor::visit;
  template <typename Op>
  void note(const Op *op) {
    does |= op->name == name;
    IRVisitor::visit(op);
  }
  void visit(const Let *op) override { note(op); }
  void visit(const LetStmt *op) override { note(op); }
  void visit(const For *op) override { note(op); }
  const std::string &name;
  bool does = false;
};

/// Writes equal indices alike.
class AlikeIndices : public IRMutator {
public:
  explicit AlikeIndices(const Facts &facts) : facts(facts) {}

private:
  using IRMutator::visit;
  Expr visit(const Load *op) override {
    return op->type.is_scalar() ? Load::make(op->type, op->name, facts.gather(op->index), op->image, op->param,
                                             mutate(op->predicate), op->alignment)
                                : IRMutator::visit(op);
  }
  Stmt visit(const Store *op) override {
    return op->value.type().is_scalar() ? Store::make(op->name, mutate(op->value), facts.gather(op->index), op->param,
                                                      mutate(op->predicate), op->alignment)
                                        : IRMutator::visit(op);
  }
  Expr visit(const Let *op) override {
    facts.addName(op->name, op->value);
    return IRMutator::visit(op);
  }
  Stmt visit(const LetStmt *op) override {
    facts.addName(op->name, op->value);
    return IRMutator::visit(op);
  }
  Stmt visit(const For *op) override {
    facts.addLoop(op->name, Interval());
    return IRMutator::visit(op);
  }
  Facts facts;
};

class Fuser : public IRMutator {
private:
  using IRMutator::visit;
  Stmt visit(const Block *op) override;
  Stmt visit(const LetStmt *op) override;
  Stmt visit(const Allocate *op) override;
  Stmt visit(const For *op) override;
  Stmt visit(const IfThenElse *op) override;

  /// The branch that an `if` always takes, where that is known.
  Stmt reachedBy(const IfThenElse *op) const;
  /// A block's statements in order. From one that is open, a named value or an
  /// allocation, only the head counts, and its inside reaches to the last step.
  struct Step {
    Stmt stmt;
    bool isOpen = false;
  };
  using Steps = std::vector<Step>;
  void collectSteps(const Stmt &stmt, Steps &steps);
  Effects effectsOf(const Step &step) const;
  /// The loops of two steps as one at the place of the second, if that is the same.
  Stmt fuse(const Steps &steps, size_t first, size_t second) const;
  bool fuseOnce(Steps &steps) const;
  bool isApart(const Stmt &stmt) const;

  Facts facts;
  /// Of all variables and allocations here.
  std::set<std::string> names;
  /// The kernel of a device that this is in.
  Stmt kernel;
};
} // namespace

Stmt Fuser::reachedBy(const IfThenElse *op) const {
  if (op && facts.isTrue(op->condition))
    return op->then_case;
  if (op && facts.isFalse(op->condition))
    return op->else_case.defined() ? op->else_case : Evaluate::make(0);
  return Stmt();
}

void Fuser::collectSteps(const Stmt &stmt, Steps &steps) {
  auto *let = stmt.as<LetStmt>();
  auto *allocate = stmt.as<Allocate>();
  if (auto *block = stmt.as<Block>()) {
    collectSteps(block->first, steps);
    collectSteps(block->rest, steps);
  } else if (auto *producer = stmt.as<ProducerConsumer>()) {
    collectSteps(producer->body, steps);
  } else if (Stmt reached = reachedBy(stmt.as<IfThenElse>()); reached.defined()) {
    collectSteps(reached, steps);
  } else if (auto *known = let && Facts::isIndex(let->value) ? facts.find(let->value) : nullptr;
             known && !Renames::check(let->body, *known)) {
    // So that what loops compute alike looks alike.
    collectSteps(substitute(let->name, Variable::make(let->value.type(), *known), let->body), steps);
  } else if (let && names.insert(let->name).second) {
    facts.addName(let->name, let->value);
    steps.push_back({stmt, /*isOpen=*/true});
    collectSteps(let->body, steps);
  } else if (allocate && names.insert(allocate->name).second) {
    steps.push_back({stmt, /*isOpen=*/true});
    collectSteps(allocate->body, steps);
  } else {
    steps.push_back({stmt});
  }
}

Effects Fuser::effectsOf(const Step &step) const {
  if (!step.isOpen)
    return Effects(step.stmt, facts);
  auto *let = step.stmt.as<LetStmt>();
  return Effects(let ? Evaluate::make(let->value) : Evaluate::make(0), facts);
}

/// Whether no two accesses to the same buffer matter to each other's order but for
/// those that are `fine`.
static bool areIndependent(const Effects &a, const Effects &b,
                           llvm::function_ref<bool(const Interval &, const Interval &)> fine) {
  if (!a.areKnown || !b.areKnown)
    return false;
  for (const Access &x : a.accesses)
    for (const Access &y : b.accesses)
      if (x.buffer == y.buffer && (x.isWrite || y.isWrite) && !fine(x.elements, y.elements))
        return false;
  return true;
}

static bool shareInput(const Effects &a, const Effects &b) {
  return llvm::any_of(a.accesses, [&](const Access &x) {
    return !x.isWrite && llvm::any_of(b.accesses, [&](const Access &y) { return !y.isWrite && x.buffer == y.buffer; });
  });
}

static const For *asSerialLoop(const Stmt &stmt) {
  auto *loop = stmt.as<For>();
  bool isSerial = loop && loop->for_type == ForType::Serial &&
                  (loop->device_api == ::Halide::DeviceAPI::None || loop->device_api == ::Halide::DeviceAPI::Host);
  return isSerial ? loop : nullptr;
}

static bool isBarrier(const Stmt &stmt) {
  auto *evaluate = stmt.as<Evaluate>();
  auto *call = evaluate ? evaluate->value.as<Call>() : nullptr;
  return call && call->is_intrinsic(Call::gpu_thread_barrier);
}

/// Whether no other statement of the kernel, in whichever thread, writes what this
/// one reads or writes, or reads what it writes.
bool Fuser::isApart(const Stmt &stmt) const {
  if (!kernel.defined())
    return false;
  AccessCounts all(kernel), own(stmt);
  for (auto &[buffer, times] : own.stores)
    if (all.stores[buffer] != times || all.loads[buffer] != own.loads[buffer])
      return false;
  return llvm::all_of(own.loads, [&](auto &load) { return all.stores[load.first] == own.stores[load.first]; });
}

Stmt Fuser::fuse(const Steps &steps, size_t first, size_t second) const {
  const For *a = asSerialLoop(steps[first].stmt), *b = asSerialLoop(steps[second].stmt);
  if (!a || !b)
    return Stmt();
  // No other variable has this name.
  std::string name = a->name + "." + b->name;
  Expr i = Variable::make(::Halide::Int(32), name);
  Stmt firstBody = substitute(a->name, i, a->body), secondBody = substitute(b->name, i, b->body);
  Effects mine(firstBody, facts), others(secondBody, facts);
  if (!shareInput(mine, others) || !facts.isEqual(a->min, b->min) || !facts.isEqual(max(a->extent, 0), max(b->extent, 0)))
    return Stmt();
  // The second loop's iteration i now comes before the first one's i + 1 + later.
  Facts inside = facts;
  inside.addLoop(name, Interval(facts.expand(a->min), Interval::pos_inf()));
  inside.addLoop(name + ".later", Interval(0, Interval::pos_inf()));
  Expr next = i + 1 + Variable::make(i.type(), name + ".later");
  auto comesLater = [&](const Interval &x, const Interval &y) {
    return x.has_lower_bound() && inside.isBefore(y, Interval(substitute(name, next, x.min), Interval::pos_inf()));
  };
  if (!areIndependent(mine, others, comesLater))
    return Stmt();
  auto areApart = [&](const Interval &x, const Interval &y) { return facts.isBefore(x, y) || facts.isBefore(y, x); };
  Effects moved = effectsOf(steps[first]);
  for (size_t between = first + 1; between < second; ++between)
    if (isBarrier(steps[between].stmt) ? !isApart(steps[first].stmt)
                                       : !areIndependent(moved, effectsOf(steps[between]), areApart))
      return Stmt();
  Stmt body = Block::make(firstBody, secondBody);
  // Threads on a device have indices of their own kind each.
  if (kernel.defined())
    body = AlikeIndices(inside).mutate(body);
  return For::make(name, a->min, a->extent, a->for_type, a->partition_policy, a->device_api, body);
}

bool Fuser::fuseOnce(Steps &steps) const {
  for (size_t second = 1; second < steps.size(); ++second)
    for (size_t first = second; first-- > 0;)
      if (Stmt fused = fuse(steps, first, second); fused.defined()) {
        steps[second].stmt = fused;
        steps.erase(steps.begin() + first);
        return true;
      }
  return false;
}

Stmt Fuser::visit(const Block *op) {
  llvm::SaveAndRestore saveFacts(facts);
  llvm::SaveAndRestore saveNames(names);
  Steps steps;
  collectSteps(op, steps);
  while (fuseOnce(steps))
    ;
  // Inside of a step only the names before it are known.
  facts = saveFacts.get();
  for (Step &step : steps) {
    if (!step.isOpen)
      step.stmt = mutate(step.stmt);
    else if (auto *let = step.stmt.as<LetStmt>())
      facts.addName(let->name, let->value);
  }
  Stmt result;
  for (const Step &step : llvm::reverse(steps)) {
    auto *let = step.stmt.as<LetStmt>();
    auto *allocate = step.stmt.as<Allocate>();
    if (step.isOpen && let)
      result = LetStmt::make(let->name, let->value, result);
    else if (step.isOpen)
      result = Allocate::make(allocate->name, allocate->type, allocate->memory_type, allocate->extents,
                              allocate->condition, result, allocate->new_expr, allocate->free_function,
                              allocate->padding);
    else
      result = result.defined() ? Block::make(step.stmt, result) : step.stmt;
  }
  return result;
}

Stmt Fuser::visit(const LetStmt *op) {
  llvm::SaveAndRestore saveFacts(facts);
  llvm::SaveAndRestore saveNames(names);
  facts.addName(op->name, op->value);
  names.insert(op->name);
  return IRMutator::visit(op);
}

Stmt Fuser::visit(const Allocate *op) {
  llvm::SaveAndRestore saveNames(names);
  names.insert(op->name);
  return IRMutator::visit(op);
}

Stmt Fuser::visit(const For *op) {
  llvm::SaveAndRestore saveFacts(facts);
  llvm::SaveAndRestore saveNames(names);
  llvm::SaveAndRestore saveKernel(kernel);
  if (op->for_type == ForType::GPUBlock && !kernel.defined())
    kernel = op;
  facts.addLoop(op);
  names.insert(op->name);
  return IRMutator::visit(op);
}

Stmt Fuser::visit(const IfThenElse *op) {
  Stmt reached = reachedBy(op);
  return reached.defined() ? mutate(reached) : IRMutator::visit(op);
}

Stmt FuseLoops::mutate(const Stmt &stmt) { return Fuser().mutate(stmt); }
