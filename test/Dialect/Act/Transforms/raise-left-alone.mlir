// RUN: hysteron-opt %s --act-raise --split-input-file | FileCheck %s --implicit-check-not=act.

// What is nearly an activation stays what it is.

// sqrt(2/pi) is 0.79788.
// CHECK: math.tanh
#id = affine_map<(d0) -> (d0)>
func.func @gelu_constant(%x: tensor<8xf32>) -> tensor<8xf32> {
  %half = arith.constant 0.5 : f32
  %one = arith.constant 1.0 : f32
  %cubic = arith.constant 0.044715 : f32
  %root = arith.constant 0.79772 : f32
  %init = tensor.empty() : tensor<8xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf32>) outs(%init : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.mulf %in, %in : f32
    %1 = arith.mulf %0, %in : f32
    %2 = arith.mulf %1, %cubic : f32
    %3 = arith.addf %in, %2 : f32
    %4 = arith.mulf %3, %root : f32
    %t = math.tanh %4 : f32
    %5 = arith.addf %t, %one : f32
    %6 = arith.mulf %half, %in : f32
    %7 = arith.mulf %6, %5 : f32
    linalg.yield %7 : f32
  } -> tensor<8xf32>
  return %y : tensor<8xf32>
}
// -----

// log(1 + e^10) is not 10.
// CHECK: arith.select
#id = affine_map<(d0) -> (d0)>
func.func @softplus_threshold(%x: tensor<8xf32>) -> tensor<8xf32> {
  %limit = arith.constant 10.0 : f32
  %init = tensor.empty() : tensor<8xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf32>) outs(%init : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = math.exp %in : f32
    %1 = math.log1p %0 : f32
    %2 = arith.cmpf ogt, %in, %limit : f32
    %3 = arith.select %2, %in, %1 : f32
    linalg.yield %3 : f32
  } -> tensor<8xf32>
  return %y : tensor<8xf32>
}
// -----

// Another library's hard sigmoid.
// CHECK: arith.minimumf
#id = affine_map<(d0) -> (d0)>
func.func @hard_sigmoid(%x: tensor<8xf32>) -> tensor<8xf32> {
  %slope = arith.constant 0.2 : f32
  %half = arith.constant 0.5 : f32
  %one = arith.constant 1.0 : f32
  %zero = arith.constant 0.0 : f32
  %init = tensor.empty() : tensor<8xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf32>) outs(%init : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.mulf %in, %slope : f32
    %1 = arith.addf %0, %half : f32
    %2 = arith.maximumf %1, %zero : f32
    %3 = arith.minimumf %2, %one : f32
    linalg.yield %3 : f32
  } -> tensor<8xf32>
  return %y : tensor<8xf32>
}
// -----

// In f64, a half's square root known to f32.
// CHECK: math.erf
#id = affine_map<(d0) -> (d0)>
func.func @gelu_double(%x: tensor<8xf64>) -> tensor<8xf64> {
  %half = arith.constant 0.5 : f64
  %one = arith.constant 1.0 : f64
  %root = arith.constant 0.70710676908493042 : f64
  %init = tensor.empty() : tensor<8xf64>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf64>) outs(%init : tensor<8xf64>) {
  ^bb0(%in: f64, %out: f64):
    %0 = arith.mulf %in, %root : f64
    %1 = math.erf %0 : f64
    %2 = arith.addf %1, %one : f64
    %3 = arith.mulf %2, %half : f64
    %4 = arith.mulf %3, %in : f64
    linalg.yield %4 : f64
  } -> tensor<8xf64>
  return %y : tensor<8xf64>
}
// -----

// The sigmoid in it is rounded to f16.
// CHECK: arith.truncf
#id = affine_map<(d0) -> (d0)>
func.func @rounded(%x: tensor<8xf32>) -> tensor<8xf32> {
  %one = arith.constant 1.0 : f32
  %init = tensor.empty() : tensor<8xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf32>) outs(%init : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.negf %in : f32
    %1 = math.exp %0 : f32
    %2 = arith.addf %1, %one : f32
    %3 = arith.divf %one, %2 : f32
    %4 = arith.truncf %3 : f32 to f16
    %5 = arith.extf %4 : f16 to f32
    %6 = arith.mulf %in, %5 : f32
    linalg.yield %6 : f32
  } -> tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----

// Times one, and nothing else.
// CHECK: arith.mulf
func.func @identity(%x: tensor<8xf32>) -> tensor<8xf32> {
  %one = arith.constant dense<1.0> : tensor<8xf32>
  %0 = arith.mulf %x, %one : tensor<8xf32>
  return %0 : tensor<8xf32>
}
