//===- Scalars.h - Float operations with IEEE's semantics -------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_SCALARS_H
#define HYSTERON_LIB_TARGET_HALIDE_SCALARS_H

#include "HalideAPI.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

#include <vector>

namespace hysteron {

/// arith and math ops on f32 and f64. Halide's own min, max and comparisons
/// forget NaN in one place or another, and its functions know no infinities.
class Scalars {
public:
  explicit Scalars(const Machine &machine) : machine(machine) {}

  /// What a float op computes from `x`; failure for an op that is not known.
  llvm::FailureOr<Halide::Expr> emit(mlir::Operation *op, const std::vector<Halide::Expr> &x) const;

  Halide::Expr compare(mlir::arith::CmpFPredicate predicate, Halide::Expr a, Halide::Expr b, bool same) const;
  Halide::Expr negate(Halide::Expr x) const;
  /// One rounding: only where the machine `hasFMA`.
  Halide::Expr hardwareFMA(Halide::Expr a, Halide::Expr b, Halide::Expr c) const;

  /// Integers.
  static Halide::Expr truncDiv(Halide::Expr a, Halide::Expr b);
  static Halide::Expr floorDiv(Halide::Expr a, Halide::Expr b);

private:
  Halide::Expr isNaN(Halide::Expr x) const;
  Halide::Expr maximum(Halide::Expr a, Halide::Expr b, bool max) const;
  Halide::Expr maxnum(Halide::Expr a, Halide::Expr b, bool max) const;
  Halide::Expr copySign(Halide::Expr magnitude, Halide::Expr sign) const;
  Halide::Expr multiply(Halide::Expr a, Halide::Expr b) const;
  Halide::Expr round(Halide::Expr x) const;
  Halide::Expr boundedInverse(Halide::Expr x) const;
  llvm::FailureOr<Halide::Expr> exactFMA(Halide::Expr a, Halide::Expr b, Halide::Expr c) const;
  llvm::FailureOr<Halide::Expr> libraryCall(mlir::Operation *op, const std::vector<Halide::Expr> &x) const;

  const Machine &machine;
};

} // namespace hysteron

#endif // HYSTERON_LIB_TARGET_HALIDE_SCALARS_H
