// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// Blocks are along the innermost reduced dimension, the others follow; a short
// static one needs fewer steps.

#id = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#c = affine_map<(d0, d1, d2) -> (d1)>
// CHECK-LABEL: halide.pipeline @inner
// CHECK:         halide.update @lanes(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}) reduce(%{{.*}} : 4)
// CHECK:         halide.update @totals(%[[C:.*]]) reduce(%[[B:.*]] : 1, %[[O:.*]] : extent @argument0 2)
// CHECK-NEXT:      halide.read @sums[%[[B]], %[[C]], %[[O]]] : f32
func.func @inner(%x: tensor<?x64x49xf32>) -> tensor<64xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64xf32>
  %start = linalg.fill ins(%zero : f32) outs(%e : tensor<64xf32>) -> tensor<64xf32>
  %r = linalg.generic {indexing_maps = [#id, #c], iterator_types = ["reduction", "parallel", "reduction"]}
      ins(%x : tensor<?x64x49xf32>) outs(%start : tensor<64xf32>) {
  ^bb0(%a: f32, %s: f32):
    %n = arith.addf %s, %a : f32
    linalg.yield %n : f32
  } -> tensor<64xf32>
  return %r : tensor<64xf32>
}

#rows = affine_map<(d0, d1) -> (d0, d1)>
#last = affine_map<(d0, d1) -> (d1)>
// CHECK-LABEL: halide.pipeline @outer
// CHECK:         halide.update @lanes(%[[C:.*]], %{{.*}}, %{{.*}}) reduce(%{{.*}} : ceildiv @argument0 1 by 16 max 256)
// CHECK:           halide.read @terms[%[[C]], %{{.*}}]
// CHECK:         halide.update @totals(%[[C:.*]]) reduce(%[[B:.*]] : ceildiv @argument0 1 by 4096)
// CHECK-NEXT:      halide.read @sums[%[[C]], %[[B]]] : f32
func.func @outer(%x: tensor<?x64xf32>) -> tensor<64xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64xf32>
  %start = linalg.fill ins(%zero : f32) outs(%e : tensor<64xf32>) -> tensor<64xf32>
  %r = linalg.generic {indexing_maps = [#rows, #last], iterator_types = ["reduction", "parallel"]}
      ins(%x : tensor<?x64xf32>) outs(%start : tensor<64xf32>) {
  ^bb0(%a: f32, %s: f32):
    %n = arith.addf %s, %a : f32
    linalg.yield %n : f32
  } -> tensor<64xf32>
  return %r : tensor<64xf32>
}
