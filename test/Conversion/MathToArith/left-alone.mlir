// RUN: hysteron-opt %s --convert-math-to-arith | FileCheck %s --enable-var-scope

// CHECK: math.exp %{{.*}} : f16
func.func @half(%x: f16) -> f16 {
  %y = math.exp %x : f16
  return %y : f16
}

// CHECK: math.exp %{{.*}} : vector<4xf32>
func.func @vector(%x: vector<4xf32>) -> vector<4xf32> {
  %y = math.exp %x : vector<4xf32>
  return %y : vector<4xf32>
}

// CHECK: math.tanh %{{.*}} : tensor<?xf32>
func.func @tensor(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = math.tanh %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
