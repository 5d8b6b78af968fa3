// RUN: hysteron-opt %s --convert-act-to-linalg --act-raise | FileCheck %s

// What convert-act-to-linalg makes of an activation is raised again, where the
// formula that is compiled is the plain one.

// CHECK-LABEL: func @own
func.func @own(%x: tensor<?x8xf32>, %s: tensor<8xf32>) -> tensor<?x8xf32> {
  // CHECK: %[[V0:.*]] = act.relu %arg0 : tensor<?x8xf32>
  %0 = act.relu %x : tensor<?x8xf32>
  // CHECK: %[[V1:.*]] = act.leaky_relu %[[V0]] {slope = 2.000000e-01 : f64}
  %1 = act.leaky_relu %0 {slope = 0.2} : tensor<?x8xf32>
  // CHECK: %[[V2:.*]] = act.prelu %[[V1]], %arg1 {channel_dim = 1 : i64}
  %2 = act.prelu %1, %s {channel_dim = 1} : tensor<?x8xf32>, tensor<8xf32>
  // CHECK: %[[V3:.*]] = act.abs %[[V2]]
  %3 = act.abs %2 : tensor<?x8xf32>
  // CHECK: %[[V4:.*]] = act.hard_sigmoid %[[V3]]
  %4 = act.hard_sigmoid %3 : tensor<?x8xf32>
  // CHECK: %[[V5:.*]] = act.hard_swish %[[V4]]
  %5 = act.hard_swish %4 : tensor<?x8xf32>
  // CHECK: %[[V6:.*]] = act.relu6 %[[V5]]
  %6 = act.relu6 %5 : tensor<?x8xf32>
  // CHECK: %[[V7:.*]] = act.elu %[[V6]] {alpha = 0.69999999999999996 : f64}
  %7 = act.elu %6 {alpha = 0.7} : tensor<?x8xf32>
  // CHECK: %[[V8:.*]] = act.selu %[[V7]]
  %8 = act.selu %7 : tensor<?x8xf32>
  // CHECK: %[[V9:.*]] = act.tanh %[[V8]]
  %9 = act.tanh %8 : tensor<?x8xf32>
  // A helu in inference is a relu.
  // CHECK: %[[V10:.*]] = act.relu %[[V9]]
  %10 = act.helu %9 {alpha = 0.1} : tensor<?x8xf32>
  return %10 : tensor<?x8xf32>
}
