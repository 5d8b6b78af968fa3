func.func @gate(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.helu %x {alpha = 0.5} : tensor<?xf32>
  return %y : tensor<?xf32>
}
func.func @leak(%x: tensor<?xf32>, %slope: tensor<f32>) -> tensor<?xf32> {
  %y = act.prelu %x, %slope : tensor<?xf32>, tensor<f32>
  return %y : tensor<?xf32>
}
