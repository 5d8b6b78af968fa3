// RUN: hysteron-opt %s --convert-linalg-to-halide | FileCheck %s -enable-var-scope

// Same-shape operands make one dimension; a generic whose only result is
// returned is the output itself.

#id = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
// CHECK-LABEL: halide.pipeline @f_backward {
// CHECK-NEXT:    halide.input @residual0 : tensor<?x?x4xf16> symbols [0, 1, -1] groups [3] {role = "residual 0"}
// CHECK-NEXT:    halide.input @cotangent0 : tensor<?x?x4xf16> symbols [0, 1, -1] groups [3] {role = "cotangent 0"}
// CHECK-NEXT:    halide.func @gradient0(%[[I:.*]]) -> f16 {
// CHECK-NEXT:      halide.read @residual0[%[[I]]] : f16
// CHECK-NEXT:      halide.read @cotangent0[%[[I]]] : f16
// CHECK:           halide.yield
// CHECK:         halide.output @gradient0 : tensor<?x?x4xf16> symbols [0, 1, -1] groups [3] {role = "gradient 0"}
// CHECK-NOT:   func.func
func.func @f_backward(%x: tensor<?x?x4xf16> {act.role = "residual 0"}, %dy: tensor<?x?x4xf16> {act.role = "cotangent 0"})
    -> (tensor<?x?x4xf16> {act.role = "gradient 0"}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %n = tensor.dim %x, %c0 : tensor<?x?x4xf16>
  %m = tensor.dim %x, %c1 : tensor<?x?x4xf16>
  %e = tensor.empty(%n, %m) : tensor<?x?x4xf16>
  %dx = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%x, %dy : tensor<?x?x4xf16>, tensor<?x?x4xf16>) outs(%e : tensor<?x?x4xf16>) {
  ^bb0(%a: f16, %g: f16, %o: f16):
    %zero = arith.constant 0.0 : f16
    %threshold = arith.constant -0.05 : f32
    %wide = arith.extf %a : f16 to f32
    %blocked = arith.cmpf ole, %wide, %threshold : f32
    %r = arith.select %blocked, %zero, %g : f16
    linalg.yield %r : f16
  } -> tensor<?x?x4xf16>
  return %dx : tensor<?x?x4xf16>
}
