#map = affine_map<(d0) -> (d0)>
#map1 = affine_map<(d0, d1) -> (d0, d1)>
#map2 = affine_map<(d0, d1) -> (d1)>
#map3 = affine_map<(d0, d1) -> ()>
module {
  func.func @main(%arg0: tensor<4x8xf16>) -> tensor<4x8xf16> {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0.000000e+00 : f16
    %cst_1 = arith.constant 1.000000e+00 : f32
    %cst_2 = arith.constant 1.000000e+00 : f16
    %cst_3 = arith.constant 2.000000e+00 : f16
    %cst_4 = arith.constant 5.000000e-01 : f16
    %cst_5 = arith.constant dense<0.000000e+00> : tensor<f16>
    %cst_6 = arith.constant dense_resource<torch_tensor_8_torch.float16_3> : tensor<8xf16>
    %cst_7 = arith.constant dense_resource<torch_tensor_8_8_torch.float16_3> : tensor<8x8xf16>
    %cst_8 = arith.constant dense_resource<torch_tensor_8_torch.float16_2> : tensor<8xf16>
    %cst_9 = arith.constant dense_resource<torch_tensor_8_8_torch.float16_2> : tensor<8x8xf16>
    %cst_10 = arith.constant dense_resource<torch_tensor_8_torch.float16_1> : tensor<8xf16>
    %cst_11 = arith.constant dense_resource<torch_tensor_8_8_torch.float16_1> : tensor<8x8xf16>
    %cst_12 = arith.constant dense_resource<torch_tensor_8_torch.float16> : tensor<8xf16>
    %cst_13 = arith.constant dense_resource<torch_tensor_8_8_torch.float16> : tensor<8x8xf16>
    %cst_14 = arith.constant 2.500000e-01 : f16
    %0 = tensor.empty() : tensor<8x8xf16>
    %transposed = linalg.transpose ins(%cst_13 : tensor<8x8xf16>) outs(%0 : tensor<8x8xf16>) permutation = [1, 0] 
    %1 = tensor.empty() : tensor<8xf32>
    %2 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_12 : tensor<8xf16>) outs(%1 : tensor<8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<8xf32>
    %3 = tensor.empty() : tensor<4x8xf32>
    %4 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%arg0 : tensor<4x8xf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %5 = tensor.empty() : tensor<8x8xf32>
    %6 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%transposed : tensor<8x8xf16>) outs(%5 : tensor<8x8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<8x8xf32>
    %7 = linalg.fill ins(%cst : f32) outs(%3 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %8 = linalg.matmul ins(%4, %6 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%7 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %9 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%8, %2 : tensor<4x8xf32>, tensor<8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %40 = arith.addf %in, %in_18 : f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %10 = tensor.empty() : tensor<4x8xf16>
    %11 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%9 : tensor<4x8xf32>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f32, %out: f16):
      %40 = arith.truncf %in : f32 to f16
      linalg.yield %40 : f16
    } -> tensor<4x8xf16>
    %12 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%11 : tensor<4x8xf16>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f16, %out: f16):
      %40 = arith.cmpf ugt, %in, %cst_0 : f16
      %41 = arith.select %40, %in, %cst_0 : f16
      linalg.yield %41 : f16
    } -> tensor<4x8xf16>
    %transposed_15 = linalg.transpose ins(%cst_11 : tensor<8x8xf16>) outs(%0 : tensor<8x8xf16>) permutation = [1, 0] 
    %13 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_10 : tensor<8xf16>) outs(%1 : tensor<8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<8xf32>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%12 : tensor<4x8xf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %15 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%transposed_15 : tensor<8x8xf16>) outs(%5 : tensor<8x8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<8x8xf32>
    %16 = linalg.matmul ins(%14, %15 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%7 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%16, %13 : tensor<4x8xf32>, tensor<8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %40 = arith.addf %in, %in_18 : f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%17 : tensor<4x8xf32>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f32, %out: f16):
      %40 = arith.truncf %in : f32 to f16
      linalg.yield %40 : f16
    } -> tensor<4x8xf16>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%18 : tensor<4x8xf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%19 : tensor<4x8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %40 = arith.negf %in : f32
      %41 = math.exp %40 : f32
      %42 = arith.addf %41, %cst_1 : f32
      %43 = arith.divf %cst_1, %42 : f32
      linalg.yield %43 : f32
    } -> tensor<4x8xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%19, %20 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %40 = arith.mulf %in, %in_18 : f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%21 : tensor<4x8xf32>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f32, %out: f16):
      %40 = arith.truncf %in : f32 to f16
      linalg.yield %40 : f16
    } -> tensor<4x8xf16>
    %transposed_16 = linalg.transpose ins(%cst_9 : tensor<8x8xf16>) outs(%0 : tensor<8x8xf16>) permutation = [1, 0] 
    %23 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_8 : tensor<8xf16>) outs(%1 : tensor<8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<8xf32>
    %24 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%22 : tensor<4x8xf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %25 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%transposed_16 : tensor<8x8xf16>) outs(%5 : tensor<8x8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<8x8xf32>
    %26 = linalg.matmul ins(%24, %25 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%7 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %27 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%26, %23 : tensor<4x8xf32>, tensor<8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %40 = arith.addf %in, %in_18 : f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %28 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%27 : tensor<4x8xf32>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f32, %out: f16):
      %40 = arith.truncf %in : f32 to f16
      linalg.yield %40 : f16
    } -> tensor<4x8xf16>
    %29 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%28 : tensor<4x8xf16>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f16, %out: f16):
      %40 = math.sqrt %cst_3 : f16
      %41 = arith.divf %in, %40 : f16
      %42 = math.erf %41 : f16
      %43 = arith.addf %42, %cst_2 : f16
      %44 = arith.mulf %43, %cst_4 : f16
      %45 = arith.mulf %in, %44 : f16
      linalg.yield %45 : f16
    } -> tensor<4x8xf16>
    %transposed_17 = linalg.transpose ins(%cst_7 : tensor<8x8xf16>) outs(%0 : tensor<8x8xf16>) permutation = [1, 0] 
    %30 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_6 : tensor<8xf16>) outs(%1 : tensor<8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<8xf32>
    %31 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%29 : tensor<4x8xf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%transposed_17 : tensor<8x8xf16>) outs(%5 : tensor<8x8xf32>) {
    ^bb0(%in: f16, %out: f32):
      %40 = arith.extf %in : f16 to f32
      linalg.yield %40 : f32
    } -> tensor<8x8xf32>
    %33 = linalg.matmul ins(%31, %32 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%7 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %34 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%33, %30 : tensor<4x8xf32>, tensor<8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_18: f32, %out: f32):
      %40 = arith.addf %in, %in_18 : f32
      linalg.yield %40 : f32
    } -> tensor<4x8xf32>
    %35 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%34 : tensor<4x8xf32>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f32, %out: f16):
      %40 = arith.truncf %in : f32 to f16
      linalg.yield %40 : f16
    } -> tensor<4x8xf16>
    %36 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%cst_5, %35 : tensor<f16>, tensor<4x8xf16>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f16, %in_18: f16, %out: f16):
      %40 = arith.cmpf ogt, %in, %in_18 : f16
      %41 = arith.select %40, %in, %in_18 : f16
      linalg.yield %41 : f16
    } -> tensor<4x8xf16>
    %37 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%cst_5, %35 : tensor<f16>, tensor<4x8xf16>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f16, %in_18: f16, %out: f16):
      %40 = arith.cmpf olt, %in, %in_18 : f16
      %41 = arith.select %40, %in, %in_18 : f16
      linalg.yield %41 : f16
    } -> tensor<4x8xf16>
    %38 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%37 : tensor<4x8xf16>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f16, %out: f16):
      %40 = arith.mulf %in, %cst_14 : f16
      linalg.yield %40 : f16
    } -> tensor<4x8xf16>
    %39 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%36, %38 : tensor<4x8xf16>, tensor<4x8xf16>) outs(%10 : tensor<4x8xf16>) {
    ^bb0(%in: f16, %in_18: f16, %out: f16):
      %40 = arith.addf %in, %in_18 : f16
      linalg.yield %40 : f16
    } -> tensor<4x8xf16>
    return %39 : tensor<4x8xf16>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float16_3: "0x02000000C4219DB393B482345F2BB13496AFAA2E",
      torch_tensor_8_8_torch.float16_3: "0x020000006DB8EEB5913897B880AA993916342025E7B89B3507B86CB298B3B4AEEC1FAA38A62D1139EC3627B71335FFB7CCB4A83279333E3849B3A314D33578B91738AEB8FD20B2AFF5B5FB2DAE389DB2B8B62FB49BB91B356FB58DB785B68136FE3557381B348FB353B2AF32A63827325AB551B559B9E33059B60BB9F63859B726AD7C32",
      torch_tensor_8_torch.float16_2: "0x020000001730BB29649979ACAE292BAD1699C629",
      torch_tensor_8_8_torch.float16_2: "0x0200000015B95DB5B437B29CA0B556B84BB9C6B897B034361E3675B90F376DB8C9B096B45CB071B014B9E2B815AFAF2024B5433417B91CAAFA389DB41C3919341BB9283739AD0DB5863892B8DB2CBDB00A3851327035FE3371B1C2B0A9B821367E38BE37FBB70928FAB73AB698B6BC33BEB6E6A39D274B3747B8C4B792B6EB3711B4C638",
      torch_tensor_8_torch.float16_1: "0x020000000821CFA7942C32335C352F335F358CA6",
      torch_tensor_8_8_torch.float16_1: "0x020000007234B038EC38FE388130EBB82A2C14B746B907394D38A5B93C30A0AF72AF2EB55A34B3B62634B9350D383B3499B957B7A635BC306AB884B65239A037EFB4B2B164B982A243B85DB8FDA8CB2EA2B4B736E3B62239C137C5B8A2B116289A2E5E3171346C2985B55B356DB9B5B6AAB183B5EAB3A3B8D0B0D6305FB7A5A80D38A7AC",
      torch_tensor_8_torch.float16: "0x020000003632B6A9E9223E2D05336F355CB425B0",
      torch_tensor_8_8_torch.float16: "0x020000006C9D1236A8B82AB85CB411322CA37C3804ACFD31D7B273B067B97EB7AAB4B5267934CA36ACB7EDB41C34B338A8B03C384BAFCA2C1F393FB91FB7BAB169B4E33855B735B5E7B74CB99BB6DD380C357C35C328CDB5A82F48B916B8D5B52337A23604B588A63C37A0397D341D2E9637A9B6373063B8D7B7D8B51F358D34B4B6D632"
    }
  }
#-}
