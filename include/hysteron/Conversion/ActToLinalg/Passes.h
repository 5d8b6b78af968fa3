//===- Passes.h - Lower activations to kernels ------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_CONVERSION_ACTTOLINALG_PASSES_H
#define HYSTERON_CONVERSION_ACTTOLINALG_PASSES_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace hysteron {

/// The rewrites of convert-act-to-linalg, for a consumer's own pass.
void populateActToLinalgPatterns(mlir::RewritePatternSet &patterns);

#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "hysteron/Conversion/ActToLinalg/Passes.h.inc"

} // namespace hysteron

#endif // HYSTERON_CONVERSION_ACTTOLINALG_PASSES_H
