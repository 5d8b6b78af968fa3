#map = affine_map<(d0, d1) -> (d0, d1)>
#map1 = affine_map<(d0, d1) -> (d1)>
#map2 = affine_map<(d0, d1) -> ()>
module {
  func.func @main(%arg0: tensor<4x8xf32>) -> tensor<4x8xf32> {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_1 = arith.constant dense_resource<torch_tensor_8_torch.float32_4> : tensor<8xf32>
    %cst_2 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_4> : tensor<8x8xf32>
    %cst_3 = arith.constant 2.000000e+01 : f64
    %cst_4 = arith.constant dense_resource<torch_tensor_8_torch.float32_3> : tensor<8xf32>
    %cst_5 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_3> : tensor<8x8xf32>
    %cst_6 = arith.constant 1.0507009873554805 : f64
    %cst_7 = arith.constant 1.6732632423543772 : f64
    %cst_8 = arith.constant dense_resource<torch_tensor_8_torch.float32_2> : tensor<8xf32>
    %cst_9 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_2> : tensor<8x8xf32>
    %cst_10 = arith.constant 0.69999999999999996 : f64
    %cst_11 = arith.constant dense_resource<torch_tensor_8_torch.float32_1> : tensor<8xf32>
    %cst_12 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_1> : tensor<8x8xf32>
    %cst_13 = arith.constant dense_resource<torch_tensor_8_torch.float32> : tensor<8xf32>
    %cst_14 = arith.constant dense_resource<torch_tensor_8_8_torch.float32> : tensor<8x8xf32>
    %cst_15 = arith.constant 1.000000e+00 : f32
    %cst_16 = arith.constant 2.000000e+00 : f32
    %0 = tensor.empty() : tensor<8x8xf32>
    %transposed = linalg.transpose ins(%cst_14 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %1 = tensor.empty() : tensor<4x8xf32>
    %2 = linalg.fill ins(%cst : f32) outs(%1 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %3 = linalg.matmul ins(%arg0, %transposed : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %4 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%3, %cst_13 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.addf %in, %in_21 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %5 = linalg.generic {indexing_maps = [#map2, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_0, %4 : tensor<f32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.cmpf ogt, %in, %in_21 : f32
      %44 = arith.select %43, %in, %in_21 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %6 = linalg.generic {indexing_maps = [#map2, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_0, %4 : tensor<f32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.cmpf olt, %in, %in_21 : f32
      %44 = arith.select %43, %in, %in_21 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %7 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%6 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %8 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%7 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.subf %in, %cst_15 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %9 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%5, %8 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.addf %in, %in_21 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %transposed_17 = linalg.transpose ins(%cst_12 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %10 = linalg.matmul ins(%9, %transposed_17 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %11 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%10, %cst_11 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.addf %in, %in_21 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %12 = linalg.generic {indexing_maps = [#map2, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_0, %11 : tensor<f32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.cmpf ogt, %in, %in_21 : f32
      %44 = arith.select %43, %in, %in_21 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %13 = linalg.generic {indexing_maps = [#map2, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_0, %11 : tensor<f32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.cmpf olt, %in, %in_21 : f32
      %44 = arith.select %43, %in, %in_21 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %14 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%13 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %15 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%14 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.subf %in, %cst_15 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %16 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%15 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.truncf %cst_10 : f64 to f32
      %44 = arith.mulf %in, %43 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %17 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%12, %16 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.addf %in, %in_21 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %transposed_18 = linalg.transpose ins(%cst_9 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %18 = linalg.matmul ins(%17, %transposed_18 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %19 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%18, %cst_8 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.addf %in, %in_21 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %20 = linalg.generic {indexing_maps = [#map2, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_0, %19 : tensor<f32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.cmpf ogt, %in, %in_21 : f32
      %44 = arith.select %43, %in, %in_21 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %21 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%20 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.truncf %cst_6 : f64 to f32
      %44 = arith.mulf %in, %43 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %22 = linalg.generic {indexing_maps = [#map2, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_0, %19 : tensor<f32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.cmpf olt, %in, %in_21 : f32
      %44 = arith.select %43, %in, %in_21 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %23 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%22 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %24 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%23 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.subf %in, %cst_15 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %25 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%24 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.truncf %cst_6 : f64 to f32
      %44 = arith.mulf %in, %43 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %26 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%25 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.truncf %cst_7 : f64 to f32
      %44 = arith.mulf %in, %43 : f32
      linalg.yield %44 : f32
    } -> tensor<4x8xf32>
    %27 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%21, %26 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.addf %in, %in_21 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %transposed_19 = linalg.transpose ins(%cst_5 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %28 = linalg.matmul ins(%27, %transposed_19 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %29 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%28, %cst_4 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.addf %in, %in_21 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %30 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%29 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %31 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%30 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.log1p %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %32 = tensor.empty() : tensor<4x8xi1>
    %33 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%29 : tensor<4x8xf32>) outs(%32 : tensor<4x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %43 = arith.extf %in : f32 to f64
      %44 = arith.cmpf ogt, %43, %cst_3 : f64
      linalg.yield %44 : i1
    } -> tensor<4x8xi1>
    %34 = linalg.generic {indexing_maps = [#map, #map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%33, %29, %31 : tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: i1, %in_21: f32, %in_22: f32, %out: f32):
      %43 = arith.select %in, %in_21, %in_22 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %transposed_20 = linalg.transpose ins(%cst_2 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %35 = linalg.matmul ins(%34, %transposed_20 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %36 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%35, %cst_1 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %43 = arith.addf %in, %in_21 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %37 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%36 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.mulf %in, %cst_16 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %38 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%37 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.exp %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %39 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%38 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = math.log1p %in : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %40 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%39 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %43 = arith.divf %in, %cst_16 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %41 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%37 : tensor<4x8xf32>) outs(%32 : tensor<4x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %43 = arith.extf %in : f32 to f64
      %44 = arith.cmpf ogt, %43, %cst_3 : f64
      linalg.yield %44 : i1
    } -> tensor<4x8xi1>
    %42 = linalg.generic {indexing_maps = [#map, #map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%41, %36, %40 : tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: i1, %in_21: f32, %in_22: f32, %out: f32):
      %43 = arith.select %in, %in_21, %in_22 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    return %42 : tensor<4x8xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float32_4: "0x04000000784A82BD39F20C3EA99C803D33091A3EB90FF6BD0A85303E9DDF7CBE5789A33D",
      torch_tensor_8_8_torch.float32_4: "0x040000004A9425BE5CCD00BD5F7FDCBE35E2743EB7ED643EA5FC6EBCB8D822BEE22BDFBEAF5DFA3E52C106BF9350943E3B7973BE0DACAEBEB113023E4210BCBEB8D4263EE7310E3EAB6706BF9B1DF13DED339A3E5E4E8F3EB44AB6BDBD6514BF2A3DDFBD457A7B3E811984BE4C6C893EAD1AF13E000ABDBED280E43BDFB3953EA901633DDDEE713D0ED3B43DD54E0EBFAA9D633D6BB3FA3E771E233FDFC9D43EA00EC23DC313A93EDB1FB0BE350216BF8FA91BBF2F96343F7BD1E53EDB40FABE1CA58D3E2FB3083F1AF3343F4A481E3FD43E0C3F5E0026BEE11B7EBE2FA0143F0CE1CA3E05DED9BE50BD223F0EECAE3E315CC53ED2EAE2BED6BC4F3E96D57DBECE700D3F",
      torch_tensor_8_torch.float32_3: "0x040000000A8B383CF59B73BE655292BE8E49903ECCD06B3D972D963E79BDF2BDE947D53D",
      torch_tensor_8_8_torch.float32_3: "0x0400000021980DBF7FC1BDBEFB2B123FD8E712BF13F94FBD4312333F23C8823EB401A43C87DF1CBF9058B33EC4EF00BF288A4DBE95F072BE1474D6BDFF71FD3B5D4E153F33C9B43D4123223FAC76DD3ECAE2E4BE3660A23E78ECFFBEEB7099BEB3F7543EA9156F3E48CE073F8C1769BEF25E943AD362BA3EF80F2FBF9CDF023F5FB015BF6EAC1F3CE835F6BD0DADBEBE7367BF3D33B0153F76A953BEB2F0D6BE5DE585BEC16A33BF0D6CA33EC1DFADBE5D9AF1BE2C92D0BE0528D03EE5B9BF3EB1EF0A3FDE51833E0AD071BE92574ABE04EA553EDECD143FF8DE443E034CABBEAA2FAABEEF252BBF7A6F1C3E762BCBBE786421BF4ABB1E3FAA1CEBBE8BBEA4BD88714F3E",
      torch_tensor_8_torch.float32_2: "0x0400000079EA023EC25F373D487B2CBB01238FBDD6B1353DD656A5BD4ACE22BB43C6383D",
      torch_tensor_8_8_torch.float32_2: "0x04000000129D22BF61A2ABBE9783F63EC23396BB33F3B3BE9DB70ABF466829BF24C818BF97DE12BE4F8BC63EA4BBC33EB0942EBF4ED5E13E3BA60DBFD01319BEF9CB92BEE6770BBED42A0EBE0C7022BF884C1CBF439BE2BD88D2153C0F77A4BE3361883E8FED22BFC47643BD22311F3F34AC93BE0576233F191D833EE55C23BF970FE53EEA1BA7BDD59DA1BEB1C0103FE64712BFE6649B3D619917BEA844013F4A1F4A3E26F6AD3EE2B67F3E4E1F2EBE044718BEB72C15BF252BC43EB3B90F3F42B7F73ECD5FFFBED22C013DA236FFBEEB4BC7BE40F6D2BE2773773E5DBED7BEEDC17CBC42AFF33CE360E93E0ED608BF428BF8BED038D2BE2867FD3EE62382BE11B0183F",
      torch_tensor_8_torch.float32_1: "0x040000005DFD203C86DCF9BC2E8A923DCF32663E4A78AB3E30EA653EB9DCAB3E4477D1BC",
      torch_tensor_8_8_torch.float32_1: "0x04000000E7488E3EC4FB153F3C861D3F40B91F3F171A103E49691DBF2838853D4B7EE2BEA4B328BF96D5203FCBA3093F649234BFEC86073EC6F4F3BD5C4FEEBDC7B9A5BE65398B3ED06FD6BE61B8843EFD15B73E2B96013FCB5E873E452933BF76DAEABE77C5B43EE58C173ED5350DBF0B78D0BE374B2A3FB8F2F33EA3DB9DBE3F3D36BE4D702CBF123C50BC775108BF67A10BBFE4951FBDEA6ED93D0B4494BE5DD3D63E8F50DCBE6440243FE51AF83E88A618BF253634BE67B0023D8F49D33D86BB2B3EFF128E3E4A7D2D3D2AA6B0BE0E50AB3E81A42DBF2E95D6BE184235BE975AB0BE714E7DBE0C5E14BFB0051ABEB5C61A3E16DBEBBE02A314BD3595013FE4DE94BD",
      torch_tensor_8_torch.float32: "0x04000000C5BF463E43C836BDCF2B5D3CAAC5A73DAE99603E4ED0AD3E6D7F8BBE1CAD04BE",
      torch_tensor_8_8_torch.float32: "0x040000002279ADBB9C36C23EB1FC14BF1D3805BFD6708BBEAB2A423E578A65BC40870F3FDE8380BD97993F3E5DD35ABE1B540EBEC2EF2CBF90C5EFBE9F3D95BE4C94D63C6B208F3E403BD93EDE70F5BE86A79DBEA77F833EF750163FE70315BE7A75073F1E6BE9BD353C993DA1E8233F20ED27BFC5EAE3BEAC4F37BE661F8DBE9E661C3F85AAEABE86A8A6BE53EFFCBE208929BF2D56D3BE979A1B3F5E8CA13E5F78AF3E4952183D7B9CB9BE6E01F53D4D0429BF68CC02BF4CA4BABE876CE43E5D45D43EF68FA0BEF202D1BCB38BE73E12F5333FCBAF8F3EA6A2C33DF2BDF23E522BD5BE70ED063E65580CBF8AECFABEF205BBBE10D0A33EFD98913E5B74D6BEB8BF5A3E"
    }
  }
#-}
