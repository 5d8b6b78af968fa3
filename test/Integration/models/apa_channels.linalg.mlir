#map = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map1 = affine_map<(d0, d1, d2, d3) -> (d0, d1, 0, 0)>
module {
  func.func @main(%arg0: tensor<1x3x5x5xf32>) -> tensor<1x4x5x5xf32> {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant dense_resource<torch_tensor_1_4_1_1_torch.float32_3> : tensor<1x4x1x1xf32>
    %cst_1 = arith.constant dense_resource<torch_tensor_1_4_1_1_torch.float32_2> : tensor<1x4x1x1xf32>
    %cst_2 = arith.constant dense_resource<torch_tensor_4_torch.float32_1> : tensor<4xf32>
    %cst_3 = arith.constant dense_resource<torch_tensor_4_4_3_3_torch.float32> : tensor<4x4x3x3xf32>
    %cst_4 = arith.constant dense_resource<torch_tensor_1_4_1_1_torch.float32_1> : tensor<1x4x1x1xf32>
    %cst_5 = arith.constant 1.000000e-04 : f64
    %cst_6 = arith.constant dense_resource<torch_tensor_1_4_1_1_torch.float32> : tensor<1x4x1x1xf32>
    %cst_7 = arith.constant dense_resource<torch_tensor_4_3_3_3_torch.float32> : tensor<4x3x3x3xf32>
    %cst_8 = arith.constant dense_resource<torch_tensor_4_torch.float32> : tensor<4xf32>
    %cst_9 = arith.constant 2.000000e+01 : f32
    %padded = tensor.pad %arg0 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg1: index, %arg2: index, %arg3: index, %arg4: index):
      tensor.yield %cst : f32
    } : tensor<1x3x5x5xf32> to tensor<1x3x7x7xf32>
    %0 = tensor.empty() : tensor<1x4x5x5xf32>
    %broadcasted = linalg.broadcast ins(%cst_8 : tensor<4xf32>) outs(%0 : tensor<1x4x5x5xf32>) dimensions = [0, 2, 3] 
    %1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded, %cst_7 : tensor<1x3x7x7xf32>, tensor<4x3x3x3xf32>) outs(%broadcasted : tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %2 = tensor.empty() : tensor<1x4x1x1xf32>
    %3 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_6 : tensor<1x4x1x1xf32>) outs(%2 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = arith.truncf %cst_5 : f64 to f32
      %29 = arith.cmpf ult, %in, %28 : f32
      %30 = arith.select %29, %28, %in : f32
      linalg.yield %30 : f32
    } -> tensor<1x4x1x1xf32>
    %4 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%3 : tensor<1x4x1x1xf32>) outs(%2 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = math.log %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x1x1xf32>
    %5 = linalg.generic {indexing_maps = [#map1, #map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_4, %1 : tensor<1x4x1x1xf32>, tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %in_12: f32, %out: f32):
      %28 = arith.mulf %in, %in_12 : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %6 = linalg.generic {indexing_maps = [#map1, #map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%4, %5 : tensor<1x4x1x1xf32>, tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %in_12: f32, %out: f32):
      %28 = arith.subf %in, %in_12 : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %7 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%6 : tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = math.exp %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %8 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%7 : tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = math.log1p %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %9 = tensor.empty() : tensor<1x4x5x5xi1>
    %10 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%6 : tensor<1x4x5x5xf32>) outs(%9 : tensor<1x4x5x5xi1>) {
    ^bb0(%in: f32, %out: i1):
      %28 = arith.cmpf ogt, %in, %cst_9 : f32
      linalg.yield %28 : i1
    } -> tensor<1x4x5x5xi1>
    %11 = linalg.generic {indexing_maps = [#map, #map, #map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%10, %6, %8 : tensor<1x4x5x5xi1>, tensor<1x4x5x5xf32>, tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: i1, %in_12: f32, %in_13: f32, %out: f32):
      %28 = arith.select %in, %in_12, %in_13 : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %12 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%11 : tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = arith.negf %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %13 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%12, %3 : tensor<1x4x5x5xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %in_12: f32, %out: f32):
      %28 = arith.divf %in, %in_12 : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %14 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%13 : tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = math.exp %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %padded_10 = tensor.pad %14 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg1: index, %arg2: index, %arg3: index, %arg4: index):
      tensor.yield %cst : f32
    } : tensor<1x4x5x5xf32> to tensor<1x4x7x7xf32>
    %broadcasted_11 = linalg.broadcast ins(%cst_2 : tensor<4xf32>) outs(%0 : tensor<1x4x5x5xf32>) dimensions = [0, 2, 3] 
    %15 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_10, %cst_3 : tensor<1x4x7x7xf32>, tensor<4x4x3x3xf32>) outs(%broadcasted_11 : tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %16 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1 : tensor<1x4x1x1xf32>) outs(%2 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = arith.truncf %cst_5 : f64 to f32
      %29 = arith.cmpf ult, %in, %28 : f32
      %30 = arith.select %29, %28, %in : f32
      linalg.yield %30 : f32
    } -> tensor<1x4x1x1xf32>
    %17 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%16 : tensor<1x4x1x1xf32>) outs(%2 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = math.log %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x1x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_0, %15 : tensor<1x4x1x1xf32>, tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %in_12: f32, %out: f32):
      %28 = arith.mulf %in, %in_12 : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%17, %18 : tensor<1x4x1x1xf32>, tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %in_12: f32, %out: f32):
      %28 = arith.subf %in, %in_12 : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %20 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%19 : tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = math.exp %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %21 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%20 : tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = math.log1p %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %22 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%19 : tensor<1x4x5x5xf32>) outs(%9 : tensor<1x4x5x5xi1>) {
    ^bb0(%in: f32, %out: i1):
      %28 = arith.cmpf ogt, %in, %cst_9 : f32
      linalg.yield %28 : i1
    } -> tensor<1x4x5x5xi1>
    %23 = linalg.generic {indexing_maps = [#map, #map, #map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%22, %19, %21 : tensor<1x4x5x5xi1>, tensor<1x4x5x5xf32>, tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: i1, %in_12: f32, %in_13: f32, %out: f32):
      %28 = arith.select %in, %in_12, %in_13 : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %24 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23 : tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = arith.negf %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %25 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%24, %16 : tensor<1x4x5x5xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %in_12: f32, %out: f32):
      %28 = arith.divf %in, %in_12 : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %26 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%25 : tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %out: f32):
      %28 = math.exp %in : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    %27 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%15, %26 : tensor<1x4x5x5xf32>, tensor<1x4x5x5xf32>) outs(%0 : tensor<1x4x5x5xf32>) {
    ^bb0(%in: f32, %in_12: f32, %out: f32):
      %28 = arith.mulf %in, %in_12 : f32
      linalg.yield %28 : f32
    } -> tensor<1x4x5x5xf32>
    return %27 : tensor<1x4x5x5xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_1_4_1_1_torch.float32_3: "0x040000000000C03F2222A23F4444843FCDCC4C3F",
      torch_tensor_1_4_1_1_torch.float32_2: "0x040000009A99993E9A99193F6766663F9A99993F",
      torch_tensor_4_torch.float32_1: "0x04000000EF2729BE68139A3D16EEA3BD16C9E3BD",
      torch_tensor_4_4_3_3_torch.float32: "0x04000000F6B64FBE9BDB9A3E6BEA693E98EB8FBEB0E7A9BD006E763C2034473D36E9A13DE8F2053E4091A33CDE8B26BEE383213E3AB6A3BE804F4ABE50E4AABD9E4426BED0D1EEBDD2E18BBEAB3691BDA6EC913DF35D5EBED6228CBC0058743E4B5B0CBD56C8173C5692EBBCB6288A3D8008593ED2A9A13E08C4583E8308A23E807CC5BC445099BE80D121BE686A683EAB9C0DBB93A829BEACC882BE00B89FBE480B90BE4B788ABD73303B3EF089383EAC98A4BEE8EA543E5C8C85BEA05290BDBE660ABEF67D83BD600986BDD22599BE2E5C93BE8BA555BD00418D3B260F1BBE7B94003E279C99BE0049B8BC6C16963E263A0BBECF1C9A3EF63AF73D1F059ABEF0F5573E4B8D1DBDA05F18BE6379883E38EA89BECB81123DD6ED8EBD1EC0733E0B90BE3D3303243E0017F13D002AA4BD8B918FBDABA48CBE10F3383E6F81873E7B8C693EE6C470BE2B93733C169E70BE0BE63BBE96E546BE464CE93DB0674BBE564DEEBB80BF653C06085C3EA70281BE5B546ABEFB3246BE1EE96E3E1065F5BD96F48F3E80DBF63D00E32C3D009E22BB5BF386BDAB4D2B3D20E29BBDAB7E19BB00352E3D107F85BE4EE732BEE6CF893E04818ABE2B14C4BC80D4A83EC09AF63D80A01A3CC4E693BEC816293E0B2073BEE0C8C1BDBB0BE5BD4B304ABD56F36E3B64C48C3E56722A3D6BDD983E40CC503EB3CB57BEE316193E864971BE68AA10BEABC9C83D4069E13DF709803EE0C2DBBDABE20B3AF8B92F3EE70CA5BE03C7763ECB208DBEAB8A963B2B2168BD63C533BE2075343DA2208D3E8B8EC7BDC8A54ABE067AFCBD",
      torch_tensor_1_4_1_1_torch.float32_1: "0x040000000000003F5655553F5555953F0000C03F",
      torch_tensor_1_4_1_1_torch.float32: "0x04000000CDCC4C3ECCCC4C3F3433B33F00000040",
      torch_tensor_4_3_3_3_torch.float32: "0x040000008BDA3CBBC56E533E5432A2BEDB0791BECCCD17BEC461D33D56E4F9BBFC409C3ED7E80BBD6E96D03D293AEEBD9CF29ABDFC44BCBEE48382BE037922BEB69A693C09D11B3EDD7D6C3EE29985BEE2A12BBE58280F3EC5A4A33E2D3AA2BD0E78933E221D7EBD43D2263DF270B23EA2D0B6BEEC1F78BE6190C7BD88A219BE8744AA3EDB787FBE416F35BE28AE89BE2991B8BEFD1266BE6966A93E1CDF2F3E1C073F3E9AD3A53C65114ABE395D853D8F00B8BE34658EBE9A304BBE2EAD783E6317673E54CC2EBEFC8A63BC36137C3EA8E9C33E206D1C3E15FB543DCB21843EBA1168BEF4E3923DE2C998BEF29588BEE89A4BBE3456323EB1811E3EF07769BEC624EE3DE15E583EF6FC46BDD7C7703CADA5B63D8C83743E7239BD3EAEDD97BE887010BE6AE61A3E0448A33EA57DAB3E94E2AD3ED9E09C3D215EABBEE807113D209376BEC0A8B7BE1F18AF3EE0D7953EEC94C4BE0C8B933DFCCA84BD34B881BD566B34BE7091173EFF7269BECD7C103E9451473E76138D3E5D5F133EC90BC3BE0CAD7FBE86CC443EB5FCA43DF5BA99BEC5F362BE7664B93EDEC9843E9FDA2BBEA065C6BD3ABABBBE7BB2E2BB8C6794BEAA0298BE",
      torch_tensor_4_torch.float32: "0x0400000015BC2DBC1BB6EC3C4F69A1BD5EDFE93D"
    }
  }
#-}
