//===- Constants.h - Constants of activations -------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_DIALECT_ACT_IR_CONSTANTS_H
#define HYSTERON_LIB_DIALECT_ACT_IR_CONSTANTS_H

#include "hysteron/Dialect/Act/IR/Formula.h"

namespace hysteron::act {

/// Whether formulas over `type` can compute with these constants of an
/// activation, whose rule is null for act.apply.
llvm::LogicalResult verifyConstants(mlir::Operation *op, const Rule *rule,
                                    mlir::DictionaryAttr constants,
                                    mlir::FloatType type);

} // namespace hysteron::act

#endif // HYSTERON_LIB_DIALECT_ACT_IR_CONSTANTS_H
