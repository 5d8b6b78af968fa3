#map = affine_map<(d0, d1) -> (d0, d1)>
#map1 = affine_map<(d0, d1) -> (d1)>
#map2 = affine_map<(d0, d1) -> ()>
module {
  func.func @main(%arg0: tensor<4x8xf64>) -> tensor<4x8xf64> {
    %cst = arith.constant 0.000000e+00 : f64
    %cst_0 = arith.constant 1.000000e+00 : f64
    %cst_1 = arith.constant 5.000000e-01 : f64
    %cst_2 = arith.constant dense<0.000000e+00> : tensor<f64>
    %cst_3 = arith.constant 0.69999999999999996 : f64
    %cst_4 = arith.constant dense_resource<torch_tensor_8_torch.float64_2> : tensor<8xf64>
    %cst_5 = arith.constant dense_resource<torch_tensor_8_8_torch.float64_2> : tensor<8x8xf64>
    %cst_6 = arith.constant 2.000000e+01 : f64
    %cst_7 = arith.constant dense_resource<torch_tensor_8_torch.float64_1> : tensor<8xf64>
    %cst_8 = arith.constant dense_resource<torch_tensor_8_8_torch.float64_1> : tensor<8x8xf64>
    %cst_9 = arith.constant dense_resource<torch_tensor_8_torch.float64> : tensor<8xf64>
    %cst_10 = arith.constant dense_resource<torch_tensor_8_8_torch.float64> : tensor<8x8xf64>
    %cst_11 = arith.constant 1.4142135623730951 : f64
    %0 = tensor.empty() : tensor<8x8xf64>
    %transposed = linalg.transpose ins(%cst_10 : tensor<8x8xf64>) outs(%0 : tensor<8x8xf64>) permutation = [1, 0] 
    %1 = tensor.empty() : tensor<4x8xf64>
    %2 = linalg.fill ins(%cst : f64) outs(%1 : tensor<4x8xf64>) -> tensor<4x8xf64>
    %3 = linalg.matmul ins(%arg0, %transposed : tensor<4x8xf64>, tensor<8x8xf64>) outs(%2 : tensor<4x8xf64>) -> tensor<4x8xf64>
    %4 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%3, %cst_9 : tensor<4x8xf64>, tensor<8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %in_14: f64, %out: f64):
      %21 = arith.addf %in, %in_14 : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    %5 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%4 : tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %out: f64):
      %21 = arith.divf %in, %cst_11 : f64
      %22 = math.erf %21 : f64
      %23 = arith.addf %22, %cst_0 : f64
      %24 = arith.mulf %23, %cst_1 : f64
      %25 = arith.mulf %in, %24 : f64
      linalg.yield %25 : f64
    } -> tensor<4x8xf64>
    %transposed_12 = linalg.transpose ins(%cst_8 : tensor<8x8xf64>) outs(%0 : tensor<8x8xf64>) permutation = [1, 0] 
    %6 = linalg.matmul ins(%5, %transposed_12 : tensor<4x8xf64>, tensor<8x8xf64>) outs(%2 : tensor<4x8xf64>) -> tensor<4x8xf64>
    %7 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%6, %cst_7 : tensor<4x8xf64>, tensor<8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %in_14: f64, %out: f64):
      %21 = arith.addf %in, %in_14 : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    %8 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%7 : tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %out: f64):
      %21 = math.exp %in : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    %9 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%8 : tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %out: f64):
      %21 = math.log1p %in : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    %10 = tensor.empty() : tensor<4x8xi1>
    %11 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%7 : tensor<4x8xf64>) outs(%10 : tensor<4x8xi1>) {
    ^bb0(%in: f64, %out: i1):
      %21 = arith.cmpf ogt, %in, %cst_6 : f64
      linalg.yield %21 : i1
    } -> tensor<4x8xi1>
    %12 = linalg.generic {indexing_maps = [#map, #map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%11, %7, %9 : tensor<4x8xi1>, tensor<4x8xf64>, tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: i1, %in_14: f64, %in_15: f64, %out: f64):
      %21 = arith.select %in, %in_14, %in_15 : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    %transposed_13 = linalg.transpose ins(%cst_5 : tensor<8x8xf64>) outs(%0 : tensor<8x8xf64>) permutation = [1, 0] 
    %13 = linalg.matmul ins(%12, %transposed_13 : tensor<4x8xf64>, tensor<8x8xf64>) outs(%2 : tensor<4x8xf64>) -> tensor<4x8xf64>
    %14 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%13, %cst_4 : tensor<4x8xf64>, tensor<8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %in_14: f64, %out: f64):
      %21 = arith.addf %in, %in_14 : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    %15 = linalg.generic {indexing_maps = [#map2, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_2, %14 : tensor<f64>, tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %in_14: f64, %out: f64):
      %21 = arith.cmpf ogt, %in, %in_14 : f64
      %22 = arith.select %21, %in, %in_14 : f64
      linalg.yield %22 : f64
    } -> tensor<4x8xf64>
    %16 = linalg.generic {indexing_maps = [#map2, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%cst_2, %14 : tensor<f64>, tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %in_14: f64, %out: f64):
      %21 = arith.cmpf olt, %in, %in_14 : f64
      %22 = arith.select %21, %in, %in_14 : f64
      linalg.yield %22 : f64
    } -> tensor<4x8xf64>
    %17 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%16 : tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %out: f64):
      %21 = math.exp %in : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    %18 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%17 : tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %out: f64):
      %21 = arith.subf %in, %cst_0 : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    %19 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%18 : tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %out: f64):
      %21 = arith.mulf %in, %cst_3 : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    %20 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%15, %19 : tensor<4x8xf64>, tensor<4x8xf64>) outs(%1 : tensor<4x8xf64>) {
    ^bb0(%in: f64, %in_14: f64, %out: f64):
      %21 = arith.addf %in, %in_14 : f64
      linalg.yield %21 : f64
    } -> tensor<4x8xf64>
    return %20 : tensor<4x8xf64>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float64_2: "0x08000000000000204F5DC03F00000040F8EBA63F00000000698F65BF0000002060E4B1BF000000C03AB6A63F000000C0DAAAB4BF00000040C95964BF00000060C818A73F",
      torch_tensor_8_8_torch.float64_2: "0x0800000000000040A253E4BF000000204C74D5BF000000E072D0DE3F0000004078C672BF00000060667ED6BF000000A0F356E1BF000000C0082DE5BF000000800419E3BF000000E0D25BC2BF000000E069D1D83F000000807477D83F0000000096D2E5BF000000C0A93ADC3F00000060C7B4E1BF000000007A22C3BF000000207F59D2BF000000C0FC6EC1BF000000805AC5C1BF00000080014EE4BF000000009189E3BF000000606853BCBF0000000051BA823F000000E0E18ED4BF00000060260CD13F000000E0B15DE4BF00000080D86EA8BF0000004024E6E33F000000808675D2BF000000A0C06EE43F00000020A363D03F000000A09C6BE4BF000000E0F2A1DC3F000000407DE3B4BF000000A0BA33D4BF000000201618E23F000000C0FC48E2BF000000C09C6CB33F000000202CF3C2BF000000009528E03F00000040E943C93F000000C0C4BED53F00000040DCF6CF3F000000C0E9C3C5BF00000080E008C3BF000000E096A5E2BF000000A06485D83F0000006036F7E13F00000040E8F6DE3F000000A0F9EBDFBF000000409A25A03F00000040D4E6DFBF000000607DE9D8BF00000000C85EDABF000000E064EECE3F000000A0CBF7DABF000000A03D988FBF00000040E8759E3F000000601C2CDD3F000000C0C11AE1BF000000406811DFBF000000001A47DABF00000000E5ACDF3F000000C07C44D0BF000000200216E33F",
      torch_tensor_8_torch.float64_1: "0x08000000000000A0AB1F843F000000C0903B9FBF000000C04551B23F000000E059C6CC3F00000040096FD53F0000000046BDCC3F00000020977BD53F00000080E82E9ABF",
      torch_tensor_8_8_torch.float64_1: "0x08000000000000E01CC9D13F0000008078BFE23F00000080C7B0E33F0000000028F7E33F000000E04203C23F0000002029ADE3BF0000000005A7B03F00000060C94FDCBF000000807416E5BF000000C0B21AE43F000000607934E13F000000804C92E6BF00000080DDF0C03F000000C0987EBEBF00000080EBC9BDBF000000E038B7D4BF000000A02C67D13F00000000FACDDABF000000200C97D03F000000A0BFE2D63F00000060C532E03F00000060D9EBD03F000000A02865E6BF000000C04E5BDDBF000000E0AE98D63F000000A09CF1C23F000000A0BAA6E1BF00000060010FDABF000000E06649E53F00000000577EDE3F0000006074BBD3BF000000E0A7C7C6BF000000A0098EE5BF0000004082078ABF000000E02E0AE1BF000000E02C74E1BF00000080BCF2A3BF00000040DD2DBB3F000000608188D2BF000000A06BDADA3F000000E0118ADBBF000000800C88E43F000000A05C03DF3F00000000D114E3BF000000A0C486C6BF000000E00C56A03F000000E03169BA3F000000C07077C53F000000E05FC2D13F00000040A9AFA53F00000040C514D6BF000000C0016AD53F0000002090B4E5BF000000C0A5D2DABF0000000043A8C6BF000000E0520BD6BF00000020CEA9CFBF00000080C18BE2BF00000000B640C3BF000000A0D658C33F000000C0627BDDBF000000406094A2BF000000A0A632E03F00000080DC9BB2BF",
      torch_tensor_8_torch.float64: "0x08000000000000A0F8D7C83F0000006008D9A6BF000000E079A58B3F00000040B5F8B43F000000C03513CC3F000000C009BAD53F000000A0ED6FD1BF00000080A395C0BF",
      torch_tensor_8_8_torch.float64: "0x080000000000004024AF75BF00000080D346D83F00000020969FE2BF000000A003A7E0BF000000C01A6ED1BF000000605545C83F000000E04AB18CBF00000000E8F0E13F000000C07B10B0BF000000E032F3C73F000000A06B5ACBBF0000006083CAC1BF00000040F89DE5BF00000000B2F8DDBF000000E0B3A7D2BF0000008089D29A3F000000600DE4D13F000000006827DB3F000000C01BAEDEBF000000C0F0B4D3BF000000E0F46FD03F000000E01ECAE23F000000E07CA0C2BF00000040AFEEE03F000000C0632DBDBF000000A08627B33F00000020147DE43F00000000A4FDE4BF000000A0587DDCBF00000080F5E9C6BF000000C0ECA3D1BF000000C0D38CE33F000000A05055DDBF000000C010D5D4BF00000060EA9DDFBF000000002431E5BF000000A0C56ADABF000000E05273E33F000000C08B31D43F000000E00BEFD53F00000020490AA33F000000608F33D7BF000000C02DA0BE3F000000A08920E5BF000000008D59E0BF000000808954D7BF000000E0908DDC3F000000A0AB88DA3F000000C0FE11D4BF000000405E209ABF0000006076F1DC3F00000040A27EE63F00000060F9F5D13F000000C05474B83F00000040BE57DE3F000000406AA5DABF00000000AEDDC03F000000A00C8BE1BF00000040915DDFBF00000040BE60D7BF00000000027AD43F000000A01F33D23F000000608BCEDABF00000000F757CB3F"
    }
  }
#-}
