// Every activation: what should be the derivative of forward is, and where a rule
// is chosen the compiled code follows it.
// RUN: hysteron-run --check-gradient %s --function=derivatives | FileCheck %s --check-prefix=DERIVATIVES
// DERIVATIVES-NOT: surrogate
// RUN: hysteron-run --check-gradient %s --function=surrogates | FileCheck %s --check-prefix=SURROGATES
// SURROGATES-COUNT-5: a surrogate, not the derivative
func.func @derivatives(
    %0: tensor<?xf32>, %1: tensor<?xf32>, %2: tensor<?xf32>, %3: tensor<?xf32>, %4: tensor<?xf32>, %5: tensor<?xf32>,
    %6: tensor<?xf32>, %7: tensor<?xf32>, %8: tensor<?xf32>, %9: tensor<?xf32>, %10: tensor<?xf32>, %11: tensor<?xf32>,
    %12: tensor<?xf32>, %13: tensor<?xf32>, %14: tensor<?xf32>, %15: tensor<?xf16>, %16: tensor<?xbf16>, %17: tensor<?xf64>,
    %slope: tensor<?xf32>, %lambda: tensor<f32>, %kappa: tensor<?xf32>)
    -> (tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>,
        tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>,
        tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf16>, tensor<?xbf16>, tensor<?xf64>) {
  %y0 = act.relu %0 : tensor<?xf32>
  %y1 = act.leaky_relu %1 {slope = 0.1} : tensor<?xf32>
  %y2 = act.prelu %2, %slope {channel_dim = 0} : tensor<?xf32>, tensor<?xf32>
  %y3 = act.relu6 %3 : tensor<?xf32>
  %y4 = act.hard_sigmoid %4 : tensor<?xf32>
  %y5 = act.hard_swish %5 : tensor<?xf32>
  %y6 = act.abs %6 : tensor<?xf32>
  %y7 = act.elu %7 {alpha = 0.5} : tensor<?xf32>
  %y8 = act.selu %8 : tensor<?xf32>
  %y9 = act.softplus %9 {beta = 2.0} : tensor<?xf32>
  %y10 = act.sigmoid %10 : tensor<?xf32>
  %y11 = act.tanh %11 : tensor<?xf32>
  %y12 = act.gelu %12 : tensor<?xf32>
  %y13 = act.gelu %13 {approximate = "tanh"} : tensor<?xf32>
  %y14 = act.silu %14 : tensor<?xf32>
  %y15 = act.mish %15 : tensor<?xf16>
  %y16 = act.apa %16, %lambda, %lambda : tensor<?xbf16>, tensor<f32>, tensor<f32>
  %y17 = act.aglu %17, %kappa, %kappa {channel_dim = 0} : tensor<?xf64>, tensor<?xf32>, tensor<?xf32>
  return %y0, %y1, %y2, %y3, %y4, %y5, %y6, %y7, %y8, %y9, %y10, %y11, %y12, %y13, %y14, %y15, %y16, %y17
      : tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>,
        tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>,
        tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf16>, tensor<?xbf16>, tensor<?xf64>
}

act.define @straight_through(%x: f32, %scale: f32) {
  %round = math.roundeven %x : f32
  %y = arith.mulf %round, %scale : f32
  act.yield %y : f32
} backward(%x: f32, %scale: f32, %y: f32, %dy: f32) {
  %round = math.roundeven %x : f32
  %dx = arith.mulf %dy, %scale : f32
  %dscale = arith.mulf %dy, %round : f32
  act.yield %dx, %dscale : f32, f32
}

func.func @surrogates(%0: tensor<?xf32>, %1: tensor<?xf16>, %2: tensor<?xf32>, %3: tensor<?xf32>, %4: tensor<?xf32>,
    %scale: tensor<f32>) -> (tensor<?xf32>, tensor<?xf16>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) {
  %y0 = act.helu %0 {alpha = 2.0} : tensor<?xf32>
  %y1 = act.necro_relu %1 : tensor<?xf16>
  %y2 = act.tanh %2 {gradient = #act.shift<0.5>} : tensor<?xf32>
  %y3 = act.relu %3 {gradient = #act.leak<0.25>} : tensor<?xf32>
  %y4 = act.apply @straight_through(%4, %scale) : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
  return %y0, %y1, %y2, %y3, %y4 : tensor<?xf32>, tensor<?xf16>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>
}
