// RUN: hysteron-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func @helu_of_zero
// CHECK-SAME: %[[X:.*]]: tensor
func.func @helu_of_zero(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: %[[Y:.*]] = act.relu %[[X]] : tensor<4xf32>
  // CHECK: return %[[Y]]
  %y = act.helu %x {alpha = 0.0} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// CHECK-LABEL: func @relu_of_relu
func.func @relu_of_relu(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-COUNT-1: act.relu
  // CHECK-NOT: act.relu
  %0 = act.relu %x : tensor<4xf32>
  %1 = act.relu %0 : tensor<4xf32>
  return %1 : tensor<4xf32>
}

// The inner relu's surrogate would be lost.
// CHECK-LABEL: func @relu_of_surrogate
func.func @relu_of_surrogate(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-COUNT-2: act.relu
  %0 = act.relu %x {gradient = #act.leak<0.1>} : tensor<4xf32>
  %1 = act.relu %0 : tensor<4xf32>
  return %1 : tensor<4xf32>
}

// CHECK-LABEL: func @shifted_relu
func.func @shifted_relu(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: act.helu %{{.*}} {alpha = 5.000000e-01 : f64}
  %y = act.relu %x {gradient = #act.shift<0.5>} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// CHECK-LABEL: func @identity
// CHECK-SAME: %[[X:.*]]: tensor
func.func @identity(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: return %[[X]]
  %y = act.leaky_relu %x {slope = 1.0} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// CHECK-LABEL: func @constant_slope
func.func @constant_slope(%x: tensor<4xf16>) -> tensor<4xf16> {
  // CHECK: act.leaky_relu %{{.*}} {slope = 2.500000e-01 : f64}
  %s = arith.constant dense<0.25> : tensor<f16>
  %y = act.prelu %x, %s : tensor<4xf16>, tensor<f16>
  return %y : tensor<4xf16>
}

// CHECK-LABEL: func @apa_is_sigmoid
func.func @apa_is_sigmoid(%x: tensor<?x4xf32>, %k: tensor<4xf32>) -> tensor<?x4xf32> {
  // CHECK: %[[P:.*]] = linalg.generic
  // CHECK: arith.mulf
  // CHECK: act.sigmoid %[[P]]
  %l = arith.constant dense<1.0> : tensor<f32>
  %y = act.apa %x, %l, %k {channel_dim = 1} : tensor<?x4xf32>, tensor<f32>, tensor<4xf32>
  return %y : tensor<?x4xf32>
}

// The product would be rounded to f16.
// CHECK-LABEL: func @narrow_apa
func.func @narrow_apa(%x: tensor<4xf16>, %k: tensor<f16>) -> tensor<4xf16> {
  // CHECK: act.apa
  %l = arith.constant dense<1.0> : tensor<f16>
  %y = act.apa %x, %l, %k : tensor<4xf16>, tensor<f16>, tensor<f16>
  return %y : tensor<4xf16>
}
