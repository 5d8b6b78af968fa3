// RUN: hysteron-opt %s --act-raise | FileCheck %s

// What else is used of an activation's code stays, and is raised for itself.
// CHECK-LABEL: func @shared
// CHECK-DAG: %[[S:.*]] = act.sigmoid %arg0
// CHECK-DAG: %[[Y:.*]] = act.silu %arg0
// CHECK: return %[[Y]], %[[S]]
func.func @shared(%x: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>) {
  %one = arith.constant dense<1.0> : tensor<8xf32>
  %0 = arith.negf %x : tensor<8xf32>
  %1 = math.exp %0 : tensor<8xf32>
  %2 = arith.addf %1, %one : tensor<8xf32>
  %3 = arith.divf %one, %2 : tensor<8xf32>
  %4 = arith.mulf %x, %3 : tensor<8xf32>
  return %4, %3 : tensor<8xf32>, tensor<8xf32>
}

// CHECK-LABEL: func @half_shared
// CHECK: %[[E:.*]] = math.exp
// CHECK-NOT: arith.divf
// CHECK: %[[S:.*]] = act.sigmoid %arg0
// CHECK-NOT: arith.divf
// CHECK: return %[[S]], %[[E]]
func.func @half_shared(%x: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>) {
  %one = arith.constant dense<1.0> : tensor<8xf32>
  %0 = arith.negf %x : tensor<8xf32>
  %1 = math.exp %0 : tensor<8xf32>
  %2 = arith.addf %1, %one : tensor<8xf32>
  %3 = arith.divf %one, %2 : tensor<8xf32>
  return %3, %1 : tensor<8xf32>, tensor<8xf32>
}

// One of several results.
// CHECK-LABEL: func @results
// CHECK: act.relu %arg0
// CHECK: linalg.generic
// CHECK: return
#id = affine_map<(d0) -> (d0)>
func.func @results(%x: tensor<8xf32>, %init: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>) {
  %zero = arith.constant 0.0 : f32
  %0:2 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf32>) outs(%init, %init : tensor<8xf32>, tensor<8xf32>) {
  ^bb0(%in: f32, %a: f32, %b: f32):
    %1 = arith.maximumf %in, %zero : f32
    %2 = math.sin %in : f32
    linalg.yield %1, %2 : f32, f32
  } -> (tensor<8xf32>, tensor<8xf32>)
  return %0#0, %0#1 : tensor<8xf32>, tensor<8xf32>
}
