// RUN: hysteron-opt %s --act-raise | FileCheck %s

#id = affine_map<(d0, d1) -> (d0, d1)>
#one = affine_map<(d0, d1) -> (0)>
#row = affine_map<(d0, d1) -> (d1)>
#vector = affine_map<(d0) -> (d0)>

// (lambda e^(-kappa x) + 1)^(-1/lambda), lambda at least 1e-3. The divisor that
// is asserted not to be zero cannot be: the assertion goes.
// CHECK-LABEL: func @apa
// CHECK-NOT: linalg.generic
// CHECK: act.apa %arg0, %arg1, %arg2 {channel_dim = 1 : i64, lambda_min = 1.000000e-03 : f64} : tensor<?x8xf32>, tensor<8xf32>, tensor<1xf32>
// CHECK-NEXT: return
func.func @apa(%x: tensor<?x8xf32>, %lambda: tensor<8xf32>, %kappa: tensor<1xf32>, %init: tensor<?x8xf32>, %small: tensor<8xf32>) -> tensor<?x8xf32> {
  %zero = arith.constant 0.0 : f32
  %unit = arith.constant 1.0 : f32
  %min = arith.constant 1.0e-3 : f64
  %clamped = linalg.generic {indexing_maps = [#vector, #vector], iterator_types = ["parallel"]}
      ins(%lambda : tensor<8xf32>) outs(%small : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.truncf %min : f64 to f32
    %1 = arith.cmpf ult, %in, %0 : f32
    %2 = arith.select %1, %0, %in : f32
    linalg.yield %2 : f32
  } -> tensor<8xf32>
  %power = linalg.generic {indexing_maps = [#vector, #vector], iterator_types = ["parallel"]}
      ins(%clamped : tensor<8xf32>) outs(%small : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.cmpf one, %in, %zero : f32
    cf.assert %0, "unimplemented: tensor with zero element"
    %1 = arith.divf %unit, %in : f32
    %2 = arith.negf %1 : f32
    linalg.yield %2 : f32
  } -> tensor<8xf32>
  %y = linalg.generic {indexing_maps = [#id, #row, #row, #one, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %clamped, %power, %kappa : tensor<?x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<1xf32>) outs(%init : tensor<?x8xf32>) {
  ^bb0(%in: f32, %l: f32, %p: f32, %k: f32, %out: f32):
    %0 = arith.mulf %k, %in : f32
    %1 = arith.negf %0 : f32
    %2 = math.exp %1 : f32
    %3 = arith.mulf %l, %2 : f32
    %4 = arith.addf %3, %unit : f32
    %5 = math.powf %4, %p : f32
    linalg.yield %5 : f32
  } -> tensor<?x8xf32>
  return %y : tensor<?x8xf32>
}

// Without a lower bound on lambda it is another function; and the assertion can
// fail.
// CHECK-LABEL: func @not_clamped
// CHECK: cf.assert
// CHECK-NOT: act.apa
func.func @not_clamped(%x: tensor<?x8xf32>, %lambda: tensor<1xf32>, %init: tensor<?x8xf32>) -> tensor<?x8xf32> {
  %zero = arith.constant 0.0 : f32
  %unit = arith.constant 1.0 : f32
  %y = linalg.generic {indexing_maps = [#id, #one, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %lambda : tensor<?x8xf32>, tensor<1xf32>) outs(%init : tensor<?x8xf32>) {
  ^bb0(%in: f32, %l: f32, %out: f32):
    %0 = arith.cmpf one, %l, %zero : f32
    cf.assert %0, "zero"
    %1 = arith.divf %unit, %l : f32
    %2 = arith.negf %in : f32
    %3 = math.exp %2 : f32
    %4 = arith.mulf %l, %3 : f32
    %5 = math.log1p %4 : f32
    %6 = arith.mulf %5, %1 : f32
    %7 = arith.negf %6 : f32
    %8 = math.exp %7 : f32
    linalg.yield %8 : f32
  } -> tensor<?x8xf32>
  return %y : tensor<?x8xf32>
}
