// SUGAR (arXiv 2505.22074): ReLU forward, the derivative of
// B-SiLU(x) = (x + a) sigmoid(x) - a / 2 backward, with a = 1.67.
act.define @sugar(%x: f32) {
  %zero = arith.constant 0.0 : f32
  %y = arith.maximumf %x, %zero : f32
  act.yield %y : f32
} backward(%x: f32, %y: f32, %dy: f32) {
  %one = arith.constant 1.0 : f32
  %a = arith.constant 1.67 : f32
  %minus = arith.negf %x : f32
  %e = math.exp %minus : f32
  %d = arith.addf %one, %e : f32
  %s = arith.divf %one, %d : f32
  %shifted = arith.addf %x, %a : f32
  %rest = arith.subf %one, %s : f32
  %slope = arith.mulf %shifted, %rest : f32
  %rule = math.fma %slope, %s, %s : f32
  %dx = arith.mulf %dy, %rule : f32
  act.yield %dx : f32
}

func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.apply @sugar(%x) : (tensor<?xf32>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}
