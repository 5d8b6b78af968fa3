// The backward of a built-in activation, replaced at its use: `shift` evaluates
// the op's own rule elsewhere, `leak` replaces its zeros, a symbol takes the
// backward of a user's activation.
act.define @pass_inside(%x: f32) {
  act.yield %x : f32
} backward(%x: f32, %y: f32, %dy: f32) {
  %two = arith.constant 2.0 : f32
  %zero = arith.constant 0.0 : f32
  %size = math.absf %x : f32
  %inside = arith.cmpf olt, %size, %two : f32
  %dx = arith.select %inside, %dy, %zero : f32
  act.yield %dx : f32
}

func.func @f(%a: tensor<?xf32>, %b: tensor<?xf32>, %c: tensor<?xf32>)
    -> (tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) {
  %0 = act.relu %a {gradient = #act.shift<0.5>} : tensor<?xf32>
  %1 = act.relu %b {gradient = #act.leak<0.25>} : tensor<?xf32>
  %2 = act.tanh %c {gradient = @pass_inside} : tensor<?xf32>
  return %0, %1, %2 : tensor<?xf32>, tensor<?xf32>, tensor<?xf32>
}
