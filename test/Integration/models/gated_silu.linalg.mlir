#map = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
module {
  func.func @main(%arg0: tensor<2x5x8xf32>) -> tensor<2x5x8xf32> {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 1.000000e+00 : f32
    %cst_1 = arith.constant dense_resource<torch_tensor_8_12_torch.float32> : tensor<8x12xf32>
    %cst_2 = arith.constant dense_resource<torch_tensor_12_8_torch.float32_1> : tensor<12x8xf32>
    %cst_3 = arith.constant dense_resource<torch_tensor_12_8_torch.float32> : tensor<12x8xf32>
    %0 = tensor.empty() : tensor<8x12xf32>
    %transposed = linalg.transpose ins(%cst_3 : tensor<12x8xf32>) outs(%0 : tensor<8x12xf32>) permutation = [1, 0] 
    %collapsed = tensor.collapse_shape %arg0 [[0, 1], [2]] : tensor<2x5x8xf32> into tensor<10x8xf32>
    %1 = tensor.empty() : tensor<10x12xf32>
    %2 = linalg.fill ins(%cst : f32) outs(%1 : tensor<10x12xf32>) -> tensor<10x12xf32>
    %3 = linalg.matmul ins(%collapsed, %transposed : tensor<10x8xf32>, tensor<8x12xf32>) outs(%2 : tensor<10x12xf32>) -> tensor<10x12xf32>
    %expanded = tensor.expand_shape %3 [[0, 1], [2]] output_shape [2, 5, 12] : tensor<10x12xf32> into tensor<2x5x12xf32>
    %4 = tensor.empty() : tensor<2x5x12xf32>
    %5 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded : tensor<2x5x12xf32>) outs(%4 : tensor<2x5x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %13 = arith.negf %in : f32
      %14 = math.exp %13 : f32
      %15 = arith.addf %14, %cst_0 : f32
      %16 = arith.divf %cst_0, %15 : f32
      linalg.yield %16 : f32
    } -> tensor<2x5x12xf32>
    %6 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded, %5 : tensor<2x5x12xf32>, tensor<2x5x12xf32>) outs(%4 : tensor<2x5x12xf32>) {
    ^bb0(%in: f32, %in_9: f32, %out: f32):
      %13 = arith.mulf %in, %in_9 : f32
      linalg.yield %13 : f32
    } -> tensor<2x5x12xf32>
    %transposed_4 = linalg.transpose ins(%cst_2 : tensor<12x8xf32>) outs(%0 : tensor<8x12xf32>) permutation = [1, 0] 
    %7 = linalg.matmul ins(%collapsed, %transposed_4 : tensor<10x8xf32>, tensor<8x12xf32>) outs(%2 : tensor<10x12xf32>) -> tensor<10x12xf32>
    %expanded_5 = tensor.expand_shape %7 [[0, 1], [2]] output_shape [2, 5, 12] : tensor<10x12xf32> into tensor<2x5x12xf32>
    %8 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%6, %expanded_5 : tensor<2x5x12xf32>, tensor<2x5x12xf32>) outs(%4 : tensor<2x5x12xf32>) {
    ^bb0(%in: f32, %in_9: f32, %out: f32):
      %13 = arith.mulf %in, %in_9 : f32
      linalg.yield %13 : f32
    } -> tensor<2x5x12xf32>
    %9 = tensor.empty() : tensor<12x8xf32>
    %transposed_6 = linalg.transpose ins(%cst_1 : tensor<8x12xf32>) outs(%9 : tensor<12x8xf32>) permutation = [1, 0] 
    %collapsed_7 = tensor.collapse_shape %8 [[0, 1], [2]] : tensor<2x5x12xf32> into tensor<10x12xf32>
    %10 = tensor.empty() : tensor<10x8xf32>
    %11 = linalg.fill ins(%cst : f32) outs(%10 : tensor<10x8xf32>) -> tensor<10x8xf32>
    %12 = linalg.matmul ins(%collapsed_7, %transposed_6 : tensor<10x12xf32>, tensor<12x8xf32>) outs(%11 : tensor<10x8xf32>) -> tensor<10x8xf32>
    %expanded_8 = tensor.expand_shape %12 [[0, 1], [2]] output_shape [2, 5, 8] : tensor<10x8xf32> into tensor<2x5x8xf32>
    return %expanded_8 : tensor<2x5x8xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_12_torch.float32: "0x040000001E83D0BE28F1D23C8161D0BE97B9A2BEEB3FACBEBC0A4A3E6727B0BE2B604EBCB7F7C63C7F8DBE3ED673DFBE70EFCABE3EA5ABBE14E7CE3EA38454BE8C56F93EE8C8553E6BB9953DA3D48CBBC6BDE9BD645A943DB8FF06BE2EEE84BB22DE963DF238E7BE5CEF9ABE92B2EE3E5AE5EFBE28CF29BD0D36123FD590553E2FE9853C1E1600BF746F923E758DD2BE8CD227BE085C46BEBA19AFBDEDEFCE3BDCD0F33E719C933D8862043F01D3B43E72E2BABE4D94843EF9F5D0BE79917ABE26E32D3E3636433E19C5DD3E9D513EBEE549723AFE2E983E16F00EBF2AB7D53EE770F4BE775F023CB407C9BDB0AF9BBEE2479C3D9F70F43E3ED22CBE7A7FAFBEB4A65ABE4E7E12BFFE6E853EB2F78DBE9C44C5BE294CAABE7CF5A93E338B9C3ECCE1E23EBF71563E6F7045BE2C3625BE00A92E3E07FFF23E96BE203E04DD8BBEDAF48ABEEDBD0BBF4275FF3D2EE3A5BEC2C603BF939A013FD6F7BFBE5F8386BD7C60293EC8AD963CF5E7C6BE4EF1EEBEC79EEB3EEB8AC03D623DF53E4C3246BEA4242E3E",
      torch_tensor_12_8_torch.float32_1: "0x0400000077C5B43EE58C173ED5350DBF0B78D0BE374B2A3FB8F2F33EA3DB9DBE3F3D36BE4D702CBF123C50BC775108BF67A10BBFE4951FBDEA6ED93D0B4494BE5DD3D63E8F50DCBE6440243FE51AF83E88A618BF253634BE67B0023D8F49D33D86BB2B3EFF128E3E4A7D2D3D2AA6B0BE0E50AB3E81A42DBF2E95D6BE184235BE975AB0BE714E7DBE0C5E14BFB0051ABEB5C61A3E16DBEBBE02A314BD3595013FE4DE94BD5DFDA03C86DC79BD2E8A123ECF32E63E4A782B3F30EAE53EB9DC2B3F447751BD129D22BF61A2ABBE9783F63EC23396BB33F3B3BE9DB70ABF466829BF24C818BF97DE12BE4F8BC63EA4BBC33EB0942EBF4ED5E13E3BA60DBFD01319BEF9CB92BEE6770BBED42A0EBE0C7022BF884C1CBF439BE2BD88D2153C0F77A4BE3361883E8FED22BFC47643BD22311F3F34AC93BE0576233F191D833EE55C23BF970FE53EEA1BA7BDD59DA1BEB1C0103FE64712BFE6649B3D619917BEA844013F4A1F4A3E26F6AD3EE2B67F3E4E1F2EBE044718BEB72C15BF252BC43EB3B90F3F42B7F73E",
      torch_tensor_12_8_torch.float32: "0x040000002279ADBB9C36C23EB1FC14BF1D3805BFD6708BBEAB2A423E578A65BC40870F3FDE8380BD97993F3E5DD35ABE1B540EBEC2EF2CBF90C5EFBE9F3D95BE4C94D63C6B208F3E403BD93EDE70F5BE86A79DBEA77F833EF750163FE70315BE7A75073F1E6BE9BD353C993DA1E8233F20ED27BFC5EAE3BEAC4F37BE661F8DBE9E661C3F85AAEABE86A8A6BE53EFFCBE208929BF2D56D3BE979A1B3F5E8CA13E5F78AF3E4952183D7B9CB9BE6E01F53D4D0429BF68CC02BF4CA4BABE876CE43E5D45D43EF68FA0BEF202D1BCB38BE73E12F5333FCBAF8F3EA6A2C33DF2BDF23E522BD5BE70ED063E65580CBF8AECFABEF205BBBE10D0A33EFD98913E5B74D6BEB8BF5A3EC5BFC63E43C8B6BDCF2BDD3CAAC5273EAE99E03E4ED02D3F6D7F0BBF1CAD84BEE7488E3EC4FB153F3C861D3F40B91F3F171A103E49691DBF2838853D4B7EE2BEA4B328BF96D5203FCBA3093F649234BFEC86073EC6F4F3BD5C4FEEBDC7B9A5BE65398B3ED06FD6BE61B8843EFD15B73E2B96013FCB5E873E452933BF76DAEABE"
    }
  }
#-}
