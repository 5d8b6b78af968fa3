// What forward keeps changes no bit of the gradients: the input, the output (in
// which the sign of helu's zeros counts), a mask, or nothing.
// RUN: %{residuals}
func.func @f(%a: tensor<?x1x?x1xf32>, %b: tensor<?x1x?x1xf32>, %c: tensor<?xf16>, %d: tensor<600xf64>, %e: tensor<?xbf16>)
    -> (tensor<?x1x?x1xf32>, tensor<?x1x?x1xf32>, tensor<?xf16>, tensor<600xf64>, tensor<?xbf16>) {
  %0 = act.helu %a {alpha = 0.05} : tensor<?x1x?x1xf32>
  // A chain: the mask is of a value that is not kept itself.
  %1 = act.leaky_relu %b {slope = 0.01} : tensor<?x1x?x1xf32>
  %2 = act.helu %1 {alpha = -0.3} : tensor<?x1x?x1xf32>
  %3 = act.relu %c : tensor<?xf16>
  %4 = act.relu6 %d : tensor<600xf64>
  %5 = act.helu %e {alpha = 0.5} : tensor<?xbf16>
  return %0, %2, %3, %4, %5 : tensor<?x1x?x1xf32>, tensor<?x1x?x1xf32>, tensor<?xf16>, tensor<600xf64>, tensor<?xbf16>
}
