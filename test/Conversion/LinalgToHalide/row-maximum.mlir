// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// Any of the float reductions, with its neutral element; a later generic reads
// the result.

#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
// CHECK-LABEL: halide.pipeline @shifted
// CHECK:         halide.func @lanes
// CHECK-NEXT:      arith.constant 0xFF800000 : f32
// CHECK:         halide.update @lanes
// CHECK:           arith.maximumf
// CHECK:         halide.func @totals(%[[ROW:.*]]) -> f32 attributes {kind = "totals"}
// CHECK-NEXT:      arith.constant -1.000000e+00 : f32
// CHECK:         halide.func @result0(%[[I:.*]], %[[J:.*]]) -> f32
// CHECK-NEXT:      halide.read @argument0[%[[I]], %[[J]]]
// CHECK-NEXT:      halide.read @totals[%[[J]]]
func.func @shifted(%x: tensor<?x?xf32>) -> tensor<?x?xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %low = arith.constant -1.0 : f32
  %n = tensor.dim %x, %c0 : tensor<?x?xf32>
  %m = tensor.dim %x, %c1 : tensor<?x?xf32>
  %e1 = tensor.empty(%n) : tensor<?xf32>
  %start = linalg.fill ins(%low : f32) outs(%e1 : tensor<?xf32>) -> tensor<?xf32>
  %max = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<?x?xf32>) outs(%start : tensor<?xf32>) {
  ^bb0(%a: f32, %s: f32):
    %r = arith.maximumf %a, %s : f32
    linalg.yield %r : f32
  } -> tensor<?xf32>
  %e = tensor.empty(%n, %m) : tensor<?x?xf32>
  %y = linalg.generic {indexing_maps = [#id, #row, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %max : tensor<?x?xf32>, tensor<?xf32>) outs(%e : tensor<?x?xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %r = arith.subf %a, %b : f32
    linalg.yield %r : f32
  } -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}
