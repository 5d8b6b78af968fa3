// A larger function in an unmodified mlir-opt: its activations become calls of kernels,
// in forward and in backward, and the rest stays for MLIR.
// RUN: %{mlir-opt-with-plugin} %s --pass-pipeline='builtin.module(act-plan-residuals,act-differentiate,canonicalize,cse,convert-act-to-linalg,act-generalize,canonicalize,cse,act-fuse,canonicalize,cse,act-outline-kernels)' \
// RUN:   | FileCheck %s

// CHECK-LABEL: func.func @layer_forward
// CHECK:         linalg.generic {{.*}}"reduction"
// CHECK:         call @layer_forward_kernel0
// CHECK-LABEL: func.func @layer_backward
// CHECK:         call @layer_backward_kernel0
// CHECK:         linalg.generic {{.*}}"reduction"
func.func @layer(%x: tensor<8x16xf32>, %w: tensor<16x4xf32>) -> tensor<8x4xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<8x4xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<8x4xf32>) -> tensor<8x4xf32>
  %z = linalg.matmul ins(%x, %w : tensor<8x16xf32>, tensor<16x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  %y = act.helu %z {alpha = 0.05} : tensor<8x4xf32>
  return %y : tensor<8x4xf32>
}
