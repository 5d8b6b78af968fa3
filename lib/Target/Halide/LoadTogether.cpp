//===- LoadTogether.cpp - A thread block loads for a lone thread ----------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   gpu_block (1) gpu_thread (1)
//     for (r, 0, n)
//       s[0] += x[r]
//
// becomes
//
//   gpu_block (1)
//     allocate loaded[1024] in shared memory
//     gpu_thread (t, 256)
//       for (c, 0, (n + 1023) / 1024)
//         barrier
//         loaded[t] = x[1024 c + t], and so on
//         barrier
//         if (t < 1)
//           for (r, 0, min(1024, n - 1024 c))
//             s[0] += loaded[r]
//
// A sum whose order is fixed is as slow as its additions, which wait for each other, if
// what they add is at hand: a thread alone waits as long for memory as for seven of them.
//
//===----------------------------------------------------------------------===//

#include "LoadTogether.h"
#include "Accesses.h"

using namespace hysteron::halide;
using namespace ::Halide::Internal;
using ::Halide::Expr;
using ::Halide::MemoryType;
using ::Halide::Type;

static constexpr int kThreads = 256, kElements = 1024;
/// Of shared memory, on every device.
static constexpr int kBytes = 32 * 1024;

namespace {
/// Whether threads of a block meet in a statement.
class Meets : public IRVisitor {
public:
  explicit Meets(const Stmt &stmt) { stmt.accept(this); }
  bool meets = false;

private:
  using IRVisitor::visit;
  void visit(const Allocate *op) override {
    meets |= op->memory_type == MemoryType::GPUShared;
    IRVisitor::visit(op);
  }
  void visit(const Call *op) override {
    meets |= op->is_intrinsic(Call::gpu_thread_barrier);
    IRVisitor::visit(op);
  }
};

/// Reads the elements of a loop's step from what was loaded.
class ReadLoaded : public IRMutator {
public:
  ReadLoaded(const For *loop, const AccessCounts &accesses) : loop(loop), accesses(accesses) {}
  /// Of each buffer that is read at the loop's variable: one load.
  std::vector<const Load *> loads;
  std::string loaded, one;
  bool hasOneType = true;

private:
  using IRMutator::visit;
  Expr visit(const Load *op) override {
    auto *index = op->index.as<Variable>();
    if (!index || index->name != loop->name || !is_const_one(op->predicate) || accesses.stores.count(op->name))
      return IRMutator::visit(op);
    size_t number = 0;
    while (number < loads.size() && loads[number]->name != op->name)
      ++number;
    if (number == loads.size())
      loads.push_back(op);
    hasOneType &= op->type == loads.front()->type;
    return Load::make(op->type, loaded, Variable::make(op->index.type(), one) + int(number) * kElements, {}, {},
                      const_true(), {});
  }
  // What is not read in every step stays where it is.
  Stmt visit(const IfThenElse *op) override { return op; }
  Stmt visit(const For *op) override { return op; }
  const For *loop;
  const AccessCounts &accesses;
};

class ThreadBody : public IRMutator {
public:
  ThreadBody(const std::string &thread, const AccessCounts &accesses) : thread(thread), accesses(accesses) {}

  /// What one thread did, as what all do.
  Stmt rewrite(const Stmt &stmt);
  /// The loop whose elements are loaded, once it is found.
  bool found = false;
  Type type;
  int count = 0;
  std::string loaded;

private:
  Expr id() const { return Variable::make(::Halide::Int(32), thread); }
  Stmt alone(const Stmt &stmt) const { return IfThenElse::make(id() < 1, stmt); }
  Stmt loop(const For *op);
  std::string thread;
  const AccessCounts &accesses;
};
} // namespace

static Stmt barrier() {
  return Evaluate::make(Call::make(::Halide::Int(32), Call::gpu_thread_barrier,
                                   {int(CodeGen_GPU_Dev::MemoryFenceType::Shared)}, Call::Intrinsic));
}

Stmt ThreadBody::loop(const For *op) {
  ReadLoaded read(op, accesses);
  read.loaded = loaded = unique_name("loaded");
  read.one = op->name + ".one";
  Stmt body = read.mutate(op->body);
  if (read.loads.empty() || !read.hasOneType || !is_const_zero(op->min) || stmt_uses_var(body, op->name))
    return Stmt();
  type = read.loads.front()->type;
  count = int(read.loads.size()) * kElements;
  found = count * type.bytes() <= kBytes;
  if (!found)
    return Stmt();
  std::string name = op->name + ".some";
  Expr first = Variable::make(op->min.type(), name) * kElements;
  std::vector<Stmt> steps = {barrier()};
  for (size_t number = 0; number < read.loads.size(); ++number)
    for (int step = 0; step < kElements; step += kThreads) {
      const Load *load = read.loads[number];
      Expr index = min(first + step + id(), op->extent - 1);
      steps.push_back(Store::make(loaded, Load::make(type, load->name, index, load->image, load->param, const_true(), {}),
                                  int(number) * kElements + step + id(), {}, const_true(), {}));
    }
  steps.push_back(barrier());
  steps.push_back(alone(For::make(read.one, 0, min(op->extent - first, kElements), op->for_type, op->partition_policy,
                                  op->device_api, body)));
  return For::make(name, 0, (max(op->extent, 0) + kElements - 1) / kElements, op->for_type, op->partition_policy,
                   op->device_api, Block::make(steps));
}

Stmt ThreadBody::rewrite(const Stmt &stmt) {
  if (auto *block = stmt.as<Block>()) {
    Stmt first = rewrite(block->first);
    return Block::make(first, rewrite(block->rest));
  }
  if (auto *producer = stmt.as<ProducerConsumer>())
    return rewrite(producer->body);
  if (auto *let = stmt.as<LetStmt>())
    return LetStmt::make(let->name, let->value, rewrite(let->body));
  if (auto *allocate = stmt.as<Allocate>())
    return Allocate::make(allocate->name, allocate->type, allocate->memory_type, allocate->extents, allocate->condition,
                          rewrite(allocate->body), allocate->new_expr, allocate->free_function, allocate->padding);
  if (stmt.as<Free>())
    return stmt;
  auto *serial = stmt.as<For>();
  if (serial && serial->for_type == ForType::Serial && !found)
    if (Stmt all = loop(serial); all.defined())
      return all;
  return alone(stmt);
}

Stmt LoadTogether::visit(const For *op) {
  auto *thread = op->body.as<For>();
  if (op->for_type != ForType::GPUBlock || !is_const_one(op->extent) || !thread ||
      thread->for_type != ForType::GPUThread || !is_const_one(thread->extent) || !is_const_zero(thread->min))
    return IRMutator::visit(op);
  AccessCounts accesses(thread->body);
  ThreadBody together(thread->name, accesses);
  Stmt body = together.rewrite(substitute(thread->name, 0, thread->body));
  if (!together.found || Meets(thread->body).meets)
    return op;
  body = For::make(thread->name, 0, kThreads, thread->for_type, thread->partition_policy, thread->device_api, body);
  body = Allocate::make(together.loaded, together.type, MemoryType::GPUShared, {together.count}, const_true(),
                        Block::make(body, Free::make(together.loaded)));
  return For::make(op->name, op->min, op->extent, op->for_type, op->partition_policy, op->device_api, body);
}
