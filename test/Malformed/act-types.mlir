// RUN: %{malformed} %s
// $ hysteron-opt %s
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.reluu %x : tensor<4xf32> // error: custom op 'act.reluu' is unknown
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x // error: expected ':'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu 1.0 : tensor<4xf32> // error: expected SSA operand
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %z : tensor<4xf32> // error: use of undeclared SSA value name
  return %y : tensor<4xf32>
}
// -----
// Two operands for an op of one.
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x, %x : tensor<4xf32> // error: expected ':'
  return %y : tensor<4xf32>
}
// -----
// A parameter is missing.
func.func @f(%x: tensor<4xf32>, %l: tensor<f32>) -> tensor<4xf32> {
  %y = act.apa %x, %l : tensor<4xf32>, tensor<f32> // error: expected ','
  return %y : tensor<4xf32>
}
// -----
// The type of a parameter is missing.
func.func @f(%x: tensor<4xf32>, %s: tensor<f32>) -> tensor<4xf32> {
  %y = act.prelu %x, %s : tensor<4xf32> // error: expected ','
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x : tensor<4xf64> // error: expects different type than prior uses
  return %y : tensor<4xf64>
}
// -----
func.func @f(%x: tensor<4xi32>) -> tensor<4xi32> {
  %y = act.relu %x : tensor<4xi32> // error: operand #0 must be ranked tensor of 16-bit float or bfloat16
  return %y : tensor<4xi32>
}
// -----
func.func @f(%x: tensor<4xf8E5M2>) -> tensor<4xf8E5M2> {
  %y = act.gelu %x : tensor<4xf8E5M2> // error: operand #0 must be ranked tensor of 16-bit float or bfloat16
  return %y : tensor<4xf8E5M2>
}
// -----
func.func @f(%x: tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>> {
  %y = act.tanh %x : tensor<4xcomplex<f32>> // error: operand #0 must be ranked tensor of 16-bit float or bfloat16
  return %y : tensor<4xcomplex<f32>>
}
// -----
func.func @f(%x: tensor<*xf32>) -> tensor<*xf32> {
  %y = act.relu %x : tensor<*xf32> // error: expected builtin.tensor, but found 'tensor<*xf32>'
  return %y : tensor<*xf32>
}
// -----
func.func @f(%x: f32) -> f32 {
  %y = act.relu %x : f32 // error: expected builtin.tensor, but found 'f32'
  return %y : f32
}
// -----
func.func @f(%x: memref<4xf32>) -> memref<4xf32> {
  %y = act.relu %x : memref<4xf32> // error: expected builtin.tensor, but found 'memref<4xf32>'
  return %y : memref<4xf32>
}
// -----
func.func @f(%x: tensor<4xf33>) -> tensor<4xf33> { // error: expected non-function type
  return %x : tensor<4xf33>
}
// -----
func.func @f(%x: tensor<-4xf32>) -> tensor<4xf32> { // error: expected non-function type
  return %x : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<99999999999999999999xf32>) -> tensor<4xf32> { // error: invalid dimension
  return %x : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf64> {
  %y = "act.relu"(%x) : (tensor<4xf32>) -> tensor<4xf64> // error: failed to verify that all of {x, y} have same type
  return %y : tensor<4xf64>
}
// -----
func.func @f(%x: tensor<?xf32>) -> tensor<4xf32> {
  %y = "act.relu"(%x) : (tensor<?xf32>) -> tensor<4xf32> // error: failed to verify that all of {x, y} have same type
  return %y : tensor<4xf32>
}
// -----
func.func @f() -> tensor<4xf32> {
  %y = "act.relu"() : () -> tensor<4xf32> // error: requires a single operand
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) {
  "act.relu"(%x) : (tensor<4xf32>) -> () // error: requires one result
  return
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = "act.relu"(%x) ({ // error: requires zero regions
  }) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x : tensor<4xf32>
  %y = act.relu %x : tensor<4xf32> // error: redefinition of SSA value '%y'
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<8xf32> {
  %y = act.relu %x : tensor<4xf32>
  return %y : tensor<8xf32> // error: expects different type than prior uses
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %z : tensor<4xf32> // error: operand #0 does not dominate this use
  %z = act.relu %x : tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  act.relu %x : tensor<4xf32> // error: block with no terminator
}
