//===- FuseLoops.h - One loop of several over the same values ---*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_FUSELOOPS_H
#define HYSTERON_LIB_TARGET_HALIDE_FUSELOOPS_H

#include <Halide.h>

namespace hysteron::halide {

/// Makes one loop of serial loops in the same statement that run equally often and
/// load from a common buffer, so that what they compute from it is computed once.
/// Halide's compute_with does so for loops over coordinates; a sum runs over a
/// reduction's variable. The result is what the loops one after the other give: no
/// iteration may touch what an earlier one of a later loop does, and the first loop
/// must mean the same at the place of the second. Of an `if` whose condition is known
/// only what it reaches stays.
class FuseLoops final : public ::Halide::Internal::IRMutator {
public:
  using IRMutator::mutate;
  ::Halide::Internal::Stmt mutate(const ::Halide::Internal::Stmt &stmt) override;
};

} // namespace hysteron::halide

#endif // HYSTERON_LIB_TARGET_HALIDE_FUSELOOPS_H
