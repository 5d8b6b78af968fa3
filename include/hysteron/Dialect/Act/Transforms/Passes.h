//===- Passes.h - Passes of the act dialect ---------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_TRANSFORMS_PASSES_H
#define HYSTERON_DIALECT_ACT_TRANSFORMS_PASSES_H

#include "hysteron/Dialect/Act/IR/Act.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace hysteron::act {

/// On arguments and results of derived functions: "argument 0", "result 0",
/// "residual 0", "cotangent 0" or "gradient 0", counted in the original function.
inline constexpr llvm::StringLiteral roleAttrName = "act.role";

/// Splits `f` into two functions beside it and erases it.
llvm::LogicalResult differentiate(mlir::func::FuncOp f);

#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"

} // namespace hysteron::act

#endif // HYSTERON_DIALECT_ACT_TRANSFORMS_PASSES_H
