// Two layers with AGLU between them, whose two parameters are learned for each
// hidden unit. A batch has any number of rows.
func.func @mlp(%x: tensor<?x784xf32>, %w1: tensor<784x64xf32>, %b1: tensor<64xf32>,
               %lambda: tensor<64xf32>, %kappa: tensor<64xf32>,
               %w2: tensor<64x10xf32>, %b2: tensor<10xf32>) -> tensor<?x10xf32> {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %n = tensor.dim %x, %c0 : tensor<?x784xf32>

  %e1 = tensor.empty(%n) : tensor<?x64xf32>
  %z1 = linalg.fill ins(%zero : f32) outs(%e1 : tensor<?x64xf32>) -> tensor<?x64xf32>
  %p1 = linalg.matmul ins(%x, %w1 : tensor<?x784xf32>, tensor<784x64xf32>) outs(%z1 : tensor<?x64xf32>) -> tensor<?x64xf32>
  %r1 = linalg.broadcast ins(%b1 : tensor<64xf32>) outs(%e1 : tensor<?x64xf32>) dimensions = [0]
  %s1 = arith.addf %p1, %r1 : tensor<?x64xf32>
  %h = act.aglu %s1, %lambda, %kappa {channel_dim = 1} : tensor<?x64xf32>, tensor<64xf32>, tensor<64xf32>

  %e2 = tensor.empty(%n) : tensor<?x10xf32>
  %z2 = linalg.fill ins(%zero : f32) outs(%e2 : tensor<?x10xf32>) -> tensor<?x10xf32>
  %p2 = linalg.matmul ins(%h, %w2 : tensor<?x64xf32>, tensor<64x10xf32>) outs(%z2 : tensor<?x10xf32>) -> tensor<?x10xf32>
  %r2 = linalg.broadcast ins(%b2 : tensor<10xf32>) outs(%e2 : tensor<?x10xf32>) dimensions = [0]
  %y = arith.addf %p2, %r2 : tensor<?x10xf32>
  return %y : tensor<?x10xf32>
}
