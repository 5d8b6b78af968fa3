// RUN: hysteron-opt %s --convert-linalg-to-halide -split-input-file -verify-diagnostics

func.func @call(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'func.call' cannot be compiled to a kernel}}
  %y = func.call @call(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

// expected-error @+1 {{value of type 'f32' cannot be passed to a kernel}}
func.func @scalar(%x: tensor<4xf32>, %s: f32) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}

// -----

func.func @elements() -> tensor<2xf32> {
  // expected-error @+1 {{'arith.constant' cannot be compiled to a kernel unless all elements are equal}}
  %y = arith.constant dense<[1.0, 2.0]> : tensor<2xf32>
  return %y : tensor<2xf32>
}

// -----

#id = affine_map<(d0) -> (d0)>
#two = affine_map<(d0) -> (2 * d0)>
func.func @strided(%x: tensor<8xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  // expected-error @+1 {{indexing map affine_map<(d0) -> (d0 * 2)> cannot be compiled to a kernel}}
  %y = linalg.generic {indexing_maps = [#two, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf32>) outs(%e : tensor<4xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}
