// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// Generics that were not fused become Funcs that read each other; a transposed
// operand keeps its dimensions.

#t = affine_map<(d0, d1) -> (d1, d0)>
#id = affine_map<(d0, d1) -> (d0, d1)>
#none = affine_map<(d0, d1) -> ()>
#unit = affine_map<() -> ()>
// CHECK-LABEL: halide.pipeline @scaled
// CHECK:         halide.input @argument0 : tensor<?x8xf32> symbols [0, -1] groups [1, 1]
// CHECK:         halide.func @values() -> f32
// CHECK:         halide.func @result0(%[[I:.*]], %[[J:.*]]) -> f32
// CHECK:           halide.read @argument0[%[[J]], %[[I]]] : f32
// CHECK-NEXT:      halide.read @values[] : f32
func.func @scaled(%x: tensor<?x8xf32>, %p: tensor<f32>, %e: tensor<8x?xf32>) -> tensor<8x?xf32> {
  %e0 = tensor.empty() : tensor<f32>
  %q = linalg.generic {indexing_maps = [#unit, #unit], iterator_types = []}
      ins(%p : tensor<f32>) outs(%e0 : tensor<f32>) {
  ^bb0(%a: f32, %o: f32):
    %r = arith.mulf %a, %a : f32
    linalg.yield %r : f32
  } -> tensor<f32>
  %y = linalg.generic {indexing_maps = [#t, #none, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %q : tensor<?x8xf32>, tensor<f32>) outs(%e : tensor<8x?xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %r = arith.mulf %a, %b : f32
    linalg.yield %r : f32
  } -> tensor<8x?xf32>
  return %y : tensor<8x?xf32>
}
