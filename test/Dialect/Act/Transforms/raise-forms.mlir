// RUN: hysteron-opt %s --act-raise | FileCheck %s

// Formulas that are the same function.

// x sigmoid(2 sqrt(2/pi) (x + 0.044715 x^3)), and x / 2 erfc(-x / sqrt(2)).
// CHECK-LABEL: func @gelus
// CHECK-DAG: act.gelu %arg0 {approximate = "tanh"} : tensor<8xf32>
// CHECK-DAG: act.gelu %arg0 : tensor<8xf32>
func.func @gelus(%x: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>) {
  %one = arith.constant dense<1.0> : tensor<8xf32>
  %half = arith.constant dense<0.5> : tensor<8xf32>
  %linear = arith.constant dense<-1.5957691> : tensor<8xf32>
  %cubic = arith.constant dense<-0.071354814> : tensor<8xf32>
  %root = arith.constant dense<-0.70710678> : tensor<8xf32>
  %0 = arith.mulf %x, %x : tensor<8xf32>
  %1 = math.fma %0, %cubic, %linear : tensor<8xf32>
  %2 = arith.mulf %1, %x : tensor<8xf32>
  %3 = math.exp %2 : tensor<8xf32>
  %4 = arith.addf %one, %3 : tensor<8xf32>
  %y = arith.divf %x, %4 : tensor<8xf32>
  %5 = arith.mulf %x, %root : tensor<8xf32>
  %6 = math.erfc %5 : tensor<8xf32>
  %7 = arith.mulf %half, %6 : tensor<8xf32>
  %z = arith.mulf %7, %x : tensor<8xf32>
  return %y, %z : tensor<8xf32>, tensor<8xf32>
}

// max(x, 0) + 0.7 (exp(min(x, 0)) - 1)
// CHECK-LABEL: func @elu
// CHECK: act.elu %arg0 {alpha = 0.69999999999999996 : f64}
// CHECK-NOT: math.exp
func.func @elu(%x: tensor<8xf32>) -> tensor<8xf32> {
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  %one = arith.constant dense<1.0> : tensor<8xf32>
  %alpha = arith.constant dense<0.7> : tensor<8xf32>
  %0 = arith.maximumf %x, %zero : tensor<8xf32>
  %1 = arith.minimumf %x, %zero : tensor<8xf32>
  %2 = math.exp %1 : tensor<8xf32>
  %3 = arith.subf %2, %one : tensor<8xf32>
  %4 = arith.mulf %alpha, %3 : tensor<8xf32>
  %5 = arith.addf %0, %4 : tensor<8xf32>
  return %5 : tensor<8xf32>
}

// With the NaN test of a lowering from TOSA, and through a tanh.
// CHECK-LABEL: func @tests
// CHECK: %[[R:.*]] = act.relu %arg0
// CHECK: act.sigmoid %[[R]]
func.func @tests(%x: tensor<8xf32>) -> tensor<8xf32> {
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  %half = arith.constant dense<0.5> : tensor<8xf32>
  %nan = arith.cmpf uno, %x, %x : tensor<8xf32>
  %0 = arith.maximumf %x, %zero : tensor<8xf32>
  %1 = arith.select %nan, %x, %0 : tensor<8xi1>, tensor<8xf32>
  %2 = arith.mulf %1, %half : tensor<8xf32>
  %3 = math.tanh %2 : tensor<8xf32>
  %4 = math.fma %3, %half, %half : tensor<8xf32>
  return %4 : tensor<8xf32>
}
