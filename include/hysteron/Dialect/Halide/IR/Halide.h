//===- Halide.h - The halide dialect ----------------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_HALIDE_IR_HALIDE_H
#define HYSTERON_DIALECT_HALIDE_IR_HALIDE_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace hysteron::halide {
class LoopNests;
class FuncOp;
class UpdateOp;
} // namespace hysteron::halide

#include "hysteron/Dialect/Halide/IR/HalideDialect.h.inc"
#include "hysteron/Dialect/Halide/IR/HalideEnums.h.inc"
#include "hysteron/Dialect/Halide/IR/HalideInterfaces.h.inc"
#define GET_ATTRDEF_CLASSES
#include "hysteron/Dialect/Halide/IR/HalideAttributes.h.inc"
#define GET_OP_CLASSES
#include "hysteron/Dialect/Halide/IR/HalideOps.h.inc"

#endif // HYSTERON_DIALECT_HALIDE_IR_HALIDE_H
