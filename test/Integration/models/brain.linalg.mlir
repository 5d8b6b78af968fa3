#map = affine_map<(d0) -> (d0)>
#map1 = affine_map<(d0, d1) -> (d0, d1)>
#map2 = affine_map<(d0, d1) -> (d1)>
#map3 = affine_map<(d0, d1) -> (0)>
module {
  func.func @main(%arg0: tensor<4x8xbf16>) -> tensor<4x8xbf16> {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0.000000e+00 : bf16
    %cst_1 = arith.constant 1.000000e+00 : f32
    %cst_2 = arith.constant 1.000000e+00 : bf16
    %cst_3 = arith.constant 2.000000e+00 : bf16
    %cst_4 = arith.constant 5.000000e-01 : bf16
    %cst_5 = arith.constant dense<1.500000e+00> : tensor<1xbf16>
    %cst_6 = arith.constant 1.000000e-04 : f64
    %cst_7 = arith.constant dense<5.000000e-01> : tensor<1xbf16>
    %cst_8 = arith.constant dense_resource<torch_tensor_8_torch.bfloat16_3> : tensor<8xbf16>
    %cst_9 = arith.constant dense_resource<torch_tensor_8_8_torch.bfloat16_3> : tensor<8x8xbf16>
    %cst_10 = arith.constant dense_resource<torch_tensor_8_torch.bfloat16_2> : tensor<8xbf16>
    %cst_11 = arith.constant dense_resource<torch_tensor_8_8_torch.bfloat16_2> : tensor<8x8xbf16>
    %cst_12 = arith.constant dense_resource<torch_tensor_8_torch.bfloat16_1> : tensor<8xbf16>
    %cst_13 = arith.constant dense_resource<torch_tensor_8_8_torch.bfloat16_1> : tensor<8x8xbf16>
    %cst_14 = arith.constant dense_resource<torch_tensor_8_torch.bfloat16> : tensor<8xbf16>
    %cst_15 = arith.constant dense_resource<torch_tensor_8_8_torch.bfloat16> : tensor<8x8xbf16>
    %cst_16 = arith.constant 2.000000e+01 : f32
    %0 = tensor.empty() : tensor<8x8xbf16>
    %transposed = linalg.transpose ins(%cst_15 : tensor<8x8xbf16>) outs(%0 : tensor<8x8xbf16>) permutation = [1, 0] 
    %1 = tensor.empty() : tensor<8xf32>
    %2 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_14 : tensor<8xbf16>) outs(%1 : tensor<8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<8xf32>
    %3 = tensor.empty() : tensor<4x8xf32>
    %4 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%arg0 : tensor<4x8xbf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %5 = tensor.empty() : tensor<8x8xf32>
    %6 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%transposed : tensor<8x8xbf16>) outs(%5 : tensor<8x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<8x8xf32>
    %7 = linalg.fill ins(%cst : f32) outs(%3 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %8 = linalg.matmul ins(%4, %6 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%7 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %9 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%8, %2 : tensor<4x8xf32>, tensor<8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %51 = arith.addf %in, %in_20 : f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %10 = tensor.empty() : tensor<4x8xbf16>
    %11 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%9 : tensor<4x8xf32>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: f32, %out: bf16):
      %51 = arith.truncf %in : f32 to bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %12 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%11 : tensor<4x8xbf16>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: bf16, %out: bf16):
      %51 = arith.cmpf ugt, %in, %cst_0 : bf16
      %52 = arith.select %51, %in, %cst_0 : bf16
      linalg.yield %52 : bf16
    } -> tensor<4x8xbf16>
    %transposed_17 = linalg.transpose ins(%cst_13 : tensor<8x8xbf16>) outs(%0 : tensor<8x8xbf16>) permutation = [1, 0] 
    %13 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_12 : tensor<8xbf16>) outs(%1 : tensor<8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<8xf32>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%12 : tensor<4x8xbf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %15 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%transposed_17 : tensor<8x8xbf16>) outs(%5 : tensor<8x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<8x8xf32>
    %16 = linalg.matmul ins(%14, %15 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%7 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%16, %13 : tensor<4x8xf32>, tensor<8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %51 = arith.addf %in, %in_20 : f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%17 : tensor<4x8xf32>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: f32, %out: bf16):
      %51 = arith.truncf %in : f32 to bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%18 : tensor<4x8xbf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%19 : tensor<4x8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %51 = arith.negf %in : f32
      %52 = math.exp %51 : f32
      %53 = arith.addf %52, %cst_1 : f32
      %54 = arith.divf %cst_1, %53 : f32
      linalg.yield %54 : f32
    } -> tensor<4x8xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%19, %20 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %51 = arith.mulf %in, %in_20 : f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%21 : tensor<4x8xf32>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: f32, %out: bf16):
      %51 = arith.truncf %in : f32 to bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %transposed_18 = linalg.transpose ins(%cst_11 : tensor<8x8xbf16>) outs(%0 : tensor<8x8xbf16>) permutation = [1, 0] 
    %23 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_10 : tensor<8xbf16>) outs(%1 : tensor<8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<8xf32>
    %24 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%22 : tensor<4x8xbf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %25 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%transposed_18 : tensor<8x8xbf16>) outs(%5 : tensor<8x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<8x8xf32>
    %26 = linalg.matmul ins(%24, %25 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%7 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %27 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%26, %23 : tensor<4x8xf32>, tensor<8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %51 = arith.addf %in, %in_20 : f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %28 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%27 : tensor<4x8xf32>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: f32, %out: bf16):
      %51 = arith.truncf %in : f32 to bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %29 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%28 : tensor<4x8xbf16>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: bf16, %out: bf16):
      %51 = math.sqrt %cst_3 : bf16
      %52 = arith.divf %in, %51 : bf16
      %53 = math.erf %52 : bf16
      %54 = arith.addf %53, %cst_2 : bf16
      %55 = arith.mulf %54, %cst_4 : bf16
      %56 = arith.mulf %in, %55 : bf16
      linalg.yield %56 : bf16
    } -> tensor<4x8xbf16>
    %transposed_19 = linalg.transpose ins(%cst_9 : tensor<8x8xbf16>) outs(%0 : tensor<8x8xbf16>) permutation = [1, 0] 
    %30 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_8 : tensor<8xbf16>) outs(%1 : tensor<8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<8xf32>
    %31 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%29 : tensor<4x8xbf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%transposed_19 : tensor<8x8xbf16>) outs(%5 : tensor<8x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<8x8xf32>
    %33 = linalg.matmul ins(%31, %32 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%7 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %34 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%33, %30 : tensor<4x8xf32>, tensor<8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %51 = arith.addf %in, %in_20 : f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %35 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%34 : tensor<4x8xf32>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: f32, %out: bf16):
      %51 = arith.truncf %in : f32 to bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %36 = tensor.empty() : tensor<1xbf16>
    %37 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_7 : tensor<1xbf16>) outs(%36 : tensor<1xbf16>) {
    ^bb0(%in: bf16, %out: bf16):
      %51 = arith.truncf %cst_6 : f64 to bf16
      %52 = arith.cmpf ult, %in, %51 : bf16
      %53 = arith.select %52, %51, %in : bf16
      linalg.yield %53 : bf16
    } -> tensor<1xbf16>
    %38 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%37 : tensor<1xbf16>) outs(%36 : tensor<1xbf16>) {
    ^bb0(%in: bf16, %out: bf16):
      %51 = math.log %in : bf16
      linalg.yield %51 : bf16
    } -> tensor<1xbf16>
    %39 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%cst_5, %35 : tensor<1xbf16>, tensor<4x8xbf16>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: bf16, %in_20: bf16, %out: bf16):
      %51 = arith.mulf %in, %in_20 : bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %40 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%38, %39 : tensor<1xbf16>, tensor<4x8xbf16>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: bf16, %in_20: bf16, %out: bf16):
      %51 = arith.subf %in, %in_20 : bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %41 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%40 : tensor<4x8xbf16>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: bf16, %out: f32):
      %51 = arith.extf %in : bf16 to f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %42 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%41 : tensor<4x8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %51 = math.exp %in : f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %43 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%42 : tensor<4x8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %51 = math.log1p %in : f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %44 = tensor.empty() : tensor<4x8xi1>
    %45 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%41 : tensor<4x8xf32>) outs(%44 : tensor<4x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %51 = arith.cmpf ogt, %in, %cst_16 : f32
      linalg.yield %51 : i1
    } -> tensor<4x8xi1>
    %46 = linalg.generic {indexing_maps = [#map1, #map1, #map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%45, %41, %43 : tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) outs(%3 : tensor<4x8xf32>) {
    ^bb0(%in: i1, %in_20: f32, %in_21: f32, %out: f32):
      %51 = arith.select %in, %in_20, %in_21 : f32
      linalg.yield %51 : f32
    } -> tensor<4x8xf32>
    %47 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%46 : tensor<4x8xf32>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: f32, %out: bf16):
      %51 = arith.truncf %in : f32 to bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %48 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%47 : tensor<4x8xbf16>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: bf16, %out: bf16):
      %51 = arith.negf %in : bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %49 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel"]} ins(%48, %37 : tensor<4x8xbf16>, tensor<1xbf16>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: bf16, %in_20: bf16, %out: bf16):
      %51 = arith.divf %in, %in_20 : bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    %50 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%49 : tensor<4x8xbf16>) outs(%10 : tensor<4x8xbf16>) {
    ^bb0(%in: bf16, %out: bf16):
      %51 = math.exp %in : bf16
      linalg.yield %51 : bf16
    } -> tensor<4x8xbf16>
    return %50 : tensor<4x8xbf16>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.bfloat16_3: "0x02000000393C74BE92BE903E6C3D963EF3BDD53D",
      torch_tensor_8_8_torch.bfloat16_3: "0x020000000EBFBEBE123F13BF50BD333F833EA43C1DBFB33E01BF4EBE73BED6BDFD3B153FB53D223FDD3EE5BEA23E00BF99BE553E6F3E083F69BE943ABA3E2FBF033F16BF203CF6BDBFBEBF3D163F54BED7BE86BE33BFA33EAEBEF2BED1BED03EC03E0B3F833E72BE4ABE563E153F453EABBEAABE2BBF1C3ECBBE21BF1F3FEBBEA5BD4F3E",
      torch_tensor_8_torch.bfloat16_2: "0x02000000033E373D2CBB8FBD363DA5BD23BB393D",
      torch_tensor_8_8_torch.bfloat16_2: "0x0200000023BFACBEF73E96BBB4BE0BBF29BF19BF13BEC73EC43E2FBFE23E0EBF19BE93BE0BBE0EBE22BF1CBFE3BD163CA4BE883E23BF43BD1F3F94BE233F833E23BFE53EA7BDA2BE113F12BF9B3D18BE013F4A3EAE3E803E2EBE18BE15BFC43E103FF83EFFBE013DFFBEC7BED3BE773ED8BE7DBCF43CE93E09BFF9BED2BEFD3E82BE193F",
      torch_tensor_8_torch.bfloat16_1: "0x02000000213CFABC933D663EAB3E663EAC3ED1BC",
      torch_tensor_8_8_torch.bfloat16_1: "0x020000008E3E163F1E3F203F103E1DBF853DE2BE29BF213F0A3F35BF083EF4BDEEBDA6BE8B3ED6BE853EB73E023F873E33BFEBBEB53E183E0DBFD0BE2A3FF43E9EBE36BE2CBF50BC08BF0CBF20BDD93D94BED73EDCBE243FF83E19BF34BE033DD33D2C3E8E3E2D3DB1BEAB3E2EBFD7BE35BEB0BE7DBE14BF1ABE1B3EECBE15BD023F95BD",
      torch_tensor_8_torch.bfloat16: "0x02000000473E37BD5D3CA83D613EAE3E8BBE05BE",
      torch_tensor_8_8_torch.bfloat16: "0x02000000ADBBC23E15BF05BF8BBE423E66BC103F81BD403E5BBE0EBE2DBFF0BE95BED73C8F3ED93EF5BE9EBE833E163F15BE073FE9BD993D243F28BFE4BE37BE8DBE1C3FEBBEA7BEFDBE2ABFD3BE1C3FA23EAF3E183DBABEF53D29BF03BFBBBEE43ED43EA1BED1BCE83E343F903EC43DF33ED5BE073E0CBFFBBEBBBEA43E923ED6BE5B3E"
    }
  }
#-}
