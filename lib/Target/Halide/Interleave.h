//===- Interleave.h - Several iterations of a loop at once ------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_INTERLEAVE_H
#define HYSTERON_LIB_TARGET_HALIDE_INTERLEAVE_H

#include <Halide.h>

#include <string>
#include <vector>

namespace hysteron::halide {

/// A loop of a Func's stage, and how many iterations of it are computed at once.
struct Interleaved {
  std::string func;
  unsigned stage;
  std::string var;
  int count;
};

/// What `halide.interleave` asks for.
class Interleave final : public ::Halide::Internal::IRMutator {
public:
  /// `areThreads`: whether the loops run in the threads of a device.
  Interleave(const std::vector<Interleaved> &loops, bool areThreads) : loops(loops), areThreads(areThreads) {}

private:
  using IRMutator::visit;
  ::Halide::Internal::Stmt visit(const ::Halide::Internal::For *op) override;
  /// Of a loop with this name; 1 if nothing is asked for.
  int countFor(const std::string &name) const;

  const std::vector<Interleaved> &loops;
  bool areThreads;
};

} // namespace hysteron::halide

#endif // HYSTERON_LIB_TARGET_HALIDE_INTERLEAVE_H
