// RUN: hysteron-opt %s --act-raise | FileCheck %s

// Comparisons of any kind, in either direction, with the constant on any side.
#id = affine_map<(d0, d1) -> (d0, d1)>
#scalar = affine_map<(d0, d1) -> ()>

// CHECK-LABEL: func @select
// CHECK: act.relu %arg0 : tensor<?x8xf32>
// CHECK-NEXT: return
func.func @select(%x: tensor<?x8xf32>, %init: tensor<?x8xf32>) -> tensor<?x8xf32> {
  %zero = arith.constant 0.0 : f32
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<?x8xf32>) outs(%init : tensor<?x8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.cmpf ule, %in, %zero : f32
    %1 = arith.select %0, %zero, %in : f32
    linalg.yield %1 : f32
  } -> tensor<?x8xf32>
  return %y : tensor<?x8xf32>
}

// CHECK-LABEL: func @in_two_steps
// CHECK: act.relu6 %arg0 : tensor<4x8xf32>
// CHECK-NOT: linalg.generic
func.func @in_two_steps(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %six = arith.constant dense<6.0> : tensor<f32>
  %zero = arith.constant dense<0.0> : tensor<f32>
  %init = tensor.empty() : tensor<4x8xf32>
  %0 = linalg.generic {indexing_maps = [#scalar, #id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%six, %x : tensor<f32>, tensor<4x8xf32>) outs(%init : tensor<4x8xf32>) {
  ^bb0(%c: f32, %in: f32, %out: f32):
    %1 = arith.minnumf %c, %in : f32
    linalg.yield %1 : f32
  } -> tensor<4x8xf32>
  %y = linalg.generic {indexing_maps = [#id, #scalar, #id], iterator_types = ["parallel", "parallel"]}
      ins(%0, %zero : tensor<4x8xf32>, tensor<f32>) outs(%init : tensor<4x8xf32>) {
  ^bb0(%in: f32, %c: f32, %out: f32):
    %1 = arith.cmpf ogt, %c, %in : f32
    %2 = arith.select %1, %c, %in : f32
    linalg.yield %2 : f32
  } -> tensor<4x8xf32>
  return %y : tensor<4x8xf32>
}

// arith and math on tensors are one-op generics.
// CHECK-LABEL: func @on_tensors
// CHECK: %[[L:.*]] = act.leaky_relu %arg0 {slope = 1.000000e-01 : f64}
// CHECK: %[[H:.*]] = act.hard_sigmoid %[[L]] : tensor<8xf32>
// CHECK: %[[A:.*]] = act.abs %[[H]] : tensor<8xf32>
// CHECK: return %[[A]]
func.func @on_tensors(%x: tensor<8xf32>) -> tensor<8xf32> {
  %slope = arith.constant dense<0.1> : tensor<8xf32>
  %sixth = arith.constant dense<0.16666667> : tensor<8xf32>
  %half = arith.constant dense<0.5> : tensor<8xf32>
  %one = arith.constant dense<1.0> : tensor<8xf32>
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  %0 = arith.mulf %slope, %x : tensor<8xf32>
  %leaky = arith.maximumf %0, %x : tensor<8xf32>
  %1 = math.fma %leaky, %sixth, %half : tensor<8xf32>
  %2 = arith.maximumf %1, %zero : tensor<8xf32>
  %hard = arith.minimumf %2, %one : tensor<8xf32>
  %3 = arith.negf %hard : tensor<8xf32>
  %y = arith.maximumf %hard, %3 : tensor<8xf32>
  return %y : tensor<8xf32>
}
