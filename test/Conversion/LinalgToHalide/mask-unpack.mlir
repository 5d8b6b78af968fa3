// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// Bits of a packed mask are found by an element's linear index, which leaves
// the dimensions collapsible.

// CHECK-LABEL: halide.pipeline @f_backward
// CHECK:         halide.input @residual0 : tensor<?xi8> symbols [0] groups [1] mask_of @cotangent0
// CHECK:         halide.input @cotangent0 : tensor<?x?xf32> symbols [1, 2] groups [2]
// CHECK:         halide.func @gradient0(%[[I:.*]]) -> f32
// CHECK:           arith.divui %[[I]], %c512 : index
// CHECK:           halide.read @residual0[%{{.*}}] : i8
#id = affine_map<(d0, d1) -> (d0, d1)>
func.func @f_backward(%m: tensor<?xi8> {act.role = "residual 0"}, %dy: tensor<?x?xf32> {act.role = "cotangent 0"}) -> (tensor<?x?xf32> {act.role = "gradient 0"}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c64 = arith.constant 64 : index
  %c512 = arith.constant 512 : index
  %n = tensor.dim %dy, %c0 : tensor<?x?xf32>
  %h = tensor.dim %dy, %c1 : tensor<?x?xf32>
  %e = tensor.empty(%n, %h) : tensor<?x?xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%dy : tensor<?x?xf32>) outs(%e : tensor<?x?xf32>) {
  ^bb0(%g: f32, %o: f32):
    %i = linalg.index 0 : index
    %j = linalg.index 1 : index
    %el = affine.linearize_index disjoint [%i, %j] by (%n, %h) : index
    %blk = arith.divui %el, %c512 : index
    %l = arith.remui %el, %c64 : index
    %b64 = arith.muli %blk, %c64 : index
    %byte = arith.addi %b64, %l : index
    %v = tensor.extract %m[%byte] : tensor<?xi8>
    %r5 = arith.remui %el, %c512 : index
    %k = arith.divui %r5, %c64 : index
    %k8 = arith.index_cast %k : index to i8
    %s = arith.shrui %v, %k8 : i8
    %bit = arith.trunci %s : i8 to i1
    %z = arith.constant 0.0 : f32
    %r = arith.select %bit, %g, %z : f32
    linalg.yield %r : f32
  } -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}
