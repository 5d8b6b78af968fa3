// RUN: hysteron-opt %s --act-order-loops | FileCheck %s

// Rows of the second factor and of the result.
// CHECK-DAG: #[[A:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>
// CHECK-DAG: #[[B:.*]] = affine_map<(d0, d1, d2) -> (d1, d2)>
// CHECK-DAG: #[[C:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// CHECK-LABEL: func @product(
// CHECK: linalg.generic
// CHECK-SAME: indexing_maps = [#[[A]], #[[B]], #[[C]]], iterator_types = ["parallel", "reduction", "parallel"]
func.func @product(%a: tensor<4x8xf32>, %b: tensor<8x5xf32>, %c: tensor<4x5xf32>) -> tensor<4x5xf32> {
  %y = linalg.matmul ins(%a, %b : tensor<4x8xf32>, tensor<8x5xf32>) outs(%c : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}

// CHECK-LABEL: func @transposed(
// CHECK: %[[T:.*]] = linalg.transpose ins(%{{.*}} : tensor<5x8xf32>)
// CHECK: linalg.generic
// CHECK-SAME: indexing_maps = [#[[A]], #[[B]], #[[C]]]
// CHECK-SAME: ins(%{{.*}}, %[[T]] : tensor<4x8xf32>, tensor<8x5xf32>)
#rows = affine_map<(d0, d1, d2) -> (d0, d2)>
#transposed = affine_map<(d0, d1, d2) -> (d1, d2)>
#result = affine_map<(d0, d1, d2) -> (d0, d1)>
func.func @transposed(%a: tensor<4x8xf32>, %b: tensor<5x8xf32>, %c: tensor<4x5xf32>) -> tensor<4x5xf32> {
  %y = linalg.matmul indexing_maps = [#rows, #transposed, #result]
      ins(%a, %b : tensor<4x8xf32>, tensor<5x8xf32>) outs(%c : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}
