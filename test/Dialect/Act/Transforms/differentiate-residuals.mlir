// RUN: hysteron-opt %s --act-differentiate --canonicalize --cse | FileCheck %s

// CHECK-LABEL: func @mask_forward
// CHECK: %[[M:.*]] = act.mask "helu" {alpha = 5.000000e-01 : f64}(%[[X:.*]]) : tensor<600xf32> -> tensor<128xi8>
// CHECK: %[[Y:.*]] = act.helu %[[X]] {alpha = 5.000000e-01 : f64} :
// CHECK: return %[[Y]], %[[M]]
// CHECK-LABEL: func @mask_backward
// CHECK: act.backward "helu" {{.*}} <mask>(%{{.*}}) cotangent
func.func @mask(%x: tensor<600xf32>) -> tensor<600xf32> {
  %y = act.helu %x {alpha = 0.5, residual = #act.residual<mask>} : tensor<600xf32>
  return %y : tensor<600xf32>
}

// What gelu needs is made again from the argument.
// CHECK-LABEL: func @recompute_forward
// CHECK-SAME: -> (tensor<4xf32> {act.role = "result 0"})
// CHECK-LABEL: func @recompute_backward
// CHECK-SAME: %[[X:.*]]: tensor<4xf32> {act.role = "argument 0"}
// CHECK: %[[S:.*]] = act.silu %[[X]]
// CHECK: %[[DS:.*]] = act.backward "gelu" {{.*}} <input>(%[[S]])
// CHECK: act.backward "silu" {{.*}} <input>(%[[X]]) cotangent(%[[DS]])
func.func @recompute(%x: tensor<4xf32>) -> tensor<4xf32> {
  %s = act.silu %x : tensor<4xf32>
  %y = act.gelu %s {residual = #act.residual<recompute>} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// It starts from what is kept, not from the arguments; and the zeros of what is
// kept are marked.
// CHECK-LABEL: func @from_kept_backward
// CHECK-SAME: %[[KEPT:.*]]: tensor<4xf32> {act.role = "residual 0"}
// CHECK-NOT: act.helu
// CHECK: %[[S:.*]] = act.silu %[[KEPT]]
// CHECK: act.backward "gelu" {{.*}} <input>(%[[S]])
// CHECK: act.backward "silu" {{.*}} <input>(%[[KEPT]])
// CHECK: act.backward "helu" {{.*}} <output>(%[[KEPT]])
func.func @from_kept(%x: tensor<4xf32>) -> tensor<4xf32> {
  %h = act.helu %x {alpha = 0.5, residual = #act.residual<output>} : tensor<4xf32>
  %s = act.silu %h {residual = #act.residual<recompute>} : tensor<4xf32>
  %y = act.gelu %s {residual = #act.residual<recompute>} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// CHECK-LABEL: func @from_result_backward
// CHECK-SAME: %[[S:[a-z0-9]+]]: tensor<4xf32> {act.role = "result 0"}
// CHECK-NOT: act.silu
// CHECK: act.backward "gelu" {{.*}} <input>(%[[S]])
func.func @from_result(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %s = act.silu %x {residual = #act.residual<input>} : tensor<4xf32>
  %y = act.gelu %s {residual = #act.residual<recompute>} : tensor<4xf32>
  return %s, %y : tensor<4xf32>, tensor<4xf32>
}

// A constant that is kept is written again.
// CHECK-LABEL: func @constant_backward
// CHECK: %[[C:.*]] = arith.constant dense<2.0{{.*}}>
// CHECK: arith.mulf
func.func @constant(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %c = arith.constant dense<2.0> : tensor<4xf32>
  %g = act.gelu %c : tensor<4xf32>
  %p = arith.mulf %x, %c : tensor<4xf32>
  return %c, %p : tensor<4xf32>, tensor<4xf32>
}
