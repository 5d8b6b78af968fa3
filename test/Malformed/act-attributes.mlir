// RUN: %{malformed} %s
// $ hysteron-opt %s
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x : tensor<4xf32> // error: requires attribute 'alpha'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alfa = 0.5} : tensor<4xf32> // error: requires attribute 'alpha'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {alpha = 0.5} : tensor<4xf32> // error: has no attribute "alpha"
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = 1} : tensor<4xf32> // error: 'alpha'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = 0.5 : f32} : tensor<4xf32> // error: 'alpha'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = "0.5"} : tensor<4xf32> // error: 'alpha'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = dense<0.5> : tensor<f64>} : tensor<4xf32> // error: 'alpha'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha} : tensor<4xf32> // error: 'alpha'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = 0.5, alpha = 0.25} : tensor<4xf32> // error: duplicate key 'alpha'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = 0.5 : f64 : tensor<4xf32> // error: expected '}'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = 0,5} : tensor<4xf32> // error: expected attribute name
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = 0x7FF8000000000000 : f64} : tensor<4xf32> // error: 'alpha' must be finite, but is NaN
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = 0x7FF0000000000000 : f64} : tensor<4xf32> // error: 'alpha' must be finite, but is infinite
  return %y : tensor<4xf32>
}
// -----
// A number that no f64 can hold.
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.elu %x {alpha = 1.0e999} : tensor<4xf32> // error: 'alpha' must be finite, but is infinite
  return %y : tensor<4xf32>
}
// -----
// A number that no f32 can hold, where f32 is computed with.
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.elu %x {alpha = 1.0e300} : tensor<4xf32> // error: 'alpha' is too large for 'f32'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.softplus %x {beta = -0.0} : tensor<4xf32> // error: beta must not be 0
  return %y : tensor<4xf32>
}
// -----
// 0 in f32.
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.softplus %x {beta = 1.0e-300} : tensor<4xf32> // error: beta must not be 0 as 'f32'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %l: tensor<f32>) -> tensor<4xf32> {
  %y = act.apa %x, %l, %l {lambda_min = 0.0} : tensor<4xf32>, tensor<f32>, tensor<f32> // error: lambda_min must be positive
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %l: tensor<f32>) -> tensor<4xf32> {
  %y = act.aglu %x, %l, %l {lambda_min = 1.0e-300} : tensor<4xf32>, tensor<f32>, tensor<f32> // error: lambda_min must be positive as 'f32'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.gelu %x {approximate = "erf"} : tensor<4xf32> // error: approximate must be "none" or "tanh", but is "erf"
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.gelu %x {approximate = tanh} : tensor<4xf32> // error: expected attribute value
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.gelu %x {approximate = true} : tensor<4xf32> // error: 'approximate'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<8x4xf32>, %s: tensor<4xf32>) -> tensor<8x4xf32> {
  %y = act.prelu %x, %s : tensor<8x4xf32>, tensor<4xf32> // error: parameter 0 must be one value without channel_dim
  return %y : tensor<8x4xf32>
}
// -----
func.func @f(%x: tensor<8x4xf32>, %s: tensor<8xf32>) -> tensor<8x4xf32> {
  %y = act.prelu %x, %s {channel_dim = 1} : tensor<8x4xf32>, tensor<8xf32> // error: parameter 0 has 8 channels, but 'tensor<8x4xf32>' has 4 in dimension 1
  return %y : tensor<8x4xf32>
}
// -----
func.func @f(%x: tensor<8x4xf32>, %s: tensor<4xf32>) -> tensor<8x4xf32> {
  %y = act.prelu %x, %s {channel_dim = 2} : tensor<8x4xf32>, tensor<4xf32> // error: channel_dim 2 is not a dimension of 'tensor<8x4xf32>'
  return %y : tensor<8x4xf32>
}
// -----
func.func @f(%x: tensor<8x4xf32>, %s: tensor<4xf32>) -> tensor<8x4xf32> {
  %y = act.prelu %x, %s {channel_dim = -1} : tensor<8x4xf32>, tensor<4xf32> // error: channel_dim -1 is not a dimension of 'tensor<8x4xf32>'
  return %y : tensor<8x4xf32>
}
// -----
func.func @f(%x: tensor<8x4xf32>, %s: tensor<4xf32>) -> tensor<8x4xf32> {
  %y = act.prelu %x, %s {channel_dim = 99999999999999999999} : tensor<8x4xf32>, tensor<4xf32> // error: integer constant out of range for attribute
  return %y : tensor<8x4xf32>
}
// -----
func.func @f(%x: tensor<8x4xf32>, %s: tensor<4xf32>) -> tensor<8x4xf32> {
  %y = act.prelu %x, %s {channel_dim = 1 : i8} : tensor<8x4xf32>, tensor<4xf32> // error: 'channel_dim'
  return %y : tensor<8x4xf32>
}
// -----
func.func @f(%x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  %y = act.relu %x {channel_dim = 1} : tensor<8x4xf32> // error: has channel_dim but no parameters
  return %y : tensor<8x4xf32>
}
// -----
func.func @f(%x: tensor<f32>, %s: tensor<1xf32>) -> tensor<f32> {
  %y = act.prelu %x, %s {channel_dim = 0} : tensor<f32>, tensor<1xf32> // error: channel_dim 0 is not a dimension of 'tensor<f32>'
  return %y : tensor<f32>
}
// -----
func.func @f(%x: tensor<8x4xf32>, %s: tensor<1x4xf32>) -> tensor<8x4xf32> {
  %y = act.prelu %x, %s {channel_dim = 1} : tensor<8x4xf32>, tensor<1x4xf32> // error: parameter 0 must be one value or one per channel, but is 'tensor<1x4xf32>'
  return %y : tensor<8x4xf32>
}
// -----
func.func @f(%x: tensor<8xf32>, %s: tensor<f16>) -> tensor<8xf32> {
  %y = act.prelu %x, %s : tensor<8xf32>, tensor<f16> // error: parameter 0 must have elements of type 'f32' or f32, but is 'tensor<f16>'
  return %y : tensor<8xf32>
}
// -----
func.func @f(%x: tensor<8xf16>, %s: tensor<f64>) -> tensor<8xf16> {
  %y = act.prelu %x, %s : tensor<8xf16>, tensor<f64> // error: parameter 0 must have elements of type 'f16' or f32, but is 'tensor<f64>'
  return %y : tensor<8xf16>
}
// -----
// The second parameter is wrong.
func.func @f(%x: tensor<8xf32>, %l: tensor<f32>, %k: tensor<2xf32>) -> tensor<8xf32> {
  %y = act.apa %x, %l, %k {channel_dim = 0} : tensor<8xf32>, tensor<f32>, tensor<2xf32> // error: parameter 1 has 2 channels
  return %y : tensor<8xf32>
}
// -----
// No channels where x has some.
func.func @f(%x: tensor<8xf32>, %s: tensor<0xf32>) -> tensor<8xf32> {
  %y = act.prelu %x, %s {channel_dim = 0} : tensor<8xf32>, tensor<0xf32> // error: parameter 0 has 0 channels
  return %y : tensor<8xf32>
}
