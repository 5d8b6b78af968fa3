//===- Passes.td - Kernels as Halide pipelines -------------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_CONVERSION_LINALGTOHALIDE_PASSES_TD
#define HYSTERON_CONVERSION_LINALGTOHALIDE_PASSES_TD

include "mlir/Pass/PassBase.td"

def ConvertLinalgToHalide : Pass<"convert-linalg-to-halide", "::mlir::ModuleOp"> {
  let summary = "make each function in kernel form a halide.pipeline";
  let description = [{
    A function in kernel form works on ranked tensors and holds only
    `linalg.generic`, `linalg.fill`, `tensor.empty`, reshapes, constants and
    index arithmetic. It becomes a `halide.pipeline` of the same name: one Func
    per generic, one per result, and three per float reduction.

    Neighbouring dimensions that every access includes or leaves out together
    become one, so tensors of one shape are one-dimensional, and a per-channel
    operand makes three dimensions of any number.

    A float reduction has a fixed order, so that every schedule and target
    gives the same bits: along the innermost reduced dimension blocks of 4096
    elements, 16 lanes in a block (element 16 r + v goes to lane v, r
    ascending), the lanes added in order, then the blocks, then the other
    reduced dimensions.
  }];
  let dependentDialects = ["::hysteron::halide::HalideDialect", "::mlir::arith::ArithDialect",
                           "::mlir::math::MathDialect"];
}

#endif // HYSTERON_CONVERSION_LINALGTOHALIDE_PASSES_TD
