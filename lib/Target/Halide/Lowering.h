//===- Lowering.h - Passes over Halide's statements -------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_LOWERING_H
#define HYSTERON_LIB_TARGET_HALIDE_LOWERING_H

#include <Halide.h>

#include <set>
#include <string>

namespace hysteron::halide {

/// Drops the checks of buffers, which the wrapper has made, and keeps those of
/// memory, threads, what the GPU's driver returns and what a schedule promises,
/// which must not be known to be wrong. (The feature no_asserts drops them all.)
class DropBufferChecks final : public ::Halide::Internal::IRMutator {
  using IRMutator::visit;
  ::Halide::Internal::Stmt
  visit(const ::Halide::Internal::AssertStmt *op) override;
};

/// The values of a Func's Tuple, and those of fused loops, are stored one after the
/// other, each with all of its own named values. Those that are the same become one: LLVM does not
/// find all of them, and every copy costs time to compile.
class ShareValues final : public ::Halide::Internal::IRMutator {
  using IRMutator::visit;
  ::Halide::Internal::Stmt visit(const ::Halide::Internal::Block *op) override;
  ::Halide::Internal::Stmt
  visit(const ::Halide::Internal::LetStmt *op) override;
  template <typename BlockOrLet>
  ::Halide::Internal::Stmt share(const BlockOrLet *op);
};

/// Whether the first byte of a buffer lies at a multiple of 16.
::Halide::Expr isAligned(const ::Halide::Parameter &buffer, bool onDevice);

/// On CUDA, 128 bits of numbers of any width are loaded and stored as four of 32
/// bits, which Halide makes one access. Only where the schedule says that memory
/// is aligned, or under a condition that it is: of its own Halide looks at
/// indices alone.
class WidenAccesses final : public ::Halide::Internal::IRMutator {
  using IRMutator::visit;
  ::Halide::Expr visit(const ::Halide::Internal::Load *op) override;
  ::Halide::Internal::Stmt visit(const ::Halide::Internal::Store *op) override;
  ::Halide::Internal::Stmt
  visit(const ::Halide::Internal::IfThenElse *op) override;
  template <typename Access>
  bool isAligned(const Access *op) const;

  std::set<std::string> aligned;
};

/// Numbers of 16 bits are computed in 32. Of a vector of them the lanes at even
/// places are one vector of 32-bit numbers, those at odd places another: shifts take
/// them apart and put them together, and none of them moves to another lane.
class SplitPairs final : public ::Halide::Internal::IRMutator {
  using IRMutator::visit;
  ::Halide::Internal::Stmt visit(const ::Halide::Internal::LetStmt *op) override;
  ::Halide::Internal::Stmt visit(const ::Halide::Internal::Block *op) override;
  ::Halide::Internal::Stmt visit(const ::Halide::Internal::Store *op) override;
  template <typename T>
  ::Halide::Internal::Stmt attempt(const T *op);
};

/// The lines that innermost loops will load and store are asked for ahead: what a processor
/// fetches by itself ends at the page, and is not fetched to be stored to. (Those to be
/// stored become so in lib/Compiler/Object.cpp.)
class PrefetchLines final : public ::Halide::Internal::IRMutator {
  using IRMutator::visit;
  ::Halide::Internal::Stmt visit(const ::Halide::Internal::For *op) override;
};

} // namespace hysteron::halide

#endif // HYSTERON_LIB_TARGET_HALIDE_LOWERING_H
