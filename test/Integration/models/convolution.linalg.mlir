#map = affine_map<(d0) -> (d0)>
#map1 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map2 = affine_map<(d0, d1, d2, d3) -> (d1, 0, 0)>
#map3 = affine_map<(d0, d1, d2, d3) -> (0, d1, 0, 0)>
#map4 = affine_map<(d0, d1) -> (d0, d1)>
#map5 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<2x3x8x8xf32>) -> tensor<2x5xf32> {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 1.000000e+00 : f32
    %cst_1 = arith.constant 0xFF800000 : f32
    %cst_2 = arith.constant dense_resource<torch_tensor_5_torch.float32> : tensor<5xf32>
    %cst_3 = arith.constant dense_resource<torch_tensor_5_24_torch.float32> : tensor<5x24xf32>
    %cst_4 = arith.constant dense_resource<torch_tensor_6_torch.float32> : tensor<6xf32>
    %cst_5 = arith.constant dense_resource<torch_tensor_6_4_3_3_torch.float32> : tensor<6x4x3x3xf32>
    %cst_6 = arith.constant dense_resource<torch_tensor_4_torch.float32_5> : tensor<4xf32>
    %cst_7 = arith.constant dense_resource<torch_tensor_4_torch.float32_4> : tensor<4xf32>
    %cst_8 = arith.constant dense_resource<torch_tensor_4_torch.float32_3> : tensor<4xf32>
    %cst_9 = arith.constant 1.000000e-05 : f64
    %cst_10 = arith.constant dense_resource<torch_tensor_4_torch.float32_2> : tensor<4xf32>
    %cst_11 = arith.constant dense_resource<torch_tensor_4_torch.float32_1> : tensor<4xf32>
    %cst_12 = arith.constant dense_resource<torch_tensor_4_3_3_3_torch.float32> : tensor<4x3x3x3xf32>
    %cst_13 = arith.constant dense_resource<torch_tensor_4_torch.float32> : tensor<4xf32>
    %cst_14 = arith.constant 3.000000e+00 : f32
    %cst_15 = arith.constant 6.000000e+00 : f32
    %padded = tensor.pad %arg0 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg1: index, %arg2: index, %arg3: index, %arg4: index):
      tensor.yield %cst : f32
    } : tensor<2x3x8x8xf32> to tensor<2x3x10x10xf32>
    %0 = tensor.empty() : tensor<2x4x8x8xf32>
    %broadcasted = linalg.broadcast ins(%cst_13 : tensor<4xf32>) outs(%0 : tensor<2x4x8x8xf32>) dimensions = [0, 2, 3] 
    %1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded, %cst_12 : tensor<2x3x10x10xf32>, tensor<4x3x3x3xf32>) outs(%broadcasted : tensor<2x4x8x8xf32>) -> tensor<2x4x8x8xf32>
    %2 = tensor.empty() : tensor<4xf32>
    %3 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%cst_10 : tensor<4xf32>) outs(%2 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %31 = arith.truncf %cst_9 : f64 to f32
      %32 = arith.addf %in, %31 : f32
      linalg.yield %32 : f32
    } -> tensor<4xf32>
    %4 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%3 : tensor<4xf32>) outs(%2 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %31 = math.sqrt %in : f32
      linalg.yield %31 : f32
    } -> tensor<4xf32>
    %5 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%4 : tensor<4xf32>) outs(%2 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %31 = arith.cmpf one, %in, %cst : f32
      cf.assert %31, "unimplemented: tensor with zero element"
      %32 = arith.divf %cst_0, %in : f32
      linalg.yield %32 : f32
    } -> tensor<4xf32>
    %expanded = tensor.expand_shape %cst_11 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %expanded_16 = tensor.expand_shape %5 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %6 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%1, %expanded : tensor<2x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<2x4x8x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %31 = arith.subf %in, %in_21 : f32
      linalg.yield %31 : f32
    } -> tensor<2x4x8x8xf32>
    %7 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%6, %expanded_16 : tensor<2x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<2x4x8x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %31 = arith.mulf %in, %in_21 : f32
      linalg.yield %31 : f32
    } -> tensor<2x4x8x8xf32>
    %expanded_17 = tensor.expand_shape %cst_8 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %8 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%7, %expanded_17 : tensor<2x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<2x4x8x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %31 = arith.mulf %in, %in_21 : f32
      linalg.yield %31 : f32
    } -> tensor<2x4x8x8xf32>
    %expanded_18 = tensor.expand_shape %cst_7 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %9 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%8, %expanded_18 : tensor<2x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<2x4x8x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %31 = arith.addf %in, %in_21 : f32
      linalg.yield %31 : f32
    } -> tensor<2x4x8x8xf32>
    %expanded_19 = tensor.expand_shape %cst_6 [[0, 1, 2, 3]] output_shape [1, 4, 1, 1] : tensor<4xf32> into tensor<1x4x1x1xf32>
    %10 = tensor.empty() : tensor<2x4x8x8xi1>
    %11 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%9 : tensor<2x4x8x8xf32>) outs(%10 : tensor<2x4x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %31 = arith.cmpf ogt, %in, %cst : f32
      linalg.yield %31 : i1
    } -> tensor<2x4x8x8xi1>
    %12 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_19, %9 : tensor<1x4x1x1xf32>, tensor<2x4x8x8xf32>) outs(%0 : tensor<2x4x8x8xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %31 = arith.mulf %in, %in_21 : f32
      linalg.yield %31 : f32
    } -> tensor<2x4x8x8xf32>
    %13 = linalg.generic {indexing_maps = [#map1, #map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%11, %9, %12 : tensor<2x4x8x8xi1>, tensor<2x4x8x8xf32>, tensor<2x4x8x8xf32>) outs(%0 : tensor<2x4x8x8xf32>) {
    ^bb0(%in: i1, %in_21: f32, %in_22: f32, %out: f32):
      %31 = arith.select %in, %in_21, %in_22 : f32
      linalg.yield %31 : f32
    } -> tensor<2x4x8x8xf32>
    %14 = tensor.empty() : tensor<2x4x4x4xf32>
    %15 = linalg.fill ins(%cst_1 : f32) outs(%14 : tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
    %16 = tensor.empty() : tensor<2x2xf32>
    %17 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%13, %16 : tensor<2x4x8x8xf32>, tensor<2x2xf32>) outs(%15 : tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
    %18 = tensor.empty() : tensor<2x6x2x2xf32>
    %broadcasted_20 = linalg.broadcast ins(%cst_4 : tensor<6xf32>) outs(%18 : tensor<2x6x2x2xf32>) dimensions = [0, 2, 3] 
    %19 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%17, %cst_5 : tensor<2x4x4x4xf32>, tensor<6x4x3x3xf32>) outs(%broadcasted_20 : tensor<2x6x2x2xf32>) -> tensor<2x6x2x2xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%19 : tensor<2x6x2x2xf32>) outs(%18 : tensor<2x6x2x2xf32>) {
    ^bb0(%in: f32, %out: f32):
      %31 = arith.addf %in, %cst_14 : f32
      linalg.yield %31 : f32
    } -> tensor<2x6x2x2xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%20 : tensor<2x6x2x2xf32>) outs(%18 : tensor<2x6x2x2xf32>) {
    ^bb0(%in: f32, %out: f32):
      %31 = arith.cmpf ult, %in, %cst : f32
      %32 = arith.select %31, %cst, %in : f32
      linalg.yield %32 : f32
    } -> tensor<2x6x2x2xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%21 : tensor<2x6x2x2xf32>) outs(%18 : tensor<2x6x2x2xf32>) {
    ^bb0(%in: f32, %out: f32):
      %31 = arith.cmpf ugt, %in, %cst_15 : f32
      %32 = arith.select %31, %cst_15, %in : f32
      linalg.yield %32 : f32
    } -> tensor<2x6x2x2xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%19, %22 : tensor<2x6x2x2xf32>, tensor<2x6x2x2xf32>) outs(%18 : tensor<2x6x2x2xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %31 = arith.mulf %in, %in_21 : f32
      linalg.yield %31 : f32
    } -> tensor<2x6x2x2xf32>
    %24 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23 : tensor<2x6x2x2xf32>) outs(%18 : tensor<2x6x2x2xf32>) {
    ^bb0(%in: f32, %out: f32):
      %31 = arith.divf %in, %cst_15 : f32
      linalg.yield %31 : f32
    } -> tensor<2x6x2x2xf32>
    %collapsed = tensor.collapse_shape %24 [[0], [1, 2, 3]] : tensor<2x6x2x2xf32> into tensor<2x24xf32>
    %25 = tensor.empty() : tensor<24x5xf32>
    %transposed = linalg.transpose ins(%cst_3 : tensor<5x24xf32>) outs(%25 : tensor<24x5xf32>) permutation = [1, 0] 
    %26 = tensor.empty() : tensor<2x5xf32>
    %27 = linalg.fill ins(%cst : f32) outs(%26 : tensor<2x5xf32>) -> tensor<2x5xf32>
    %28 = linalg.matmul ins(%collapsed, %transposed : tensor<2x24xf32>, tensor<24x5xf32>) outs(%27 : tensor<2x5xf32>) -> tensor<2x5xf32>
    %29 = linalg.generic {indexing_maps = [#map4, #map5, #map4], iterator_types = ["parallel", "parallel"]} ins(%28, %cst_2 : tensor<2x5xf32>, tensor<5xf32>) outs(%26 : tensor<2x5xf32>) {
    ^bb0(%in: f32, %in_21: f32, %out: f32):
      %31 = arith.addf %in, %in_21 : f32
      linalg.yield %31 : f32
    } -> tensor<2x5xf32>
    %30 = linalg.generic {indexing_maps = [#map4, #map4], iterator_types = ["parallel", "parallel"]} ins(%29 : tensor<2x5xf32>) outs(%26 : tensor<2x5xf32>) {
    ^bb0(%in: f32, %out: f32):
      %31 = arith.negf %in : f32
      %32 = math.exp %31 : f32
      %33 = arith.addf %32, %cst_0 : f32
      %34 = arith.divf %cst_0, %33 : f32
      linalg.yield %34 : f32
    } -> tensor<2x5xf32>
    return %30 : tensor<2x5xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_5_torch.float32: "0x040000003DF809BE83722E3EC5BD333C923EC63DD09927BE",
      torch_tensor_5_24_torch.float32: "0x04000000DD7B90BEB98E233EF6D89D3E50F1D03ECDC4B63E04F1A13E94AEBFBDB9B512BE439EAB3EBD436A3E4B927BBE57EABB3E8EFB493E51E4633EC10283BEF2DFEF3D248D12BE5452A33E6D7296BD2AC0223E2082943D8ADD313E4A100EBED0D34B3E20FF91BEEFD5BC3D616C8DBE8C35CEBE73DBA7BE7B04A53E8D2D623EDA1BC43EEF73A73ECAAABABED6A48EBE161987BD12BF87BE1A25913EEB059EBE23F74BBE7AEFC9BE0B586DBEB4EAAB3EC923AB3E6CA0953E7864A13E4DDCB93EA417D6BDF4F0373E9E39BA3E2C4C0A3E9AF4D03E3AD3583E5AF0813E1B5012BE1197483E2025403D63ACC7BD24A86BBE9C926ABEDCD6A0BED5528C3EDF99943EDD503EBDE3EA71BE1C8EA13E01AB853EBA99F83CD95F45BE2D1AC03EC4F42A3ECFAD9EBE6E0DC83E08BA9E3EC15F18BEB1016B3E80876DBE160783BD577BB13EBC2F8A3C30D393BE8EB90BBE09F4E2BD6B4EA1BD7607203D8F4FC13E0A0FB33C2A0F81BECB69AB3CA572483E265E4F3EC708BFBEC99C95BD9B559BBED35F32BE8B9E163E036F94BE27661B3E0D6AB13E0B5ADB3CB44F8BBE99C715BE9792B63D94579FBE90B04F3E08C4BDBEBBEEC8BE7C19CBBECE9CA9BDD58D8C3E04D6C5BEC2BCAD3E623A27BED3E0F43D5683983CEB7ABCBE5559AD3E2218613EA1C4CF3EBB33533E",
      torch_tensor_6_torch.float32: "0x0400000053689F3D3E0DA6BDF36D0DBE87C212BE3C422A3EBEACD83D",
      torch_tensor_6_4_3_3_torch.float32: "0x04000000F6B64FBE9BDB9A3E6BEA693E98EB8FBEB0E7A9BD006E763C2034473D36E9A13DE8F2053E4091A33CDE8B26BEE383213E3AB6A3BE804F4ABE50E4AABD9E4426BED0D1EEBDD2E18BBEAB3691BDA6EC913DF35D5EBED6228CBC0058743E4B5B0CBD56C8173C5692EBBCB6288A3D8008593ED2A9A13E08C4583E8308A23E807CC5BC445099BE80D121BE686A683EAB9C0DBB93A829BEACC882BE00B89FBE480B90BE4B788ABD73303B3EF089383EAC98A4BEE8EA543E5C8C85BEA05290BDBE660ABEF67D83BD600986BDD22599BE2E5C93BE8BA555BD00418D3B260F1BBE7B94003E279C99BE0049B8BC6C16963E263A0BBECF1C9A3EF63AF73D1F059ABEF0F5573E4B8D1DBDA05F18BE6379883E38EA89BECB81123DD6ED8EBD1EC0733E0B90BE3D3303243E0017F13D002AA4BD8B918FBDABA48CBE10F3383E6F81873E7B8C693EE6C470BE2B93733C169E70BE0BE63BBE96E546BE464CE93DB0674BBE564DEEBB80BF653C06085C3EA70281BE5B546ABEFB3246BE1EE96E3E1065F5BD96F48F3E80DBF63D00E32C3D009E22BB5BF386BDAB4D2B3D20E29BBDAB7E19BB00352E3D107F85BE4EE732BEE6CF893E04818ABE2B14C4BC80D4A83EC09AF63D80A01A3CC4E693BEC816293E0B2073BEE0C8C1BDBB0BE5BD4B304ABD56F36E3B64C48C3E56722A3D6BDD983E40CC503EB3CB57BEE316193E864971BE68AA10BEABC9C83D4069E13DF709803EE0C2DBBDABE20B3AF8B92F3EE70CA5BE03C7763ECB208DBEAB8A963B2B2168BD63C533BE2075343DA2208D3E8B8EC7BDC8A54ABE067AFCBDEF27A9BE68131A3E16EE23BE16C963BE83A444BE6E40443EDBC2343E8BFD823E769EF73DB0FBE3BD1BC5BEBD20AEC93D3F4B8C3E9B9CB93D138021BEFE7320BE2C5CA1BE207D933DE08C3FBE8B2998BE52A7953E6BAA5DBE8B521BBD6094C33D2BFD2D3C4EAD65BE1EF489BE1009883E40545E3DDA968D3E8BDBE4BD4B15C93D101C9CBD2BDF72BC18E34FBEE6E0E63D00D6D73DAB51E1BB808899BD766852BE1B0C6C3EC6187EBE1ED50B3E908CE5BDB3AE24BE8046753DD84E31BE2B4A9D3D0B10863DB86F7DBE7653633D4362113E3E1C073ECBDD2BBD12E98BBEC07852BD6B18ED3DE616F9BD4E90013EB350633E4E3A32BE566F573B18240D3E1606D63CC018E43CA07B2A3D522B86BE2B99D63CF05C6C3E43CA993E769E483E76F5363D",
      torch_tensor_4_torch.float32_5: "0x04000000CDCCCC3DCDCC4C3E9A99993ECDCCCC3E",
      torch_tensor_4_torch.float32_4: "0x0400000000000000000000000000000000000000",
      torch_tensor_4_torch.float32_3: "0x040000000000803F0000803F0000803F0000803F",
      torch_tensor_4_torch.float32_2: "0x040000000000803F0000803F0000803F0000803F",
      torch_tensor_4_torch.float32_1: "0x0400000000000000000000000000000000000000",
      torch_tensor_4_3_3_3_torch.float32: "0x040000008BDA3CBBC56E533E5432A2BEDB0791BECCCD17BEC461D33D56E4F9BBFC409C3ED7E80BBD6E96D03D293AEEBD9CF29ABDFC44BCBEE48382BE037922BEB69A693C09D11B3EDD7D6C3EE29985BEE2A12BBE58280F3EC5A4A33E2D3AA2BD0E78933E221D7EBD43D2263DF270B23EA2D0B6BEEC1F78BE6190C7BD88A219BE8744AA3EDB787FBE416F35BE28AE89BE2991B8BEFD1266BE6966A93E1CDF2F3E1C073F3E9AD3A53C65114ABE395D853D8F00B8BE34658EBE9A304BBE2EAD783E6317673E54CC2EBEFC8A63BC36137C3EA8E9C33E206D1C3E15FB543DCB21843EBA1168BEF4E3923DE2C998BEF29588BEE89A4BBE3456323EB1811E3EF07769BEC624EE3DE15E583EF6FC46BDD7C7703CADA5B63D8C83743E7239BD3EAEDD97BE887010BE6AE61A3E0448A33EA57DAB3E94E2AD3ED9E09C3D215EABBEE807113D209376BEC0A8B7BE1F18AF3EE0D7953EEC94C4BE0C8B933DFCCA84BD34B881BD566B34BE7091173EFF7269BECD7C103E9451473E76138D3E5D5F133EC90BC3BE0CAD7FBE86CC443EB5FCA43DF5BA99BEC5F362BE7664B93EDEC9843E9FDA2BBEA065C6BD3ABABBBE7BB2E2BB8C6794BEAA0298BE",
      torch_tensor_4_torch.float32: "0x0400000015BC2DBC1BB6EC3C4F69A1BD5EDFE93D"
    }
  }
#-}
