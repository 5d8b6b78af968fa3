//===- PrefetchLines.cpp - What a loop will load and store, ahead ---------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

#include "llvm/ADT/STLExtras.h"

using namespace hysteron::halide;
using namespace ::Halide::Internal;
using ::Halide::Expr;

/// How far ahead. On Sapphire Rapids 1 kB is too near, and 8 kB no better.
static constexpr int kAheadBytes = 2048, kLineBytes = 64;

namespace {
/// The accesses of an innermost loop to whole lines of the kernel's buffers.
class FindLines : public IRGraphVisitor {
public:
  struct Access {
    std::string buffer;
    Expr index;
    ::Halide::Type type;
  };
  std::vector<Access> accesses;
  bool isInnermost = true;

  /// An index with the named values of the body in place.
  Expr resolved(Expr index) const {
    for (auto &[name, value] : llvm::reverse(names))
      index = substitute(name, value, index);
    return index;
  }

private:
  using IRGraphVisitor::visit;
  template <typename T>
  void add(const T *op, ::Halide::Type type) {
    auto *ramp = op->index.template as<Ramp>();
    if (!op->param.defined() || !ramp || !is_const_one(ramp->stride) || !is_const_one(op->predicate) ||
        type.lanes() * type.bytes() % kLineBytes)
      return;
    for (const Access &access : accesses)
      if (access.buffer == op->name && equal(access.index, ramp->base))
        return;
    accesses.push_back({op->name, ramp->base, type});
  }
  void visit(const Load *op) override {
    add(op, op->type);
    IRGraphVisitor::visit(op);
  }
  void visit(const Store *op) override {
    IRGraphVisitor::visit(op);
    add(op, op->value.type());
  }
  void visit(const LetStmt *op) override {
    if (op->value.type() == ::Halide::Int(32))
      names.emplace_back(op->name, op->value);
    IRGraphVisitor::visit(op);
  }
  void visit(const For *op) override {
    isInnermost = false;
    IRGraphVisitor::visit(op);
  }
  std::vector<std::pair<std::string, Expr>> names;
};
} // namespace

Stmt PrefetchLines::visit(const For *op) {
  FindLines found;
  op->body.accept(&found);
  if (!found.isInnermost || op->for_type != ForType::Serial)
    return IRMutator::visit(op);
  std::vector<Stmt> body;
  for (const FindLines::Access &access : found.accesses) {
    // What stays where it is is there already.
    Expr index = found.resolved(access.index);
    if (!expr_uses_var(index, op->name))
      continue;
    ::Halide::Type type = access.type.element_of();
    for (int line = 0; line < access.type.lanes() * type.bytes(); line += kLineBytes) {
      Expr at = index + make_const(index.type(), (kAheadBytes + line) / type.bytes());
      body.push_back(Evaluate::make(Call::make(
          type, Call::prefetch, {Variable::make(::Halide::Handle(), access.buffer), at, 1, 1}, Call::Intrinsic)));
    }
  }
  body.push_back(op->body);
  return For::make(op->name, op->min, op->extent, op->for_type, op->partition_policy, op->device_api, Block::make(body));
}
