// All stages of an unmodified mlir-opt with the plugin, down to LLVM.
// UNSUPPORTED: sanitized
// RUN: %{mlir-opt-with-plugin} %s --pass-pipeline='builtin.module(act-plan-residuals,act-differentiate)' \
// RUN:   | FileCheck %s --check-prefix=DIFF
// RUN: %{mlir-opt-with-plugin} %s --pass-pipeline='builtin.module(act-fold-inference)' \
// RUN:   | FileCheck %s --check-prefix=FOLD
// RUN: %{mlir-opt-with-plugin} %s --pass-pipeline='builtin.module(act-plan-residuals,act-differentiate,convert-act-to-linalg,act-fuse)' \
// RUN:   | FileCheck %s --check-prefix=LINALG
// RUN: %{mlir-opt-with-plugin} %s --pass-pipeline='builtin.module(act-fold-inference,convert-act-to-linalg,act-fuse,one-shot-bufferize{bufferize-function-boundaries},buffer-results-to-out-params,convert-linalg-to-loops,convert-scf-to-cf,expand-strided-metadata,convert-to-llvm,reconcile-unrealized-casts)' \
// RUN:   | FileCheck %s --check-prefix=LLVM
// RUN: %{mlir-opt-with-plugin} %s --pass-pipeline='builtin.module(act-fold-inference,convert-act-to-linalg,act-fuse,convert-math-to-arith,convert-linalg-to-halide,halide-schedule{target=arm-64-linux})' \
// RUN:   | FileCheck %s --check-prefix=HALIDE

// DIFF-LABEL: func.func @layer_forward
// DIFF: act.helu
// DIFF-LABEL: func.func @layer_backward

// FOLD-LABEL: func.func @layer
// FOLD-NOT: act.helu
// FOLD: act.relu

// LINALG-LABEL: func.func @layer_forward
// LINALG: linalg.generic
// LINALG-LABEL: func.func @layer_backward
// LINALG: linalg.generic

// LLVM-LABEL: llvm.func @layer
// LLVM: llvm.fcmp

// HALIDE: halide.pipeline @layer
// HALIDE: halide.schedule @layer for "arm-64-linux"
func.func @layer(%x: tensor<?x784xf32>) -> tensor<?x784xf32> {
  %y = act.helu %x {alpha = 0.05} : tensor<?x784xf32>
  return %y : tensor<?x784xf32>
}
