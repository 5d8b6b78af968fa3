// RUN: %{malformed} %s
// $ hysteron-opt %s
// -----
act.define (%x: f32) { // error: expected valid '@'-identifier for symbol name
  act.yield %x : f32
}
// -----
act.define @f(%x) { // error: expected ':'
  act.yield %x : f32
}
// -----
act.define @f() { // error: the forward region must take x
  %c = arith.constant 0.0 : f32
  act.yield %c : f32
}
// -----
act.define @f(%x: f16) { // error: the forward region must be over f32 or f64 alone, but has an argument of type 'f16'
  act.yield %x : f16
}
// -----
act.define @f(%x: tensor<4xf32>) { // error: the forward region must be over f32 or f64 alone, but has an argument of type 'tensor<4xf32>'
  %c = arith.constant 0.0 : f32
  act.yield %c : f32
}
// -----
act.define @f(%x: i32) { // error: the forward region must be over f32 or f64 alone, but has an argument of type 'i32'
  %y = arith.sitofp %x : i32 to f32
  act.yield %y : f32
}
// -----
act.define @f(%x: f32, %p: f64) { // error: the forward region must be over f32 or f64 alone, but has an argument of type 'f64'
  act.yield %x : f32
}
// -----
act.define @f(%x: f32) { // error: empty block: expect at least a terminator
}
// -----
act.define @f(%x: f32) {
  %y = arith.mulf %x, %x : f32 // error: block with no terminator
}
// -----
act.define @f(%x: f32) {
  func.return %x : f32 // error: expects parent op 'func.func'
}
// -----
act.define @f(%x: f32) {
  act.yield // error: expected ':'
}
// -----
act.define @f(%x: f32) {
  act.yield %x, %x : f32, f32 // error: the forward region must yield 1 value, but yields 2
}
// -----
act.define @f(%x: f32) {
  %y = arith.extf %x : f32 to f64
  act.yield %y : f64 // error: must yield values of type 'f32', not 'f64'
}
// -----
act.define @f(%x: f32) {
  %y = arith.cmpf olt, %x, %x : f32
  act.yield %y : i1 // error: operand #0 must be variadic of floating-point
}
// -----
act.define @f(%x: f32) {
  act.yield %x : f32 // error: must be the last operation in the parent block
  act.yield %x : f32
}
// -----
act.define @f(%x: f32) { // error: region with 1 blocks
  cf.br ^next
^next:
  act.yield %x : f32
}
// -----
act.define @f(%x: f32) {
  %t = tensor.from_elements %x : tensor<1xf32> // error: 'tensor.from_elements' is not a scalar arith or math operation
  act.yield %x : f32
}
// -----
func.func private @g(f32) -> f32
act.define @f(%x: f32) {
  %y = func.call @g(%x) : (f32) -> f32 // error: 'func.call' is not a scalar arith or math operation
  act.yield %y : f32
}
// -----
act.define @f(%x: f32) {
  %c = arith.cmpf olt, %x, %x : f32
  %y = scf.if %c -> f32 { // error: 'scf.if' is not a scalar arith or math operation
    scf.yield %x : f32
  } else {
    scf.yield %x : f32
  }
  act.yield %y : f32
}
// -----
// A vector inside.
act.define @f(%x: f32) {
  %v = arith.constant dense<1.0> : vector<4xf32> // error: 'arith.constant' is not a scalar arith or math operation
  act.yield %x : f32
}
// -----
func.func @g(%a: f32) {
  act.define @f(%x: f32) { // error: symbol's parent must have the SymbolTable trait
    act.yield %x : f32
  }
  return
}
// -----
act.define @f(%x: f32) {
  %y = math.cbrt %x : f32 // error: the derivative of 'math.cbrt' is not known: give a backward region
  act.yield %y : f32
}
// -----
act.define @f(%x: f32) {
  act.yield %x : f32
}
act.define @f(%x: f32) { // error: redefinition of symbol named 'f'
  act.yield %x : f32
}
// -----
act.define @f(%x: f32) { // error: the backward region takes 2 values, but 3 are passed
  act.yield %x : f32
} backward(%x: f32, %dy: f32) {
  act.yield %dy : f32
}
// -----
act.define @f(%x: f32) { // error: the backward region must be over f32 or f64 alone, but has an argument of type 'f64'
  act.yield %x : f32
} backward(%x: f32, %y: f32, %dy: f64) {
  act.yield %x : f32
}
// -----
act.define @f(%x: f32, %p: f32) {
  %y = arith.mulf %x, %p : f32
  act.yield %y : f32
} backward(%x: f32, %p: f32, %y: f32, %dy: f32) {
  act.yield %dy : f32 // error: the backward region must yield 2 values, but yields 1
}
// -----
act.define @f(%x: f32) { // error: empty block
  act.yield %x : f32
} backward(%x: f32, %y: f32, %dy: f32) {
}
// -----
act.define @f(%x: f32) {
  %two = arith.constant 2.0 : f32
  %y = arith.mulf %x, %two : f32
  act.yield %y : f32
} backward(%a: f32, %y: f32, %dy: f32) {
  %dx = arith.mulf %dy, %two : f32 // error: use of undeclared SSA value name
  act.yield %dx : f32
}
// -----
act.define @f(%x: f32) {
  act.yield %x : f32
} backwards(%x: f32, %y: f32, %dy: f32) { // error: custom op 'backwards' is unknown
  act.yield %dy : f32
}
// -----
func.func @f(%x: f32) {
  act.yield %x : f32 // error: expects parent op 'act.define'
}
// -----
act.define @g(%x: f32) {
  %i = arith.fptosi %x : f32 to i128 // error: cannot compute with values of type 'i128'
  %y = arith.sitofp %i : i128 to f32
  act.yield %y : f32
}
// -----
act.define @g(%x: f32) {
  %i = arith.extf %x : f32 to f128 // error: cannot compute with values of type 'f128'
  %y = arith.truncf %i : f128 to f32
  act.yield %y : f32
}
