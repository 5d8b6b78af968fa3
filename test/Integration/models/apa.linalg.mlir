#map = affine_map<(d0, d1) -> (d0, d1)>
#map1 = affine_map<(d0, d1) -> (d1)>
#map2 = affine_map<(d0) -> (d0)>
#map3 = affine_map<(d0, d1) -> (0)>
module {
  func.func @main(%arg0: tensor<4x8xf32>) -> tensor<4x8xf32> {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 1.000000e+00 : f32
    %cst_1 = arith.constant dense<1.000000e+00> : tensor<1xf32>
    %cst_2 = arith.constant dense<2.000000e+00> : tensor<1xf32>
    %cst_3 = arith.constant dense_resource<torch_tensor_8_torch.float32_2> : tensor<8xf32>
    %cst_4 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_2> : tensor<8x8xf32>
    %cst_5 = arith.constant dense<9.200000e-01> : tensor<1xf32>
    %cst_6 = arith.constant dense<3.900000e-01> : tensor<1xf32>
    %cst_7 = arith.constant dense_resource<torch_tensor_8_torch.float32_1> : tensor<8xf32>
    %cst_8 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_1> : tensor<8x8xf32>
    %cst_9 = arith.constant dense<1.500000e+00> : tensor<1xf32>
    %cst_10 = arith.constant 1.000000e-04 : f64
    %cst_11 = arith.constant dense<5.000000e-01> : tensor<1xf32>
    %cst_12 = arith.constant dense_resource<torch_tensor_8_torch.float32> : tensor<8xf32>
    %cst_13 = arith.constant dense_resource<torch_tensor_8_8_torch.float32> : tensor<8x8xf32>
    %cst_14 = arith.constant 2.000000e+01 : f32
    %cst_15 = arith.constant -1.000000e+00 : f32
    %0 = tensor.empty() : tensor<8x8xf32>
    %transposed = linalg.transpose ins(%cst_13 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %1 = tensor.empty() : tensor<4x8xf32>
    %2 = linalg.fill ins(%cst : f32) outs(%1 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %3 = linalg.matmul ins(%arg0, %transposed : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %4 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%3, %cst_12 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.addf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %5 = tensor.empty() : tensor<1xf32>
    %6 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel"]} ins(%cst_11 : tensor<1xf32>) outs(%5 : tensor<1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.truncf %cst_10 : f64 to f32
      %44 = arith.cmpf ult, %in, %43 : f32
      %45 = arith.select %44, %43, %in : f32
      linalg.yield %45 : f32
    } -> tensor<1xf32>
    %7 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel"]} ins(%6 : tensor<1xf32>) outs(%5 : tensor<1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.log %in : f32
      linalg.yield %43 : f32
    } -> tensor<1xf32>
    %8 = linalg.generic {indexing_maps = [#map3, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_9, %4 : tensor<1xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.mulf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %9 = linalg.generic {indexing_maps = [#map3, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%7, %8 : tensor<1xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.subf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %10 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%9 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %11 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%10 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.log1p %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %12 = tensor.empty() : tensor<4x8xi1>
    %13 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%9 : tensor<4x8xf32>) outs(%12 : tensor<4x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %43 = arith.cmpf ogt, %in, %cst_14 : f32
      linalg.yield %43 : i1
    } -> tensor<4x8xi1>
    %14 = linalg.generic {indexing_maps = [#map, #map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%13, %9, %11 : tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: i1, %in_18: f32, %in_19: f32, %out: f32):
      %43 = arith.select %in, %in_18, %in_19 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %15 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%14 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.negf %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %16 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel"]} ins(%15, %6 : tensor<4x8xf32>, tensor<1xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.divf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %17 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%16 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %transposed_16 = linalg.transpose ins(%cst_8 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %18 = linalg.matmul ins(%17, %transposed_16 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %19 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%18, %cst_7 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.addf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %20 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel"]} ins(%cst_6 : tensor<1xf32>) outs(%5 : tensor<1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.truncf %cst_10 : f64 to f32
      %44 = arith.cmpf ult, %in, %43 : f32
      %45 = arith.select %44, %43, %in : f32
      linalg.yield %45 : f32
    } -> tensor<1xf32>
    %21 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel"]} ins(%20 : tensor<1xf32>) outs(%5 : tensor<1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.log %in : f32
      linalg.yield %43 : f32
    } -> tensor<1xf32>
    %22 = linalg.generic {indexing_maps = [#map3, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_5, %19 : tensor<1xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.mulf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %23 = linalg.generic {indexing_maps = [#map3, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%21, %22 : tensor<1xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.subf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %24 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%23 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %25 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%24 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.log1p %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %26 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%23 : tensor<4x8xf32>) outs(%12 : tensor<4x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %43 = arith.cmpf ogt, %in, %cst_14 : f32
      linalg.yield %43 : i1
    } -> tensor<4x8xi1>
    %27 = linalg.generic {indexing_maps = [#map, #map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%26, %23, %25 : tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: i1, %in_18: f32, %in_19: f32, %out: f32):
      %43 = arith.select %in, %in_18, %in_19 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %28 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%27 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.negf %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %29 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel"]} ins(%28, %20 : tensor<4x8xf32>, tensor<1xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.divf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %30 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%29 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %31 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%19, %30 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.mulf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %transposed_17 = linalg.transpose ins(%cst_4 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %32 = linalg.matmul ins(%31, %transposed_17 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %33 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%32, %cst_3 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.addf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %34 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel"]} ins(%cst_2 : tensor<1xf32>) outs(%5 : tensor<1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.truncf %cst_10 : f64 to f32
      %44 = arith.cmpf ult, %in, %43 : f32
      %45 = arith.select %44, %43, %in : f32
      linalg.yield %45 : f32
    } -> tensor<1xf32>
    %35 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel"]} ins(%cst_1 : tensor<1xf32>) outs(%5 : tensor<1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.negf %in : f32
      linalg.yield %43 : f32
    } -> tensor<1xf32>
    %36 = linalg.generic {indexing_maps = [#map3, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%35, %33 : tensor<1xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.mulf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %37 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%36 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %38 = linalg.generic {indexing_maps = [#map3, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%34, %37 : tensor<1xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = arith.mulf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %39 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%38 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.addf %in, %cst_0 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %40 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel"]} ins(%34 : tensor<1xf32>) outs(%5 : tensor<1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.cmpf one, %in, %cst : f32
      cf.assert %43, "unimplemented: tensor with zero element"
      %44 = arith.divf %cst_0, %in : f32
      linalg.yield %44 : f32
    } -> tensor<1xf32>
    %41 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel"]} ins(%40 : tensor<1xf32>) outs(%5 : tensor<1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.mulf %in, %cst_15 : f32
      linalg.yield %43 : f32
    } -> tensor<1xf32>
    %42 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel"]} ins(%39, %41 : tensor<4x8xf32>, tensor<1xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %43 = math.powf %in, %in_18 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    return %42 : tensor<4x8xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float32_2: "0x0400000079EA023EC25F373D487B2CBB01238FBDD6B1353DD656A5BD4ACE22BB43C6383D",
      torch_tensor_8_8_torch.float32_2: "0x04000000129D22BF61A2ABBE9783F63EC23396BB33F3B3BE9DB70ABF466829BF24C818BF97DE12BE4F8BC63EA4BBC33EB0942EBF4ED5E13E3BA60DBFD01319BEF9CB92BEE6770BBED42A0EBE0C7022BF884C1CBF439BE2BD88D2153C0F77A4BE3361883E8FED22BFC47643BD22311F3F34AC93BE0576233F191D833EE55C23BF970FE53EEA1BA7BDD59DA1BEB1C0103FE64712BFE6649B3D619917BEA844013F4A1F4A3E26F6AD3EE2B67F3E4E1F2EBE044718BEB72C15BF252BC43EB3B90F3F42B7F73ECD5FFFBED22C013DA236FFBEEB4BC7BE40F6D2BE2773773E5DBED7BEEDC17CBC42AFF33CE360E93E0ED608BF428BF8BED038D2BE2867FD3EE62382BE11B0183F",
      torch_tensor_8_torch.float32_1: "0x040000005DFD203C86DCF9BC2E8A923DCF32663E4A78AB3E30EA653EB9DCAB3E4477D1BC",
      torch_tensor_8_8_torch.float32_1: "0x04000000E7488E3EC4FB153F3C861D3F40B91F3F171A103E49691DBF2838853D4B7EE2BEA4B328BF96D5203FCBA3093F649234BFEC86073EC6F4F3BD5C4FEEBDC7B9A5BE65398B3ED06FD6BE61B8843EFD15B73E2B96013FCB5E873E452933BF76DAEABE77C5B43EE58C173ED5350DBF0B78D0BE374B2A3FB8F2F33EA3DB9DBE3F3D36BE4D702CBF123C50BC775108BF67A10BBFE4951FBDEA6ED93D0B4494BE5DD3D63E8F50DCBE6440243FE51AF83E88A618BF253634BE67B0023D8F49D33D86BB2B3EFF128E3E4A7D2D3D2AA6B0BE0E50AB3E81A42DBF2E95D6BE184235BE975AB0BE714E7DBE0C5E14BFB0051ABEB5C61A3E16DBEBBE02A314BD3595013FE4DE94BD",
      torch_tensor_8_torch.float32: "0x04000000C5BF463E43C836BDCF2B5D3CAAC5A73DAE99603E4ED0AD3E6D7F8BBE1CAD04BE",
      torch_tensor_8_8_torch.float32: "0x040000002279ADBB9C36C23EB1FC14BF1D3805BFD6708BBEAB2A423E578A65BC40870F3FDE8380BD97993F3E5DD35ABE1B540EBEC2EF2CBF90C5EFBE9F3D95BE4C94D63C6B208F3E403BD93EDE70F5BE86A79DBEA77F833EF750163FE70315BE7A75073F1E6BE9BD353C993DA1E8233F20ED27BFC5EAE3BEAC4F37BE661F8DBE9E661C3F85AAEABE86A8A6BE53EFFCBE208929BF2D56D3BE979A1B3F5E8CA13E5F78AF3E4952183D7B9CB9BE6E01F53D4D0429BF68CC02BF4CA4BABE876CE43E5D45D43EF68FA0BEF202D1BCB38BE73E12F5333FCBAF8F3EA6A2C33DF2BDF23E522BD5BE70ED063E65580CBF8AECFABEF205BBBE10D0A33EFD98913E5B74D6BEB8BF5A3E"
    }
  }
#-}
