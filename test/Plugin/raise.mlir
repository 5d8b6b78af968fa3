// TOSA and linalg of other compilers in an unmodified mlir-opt: the activations in it are found.
// RUN: %{mlir-opt-with-plugin} %s --pass-pipeline='builtin.module(act-raise)' | FileCheck %s

// CHECK-LABEL: func.func @tosa
// CHECK:         act.silu
// CHECK-NOT:     tosa.
func.func @tosa(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %shift = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %s = tosa.sigmoid %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %y = tosa.mul %x, %s, %shift : (tensor<4x8xf32>, tensor<4x8xf32>, tensor<1xi8>) -> tensor<4x8xf32>
  return %y : tensor<4x8xf32>
}

// CHECK-LABEL: func.func @linalg
// CHECK:         act.relu
// CHECK-NOT:     linalg.generic
#id = affine_map<(i) -> (i)>
func.func @linalg(%x: tensor<?xf32>, %out: tensor<?xf32>) -> tensor<?xf32> {
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%x : tensor<?xf32>) outs(%out : tensor<?xf32>) {
  ^bb0(%a: f32, %o: f32):
    %zero = arith.constant 0.0 : f32
    %m = arith.cmpf ugt, %a, %zero : f32
    %r = arith.select %m, %a, %zero : f32
    linalg.yield %r : f32
  } -> tensor<?xf32>
  return %y : tensor<?xf32>
}
