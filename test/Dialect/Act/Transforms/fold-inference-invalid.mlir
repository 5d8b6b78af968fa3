// RUN: hysteron-opt %s --act-fold-inference -verify-diagnostics

func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'act.backward' op computes a gradient, which an inference graph has not: remove what uses it}}
  %dx = act.backward "relu" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %dx : tensor<4xf32>
}
