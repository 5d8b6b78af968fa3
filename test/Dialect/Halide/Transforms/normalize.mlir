// RUN: hysteron-opt %s --convert-linalg-to-halide --halide-schedule=target=x86-64-linux-sse41 | FileCheck %s

// An element-wise result that needs the sum cannot share its loops.

#id = affine_map<(d0) -> (d0)>
#all = affine_map<(d0) -> ()>
// CHECK-LABEL: halide.schedule @normalize for
// CHECK-NOT:     compute_with
// CHECK:         halide.compute_root @totals
// CHECK-NOT:     compute_with
// CHECK:       }
func.func @normalize(%x: tensor<?xf32>, %e: tensor<?xf32>) -> tensor<?xf32> {
  %zero = arith.constant 0.0 : f32
  %e0 = tensor.empty() : tensor<f32>
  %start = linalg.fill ins(%zero : f32) outs(%e0 : tensor<f32>) -> tensor<f32>
  %r:2 = linalg.generic {indexing_maps = [#id, #id, #all], iterator_types = ["reduction"]}
      ins(%x : tensor<?xf32>) outs(%e, %start : tensor<?xf32>, tensor<f32>) {
  ^bb0(%a: f32, %o: f32, %s: f32):
    %p = arith.mulf %a, %a : f32
    %n = arith.addf %s, %p : f32
    linalg.yield %p, %n : f32, f32
  } -> (tensor<?xf32>, tensor<f32>)
  %y = linalg.generic {indexing_maps = [#id, #all, #id], iterator_types = ["parallel"]}
      ins(%r#0, %r#1 : tensor<?xf32>, tensor<f32>) outs(%e : tensor<?xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %q = arith.divf %a, %b : f32
    linalg.yield %q : f32
  } -> tensor<?xf32>
  return %y : tensor<?xf32>
}
