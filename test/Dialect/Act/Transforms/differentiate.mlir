// RUN: hysteron-opt %s --act-differentiate --canonicalize --cse | FileCheck %s

// A chain: the output of helu is the input of aglu and is kept once.
// CHECK-LABEL: func @chain_forward(
// CHECK-SAME: {act.role = "argument 0"}
// CHECK-SAME: -> (tensor<?x8xf32> {act.role = "result 0"}, tensor<?x8xf32> {act.role = "residual 0"})
// CHECK: %[[H:.*]] = act.helu %{{.*}} {alpha = 5.000000e-02 : f64, residual = #act.residual<output>}
// CHECK: %[[Y:.*]] = act.aglu %[[H]]
// CHECK: return %[[Y]], %[[H]]
// CHECK-LABEL: func @chain_backward(
// CHECK-SAME: %[[L:.*]]: tensor<f32> {act.role = "argument 1"}, %[[K:.*]]: tensor<8xf32> {act.role = "argument 2"},
// CHECK-SAME: %[[KEPT:.*]]: tensor<?x8xf32> {act.role = "residual 0"}, %[[DY:.*]]: tensor<?x8xf32> {act.role = "cotangent 0"})
// CHECK-SAME: -> (tensor<?x8xf32> {act.role = "gradient 0"}, tensor<f32> {act.role = "gradient 1"}, tensor<8xf32> {act.role = "gradient 2"})
// CHECK: %[[G:.*]]:3 = act.backward "aglu" {{.*}} <input>(%[[KEPT]]) parameters(%[[L]], %[[K]]) cotangent(%[[DY]]) {channel_dim = 1 : i64}
// CHECK: %[[DX:.*]] = act.backward "helu" {{.*}} <output>(%[[KEPT]]) cotangent(%[[G]]#0)
// CHECK: return %[[DX]], %[[G]]#1, %[[G]]#2
func.func @chain(%x: tensor<?x8xf32>, %l: tensor<f32>, %k: tensor<8xf32>) -> tensor<?x8xf32> {
  %h = act.helu %x {alpha = 0.05} : tensor<?x8xf32>
  %y = act.aglu %h, %l, %k {channel_dim = 1} : tensor<?x8xf32>, tensor<f32>, tensor<8xf32>
  return %y : tensor<?x8xf32>
}

// A value used twice gets the sum, an unused argument zeros; a kept result is
// not returned again.
// CHECK-LABEL: func @twice_forward(
// CHECK-SAME: -> (tensor<4xf32> {act.role = "result 0"}, tensor<4xf32> {act.role = "result 1"})
// CHECK-LABEL: func @twice_backward(
// CHECK-SAME: %[[X:.*]]: tensor<4xf32> {act.role = "argument 0"}, %[[Y:.*]]: tensor<4xf32> {act.role = "result 1"},
// CHECK-SAME: %[[DG:.*]]: tensor<4xf32> {act.role = "cotangent 0"}, %[[DR:.*]]: tensor<4xf32> {act.role = "cotangent 1"})
// CHECK-DAG: %[[A:.*]] = act.backward "relu" {} <output>(%[[Y]]) cotangent(%[[DR]])
// CHECK-DAG: %[[B:.*]] = act.backward "gelu" {{.*}} <input>(%[[X]]) cotangent(%[[DG]])
// CHECK: %[[SUM:.*]] = arith.addf %[[A]], %[[B]]
// CHECK: %[[ZEROS:.*]] = linalg.fill {{.*}} -> tensor<3xf16>
// CHECK: return %[[SUM]], %[[ZEROS]]
func.func @twice(%x: tensor<4xf32>, %unused: tensor<3xf16>) -> (tensor<4xf32>, tensor<4xf32>) {
  %g = act.gelu %x : tensor<4xf32>
  %r = act.relu %x : tensor<4xf32>
  return %g, %r : tensor<4xf32>, tensor<4xf32>
}
