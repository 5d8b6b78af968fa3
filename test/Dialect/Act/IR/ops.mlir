// RUN: hysteron-opt %s | hysteron-opt | FileCheck %s

// CHECK-LABEL: func @constants
func.func @constants(%x: tensor<?x784xf32>) -> tensor<?x784xf32> {
  // CHECK: act.relu %{{.*}} : tensor<?x784xf32>
  %0 = act.relu %x : tensor<?x784xf32>
  // CHECK: act.helu %{{.*}} {alpha = 5.000000e-02 : f64} : tensor<?x784xf32>
  %1 = act.helu %0 {alpha = 0.05} : tensor<?x784xf32>
  // A default is not printed.
  // CHECK: act.necro_relu %{{[0-9]+}} : tensor<?x784xf32>
  %2 = act.necro_relu %1 {slope = 0.1} : tensor<?x784xf32>
  // CHECK: act.gelu %{{.*}} {approximate = "tanh"} : tensor<?x784xf32>
  %3 = act.gelu %2 {approximate = "tanh"} : tensor<?x784xf32>
  return %3 : tensor<?x784xf32>
}

// CHECK-LABEL: func @parameters
func.func @parameters(%x: tensor<8x64x7x7xf16>, %s: tensor<f16>, %l: tensor<64xf32>, %k: tensor<64xf32>) -> tensor<8x64x7x7xf16> {
  // CHECK: act.prelu %{{.*}}, %{{.*}} : tensor<8x64x7x7xf16>, tensor<f16>
  %0 = act.prelu %x, %s : tensor<8x64x7x7xf16>, tensor<f16>
  // CHECK: act.aglu %{{.*}}, %{{.*}}, %{{.*}} {channel_dim = 1 : i64} : tensor<8x64x7x7xf16>, tensor<64xf32>, tensor<64xf32>
  %1 = act.aglu %0, %l, %k {channel_dim = 1} : tensor<8x64x7x7xf16>, tensor<64xf32>, tensor<64xf32>
  return %1 : tensor<8x64x7x7xf16>
}

// CHECK-LABEL: func @gradients
func.func @gradients(%x: tensor<f64>) -> tensor<f64> {
  // CHECK: {gradient = #act.shift<5.000000e-01 : f64>}
  %0 = act.silu %x {gradient = #act.shift<0.5>} : tensor<f64>
  // CHECK: {gradient = #act.leak<1.000000e-01 : f64>, residual = #act.residual<mask>}
  %1 = act.relu %0 {gradient = #act.leak<0.1>, residual = #act.residual<mask>} : tensor<f64>
  return %1 : tensor<f64>
}

// CHECK: act.define @straight_through(%[[X:.*]]: f32) {
// CHECK-NEXT: %[[Y:.*]] = math.roundeven %[[X]] : f32
// CHECK-NEXT: act.yield %[[Y]] : f32
// CHECK-NEXT: } backward(%{{.*}}: f32, %{{.*}}: f32, %[[DY:.*]]: f32) {
// CHECK-NEXT: act.yield %[[DY]] : f32
act.define @straight_through(%x: f32) {
  %y = math.roundeven %x : f32
  act.yield %y : f32
} backward(%x: f32, %y: f32, %dy: f32) {
  act.yield %dy : f32
}

// CHECK: act.define @scaled(%{{.*}}: f32, %{{.*}}: f32) {
// CHECK-NOT: backward
act.define @scaled(%x: f32, %s: f32) {
  %y = arith.mulf %x, %s : f32
  act.yield %y : f32
}

// CHECK-LABEL: func @apply
func.func @apply(%x: tensor<4xbf16>, %s: tensor<bf16>) -> tensor<4xbf16> {
  // CHECK: act.apply @scaled(%{{.*}}, %{{.*}}) {gradient = @straight_through} : (tensor<4xbf16>, tensor<bf16>) -> tensor<4xbf16>
  %y = act.apply @scaled(%x, %s) {gradient = @straight_through} : (tensor<4xbf16>, tensor<bf16>) -> tensor<4xbf16>
  return %y : tensor<4xbf16>
}

// CHECK-LABEL: func @derived
func.func @derived(%x: tensor<8xf32>, %dy: tensor<8xf32>) -> tensor<8xf32> {
  // CHECK: act.mask "helu" {alpha = 5.000000e-01 : f64}(%{{.*}}) : tensor<8xf32> -> tensor<64xi8>
  %m = act.mask "helu" {alpha = 0.5} (%x) : tensor<8xf32> -> tensor<64xi8>
  // CHECK: act.backward "helu" {alpha = 5.000000e-01 : f64} <mask>(%{{.*}}) cotangent(%{{.*}}) : (tensor<64xi8>, tensor<8xf32>) -> tensor<8xf32>
  %dx = act.backward "helu" {alpha = 0.5} <mask>(%m) cotangent(%dy) : (tensor<64xi8>, tensor<8xf32>) -> tensor<8xf32>
  return %dx : tensor<8xf32>
}
