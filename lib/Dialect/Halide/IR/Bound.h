//===- Bound.h - Assembly of bounds -----------------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_DIALECT_HALIDE_IR_BOUND_H
#define HYSTERON_LIB_DIALECT_HALIDE_IR_BOUND_H

#include "hysteron/Dialect/Halide/IR/Halide.h"

namespace hysteron::halide {

/// `256`, `extent @x 0`, `ceildiv @x 0 by 4096` or `ceildiv @x 0 by 16 max 256`.
mlir::ParseResult parseBound(mlir::AsmParser &parser, BoundAttr &bound);
void printBound(mlir::AsmPrinter &printer, BoundAttr bound);
inline void printBound(mlir::AsmPrinter &printer, mlir::Operation *, BoundAttr bound) {
  printBound(printer, bound);
}

/// The buffer of a bound exists and has the dimension.
mlir::LogicalResult verifyBound(mlir::Operation *op, PipelineOp pipeline, BoundAttr bound);

} // namespace hysteron::halide

#endif // HYSTERON_LIB_DIALECT_HALIDE_IR_BOUND_H
