// RUN: hysteron-opt %s --convert-act-to-linalg --canonicalize | FileCheck %s

// CHECK-LABEL: func @relu
// CHECK: ^bb0(%[[X:.*]]: f32, %{{.*}}: f32):
// CHECK-NEXT: %[[B:.*]] = arith.cmpf ole, %[[X]], %[[ZERO:.*]] : f32
// CHECK-NEXT: %[[Y:.*]] = arith.select %[[B]], %[[ZERO]], %[[X]] : f32
// CHECK-NEXT: linalg.yield %[[Y]]
func.func @relu(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %y = act.relu %x : tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}

// Narrow types are widened and rounded once.
// CHECK-LABEL: func @sigmoid
// CHECK: ^bb0(%[[X:.*]]: bf16, %{{.*}}: bf16):
// CHECK-NEXT: %[[W:.*]] = arith.extf %[[X]] : bf16 to f32
// CHECK: %[[Y:.*]] = arith.divf {{.*}} : f32
// CHECK-NEXT: %[[N:.*]] = arith.truncf %[[Y]] : f32 to bf16
// CHECK-NEXT: linalg.yield %[[N]]
func.func @sigmoid(%x: tensor<4xbf16>) -> tensor<4xbf16> {
  %y = act.sigmoid %x : tensor<4xbf16>
  return %y : tensor<4xbf16>
}

// Training forward marks the zeros of the hysteresis band.
// CHECK-LABEL: func @marked
// CHECK-DAG: %[[NEGATIVE:.*]] = arith.constant -0.000000e+00
// CHECK-DAG: %[[ALPHA:.*]] = arith.constant -5.000000e-01
// CHECK: %[[BLOCKED:.*]] = arith.cmpf ole, %{{.*}}, %[[ALPHA]]
// CHECK: arith.select %[[BLOCKED]], %{{.*}}, %[[NEGATIVE]]
func.func @marked(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.helu %x {alpha = 0.5, residual = #act.residual<output>} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// A blocked element is 0 whatever dy is.
// CHECK-LABEL: func @backward
// CHECK: ^bb0(%[[X:.*]]: f32, %[[DY:.*]]: f32, %{{.*}}: f32):
// CHECK-NEXT: %[[B:.*]] = arith.cmpf ole, %[[X]]
// CHECK-NEXT: %[[DX:.*]] = arith.select %[[B]], %{{.*}}, %[[DY]] : f32
// CHECK-NEXT: linalg.yield %[[DX]]
func.func @backward(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "helu" {alpha = 0.5} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %dx : tensor<4xf32>
}

// One pass: dx and the sum in f32, which is rounded to f16 at the end.
// CHECK-LABEL: func @parameter
// CHECK: %[[R:.*]]:2 = linalg.generic
// CHECK-SAME: outs({{.*}} : tensor<4xf16>, tensor<f32>)
// CHECK: %[[S:.*]] = linalg.generic
// CHECK-SAME: ins(%[[R]]#1 : tensor<f32>)
// CHECK: arith.truncf
// CHECK: return %[[R]]#0, %[[S]]
func.func @parameter(%x: tensor<4xf16>, %s: tensor<f16>, %dy: tensor<4xf16>) -> (tensor<4xf16>, tensor<f16>) {
  %0:2 = act.backward "prelu" {} <input>(%x) parameters(%s) cotangent(%dy) : (tensor<4xf16>, tensor<f16>, tensor<4xf16>) -> (tensor<4xf16>, tensor<f16>)
  return %0#0, %0#1 : tensor<4xf16>, tensor<f16>
}

// CHECK-LABEL: func @user
// CHECK-NOT: act.
// CHECK: arith.mulf
// CHECK-NOT: act.
act.define @square(%x: f32) {
  %y = arith.mulf %x, %x : f32
  act.yield %y : f32
}
func.func @user(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.apply @square(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
