//===- Passes.h - Elementary functions as arithmetic ------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_CONVERSION_MATHTOARITH_PASSES_H
#define HYSTERON_CONVERSION_MATHTOARITH_PASSES_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace hysteron {

/// The rewrites of convert-math-to-arith, for a consumer's own pass.
void populateMathToArithPatterns(mlir::RewritePatternSet &patterns);

#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "hysteron/Conversion/MathToArith/Passes.h.inc"

} // namespace hysteron

#endif // HYSTERON_CONVERSION_MATHTOARITH_PASSES_H
