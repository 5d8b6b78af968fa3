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

// e^-a^2 is computed from a, by its upper half, but only where the product need not
// be rounded: that of another op is, fused or not.
// CHECK-LABEL: func.func @gaussian
// CHECK: arith.andi
// CHECK: return
func.func @gaussian(%a: f32) -> f32 {
  %square = arith.mulf %a, %a fastmath<contract> : f32
  %minus = arith.negf %square : f32
  %y = math.exp %minus : f32
  return %y : f32
}

// CHECK-LABEL: func.func @power_of_a_product
// CHECK-NOT: arith.andi
// CHECK: return
func.func @power_of_a_product(%a: f32) -> f32 {
  %square = arith.mulf %a, %a : f32
  %minus = arith.negf %square : f32
  %y = math.exp %minus : f32
  return %y : f32
}
