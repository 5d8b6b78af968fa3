// RUN: hysteron-opt %s --act-generalize | FileCheck %s

// Named ops that are element-wise or broadcasting; the contraction stays.
// CHECK-LABEL: func @named(
// CHECK: linalg.matmul
// CHECK-NOT: linalg.broadcast
// CHECK: linalg.generic
// CHECK: linalg.generic
// CHECK-NEXT: ^bb0
// CHECK-NEXT: arith.addf
func.func @named(%x: tensor<4x8xf32>, %w: tensor<8x5xf32>, %b: tensor<5xf32>, %e: tensor<4x5xf32>) -> tensor<4x5xf32> {
  %m = linalg.matmul ins(%x, %w : tensor<4x8xf32>, tensor<8x5xf32>) outs(%e : tensor<4x5xf32>) -> tensor<4x5xf32>
  %r = linalg.broadcast ins(%b : tensor<5xf32>) outs(%e : tensor<4x5xf32>) dimensions = [0]
  %s = linalg.add ins(%m, %r : tensor<4x5xf32>, tensor<4x5xf32>) outs(%e : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %s : tensor<4x5xf32>
}

// A learned number that the module holds: code that folds, and no tensor. Its
// assertion goes, and a power with a constant exponent becomes products.
// CHECK-LABEL: func @uniform(
// CHECK-NOT: assert
// CHECK: %[[K:.*]] = arith.constant 5.000000e-01 : f32
// CHECK: linalg.generic
// CHECK-SAME: ins(%{{.*}} : tensor<?xf32>) outs
// CHECK: %[[SQUARE:.*]] = arith.mulf %{{.*}}, %{{.*}} : f32
// CHECK: arith.mulf %[[SQUARE]], %[[K]]
#one = affine_map<(d0) -> (0)>
#id = affine_map<(d0) -> (d0)>
func.func @uniform(%x: tensor<?xf32>) -> tensor<?xf32> {
  %two = arith.constant 2 : i32
  %c = arith.constant dense<2.0> : tensor<1xf32>
  %unit = arith.constant 1.0 : f32
  %e = tensor.empty() : tensor<1xf32>
  %k = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%c : tensor<1xf32>) outs(%e : tensor<1xf32>) {
  ^bb0(%in: f32, %out: f32):
    %nonzero = arith.cmpf one, %in, %unit : f32
    cf.assert %nonzero, "division by zero"
    %r = arith.divf %unit, %in : f32
    linalg.yield %r : f32
  } -> tensor<1xf32>
  %y = linalg.generic {indexing_maps = [#id, #one, #id], iterator_types = ["parallel"]}
      ins(%x, %k : tensor<?xf32>, tensor<1xf32>) outs(%x : tensor<?xf32>) {
  ^bb0(%in: f32, %scale: f32, %out: f32):
    %p = math.fpowi %in, %two : f32, i32
    %r = arith.mulf %p, %scale : f32
    linalg.yield %r : f32
  } -> tensor<?xf32>
  return %y : tensor<?xf32>
}

// CHECK-LABEL: func @softmax(
// CHECK-NOT: linalg.softmax
// CHECK: arith.maxnumf
// CHECK: math.exp
// CHECK: arith.divf
func.func @softmax(%x: tensor<4x8xf32>, %e: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %y = linalg.softmax dimension(1) ins(%x : tensor<4x8xf32>) outs(%e : tensor<4x8xf32>) -> tensor<4x8xf32>
  return %y : tensor<4x8xf32>
}
