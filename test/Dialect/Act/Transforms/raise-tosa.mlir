// RUN: hysteron-opt %s --act-raise --split-input-file | FileCheck %s

// CHECK-LABEL: func @clamps
// CHECK: %[[R:.*]] = act.relu %arg0 : tensor<4x8xf32>
// CHECK: %[[S:.*]] = act.relu6 %[[R]] : tensor<4x8xf32>
// CHECK: act.relu %[[S]] : tensor<4x8xf32>
// CHECK-NOT: tosa.clamp
func.func @clamps(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0 = tosa.clamp %x {min_val = 0.0 : f32, max_val = 3.40282347E+38 : f32} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = tosa.clamp %0 {min_val = 0.0 : f32, max_val = 6.0 : f32} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %2 = tosa.clamp %1 {min_val = 0.0 : f32, max_val = 0x7F800000 : f32, nan_mode = IGNORE} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  return %2 : tensor<4x8xf32>
}

// -----

// CHECK-LABEL: func @gate
// CHECK: %[[S:.*]] = act.silu %arg0 : tensor<4x8xf16>
// CHECK: tosa.mul %[[S]], %arg1
// CHECK-NOT: tosa.sigmoid
func.func @gate(%g: tensor<4x8xf16>, %u: tensor<4x8xf16>) -> tensor<4x8xf16> {
  %shift = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>
  %0 = tosa.sigmoid %g : (tensor<4x8xf16>) -> tensor<4x8xf16>
  %1 = tosa.mul %g, %0, %shift : (tensor<4x8xf16>, tensor<4x8xf16>, tensor<1xi8>) -> tensor<4x8xf16>
  %2 = tosa.mul %1, %u, %shift : (tensor<4x8xf16>, tensor<4x8xf16>, tensor<1xi8>) -> tensor<4x8xf16>
  return %2 : tensor<4x8xf16>
}

// -----

// CHECK-LABEL: func @prelu
// CHECK: %[[P:.*]] = tensor.collapse_shape %arg1 {{.*}} : tensor<1x8x1x1xf32> into tensor<8xf32>
// CHECK: act.prelu %arg0, %[[P]] {channel_dim = 1 : i64} : tensor<2x8x3x3xf32>, tensor<8xf32>
func.func @prelu(%x: tensor<2x8x3x3xf32>, %slope: tensor<1x8x1x1xf32>) -> tensor<2x8x3x3xf32> {
  %shift = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>
  %zero = "tosa.const"() <{values = dense<0.0> : tensor<1x1x1x1xf32>}> : () -> tensor<1x1x1x1xf32>
  %0 = tosa.greater_equal %x, %zero : (tensor<2x8x3x3xf32>, tensor<1x1x1x1xf32>) -> tensor<2x8x3x3xi1>
  %1 = tosa.mul %x, %slope, %shift : (tensor<2x8x3x3xf32>, tensor<1x8x1x1xf32>, tensor<1xi8>) -> tensor<2x8x3x3xf32>
  %2 = tosa.select %0, %x, %1 : (tensor<2x8x3x3xi1>, tensor<2x8x3x3xf32>, tensor<2x8x3x3xf32>) -> tensor<2x8x3x3xf32>
  return %2 : tensor<2x8x3x3xf32>
}

// -----

// CHECK-LABEL: func @softplus
// CHECK: act.softplus %arg0 {beta = 1.000000e+00 : f64}
func.func @softplus(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %one = "tosa.const"() <{values = dense<1.0> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
  %limit = "tosa.const"() <{values = dense<20.0> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
  %0 = tosa.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = tosa.add %0, %one : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
  %2 = tosa.log %1 : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %3 = tosa.greater %x, %limit : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xi1>
  %4 = tosa.select %3, %x, %2 : (tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  return %4 : tensor<4x8xf32>
}
