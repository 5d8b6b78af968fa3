// The published backward of AGLU drops a term of dlambda. Written by a user, it is
// found.
// RUN: not hysteron-run --check-gradient %s 2>&1 | FileCheck %s --check-prefix=PUBLISHED
// PUBLISHED: argument 0: {{[0-9]+}} elements checked, 0 left out, 0 wrong
// PUBLISHED: argument 1: 4 elements checked, 0 left out, 4 wrong
// PUBLISHED: check-gradient-aglu.mlir:[[# @LINE + 2]]:33: error: the gradient of argument 1 is not the derivative: at element 0
// PUBLISHED: argument 2: 4 elements checked, 0 left out, 0 wrong
func.func @f(%x: tensor<?xf32>, %lambda: tensor<f32>, %kappa: tensor<f32>) -> tensor<?xf32> {
  %y = act.apply @aglu(%x, %lambda, %kappa) : (tensor<?xf32>, tensor<f32>, tensor<f32>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

// With the term it is right.
// RUN: sed '/%%dlambda = /s/part/whole/' %s > %t.mlir
// RUN: hysteron-run --check-gradient %t.mlir | FileCheck %s --check-prefix=RIGHT --implicit-check-not=surrogate
// RIGHT-COUNT-3: left out, 0 wrong

// x p, p = (1 + t)^(-1/lambda), t = lambda u, u = e^(-kappa x).
act.define @aglu(%x: f32, %lambda: f32, %kappa: f32) {
  %kx = arith.mulf %kappa, %x : f32
  %z = arith.negf %kx : f32
  %u = math.exp %z : f32
  %t = arith.mulf %lambda, %u : f32
  %log = math.log1p %t : f32
  %q = arith.divf %log, %lambda : f32
  %r = arith.negf %q : f32
  %p = math.exp %r : f32
  %y = arith.mulf %x, %p : f32
  act.yield %y : f32
} backward(%x: f32, %lambda: f32, %kappa: f32, %y: f32, %dy: f32) {
  %one = arith.constant 1.0 : f32
  %kx = arith.mulf %kappa, %x : f32
  %z = arith.negf %kx : f32
  %u = math.exp %z : f32
  %t = arith.mulf %lambda, %u : f32
  %log = math.log1p %t : f32
  %q = arith.divf %log, %lambda : f32
  %r = arith.negf %q : f32
  %p = math.exp %r : f32
  // s = u/(1 + t); dp/dx = kappa p s, dp/dkappa = x p s.
  %d = arith.addf %one, %t : f32
  %s = arith.divf %u, %d : f32
  %ps = arith.mulf %p, %s : f32
  %pkx = arith.mulf %ps, %kx : f32
  %slope = arith.addf %p, %pkx : f32
  %dx = arith.mulf %dy, %slope : f32
  %xps = arith.mulf %x, %ps : f32
  %xxps = arith.mulf %x, %xps : f32
  %dkappa = arith.mulf %dy, %xxps : f32
  // dp/dlambda is p (log1p(t)/lambda - s) / lambda.
  %sx = arith.divf %xps, %lambda : f32
  %part = arith.negf %sx : f32
  %yq = arith.mulf %y, %q : f32
  %term = arith.divf %yq, %lambda : f32
  %whole = arith.addf %part, %term : f32
  %dlambda = arith.mulf %dy, %part : f32
  act.yield %dx, %dlambda, %dkappa : f32, f32, f32
}
