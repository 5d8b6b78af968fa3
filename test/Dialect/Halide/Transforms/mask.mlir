// RUN: hysteron-opt %s --convert-linalg-to-halide --halide-schedule=target=x86-64-linux-avx-avx2-f16c-fma-sse41 | FileCheck %s

// A mask is packed in lines of 64 bytes, beside the 512 elements of each, and
// before they are stored.

// CHECK-LABEL: halide.schedule @f_forward for
// CHECK-NEXT:    halide.split @residual0, "i" into "block", "inside" by 2048 tail guard
// CHECK-NEXT:    halide.split @residual0, "inside" into "line", "vl" by 64 tail round_up
// CHECK-NEXT:    halide.split @residual0, "vl" into "vo", "vi" by 32 tail round_up
// CHECK:         halide.compute_at @folds at @residual0, "vo"
// CHECK:         halide.split @result0, "i" into "block", "inside" by 16384 tail guard
// CHECK-NEXT:    halide.split @result0, "inside" into "line", "vl" by 512 tail guard
// CHECK:         halide.compute_with @result0 with @residual0, "line"
#p = affine_map<(p, k) -> (p)>
#k = affine_map<(p, k) -> (k)>
func.func @f_forward(%x: tensor<?x4xf32> {act.role = "argument 0"}) -> (tensor<?x4xf32> {act.role = "result 0"}, tensor<?xi8> {act.role = "residual 0"}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %c64 = arith.constant 64 : index
  %c511 = arith.constant 511 : index
  %c512 = arith.constant 512 : index
  %z8 = arith.constant 0 : i8
  %n = tensor.dim %x, %c0 : tensor<?x4xf32>
  %e = tensor.empty(%n) : tensor<?x4xf32>
  %y = linalg.generic {indexing_maps = [affine_map<(a, b)->(a,b)>, affine_map<(a, b)->(a,b)>], iterator_types = ["parallel", "parallel"]} ins(%x : tensor<?x4xf32>) outs(%e : tensor<?x4xf32>) {
  ^bb0(%a: f32, %o: f32):
    %z = arith.constant 0.0 : f32
    %c = arith.cmpf ogt, %a, %z : f32
    %r = arith.select %c, %a, %z : f32
    linalg.yield %r : f32
  } -> tensor<?x4xf32>
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
  return %y, %m : tensor<?x4xf32>, tensor<?xi8>
}
