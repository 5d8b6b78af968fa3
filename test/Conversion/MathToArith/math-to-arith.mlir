// RUN: hysteron-opt %s --convert-math-to-arith | FileCheck %s --enable-var-scope --implicit-check-not=math.exp --implicit-check-not=math.log --implicit-check-not=math.erf

// CHECK-LABEL: func.func @scalars
// CHECK: arith.mulf {{.*}} fastmath<contract> : f32
// CHECK: arith.shli {{.*}} : i32
// CHECK: arith.mulf {{.*}} fastmath<contract> : f64
// CHECK: arith.shli {{.*}} : i64
func.func @scalars(%x: f32, %y: f64) -> (f32, f64) {
  %a = math.exp %x : f32
  %b = math.exp2 %a : f32
  %c = math.expm1 %b : f32
  %d = math.log %c : f32
  %e = math.log1p %d : f32
  %f = math.erf %e : f32
  %g = math.erfc %f : f32
  %h = math.exp %y : f64
  %i = math.log2 %h : f64
  %j = math.log10 %i : f64
  return %g, %j : f32, f64
}

// CHECK-LABEL: func.func @hyperbolic
// CHECK-NOT: math.tanh
// CHECK-NOT: math.sinh
// CHECK-NOT: math.cosh
// CHECK-NOT: math.rsqrt
// CHECK: return
func.func @hyperbolic(%x: f32, %y: f64) -> (f32, f64) {
  %a = math.tanh %x : f32
  %b = math.sinh %a : f32
  %c = math.cosh %y : f64
  %d = math.rsqrt %c : f64
  return %b, %d : f32, f64
}

// The target has these, or Halide.
// CHECK-LABEL: func.func @kept
// CHECK: math.sqrt
// CHECK: math.absf
// CHECK: math.sin
func.func @kept(%x: f32) -> f32 {
  %a = math.sqrt %x : f32
  %b = math.absf %a : f32
  %c = math.sin %b : f32
  return %c : f32
}

// In the body of a kernel.
// CHECK-LABEL: func.func @kernel
// CHECK: linalg.generic
// CHECK: ^bb0
// CHECK: arith.shli
func.func @kernel(%x: tensor<?xf32>) -> tensor<?xf32> {
  %0 = linalg.generic {
      indexing_maps = [affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      outs(%x : tensor<?xf32>) {
  ^bb0(%in: f32):
    %y = math.exp %in : f32
    linalg.yield %y : f32
  } -> tensor<?xf32>
  return %0 : tensor<?xf32>
}
