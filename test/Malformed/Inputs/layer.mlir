func.func @layer(%x: tensor<?xf32>, %s: tensor<f32>) -> tensor<?xf32> {
  %y = act.prelu %x, %s : tensor<?xf32>, tensor<f32>
  return %y : tensor<?xf32>
}
