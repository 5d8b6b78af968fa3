//===- Passes.td - Elementary functions as arithmetic ------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_CONVERSION_MATHTOARITH_PASSES_TD
#define HYSTERON_CONVERSION_MATHTOARITH_PASSES_TD

include "mlir/Pass/PassBase.td"

def ConvertMathToArith : Pass<"convert-math-to-arith", "::mlir::ModuleOp"> {
  let summary = "exp, log, tanh, erf and their kin as plain arithmetic";
  let description = [{
    Replaces `math.exp`, `exp2`, `expm1`, `log`, `log2`, `log10`, `log1p`,
    `sinh`, `cosh`, `tanh`, `erf`, `erfc` and `rsqrt` on scalar f32 and f64 by
    straight-line `arith` code without calls, which a loop around it vectorises on any
    target. NaN, infinities, zeros of either sign and subnormal numbers are
    right; the sources state the largest error of each function, fused
    multiply-add or not. Other types, tensors and vectors are left alone.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::math::MathDialect"];
}

#endif // HYSTERON_CONVERSION_MATHTOARITH_PASSES_TD
