// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// A packed mask: a reduction over the bits of a byte, and the tensor whose
// number of elements its size comes from.

// CHECK-LABEL: halide.pipeline @f_forward
// CHECK:         halide.func @folds(%{{.*}}) -> i8 attributes {kind = "folds"}
// CHECK:         halide.update @folds(%[[BYTE:.*]]) reduce(%[[BIT:.*]] : 8)
// CHECK:           halide.extent @argument0 0
// CHECK:           %[[E:.*]] = halide.likely %{{.*}} : index
// CHECK-NEXT:      %[[AT:.*]] = arith.minsi %[[E]], %{{.*}} : index
// CHECK-NEXT:      halide.read @argument0[%[[AT]]] : f32
// CHECK:         halide.output @residual0 : tensor<?xi8> symbols [1] groups [1] mask_of @argument0
#p = affine_map<(p, k) -> (p)>
#k = affine_map<(p, k) -> (k)>
func.func @f_forward(%x: tensor<?x4xf32> {act.role = "argument 0"}) -> (tensor<?xi8> {act.role = "residual 0"}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %c64 = arith.constant 64 : index
  %c511 = arith.constant 511 : index
  %c512 = arith.constant 512 : index
  %z8 = arith.constant 0 : i8
  %flat = tensor.collapse_shape %x [[0, 1]] : tensor<?x4xf32> into tensor<?xf32>
  %num = tensor.dim %flat, %c0 : tensor<?xf32>
  %num1 = arith.subi %num, %c1 : index
  %up = arith.addi %num, %c511 : index
  %blocks = arith.divui %up, %c512 : index
  %bytes = arith.muli %blocks, %c64 : index
  %me = tensor.empty(%bytes) : tensor<?xi8>
  %m0 = linalg.fill ins(%z8 : i8) outs(%me : tensor<?xi8>) -> tensor<?xi8>
  %ke = tensor.empty() : tensor<8xi8>
  %m = linalg.generic {indexing_maps = [#k, #p], iterator_types = ["parallel", "reduction"]} ins(%ke : tensor<8xi8>) outs(%m0 : tensor<?xi8>) {
  ^bb0(%q: i8, %o: i8):
    %p = linalg.index 0 : index
    %k = linalg.index 1 : index
    %b = arith.divui %p, %c64 : index
    %l = arith.remui %p, %c64 : index
    %t0 = arith.muli %b, %c512 : index
    %t1 = arith.muli %k, %c64 : index
    %t2 = arith.addi %t0, %t1 : index
    %el = arith.addi %t2, %l : index
    %in = arith.cmpi ult, %el, %num : index
    %cl = arith.minui %el, %num1 : index
    %v = tensor.extract %flat[%cl] : tensor<?xf32>
    %th = arith.constant -0.05 : f32
    %pass = arith.cmpf ugt, %v, %th : f32
    %both = arith.andi %pass, %in : i1
    %bit = arith.extui %both : i1 to i8
    %k8 = arith.index_cast %k : index to i8
    %sh = arith.shli %bit, %k8 : i8
    %new = arith.ori %o, %sh : i8
    linalg.yield %new : i8
  } -> tensor<?xi8>
  return %m : tensor<?xi8>
}
