// RUN: hysteron-opt %s --convert-act-to-linalg --act-fuse --canonicalize | FileCheck %s

// A chain becomes one generic, intermediate roundings included.
// CHECK-LABEL: func @chain
// CHECK-COUNT-1: linalg.generic
// CHECK: arith.truncf
// CHECK: arith.extf
// CHECK-NOT: linalg.generic
// CHECK: return
func.func @chain(%x: tensor<?xf16>) -> tensor<?xf16> {
  %0 = act.relu %x : tensor<?xf16>
  %1 = act.silu %0 : tensor<?xf16>
  %2 = arith.mulf %1, %x : tensor<?xf16>
  return %2 : tensor<?xf16>
}

// Two functions of one tensor as well; an element-wise result and a sum.
// CHECK-LABEL: func @siblings
// CHECK: %[[R:.*]]:3 = linalg.generic
// CHECK-NOT: linalg.generic
// CHECK: return
func.func @siblings(%x: tensor<4xf32>, %s: tensor<f32>, %dy: tensor<4xf32>) -> (tensor<4xf32>, tensor<f32>, tensor<4xf32>) {
  %0:2 = act.backward "prelu" {} <input>(%x) parameters(%s) cotangent(%dy) : (tensor<4xf32>, tensor<f32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<f32>)
  %1 = act.relu %x : tensor<4xf32>
  return %0#0, %0#1, %1 : tensor<4xf32>, tensor<f32>, tensor<4xf32>
}

// A sum is complete only after its loop.
// CHECK-LABEL: func @after_sum
// CHECK-COUNT-2: linalg.generic
// CHECK: return
func.func @after_sum(%x: tensor<4xf32>, %s: tensor<f32>, %dy: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0:2 = act.backward "prelu" {} <input>(%x) parameters(%s) cotangent(%dy) : (tensor<4xf32>, tensor<f32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<f32>)
  %1 = act.prelu %x, %0#1 : tensor<4xf32>, tensor<f32>
  return %0#0, %1 : tensor<4xf32>, tensor<4xf32>
}
