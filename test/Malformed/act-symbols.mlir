// RUN: %{malformed} %s
// $ hysteron-opt %s
act.define @plain(%x: f32) {
  act.yield %x : f32
}
act.define @with(%x: f32, %p: f32) {
  %y = arith.mulf %x, %p : f32
  act.yield %y : f32
}
act.define @wide(%x: f64) {
  act.yield %x : f64
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @nothing(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: no act.define is named @nothing
  return %y : tensor<4xf32>
}
// -----
// A function is no activation.
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @f(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: no act.define is named @f
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @plain() : () -> tensor<4xf32> // error: expected SSA operand
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply plain(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: 
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @plain::@nested(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: invalid kind of attribute specified
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @plain(%x) : tensor<4xf32> // error: expected builtin.function, but found 'tensor<4xf32>'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @plain(%x) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: got 1 operands and 2 types
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<8xf32> {
  %y = act.apply @plain(%x) : (tensor<4xf32>) -> tensor<8xf32> // error: must return the type of x
  return %y : tensor<8xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y:2 = act.apply @plain(%x) : (tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) // error: requires one result
  return %y#0 : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @with(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: passes 0 parameters, but @with takes 1
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %p: tensor<f32>) -> tensor<4xf32> {
  %y = act.apply @plain(%x, %p) : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32> // error: passes 1 parameters, but @plain takes 0
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %p: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @with(%x, %p) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: parameter 0 must be one value without channel_dim
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf64>) -> tensor<4xf64> {
  %y = act.apply @plain(%x) : (tensor<4xf64>) -> tensor<4xf64> // error: computes in 'f64', but @plain is over 'f32'
  return %y : tensor<4xf64>
}
// -----
func.func @f(%x: tensor<4xbf16>) -> tensor<4xbf16> {
  %y = act.apply @wide(%x) : (tensor<4xbf16>) -> tensor<4xbf16> // error: computes in 'f32', but @wide is over 'f64'
  return %y : tensor<4xbf16>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @plain(%x) {alpha = 0.5} : (tensor<4xf32>) -> tensor<4xf32> // error: has no attribute "alpha"
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = @nothing} : tensor<4xf32> // error: no act.define is named @nothing
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = @with} : tensor<4xf32> // error: the gradient @with must not take parameters
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = @wide} : tensor<4xf32> // error: computes in 'f32', but @wide is over 'f64'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = "shift"} : tensor<4xf32> // error: #act.shift, #act.leak or the symbol of an act.define
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = #act.shift} : tensor<4xf32> // error: expected '<'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = #act.shift<1>} : tensor<4xf32> // error: invalid kind of attribute specified
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = #act.shift<0.5 : f32>} : tensor<4xf32> // error: the offset of #act.shift must be an f64
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = #act.leak<0x7FF8000000000000 : f64>} : tensor<4xf32> // error: the slope of #act.leak must be finite, but is NaN
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = #act.shift<1.0e39>} : tensor<4xf32> // error: the offset of #act.shift is too large for 'f32'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = #act.slope<0.5>} : tensor<4xf32> // error: unknown attribute `slope` in dialect `act`
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = #act.leak<0.5, 0.5>} : tensor<4xf32> // error: expected '>'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {residual = #act.residual<x>} : tensor<4xf32> // error: expected input, output, mask or recompute
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {residual = "mask"} : tensor<4xf32> // error: 'residual'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.gelu %x {residual = #act.residual<mask>} : tensor<4xf32> // error: has no backward from a bit per element: residual cannot be mask
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @plain(%x) {residual = #act.residual<mask>} : (tensor<4xf32>) -> tensor<4xf32> // error: has no backward from a bit per element
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf16>) -> tensor<4xf16> {
  %y = act.tanh %x {residual = #act.residual<output>} : tensor<4xf16> // error: has no backward from its output with these attributes
  return %y : tensor<4xf16>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x {gradient = @plain, residual = #act.residual<output>} : tensor<4xf32> // error: has no backward from its output with these attributes
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = -0.5, residual = #act.residual<output>} : tensor<4xf32> // error: has no backward from its output with these attributes
  return %y : tensor<4xf32>
}
