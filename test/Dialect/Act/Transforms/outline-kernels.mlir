// RUN: hysteron-opt %s --act-outline-kernels --split-input-file | FileCheck %s

// The activation before the product and the one after it cannot be one kernel,
// though both read %x. What the first needs of shapes goes along.
// CHECK: func private @f_kernel0(%[[X0:.*]]: tensor<?x4xf32>) -> tensor<?x4xf32>
// CHECK-NEXT: act.relu %[[X0]]
// CHECK: func private @f_kernel1(%[[M:.*]]: tensor<?x4xf32>, %[[X1:.*]]: tensor<?x4xf32>) -> tensor<?x4xf32>
// CHECK-NEXT: %[[H:.*]] = act.helu %[[M]]
// CHECK-NEXT: %[[S:.*]] = arith.addf %[[H]], %[[X1]]
// CHECK-NEXT: return %[[S]]
// CHECK: func @f(%[[X:.*]]: tensor<?x4xf32>, %[[W:.*]]: tensor<4x4xf32>
// CHECK: %[[R:.*]] = call @f_kernel0(%[[X]])
// CHECK: %[[P:.*]] = linalg.matmul ins(%[[R]], %[[W]]
// CHECK: %[[Y:.*]] = call @f_kernel1(%[[P]], %[[X]])
// CHECK: return %[[Y]]
func.func @f(%x: tensor<?x4xf32>, %w: tensor<4x4xf32>, %e: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %r = act.relu %x : tensor<?x4xf32>
  %m = linalg.matmul ins(%r, %w : tensor<?x4xf32>, tensor<4x4xf32>) outs(%e : tensor<?x4xf32>) -> tensor<?x4xf32>
  %h = act.helu %m {alpha = 0.5} : tensor<?x4xf32>
  %y = arith.addf %h, %x : tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}

// -----

// A kernel as a whole.
// CHECK-NOT: call
// CHECK: func @g(
// CHECK-NEXT: act.relu
func.func @g(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.relu %x : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

// A view of a kernel's result is the caller's; one that it reads is its own.
// CHECK: func private @views_kernel0(%[[X:.*]]: tensor<2x3x4xf32>) -> tensor<6x4xf32>
// CHECK: tensor.collapse_shape
// CHECK: func @views(
// CHECK-NOT: collapse_shape
// CHECK: call @views_kernel0
// CHECK-NEXT: tensor.expand_shape
func.func @views(%x: tensor<2x3x4xf32>, %e: tensor<2x4x3xf32>) -> tensor<2x4x3xf32> {
  %c = tensor.collapse_shape %x [[0, 1], [2]] : tensor<2x3x4xf32> into tensor<6x4xf32>
  %r = act.relu %c : tensor<6x4xf32>
  %v = tensor.expand_shape %r [[0, 1], [2]] output_shape [2, 3, 4] : tensor<6x4xf32> into tensor<2x3x4xf32>
  %t = linalg.transpose ins(%v : tensor<2x3x4xf32>) outs(%e : tensor<2x4x3xf32>) permutation = [0, 2, 1]
  return %t : tensor<2x4x3xf32>
}

// -----

// Equal kernels are one; alpha makes a difference.
// CHECK: func private @layers_kernel0
// CHECK: func private @layers_kernel1
// CHECK-NEXT: act.helu {{.*}} {alpha = 2
// CHECK-NOT: func private
// CHECK: func @layers(
// CHECK: linalg.transpose
// CHECK: call @layers_kernel0
// CHECK: linalg.transpose
// CHECK: call @layers_kernel0
// CHECK: linalg.transpose
// CHECK: call @layers_kernel1
func.func @layers(%x: tensor<4x4xf32>, %e: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %0 = linalg.transpose ins(%x : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) permutation = [1, 0]
  %1 = act.helu %0 {alpha = 1.0} : tensor<4x4xf32>
  %2 = linalg.transpose ins(%1 : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) permutation = [1, 0]
  %3 = act.helu %2 {alpha = 1.0} : tensor<4x4xf32>
  %4 = linalg.transpose ins(%3 : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) permutation = [1, 0]
  %5 = act.helu %4 {alpha = 2.0} : tensor<4x4xf32>
  return %5 : tensor<4x4xf32>
}
