//===- Accesses.h - What a statement does to buffers ------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_ACCESSES_H
#define HYSTERON_LIB_TARGET_HALIDE_ACCESSES_H

#include <Halide.h>

#include <map>
#include <string>

namespace hysteron::halide {

/// How often a statement names each buffer.
class AccessCounts final : public ::Halide::Internal::IRVisitor {
public:
  explicit AccessCounts(const ::Halide::Internal::Stmt &stmt) { stmt.accept(this); }
  std::map<std::string, int> loads, stores;

private:
  using IRVisitor::visit;
  void visit(const ::Halide::Internal::Load *op) override {
    ++loads[op->name];
    IRVisitor::visit(op);
  }
  void visit(const ::Halide::Internal::Store *op) override {
    ++stores[op->name];
    IRVisitor::visit(op);
  }
};

} // namespace hysteron::halide

#endif // HYSTERON_LIB_TARGET_HALIDE_ACCESSES_H
