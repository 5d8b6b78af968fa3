// What the hosts call: a surrogate, parameters per channel in f64, two results in bf16.
func.func @helu(%x: tensor<?x784xf32>) -> tensor<?x784xf32> {
  %y = act.helu %x {alpha = 0.05} : tensor<?x784xf32>
  return %y : tensor<?x784xf32>
}
func.func @aglu64(%x: tensor<?x?x?xf64>, %lambda: tensor<?xf64>, %kappa: tensor<?xf64>) -> tensor<?x?x?xf64> {
  %y = act.aglu %x, %lambda, %kappa {channel_dim = 1} : tensor<?x?x?xf64>, tensor<?xf64>, tensor<?xf64>
  return %y : tensor<?x?x?xf64>
}
func.func @two16(%x: tensor<?xbf16>) -> (tensor<?xbf16>, tensor<?xbf16>) {
  %0 = act.tanh %x : tensor<?xbf16>
  %1 = act.relu %x : tensor<?xbf16>
  return %0, %1 : tensor<?xbf16>, tensor<?xbf16>
}
