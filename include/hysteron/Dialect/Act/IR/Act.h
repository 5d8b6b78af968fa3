//===- Act.h - The act dialect ----------------------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_IR_ACT_H
#define HYSTERON_DIALECT_ACT_IR_ACT_H

#include "hysteron/Dialect/Act/IR/Formula.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace hysteron::act {
/// Shared verifiers of ActivationOpInterface.
llvm::LogicalResult verifyActivation(mlir::Operation *op);
llvm::LogicalResult verifyActivationSymbols(mlir::Operation *op,
                                            mlir::SymbolTableCollection &tables);

/// What tensors between kernels can hold.
bool isStorable(mlir::Type element);
/// What scalars in kernels can be.
bool isComputable(mlir::Type scalar);

/// The type of the bit mask of a tensor: 64 ceil(n / 512) bytes.
mlir::RankedTensorType getMaskType(mlir::RankedTensorType type);
} // namespace hysteron::act

#include "hysteron/Dialect/Act/IR/ActDialect.h.inc"
#include "hysteron/Dialect/Act/IR/ActEnums.h.inc"
#include "hysteron/Dialect/Act/IR/ActInterfaces.h.inc"

#define GET_ATTRDEF_CLASSES
#include "hysteron/Dialect/Act/IR/ActAttributes.h.inc"

#define GET_OP_CLASSES
#include "hysteron/Dialect/Act/IR/ActOps.h.inc"

#endif // HYSTERON_DIALECT_ACT_IR_ACT_H
