// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s
// A result that is read again is not read from the output, whose memory is the
// caller's and aligned to nothing.
// CHECK-LABEL: halide.pipeline @f
// CHECK: halide.func @values(
// CHECK: halide.read @values[
// CHECK-NOT: halide.read @result0
// CHECK: halide.func @result0(%[[I:.*]], %[[J:.*]]) -> f32 {
// CHECK-NEXT: halide.read @values[%[[I]], %[[J]]]
#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
func.func @f(%x: tensor<4x?xf32>) -> (tensor<4x?xf32>, tensor<4xf32>) {
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0.0 : f32
  %n = tensor.dim %x, %c1 : tensor<4x?xf32>
  %e = tensor.empty(%n) : tensor<4x?xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<4x?xf32>) outs(%e : tensor<4x?xf32>) {
  ^bb0(%a: f32, %o: f32):
    %s = arith.mulf %a, %a : f32
    linalg.yield %s : f32
  } -> tensor<4x?xf32>
  %r = tensor.empty() : tensor<4xf32>
  %z = linalg.fill ins(%zero : f32) outs(%r : tensor<4xf32>) -> tensor<4xf32>
  %sum = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%y : tensor<4x?xf32>) outs(%z : tensor<4xf32>) {
  ^bb0(%a: f32, %o: f32):
    %s = arith.addf %o, %a : f32
    linalg.yield %s : f32
  } -> tensor<4xf32>
  return %y, %sum : tensor<4x?xf32>, tensor<4xf32>
}
