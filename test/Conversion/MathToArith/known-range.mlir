// RUN: hysteron-opt %s --convert-math-to-arith | FileCheck %s --enable-var-scope

// No overflow: one factor from the exponent field, one constant.
// CHECK-LABEL: func.func @no_overflow
// CHECK-COUNT-1: arith.shli
// CHECK-NOT: arith.shli
// CHECK: return
func.func @no_overflow(%x: f32) -> f32 {
  %size = math.absf %x : f32
  %below = arith.negf %size : f32
  %y = math.exp %below : f32
  return %y : f32
}

// CHECK-LABEL: func.func @any
// CHECK-COUNT-2: arith.shli
// CHECK: return
func.func @any(%x: f32) -> f32 {
  %y = math.exp %x : f32
  return %y : f32
}

// Nothing below -1 and nothing infinite: no cases. The range goes through exp,
// which is expanded after what uses it.
// CHECK-LABEL: func.func @chain
// CHECK-COUNT-1: arith.select
// CHECK-NOT: arith.select
// CHECK: return
func.func @chain(%x: f64, %rate: f64) -> f64 {
  %c40 = arith.constant 40.0 : f64
  %c1 = arith.constant 1.0 : f64
  %positive = arith.maximumf %rate, %c1 : f64
  %inverse = arith.divf %c1, %positive : f64
  %most = arith.minimumf %x, %c40 : f64
  %e = math.exp %most : f64
  %t = arith.mulf %e, %inverse : f64
  %y = math.log1p %t : f64
  return %y : f64
}

// A formula's own power: one factor from the exponent field and no case, whatever the
// argument. A product in it need not be rounded: a b log2(e) is a times (b log2(e)).
// CHECK-LABEL: func.func @bounded
// CHECK-NOT: arith.select
// CHECK-COUNT-1: arith.shli
// CHECK-NOT: arith.shli
// CHECK: return
func.func @bounded(%a: f32) -> f32 {
  %y = math.exp %a {act.bounded} : f32
  return %y : f32
}

// CHECK-LABEL: func.func @power_of_a_product(
// CHECK-SAME: %[[A:.*]]: f32, %[[B:.*]]: f32
// CHECK: %[[HIGH:.*]] = arith.mulf %[[B]], %{{.*}} : f32
// CHECK: arith.mulf %[[A]], %[[HIGH]] fastmath<contract> : f32
// CHECK: return
func.func @power_of_a_product(%a: f32, %b: f32) -> f32 {
  %product = arith.mulf %a, %b fastmath<contract> : f32
  %y = math.exp %product {act.bounded} : f32
  return %y : f32
}

// CHECK-LABEL: func.func @power_of_a_rounded_product(
// CHECK-SAME: %[[A:.*]]: f32, %[[B:.*]]: f32
// CHECK: arith.mulf %[[A]], %[[B]] : f32
// CHECK-NOT: arith.mulf %[[B]]
// CHECK: return
func.func @power_of_a_rounded_product(%a: f32, %b: f32) -> f32 {
  %product = arith.mulf %a, %b : f32
  %y = math.exp %product {act.bounded} : f32
  return %y : f32
}
