// RUN: hysteron-opt %s --act-differentiate -split-input-file -verify-diagnostics

func.func private @g(tensor<4xf32>) -> tensor<4xf32>
func.func @call(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{the derivative of 'func.call' is not known}}
  %y = func.call @g(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

// expected-error @+1 {{@f_backward was made by act-differentiate: it cannot be differentiated again}}
func.func @f_backward(%dy: tensor<4xf32>) -> (tensor<4xf32> {act.role = "gradient 0"}) {
  return %dy : tensor<4xf32>
}

// -----

func.func @second_order(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{the derivative of 'act.backward' is not known}}
  %dx = act.backward "relu" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %dx : tensor<4xf32>
}

// -----

func.func @f_backward() {
  return
}
// expected-error @+1 {{@f_backward exists already}}
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
