// RUN: hysteron-opt %s -split-input-file -verify-diagnostics

// expected-error @+1 {{'act.define' op the backward region takes 2 values, but 3 are passed}}
act.define @arity(%x: f32) {
  act.yield %x : f32
} backward(%x: f32, %dy: f32) {
  act.yield %dy : f32
}

// -----

act.define @yields(%x: f32, %p: f32) {
  %y = arith.mulf %x, %p : f32
  act.yield %y : f32
} backward(%x: f32, %p: f32, %y: f32, %dy: f32) {
  // expected-error @+1 {{'act.yield' op the backward region must yield 2 values, but yields 1}}
  act.yield %dy : f32
}

// -----

// expected-error @+1 {{the forward region must be over f32 or f64 alone, but has an argument of type 'f16'}}
act.define @narrow(%x: f16) {
  act.yield %x : f16
}

// -----

act.define @tensors(%x: f32) {
  // expected-error @+1 {{'tensor.from_elements' is not a scalar arith or math operation, which is all that act.define may hold}}
  %t = tensor.from_elements %x : tensor<1xf32>
  act.yield %x : f32
}

// -----

act.define @derivative(%x: f32) {
  // expected-error @+1 {{the derivative of 'math.cbrt' is not known: give a backward region}}
  %y = math.cbrt %x : f32
  act.yield %y : f32
}

// -----

func.func @unknown(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'act.apply' op no act.define is named @nothing}}
  %y = act.apply @nothing(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

act.define @f(%x: f32) {
  act.yield %x : f32
}
func.func @compute_type(%x: tensor<4xf64>) -> tensor<4xf64> {
  // expected-error @+1 {{'act.apply' op computes in 'f64', but @f is over 'f32'}}
  %y = act.apply @f(%x) : (tensor<4xf64>) -> tensor<4xf64>
  return %y : tensor<4xf64>
}

// -----

act.define @f(%x: f32) {
  act.yield %x : f32
}
func.func @parameters(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'act.apply' op passes 1 parameters, but @f takes 0}}
  %y = act.apply @f(%x, %x) {channel_dim = 0} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

act.define @f(%x: f32, %p: f32) {
  %y = arith.addf %x, %p : f32
  act.yield %y : f32
}
func.func @gradient(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'act.relu' op the gradient @f must not take parameters}}
  %y = act.relu %x {gradient = @f} : tensor<4xf32>
  return %y : tensor<4xf32>
}
