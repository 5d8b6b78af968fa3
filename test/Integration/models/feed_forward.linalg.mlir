#map = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1, 0)>
#map2 = affine_map<(d0, d1, d2) -> (d2)>
#map3 = affine_map<(d0, d1) -> (d0, d1)>
#map4 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<2x5x8xf32>) -> tensor<2x5x8xf32> {
    %cst = arith.constant 0.000000e+00 : f64
    %cst_0 = arith.constant 0.000000e+00 : f32
    %c3_i64 = arith.constant 3 : i64
    %cst_1 = arith.constant 4.471500e-02 : f32
    %cst_2 = arith.constant 7.977240e-01 : f32
    %cst_3 = arith.constant 1.000000e+00 : f32
    %cst_4 = arith.constant 5.000000e-01 : f32
    %cst_5 = arith.constant dense_resource<torch_tensor_8_torch.float32_2> : tensor<8xf32>
    %cst_6 = arith.constant dense_resource<torch_tensor_8_16_torch.float32> : tensor<8x16xf32>
    %cst_7 = arith.constant dense_resource<torch_tensor_16_torch.float32> : tensor<16xf32>
    %cst_8 = arith.constant dense_resource<torch_tensor_16_8_torch.float32> : tensor<16x8xf32>
    %cst_9 = arith.constant dense_resource<torch_tensor_8_torch.float32_1> : tensor<8xf32>
    %cst_10 = arith.constant dense_resource<torch_tensor_8_torch.float32> : tensor<8xf32>
    %cst_11 = arith.constant 1.000000e-05 : f64
    %cst_12 = arith.constant 8.000000e+00 : f64
    %cst_13 = arith.constant 8.000000e+00 : f32
    %0 = tensor.empty() : tensor<2x5x8xf64>
    %1 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%arg0 : tensor<2x5x8xf32>) outs(%0 : tensor<2x5x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %35 = arith.extf %in : f32 to f64
      linalg.yield %35 : f64
    } -> tensor<2x5x8xf64>
    %2 = tensor.empty() : tensor<2x5x1xf64>
    %3 = linalg.fill ins(%cst : f64) outs(%2 : tensor<2x5x1xf64>) -> tensor<2x5x1xf64>
    %4 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%1 : tensor<2x5x8xf64>) outs(%3 : tensor<2x5x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %35 = arith.addf %in, %out : f64
      linalg.yield %35 : f64
    } -> tensor<2x5x1xf64>
    %5 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%4 : tensor<2x5x1xf64>) outs(%2 : tensor<2x5x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %35 = arith.divf %in, %cst_12 : f64
      linalg.yield %35 : f64
    } -> tensor<2x5x1xf64>
    %6 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%1, %5 : tensor<2x5x8xf64>, tensor<2x5x1xf64>) outs(%0 : tensor<2x5x8xf64>) {
    ^bb0(%in: f64, %in_17: f64, %out: f64):
      %35 = arith.subf %in, %in_17 : f64
      linalg.yield %35 : f64
    } -> tensor<2x5x8xf64>
    %7 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%6, %6 : tensor<2x5x8xf64>, tensor<2x5x8xf64>) outs(%0 : tensor<2x5x8xf64>) {
    ^bb0(%in: f64, %in_17: f64, %out: f64):
      %35 = arith.mulf %in, %in_17 : f64
      linalg.yield %35 : f64
    } -> tensor<2x5x8xf64>
    %8 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%7 : tensor<2x5x8xf64>) outs(%3 : tensor<2x5x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %35 = arith.addf %in, %out : f64
      linalg.yield %35 : f64
    } -> tensor<2x5x1xf64>
    %9 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%8 : tensor<2x5x1xf64>) outs(%2 : tensor<2x5x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %35 = arith.divf %in, %cst_12 : f64
      linalg.yield %35 : f64
    } -> tensor<2x5x1xf64>
    %10 = tensor.empty() : tensor<2x5x1xf32>
    %11 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%9 : tensor<2x5x1xf64>) outs(%10 : tensor<2x5x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %35 = arith.truncf %in : f64 to f32
      linalg.yield %35 : f32
    } -> tensor<2x5x1xf32>
    %12 = linalg.fill ins(%cst_0 : f32) outs(%10 : tensor<2x5x1xf32>) -> tensor<2x5x1xf32>
    %13 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%arg0 : tensor<2x5x8xf32>) outs(%12 : tensor<2x5x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %35 = arith.addf %in, %out : f32
      linalg.yield %35 : f32
    } -> tensor<2x5x1xf32>
    %14 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%13 : tensor<2x5x1xf32>) outs(%10 : tensor<2x5x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %35 = arith.divf %in, %cst_13 : f32
      linalg.yield %35 : f32
    } -> tensor<2x5x1xf32>
    %15 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%11 : tensor<2x5x1xf32>) outs(%10 : tensor<2x5x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %35 = arith.truncf %cst_11 : f64 to f32
      %36 = arith.addf %in, %35 : f32
      linalg.yield %36 : f32
    } -> tensor<2x5x1xf32>
    %16 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%15 : tensor<2x5x1xf32>) outs(%10 : tensor<2x5x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %35 = math.rsqrt %in : f32
      linalg.yield %35 : f32
    } -> tensor<2x5x1xf32>
    %17 = tensor.empty() : tensor<2x5x8xf32>
    %18 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%arg0, %14 : tensor<2x5x8xf32>, tensor<2x5x1xf32>) outs(%17 : tensor<2x5x8xf32>) {
    ^bb0(%in: f32, %in_17: f32, %out: f32):
      %35 = arith.subf %in, %in_17 : f32
      linalg.yield %35 : f32
    } -> tensor<2x5x8xf32>
    %19 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%18, %16 : tensor<2x5x8xf32>, tensor<2x5x1xf32>) outs(%17 : tensor<2x5x8xf32>) {
    ^bb0(%in: f32, %in_17: f32, %out: f32):
      %35 = arith.mulf %in, %in_17 : f32
      linalg.yield %35 : f32
    } -> tensor<2x5x8xf32>
    %20 = linalg.generic {indexing_maps = [#map, #map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%19, %cst_10 : tensor<2x5x8xf32>, tensor<8xf32>) outs(%17 : tensor<2x5x8xf32>) {
    ^bb0(%in: f32, %in_17: f32, %out: f32):
      %35 = arith.mulf %in, %in_17 : f32
      linalg.yield %35 : f32
    } -> tensor<2x5x8xf32>
    %21 = linalg.generic {indexing_maps = [#map, #map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%20, %cst_9 : tensor<2x5x8xf32>, tensor<8xf32>) outs(%17 : tensor<2x5x8xf32>) {
    ^bb0(%in: f32, %in_17: f32, %out: f32):
      %35 = arith.addf %in, %in_17 : f32
      linalg.yield %35 : f32
    } -> tensor<2x5x8xf32>
    %collapsed = tensor.collapse_shape %21 [[0, 1], [2]] : tensor<2x5x8xf32> into tensor<10x8xf32>
    %22 = tensor.empty() : tensor<8x16xf32>
    %transposed = linalg.transpose ins(%cst_8 : tensor<16x8xf32>) outs(%22 : tensor<8x16xf32>) permutation = [1, 0] 
    %23 = tensor.empty() : tensor<10x16xf32>
    %24 = linalg.fill ins(%cst_0 : f32) outs(%23 : tensor<10x16xf32>) -> tensor<10x16xf32>
    %25 = linalg.matmul ins(%collapsed, %transposed : tensor<10x8xf32>, tensor<8x16xf32>) outs(%24 : tensor<10x16xf32>) -> tensor<10x16xf32>
    %26 = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel"]} ins(%25, %cst_7 : tensor<10x16xf32>, tensor<16xf32>) outs(%23 : tensor<10x16xf32>) {
    ^bb0(%in: f32, %in_17: f32, %out: f32):
      %35 = arith.addf %in, %in_17 : f32
      linalg.yield %35 : f32
    } -> tensor<10x16xf32>
    %expanded = tensor.expand_shape %26 [[0, 1], [2]] output_shape [2, 5, 16] : tensor<10x16xf32> into tensor<2x5x16xf32>
    %27 = tensor.empty() : tensor<2x5x16xf32>
    %28 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded : tensor<2x5x16xf32>) outs(%27 : tensor<2x5x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %35 = math.fpowi %in, %c3_i64 : f32, i64
      %36 = arith.mulf %35, %cst_1 : f32
      %37 = arith.addf %in, %36 : f32
      %38 = arith.mulf %37, %cst_2 : f32
      %39 = math.tanh %38 : f32
      %40 = arith.addf %39, %cst_3 : f32
      %41 = arith.mulf %40, %cst_4 : f32
      %42 = arith.mulf %in, %41 : f32
      linalg.yield %42 : f32
    } -> tensor<2x5x16xf32>
    %collapsed_14 = tensor.collapse_shape %28 [[0, 1], [2]] : tensor<2x5x16xf32> into tensor<10x16xf32>
    %29 = tensor.empty() : tensor<16x8xf32>
    %transposed_15 = linalg.transpose ins(%cst_6 : tensor<8x16xf32>) outs(%29 : tensor<16x8xf32>) permutation = [1, 0] 
    %30 = tensor.empty() : tensor<10x8xf32>
    %31 = linalg.fill ins(%cst_0 : f32) outs(%30 : tensor<10x8xf32>) -> tensor<10x8xf32>
    %32 = linalg.matmul ins(%collapsed_14, %transposed_15 : tensor<10x16xf32>, tensor<16x8xf32>) outs(%31 : tensor<10x8xf32>) -> tensor<10x8xf32>
    %33 = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel"]} ins(%32, %cst_5 : tensor<10x8xf32>, tensor<8xf32>) outs(%30 : tensor<10x8xf32>) {
    ^bb0(%in: f32, %in_17: f32, %out: f32):
      %35 = arith.addf %in, %in_17 : f32
      linalg.yield %35 : f32
    } -> tensor<10x8xf32>
    %expanded_16 = tensor.expand_shape %33 [[0, 1], [2]] output_shape [2, 5, 8] : tensor<10x8xf32> into tensor<2x5x8xf32>
    %34 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%arg0, %expanded_16 : tensor<2x5x8xf32>, tensor<2x5x8xf32>) outs(%17 : tensor<2x5x8xf32>) {
    ^bb0(%in: f32, %in_17: f32, %out: f32):
      %35 = arith.addf %in, %in_17 : f32
      linalg.yield %35 : f32
    } -> tensor<2x5x8xf32>
    return %34 : tensor<2x5x8xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float32_2: "0x04000000420A72BEB03B5D3DA8A90FBE503E64BEFA7A603ED03F26BED0FBE8BC48AF923D",
      torch_tensor_8_16_torch.float32: "0x0400000066F8E5BE40BA72BECE4FAE3E006B54BBDC7C7EBE022DC4BE0094EFBEEC10D8BE70B4CFBD56648C3E74678A3E02E5F6BE2EB09F3E8A52C8BEF07BD8BD1C9A4FBEF03CC5BD100EC9BDBAB8E5BE440ADDBE283CA0BD80E1D33BB89668BEB8DE403E3A6AE6BEC0360ABDA221E13E38D750BE362BE73E386C393EAE07E7BE74F8A13EF0536CBD708F64BE14B6CC3E54DFCEBEB0C25B3DC064D6BD16D0B63E08EC0E3ECC04763E40D1343E003FF6BD505AD7BD00F7D2BE4CB68A3E2642CB3E5C29AF3EAC93B4BE60AEB63C9076B4BE88EC8CBE302C95BE34F92E3EC48D98BE00BA32BCA04FAC3C0406A53EFA83C1BE44BFAFBE3CA694BED62EB33ECC0B38BEE0EED73EA024393E40AA813D00ED73BB086DCABD407A803D30D3E9BD003E66BBC0A7823D983EC8BE7A2D86BED8B7CE3E86C1CFBE200F13BDC03EFD3E10F4383EC0F0673C26DADDBE2CA27D3E0858B6BEA85611BECCC82BBE38A497BD8036B33B9626D33E80AB7F3D204CE53E30999C3EC6D8A1BE54A2653E24F7B4BE9CFF58BE4097163EF00E293EF20EC03E28D224BE00D4513A7ACB833E5A93F7BE4215B93E30B1D3BE00D0E13BE018AEBD0AD486BED857873DF2B0D33EE8AA15BE56FC97BE845B3DBEE6BBFDBE1C1D673E20E575BED0D6AABE627B93BE5230933E2492873E507CC43ED8B6393EC4FC2ABED4130FBE9842173EDE70D23E74350B3E1C4072BEFCAD70BE",
      torch_tensor_16_torch.float32: "0x04000000714EFDBD0C5E94BEB0059ABDB5C69A3D16DB6BBE02A394BC3595813EE4DE14BD5DFD203C86DCF9BC2E8A923DCF32663E4A78AB3E30EA653EB9DCAB3E4477D1BC",
      torch_tensor_16_8_torch.float32: "0x040000002279ADBB9C36C23EB1FC14BF1D3805BFD6708BBEAB2A423E578A65BC40870F3FDE8380BD97993F3E5DD35ABE1B540EBEC2EF2CBF90C5EFBE9F3D95BE4C94D63C6B208F3E403BD93EDE70F5BE86A79DBEA77F833EF750163FE70315BE7A75073F1E6BE9BD353C993DA1E8233F20ED27BFC5EAE3BEAC4F37BE661F8DBE9E661C3F85AAEABE86A8A6BE53EFFCBE208929BF2D56D3BE979A1B3F5E8CA13E5F78AF3E4952183D7B9CB9BE6E01F53D4D0429BF68CC02BF4CA4BABE876CE43E5D45D43EF68FA0BEF202D1BCB38BE73E12F5333FCBAF8F3EA6A2C33DF2BDF23E522BD5BE70ED063E65580CBF8AECFABEF205BBBE10D0A33EFD98913E5B74D6BEB8BF5A3EC5BFC63E43C8B6BDCF2BDD3CAAC5273EAE99E03E4ED02D3F6D7F0BBF1CAD84BEE7488E3EC4FB153F3C861D3F40B91F3F171A103E49691DBF2838853D4B7EE2BEA4B328BF96D5203FCBA3093F649234BFEC86073EC6F4F3BD5C4FEEBDC7B9A5BE65398B3ED06FD6BE61B8843EFD15B73E2B96013FCB5E873E452933BF76DAEABE77C5B43EE58C173ED5350DBF0B78D0BE374B2A3FB8F2F33EA3DB9DBE3F3D36BE4D702CBF123C50BC775108BF67A10BBFE4951FBDEA6ED93D0B4494BE5DD3D63E8F50DCBE6440243FE51AF83E88A618BF253634BE67B0023D8F49D33D86BB2B3EFF128E3E4A7D2D3D2AA6B0BE0E50AB3E81A42DBF2E95D6BE184235BE975AB0BE",
      torch_tensor_8_torch.float32_1: "0x040000000000000000000000000000000000000000000000000000000000000000000000",
      torch_tensor_8_torch.float32: "0x040000000000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F"
    }
  }
#-}
