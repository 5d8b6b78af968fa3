// Two layers that tools/quickstart compiles and runs on real images.

// ReLU forward; backward lets the gradient pass down to x = -0.05.
func.func @helu_layer(%x: tensor<?x784xf32>) -> tensor<?x784xf32> {
  %y = act.helu %x {alpha = 0.05} : tensor<?x784xf32>
  return %y : tensor<?x784xf32>
}

// Its shape is learned: lambda and kappa, one of each per pixel, get gradients.
func.func @aglu_layer(%x: tensor<?x784xf32>, %lambda: tensor<784xf32>, %kappa: tensor<784xf32>)
    -> tensor<?x784xf32> {
  %y = act.aglu %x, %lambda, %kappa {channel_dim = 1} : tensor<?x784xf32>, tensor<784xf32>, tensor<784xf32>
  return %y : tensor<?x784xf32>
}
