// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// The order of a sum: element 4096 b + 16 r + v goes to lane v of block b.

#id = affine_map<(d0, d1) -> (d0, d1)>
#all = affine_map<(d0, d1) -> ()>
// CHECK-LABEL: halide.pipeline @sums
// CHECK:         halide.func @terms(%{{.*}}) -> (f32, f32) attributes {kind = "terms"}
// CHECK:         halide.func @lanes(%{{.*}}, %{{.*}}) -> f32 attributes {kind = "lanes"}
// CHECK:           arith.constant 0.000000e+00 : f32
// CHECK:         halide.update @lanes(%[[V:.*]], %[[B:.*]]) reduce(%[[R:.*]] : ceildiv @argument0 0 by 16 max 256)
// CHECK:           %[[BASE:.*]] = arith.muli %[[B]], %c4096 : index
// CHECK:           %[[ROW:.*]] = arith.muli %[[R]], %c16 : index
// CHECK:           %[[SUM:.*]] = arith.addi %[[BASE]], %[[ROW]] : index
// CHECK:           %[[ANY:.*]] = arith.cmpi slt, %[[SUM]], %{{.*}} : index
// CHECK:           halide.where %[[ANY]]
// CHECK:           %[[AT:.*]] = arith.addi %[[SUM]], %[[V]] : index
// CHECK:           %[[IN:.*]] = arith.cmpi slt, %[[AT]], %{{.*}} : index
// CHECK:           %[[TERMS:.*]]:2 = halide.read @terms[%[[AT]]] : f32, f32
// CHECK:           arith.select %[[IN]], %[[TERMS]]#1, %{{.*}} : f32
// CHECK:         halide.func @parts(%[[V:.*]], %[[B:.*]]) -> f32 attributes {kind = "parts"}
// CHECK:           halide.read @lanes[%[[V]], %[[B]]] : f32
// CHECK:         halide.update @blocks(%[[B:.*]]) reduce(%[[V:.*]] : 16)
// CHECK:           halide.read @parts[%[[V]], %[[B]]] : f32
// CHECK:         halide.update @totals() reduce(%[[B:.*]] : ceildiv @argument0 0 by 4096)
// CHECK:           halide.read @sums[%[[B]]] : f32
// CHECK:         halide.func @result0(%[[I:.*]]) -> f32
// CHECK:           halide.read @terms[%[[I]]]
// CHECK:         halide.func @result1() -> f32
// CHECK:           halide.read @totals[]
func.func @sums(%x: tensor<?x784xf32>, %e: tensor<?x784xf32>) -> (tensor<?x784xf32>, tensor<f32>) {
  %zero = arith.constant 0.0 : f32
  %e0 = tensor.empty() : tensor<f32>
  %start = linalg.fill ins(%zero : f32) outs(%e0 : tensor<f32>) -> tensor<f32>
  %r:2 = linalg.generic {indexing_maps = [#id, #id, #all], iterator_types = ["reduction", "reduction"]}
      ins(%x : tensor<?x784xf32>) outs(%e, %start : tensor<?x784xf32>, tensor<f32>) {
  ^bb0(%a: f32, %o: f32, %s: f32):
    %p = arith.mulf %a, %a : f32
    %n = arith.addf %s, %p : f32
    linalg.yield %a, %n : f32, f32
  } -> (tensor<?x784xf32>, tensor<f32>)
  return %r#0, %r#1 : tensor<?x784xf32>, tensor<f32>
}
