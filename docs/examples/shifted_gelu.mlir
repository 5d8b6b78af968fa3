// GELU with a learned shift. No backward is written, so it is derived from the
// forward formula: for x, and for the parameter.
act.define @shifted_gelu(%x: f32, %shift: f32) {
  %half = arith.constant 0.5 : f32
  %rsqrt2 = arith.constant 0.70710678118654752 : f32
  %z = arith.addf %x, %shift : f32
  %u = arith.mulf %z, %rsqrt2 : f32
  %erf = math.erf %u : f32
  %phi = math.fma %half, %erf, %half : f32
  %y = arith.mulf %z, %phi : f32
  act.yield %y : f32
}

func.func @f(%x: tensor<?xf32>, %shift: tensor<f32>) -> tensor<?xf32> {
  %y = act.apply @shifted_gelu(%x, %shift) : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}
