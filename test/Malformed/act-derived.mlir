// RUN: %{malformed} %s
// $ hysteron-opt %s
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "reluu" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: there is no activation "reluu"
  return %dx : tensor<4xf32>
}
// -----
// Names another op of the dialect.
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "yield" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: there is no activation "yield"
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "apply" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: requires attribute 'callee'
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "apply" {callee = @g} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: no act.define is named @g
  return %dx : tensor<4xf32>
}
// -----
// alpha is missing.
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "helu" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: requires attribute 'alpha'
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "helu" {alpha = "0.5"} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: attribute 'alpha' failed to satisfy constraint: 64-bit float attribute
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "helu" {alpha = 0x7FF8000000000000 : f64} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: attribute 'alpha' must be finite, but is NaN
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "relu" {alpha = 0.5} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: has no attribute "alpha"
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "gelu" {approximate = "erf"} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: approximate must be "none" or "tanh", but is "erf"
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "relu" {gradient = @nothing} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: no act.define is named @nothing
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "relu" {} <keep>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: expected input, output, mask or recompute
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "relu" {} <recompute>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: recompute is not a kept value
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "silu" {} <output>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: has no backward from its output
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%m: tensor<64xi8>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "tanh" {} <mask>(%m) cotangent(%dy) : (tensor<64xi8>, tensor<4xf32>) -> tensor<4xf32> // error: has no backward from a bit per element
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%m: tensor<4xi8>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "relu" {} <mask>(%m) cotangent(%dy) : (tensor<4xi8>, tensor<4xf32>) -> tensor<4xf32> // error: must keep a tensor like 'tensor<64xi8>', not 'tensor<4xi8>'
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf64>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "relu" {} <input>(%x) cotangent(%dy) : (tensor<4xf64>, tensor<4xf32>) -> tensor<4xf32> // error: must keep a tensor like 'tensor<4xf32>', not 'tensor<4xf64>'
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<8xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "relu" {} <input>(%x) cotangent(%dy) : (tensor<8xf32>, tensor<4xf32>) -> tensor<4xf32> // error: must keep a tensor like 'tensor<4xf32>', not 'tensor<8xf32>'
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<8xf32> {
  %dx = act.backward "relu" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<8xf32> // error: dx must have the type of the cotangent
  return %dx : tensor<8xf32>
}
// -----
// The slope of prelu is missing.
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "prelu" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: passes 0 parameters, but prelu takes 1
  return %dx : tensor<4xf32>
}
// -----
// relu has no parameters.
func.func @f(%x: tensor<4xf32>, %s: tensor<f32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx, %ds = act.backward "relu" {} <input>(%x) parameters(%s) cotangent(%dy) : (tensor<4xf32>, tensor<f32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<f32>) // error: passes 1 parameters, but relu takes 0
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %s: tensor<f32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "prelu" {} <input>(%x) parameters(%s) cotangent(%dy) : (tensor<4xf32>, tensor<f32>, tensor<4xf32>) -> tensor<4xf32> // error: must return dx and one gradient per parameter
  return %dx : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %s: tensor<f32>, %dy: tensor<4xf32>) -> tensor<f64> {
  %dx, %ds = act.backward "prelu" {} <input>(%x) parameters(%s) cotangent(%dy) : (tensor<4xf32>, tensor<f32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<f64>) // error: a parameter's gradient must have its type, 'tensor<f32>'
  return %ds : tensor<f64>
}
// -----
func.func @f(%x: tensor<8xf32>, %s: tensor<4xf32>, %dy: tensor<8xf32>) -> tensor<4xf32> {
  %dx, %ds = act.backward "prelu" {} <input>(%x) parameters(%s) cotangent(%dy) : (tensor<8xf32>, tensor<4xf32>, tensor<8xf32>) -> (tensor<8xf32>, tensor<4xf32>) // error: parameter 0 must be one value without channel_dim, but is 'tensor<4xf32>'
  return %ds : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<8x4xf32>, %s: tensor<4xf32>, %dy: tensor<8x4xf32>) -> tensor<4xf32> {
  %dx, %ds = act.backward "prelu" {} <input>(%x) parameters(%s) cotangent(%dy) {channel_dim = 2} : (tensor<8x4xf32>, tensor<4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<4xf32>) // error: channel_dim 2 is not a dimension of 'tensor<8x4xf32>'
  return %ds : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<8x4xf32>, %s: tensor<4xf32>, %dy: tensor<8x4xf32>) -> tensor<4xf32> {
  %dx, %ds = act.backward "prelu" {} <input>(%x) parameters(%s) cotangent(%dy) {channel_dim = 0} : (tensor<8x4xf32>, tensor<4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<4xf32>) // error: parameter 0 has 4 channels, but 'tensor<8x4xf32>' has 8 in dimension 0
  return %ds : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<64xi8> {
  %m = act.mask "gelu" {} (%x) : tensor<4xf32> -> tensor<64xi8> // error: there is no two-valued rule of "gelu"
  return %m : tensor<64xi8>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<64xi8> {
  %m = act.mask "helu" {} (%x) : tensor<4xf32> -> tensor<64xi8> // error: requires attribute 'alpha'
  return %m : tensor<64xi8>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<1xi8> {
  %m = act.mask "relu" {} (%x) : tensor<4xf32> -> tensor<1xi8> // error: must return 'tensor<64xi8>'
  return %m : tensor<1xi8>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<64xi1> {
  %m = act.mask "relu" {} (%x) : tensor<4xf32> -> tensor<64xi1> // error: must be 1D tensor of 8-bit signless integer
  return %m : tensor<64xi1>
}
