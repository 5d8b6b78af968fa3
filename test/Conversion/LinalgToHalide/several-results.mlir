// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// Element-wise results of one generic are values of one Func. What it reads is
// clamped: a schedule computes it in whole vectors.

#id = affine_map<(d0) -> (d0)>
// CHECK-LABEL: halide.pipeline @two
// CHECK:         halide.func @values(%[[I:.*]]) -> (f32, f32)
// CHECK:           %[[LIKELY:.*]] = halide.likely %[[I]] : index
// CHECK-NEXT:      %[[AT:.*]] = arith.minsi %[[LIKELY]], %{{.*}} : index
// CHECK-NEXT:      halide.read @argument0[%[[AT]]] : f32
// CHECK:         halide.func @result0(%[[J:.*]]) -> f32
// CHECK-NEXT:      %[[BOTH:.*]]:2 = halide.read @values[%[[J]]] : f32, f32
// CHECK-NEXT:      halide.yield %[[BOTH]]#0 : f32
// CHECK:         halide.func @result1(%[[K:.*]]) -> f32
// CHECK-NEXT:      %[[BOTH:.*]]:2 = halide.read @values[%[[K]]] : f32, f32
// CHECK-NEXT:      halide.yield %[[BOTH]]#1 : f32
func.func @two(%x: tensor<?xf32>) -> (tensor<?xf32>, tensor<?xf32>) {
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?xf32>
  %e = tensor.empty(%n) : tensor<?xf32>
  %r:2 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<?xf32>) outs(%e, %e : tensor<?xf32>, tensor<?xf32>) {
  ^bb0(%a: f32, %o0: f32, %o1: f32):
    %s = arith.addf %a, %a : f32
    %p = arith.mulf %a, %a : f32
    linalg.yield %s, %p : f32, f32
  } -> (tensor<?xf32>, tensor<?xf32>)
  return %r#0, %r#1 : tensor<?xf32>, tensor<?xf32>
}
