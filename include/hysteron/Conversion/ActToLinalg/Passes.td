//===- Passes.td - Lower activations to kernels ------------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_CONVERSION_ACTTOLINALG_PASSES_TD
#define HYSTERON_CONVERSION_ACTTOLINALG_PASSES_TD

include "mlir/Pass/PassBase.td"

def ConvertActToLinalg : Pass<"convert-act-to-linalg", "::mlir::ModuleOp"> {
  let summary = "every activation and its backward as a linalg.generic";
  let description = [{
    The body is the scalar formula. A backward with parameters is one generic:
    dx element by element and a sum per parameter. Element-wise arith and math
    ops on tensors become generics as well, with f16 and bf16 computed in f32.
    User definitions are inlined and removed.
  }];
  let dependentDialects = [
    "::mlir::affine::AffineDialect", "::mlir::arith::ArithDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::math::MathDialect",
    "::mlir::tensor::TensorDialect"
  ];
}

#endif // HYSTERON_CONVERSION_ACTTOLINALG_PASSES_TD
