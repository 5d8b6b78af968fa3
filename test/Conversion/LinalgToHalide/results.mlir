// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// Results that no generic computes: an argument, the same value twice, zeros.

// CHECK-LABEL: halide.pipeline @f
// CHECK:         halide.func @result0(%[[I:.*]]) -> f32
// CHECK-NEXT:      %[[X:.*]] = halide.read @argument0[%[[I]]] : f32
// CHECK-NEXT:      halide.yield %[[X]] : f32
// CHECK:         halide.func @result1(%[[I:.*]]) -> f32
// CHECK-NEXT:      %[[X:.*]] = halide.read @argument0[%[[I]]] : f32
// CHECK-NEXT:      halide.yield %[[X]] : f32
// CHECK:         halide.func @result2(%{{.*}}) -> f32
// CHECK-NEXT:      %[[ZERO:.*]] = arith.constant 0.000000e+00 : f32
// CHECK-NEXT:      halide.yield %[[ZERO]] : f32
// CHECK:         halide.func @result3() -> f64
// CHECK-NEXT:      arith.constant 1.000000e+00 : f64
// CHECK:         halide.output @result0 : tensor<?x3xf32> symbols [0, -1] groups [2]
// CHECK:         halide.output @result2 : tensor<?x3xf32> symbols [0, -1] groups [2]
// CHECK:         halide.output @result3 : tensor<f64> symbols [] groups []
func.func @f(%x: tensor<?x3xf32>) -> (tensor<?x3xf32>, tensor<?x3xf32>, tensor<?x3xf32>, tensor<f64>) {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %one = arith.constant dense<1.0> : tensor<f64>
  %n = tensor.dim %x, %c0 : tensor<?x3xf32>
  %e = tensor.empty(%n) : tensor<?x3xf32>
  %z = linalg.fill ins(%zero : f32) outs(%e : tensor<?x3xf32>) -> tensor<?x3xf32>
  return %x, %x, %z, %one : tensor<?x3xf32>, tensor<?x3xf32>, tensor<?x3xf32>, tensor<f64>
}
