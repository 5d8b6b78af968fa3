// RUN: hysteron-opt %s --act-raise | FileCheck %s

// Named ops of linalg are read as the generics that they stand for.

// CHECK-LABEL: func @sigmoid
// CHECK: act.sigmoid %arg0 : tensor<8x4xf32>
// CHECK-NOT: linalg
func.func @sigmoid(%x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  %c = arith.constant 1.0 : f32
  %init = tensor.empty() : tensor<8x4xf32>
  %one = linalg.fill ins(%c : f32) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  %0 = linalg.negf ins(%x : tensor<8x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  %1 = linalg.exp ins(%0 : tensor<8x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  %2 = linalg.add ins(%one, %1 : tensor<8x4xf32>, tensor<8x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  %3 = linalg.reciprocal ins(%2 : tensor<8x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  return %3 : tensor<8x4xf32>
}

// CHECK-LABEL: func @gelu
// CHECK: act.gelu %arg0 : tensor<8x4xf32>
// CHECK-NOT: linalg
func.func @gelu(%x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  %half = arith.constant dense<0.5> : tensor<8x4xf32>
  %one = arith.constant dense<1.0> : tensor<8x4xf32>
  %root = arith.constant dense<1.41421356> : tensor<8x4xf32>
  %init = tensor.empty() : tensor<8x4xf32>
  %0 = linalg.div ins(%x, %root : tensor<8x4xf32>, tensor<8x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  %1 = linalg.erf ins(%0 : tensor<8x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  %2 = linalg.add ins(%1, %one : tensor<8x4xf32>, tensor<8x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  %3 = linalg.mul ins(%2, %half : tensor<8x4xf32>, tensor<8x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  %4 = linalg.mul ins(%x, %3 : tensor<8x4xf32>, tensor<8x4xf32>) outs(%init : tensor<8x4xf32>) -> tensor<8x4xf32>
  return %4 : tensor<8x4xf32>
}

// CHECK-LABEL: func @mish
// CHECK: act.mish %arg0 : tensor<8xf32>
// CHECK-NOT: linalg
func.func @mish(%x: tensor<8xf32>) -> tensor<8xf32> {
  %one = arith.constant dense<1.0> : tensor<8xf32>
  %init = tensor.empty() : tensor<8xf32>
  %0 = linalg.exp ins(%x : tensor<8xf32>) outs(%init : tensor<8xf32>) -> tensor<8xf32>
  %1 = linalg.add ins(%0, %one : tensor<8xf32>, tensor<8xf32>) outs(%init : tensor<8xf32>) -> tensor<8xf32>
  %2 = linalg.log ins(%1 : tensor<8xf32>) outs(%init : tensor<8xf32>) -> tensor<8xf32>
  %3 = linalg.tanh ins(%2 : tensor<8xf32>) outs(%init : tensor<8xf32>) -> tensor<8xf32>
  %4 = linalg.mul ins(%3, %x : tensor<8xf32>, tensor<8xf32>) outs(%init : tensor<8xf32>) -> tensor<8xf32>
  return %4 : tensor<8xf32>
}

// CHECK-LABEL: func @relu
// CHECK: act.relu %arg0 : tensor<8xf32>
// CHECK: act.tanh
// CHECK-NOT: linalg
func.func @relu(%x: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>) {
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  %init = tensor.empty() : tensor<8xf32>
  %0 = linalg.max ins(%zero, %x : tensor<8xf32>, tensor<8xf32>) outs(%init : tensor<8xf32>) -> tensor<8xf32>
  %1 = linalg.tanh ins(%x : tensor<8xf32>) outs(%init : tensor<8xf32>) -> tensor<8xf32>
  return %0, %1 : tensor<8xf32>, tensor<8xf32>
}
