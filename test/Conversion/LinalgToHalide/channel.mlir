// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// A per-channel operand makes three dimensions of four, and two of two.

#id4 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#c4 = affine_map<(d0, d1, d2, d3) -> (d1)>
// CHECK-LABEL: halide.pipeline @four
// CHECK:         halide.input @argument0 : tensor<?x64x?x7xf32> symbols [0, -1, 1, -1] groups [1, 1, 2]
// CHECK:         halide.func @result0(%[[I:.*]], %[[J:.*]], %[[K:.*]]) -> f32
// CHECK-NEXT:      halide.read @argument0[%[[I]], %[[J]], %[[K]]]
// CHECK-NEXT:      halide.read @argument1[%[[J]]]
func.func @four(%x: tensor<?x64x?x7xf32>, %s: tensor<64xf32>, %e: tensor<?x64x?x7xf32>) -> tensor<?x64x?x7xf32> {
  %y = linalg.generic {indexing_maps = [#id4, #c4, #id4], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%x, %s : tensor<?x64x?x7xf32>, tensor<64xf32>) outs(%e : tensor<?x64x?x7xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %p = arith.mulf %a, %b : f32
    linalg.yield %p : f32
  } -> tensor<?x64x?x7xf32>
  return %y : tensor<?x64x?x7xf32>
}

#id2 = affine_map<(d0, d1) -> (d0, d1)>
#c2 = affine_map<(d0, d1) -> (d1)>
// CHECK-LABEL: halide.pipeline @two
// CHECK:         halide.input @argument0 : tensor<?x?xf32> symbols [0, 1] groups [1, 1]
// CHECK:         halide.input @argument1 : tensor<?xf32> symbols [1] groups [1]
// CHECK:         halide.func @result0(%[[I:.*]], %[[J:.*]]) -> f32
// CHECK-NEXT:      halide.read @argument0[%[[I]], %[[J]]]
// CHECK-NEXT:      halide.read @argument1[%[[I]]]
func.func @two(%x: tensor<?x?xf32>, %s: tensor<?xf32>, %e: tensor<?x?xf32>) -> tensor<?x?xf32> {
  %y = linalg.generic {indexing_maps = [#id2, #c2, #id2], iterator_types = ["parallel", "parallel"]}
      ins(%x, %s : tensor<?x?xf32>, tensor<?xf32>) outs(%e : tensor<?x?xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %p = arith.mulf %a, %b : f32
    linalg.yield %p : f32
  } -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}
