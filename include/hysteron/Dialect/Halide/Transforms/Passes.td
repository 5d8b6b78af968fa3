//===- Passes.td - Passes on the halide dialect ------------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_HALIDE_TRANSFORMS_PASSES_TD
#define HYSTERON_DIALECT_HALIDE_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

def HalideSchedule : Pass<"halide-schedule", "::mlir::ModuleOp"> {
  let summary = "add a schedule for one target to each pipeline that has none";
  let description = [{
    The directives are ordinary IR: print them, edit them, and pass them back;
    a pipeline that has a schedule for the target keeps it. A schedule never
    changes a result by a bit.

    On a CPU, loops run in vectors of the full width of the target and in
    parallel blocks large enough that a small tensor is one block. A reduction
    is fused with the element-wise results of the same kernel, so that one pass
    over memory gives all. On a GPU, threads take 128 bits at once where the
    extent allows it.

    What is best on a CPU depends on the machine and the shape: `vectors` and
    `grain` choose in place of the pass, and `hysteron-compile --autotune`
    measures some of their values.
  }];
  let options = [
    Option<"target", "target", "std::string", /*default=*/"\"host\"", "a target, spelled as Halide does">,
    Option<"vectors", "vectors", "unsigned", /*default=*/"0",
           "CPU: vectors that a step computes, 1, 2, 4 or 8; 0: by the target and the length of the formula">,
    Option<"grain", "grain", "int64_t", /*default=*/"0",
           "CPU: elements of a parallel block, 1024 to 2^30; 0: as the target's cores like it">];
  let dependentDialects = ["::hysteron::halide::HalideDialect"];
}

#endif // HYSTERON_DIALECT_HALIDE_TRANSFORMS_PASSES_TD
