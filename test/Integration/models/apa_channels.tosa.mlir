module {
  func.func @main(%arg0: tensor<1x3x5x5xf32>) -> tensor<1x4x5x5xf32> {
    %0 = "tosa.const"() <{values = dense_resource<torch_tensor_1_4_1_1_torch.float32_3> : tensor<1x4x1x1xf32>}> : () -> tensor<1x4x1x1xf32>
    %1 = "tosa.const"() <{values = dense_resource<torch_tensor_1_4_1_1_torch.float32_2> : tensor<1x4x1x1xf32>}> : () -> tensor<1x4x1x1xf32>
    %2 = "tosa.const"() <{values = dense_resource<torch_tensor_4_torch.float32_1> : tensor<4xf32>}> : () -> tensor<4xf32>
    %3 = "tosa.const"() <{values = dense_resource<torch_tensor_1_4_1_1_torch.float32_1> : tensor<1x4x1x1xf32>}> : () -> tensor<1x4x1x1xf32>
    %4 = "tosa.const"() <{values = dense_resource<torch_tensor_1_4_1_1_torch.float32> : tensor<1x4x1x1xf32>}> : () -> tensor<1x4x1x1xf32>
    %5 = "tosa.const"() <{values = dense_resource<torch_tensor_4_torch.float32> : tensor<4xf32>}> : () -> tensor<4xf32>
    %6 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %7 = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>
    %8 = "tosa.const"() <{values = dense<"0x8BDA3CBB6E96D03DE29985BEC56E533E293AEEBDE2A12BBE5432A2BE9CF29ABD58280F3EDB0791BEFC44BCBEC5A4A33ECCCD17BEE48382BE2D3AA2BDC461D33D037922BE0E78933E56E4F9BBB69A693C221D7EBDFC409C3E09D11B3E43D2263DD7E80BBDDD7D6C3EF270B23EA2D0B6BEFD1266BE9A304BBEEC1F78BE6966A93E2EAD783E6190C7BD1CDF2F3E6317673E88A219BE1C073F3E54CC2EBE8744AA3E9AD3A53CFC8A63BCDB787FBE65114ABE36137C3E416F35BE395D853DA8E9C33E28AE89BE8F00B8BE206D1C3E2991B8BE34658EBE15FB543DCB21843EC624EE3D6AE61A3EBA1168BEE15E583E0448A33EF4E3923DF6FC46BDA57DAB3EE2C998BED7C7703C94E2AD3EF29588BEADA5B63DD9E09C3DE89A4BBE8C83743E215EABBE3456323E7239BD3EE807113DB1811E3EAEDD97BE209376BEF07769BE887010BEC0A8B7BE1F18AF3ECD7C103EC5F362BEE0D7953E9451473E7664B93EEC94C4BE76138D3EDEC9843E0C8B933D5D5F133E9FDA2BBEFCCA84BDC90BC3BEA065C6BD34B881BD0CAD7FBE3ABABBBE566B34BE86CC443E7BB2E2BB7091173EB5FCA43D8C6794BEFF7269BEF5BA99BEAA0298BE"> : tensor<4x3x3x3xf32>}> : () -> tensor<4x3x3x3xf32>
    %9 = "tosa.const"() <{values = dense<1.000000e+00> : tensor<1x1x1x1xf32>}> : () -> tensor<1x1x1x1xf32>
    %10 = "tosa.const"() <{values = dense<2.000000e+01> : tensor<1x1x1x1xf32>}> : () -> tensor<1x1x1x1xf32>
    %11 = "tosa.const"() <{values = dense<"0xF6B64FBE4091A33CAB3691BD8008593E9BDB9A3EDE8B26BEA6EC913DD2A9A13E6BEA693EE383213EF35D5EBE08C4583E98EB8FBE3AB6A3BED6228CBC8308A23EB0E7A9BD804F4ABE0058743E807CC5BC006E763C50E4AABD4B5B0CBD445099BE2034473D9E4426BE56C8173C80D121BE36E9A13DD0D1EEBD5692EBBC686A683EE8F2053ED2E18BBEB6288A3DAB9C0DBB93A829BE5C8C85BE260F1BBEF0F5573EACC882BEA05290BD7B94003E4B8D1DBD00B89FBEBE660ABE279C99BEA05F18BE480B90BEF67D83BD0049B8BC6379883E4B788ABD600986BD6C16963E38EA89BE73303B3ED22599BE263A0BBECB81123DF089383E2E5C93BECF1C9A3ED6ED8EBDAC98A4BE8BA555BDF63AF73D1EC0733EE8EA543E00418D3B1F059ABE0B90BE3D3303243E2B93733CA70281BE5BF386BD0017F13D169E70BE5B546ABEAB4D2B3D002AA4BD0BE63BBEFB3246BE20E29BBD8B918FBD96E546BE1EE96E3EAB7E19BBABA48CBE464CE93D1065F5BD00352E3D10F3383EB0674BBE96F48F3E107F85BE6F81873E564DEEBB80DBF63D4EE732BE7B8C693E80BF653C00E32C3DE6CF893EE6C470BE06085C3E009E22BB04818ABE2B14C4BC4B304ABD68AA10BECB208DBE80D4A83E56F36E3BABC9C83DAB8A963BC09AF63D64C48C3E4069E13D2B2168BD80A01A3C56722A3DF709803E63C533BEC4E693BE6BDD983EE0C2DBBD2075343DC816293E40CC503EABE20B3AA2208D3E0B2073BEB3CB57BEF8B92F3E8B8EC7BDE0C8C1BDE316193EE70CA5BEC8A54ABEBB0BE5BD864971BE03C7763E067AFCBD"> : tensor<4x3x3x4xf32>}> : () -> tensor<4x3x3x4xf32>
    %12 = tosa.transpose %arg0 {perms = array<i32: 0, 2, 3, 1>} : (tensor<1x3x5x5xf32>) -> tensor<1x5x5x3xf32>
    %13 = tosa.conv2d %12, %8, %5, %6, %6 {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x5x5x3xf32>, tensor<4x3x3x3xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x5x5x4xf32>
    %14 = tosa.transpose %13 {perms = array<i32: 0, 3, 1, 2>} : (tensor<1x5x5x4xf32>) -> tensor<1x4x5x5xf32>
    %15 = tosa.clamp %4 {max_val = 3.40282347E+38 : f32, min_val = 9.99999974E-5 : f32} : (tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %16 = tosa.log %15 : (tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %17 = tosa.mul %3, %14, %7 : (tensor<1x4x1x1xf32>, tensor<1x4x5x5xf32>, tensor<1xi8>) -> tensor<1x4x5x5xf32>
    %18 = tosa.sub %16, %17 : (tensor<1x4x1x1xf32>, tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %19 = tosa.exp %18 : (tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %20 = tosa.add %19, %9 : (tensor<1x4x5x5xf32>, tensor<1x1x1x1xf32>) -> tensor<1x4x5x5xf32>
    %21 = tosa.log %20 : (tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %22 = tosa.greater %18, %10 : (tensor<1x4x5x5xf32>, tensor<1x1x1x1xf32>) -> tensor<1x4x5x5xi1>
    %23 = tosa.select %22, %18, %21 : (tensor<1x4x5x5xi1>, tensor<1x4x5x5xf32>, tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %24 = tosa.negate %23, %6, %6 : (tensor<1x4x5x5xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x5x5xf32>
    %25 = tosa.reciprocal %15 : (tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %26 = tosa.mul %24, %25, %7 : (tensor<1x4x5x5xf32>, tensor<1x4x1x1xf32>, tensor<1xi8>) -> tensor<1x4x5x5xf32>
    %27 = tosa.exp %26 : (tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %28 = tosa.transpose %27 {perms = array<i32: 0, 2, 3, 1>} : (tensor<1x4x5x5xf32>) -> tensor<1x5x5x4xf32>
    %29 = tosa.conv2d %28, %11, %2, %6, %6 {acc_type = f32, dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x5x5x4xf32>, tensor<4x3x3x4xf32>, tensor<4xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x5x5x4xf32>
    %30 = tosa.transpose %29 {perms = array<i32: 0, 3, 1, 2>} : (tensor<1x5x5x4xf32>) -> tensor<1x4x5x5xf32>
    %31 = tosa.clamp %1 {max_val = 3.40282347E+38 : f32, min_val = 9.99999974E-5 : f32} : (tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %32 = tosa.log %31 : (tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %33 = tosa.mul %0, %30, %7 : (tensor<1x4x1x1xf32>, tensor<1x4x5x5xf32>, tensor<1xi8>) -> tensor<1x4x5x5xf32>
    %34 = tosa.sub %32, %33 : (tensor<1x4x1x1xf32>, tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %35 = tosa.exp %34 : (tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %36 = tosa.add %35, %9 : (tensor<1x4x5x5xf32>, tensor<1x1x1x1xf32>) -> tensor<1x4x5x5xf32>
    %37 = tosa.log %36 : (tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %38 = tosa.greater %34, %10 : (tensor<1x4x5x5xf32>, tensor<1x1x1x1xf32>) -> tensor<1x4x5x5xi1>
    %39 = tosa.select %38, %34, %37 : (tensor<1x4x5x5xi1>, tensor<1x4x5x5xf32>, tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %40 = tosa.negate %39, %6, %6 : (tensor<1x4x5x5xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x5x5xf32>
    %41 = tosa.reciprocal %31 : (tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %42 = tosa.mul %40, %41, %7 : (tensor<1x4x5x5xf32>, tensor<1x4x1x1xf32>, tensor<1xi8>) -> tensor<1x4x5x5xf32>
    %43 = tosa.exp %42 : (tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32>
    %44 = tosa.mul %30, %43, %7 : (tensor<1x4x5x5xf32>, tensor<1x4x5x5xf32>, tensor<1xi8>) -> tensor<1x4x5x5xf32>
    return %44 : tensor<1x4x5x5xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_1_4_1_1_torch.float32_3: "0x040000000000C03F2222A23F4444843FCDCC4C3F",
      torch_tensor_1_4_1_1_torch.float32_2: "0x040000009A99993E9A99193F6766663F9A99993F",
      torch_tensor_4_torch.float32_1: "0x04000000EF2729BE68139A3D16EEA3BD16C9E3BD",
      torch_tensor_1_4_1_1_torch.float32_1: "0x040000000000003F5655553F5555953F0000C03F",
      torch_tensor_1_4_1_1_torch.float32: "0x04000000CDCC4C3ECCCC4C3F3433B33F00000040",
      torch_tensor_4_torch.float32: "0x0400000015BC2DBC1BB6EC3C4F69A1BD5EDFE93D"
    }
  }
#-}
