module {
  func.func @main(%arg0: tensor<2x5x8xf32>) -> tensor<2x5x8xf32> {
    %0 = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>
    %1 = tosa.const_shape  {values = dense<[10, 8]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %2 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %3 = tosa.const_shape  {values = dense<[1, 10, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %4 = tosa.const_shape  {values = dense<[10, 16]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %5 = tosa.const_shape  {values = dense<[2, 5, 16]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %6 = "tosa.const"() <{values = dense<5.000000e-01> : tensor<2x5x16xf32>}> : () -> tensor<2x5x16xf32>
    %7 = "tosa.const"() <{values = dense<1.000000e+00> : tensor<2x5x16xf32>}> : () -> tensor<2x5x16xf32>
    %8 = "tosa.const"() <{values = dense<3.000000e+00> : tensor<2x5x16xf32>}> : () -> tensor<2x5x16xf32>
    %9 = "tosa.const"() <{values = dense<4.471500e-02> : tensor<2x5x16xf32>}> : () -> tensor<2x5x16xf32>
    %10 = "tosa.const"() <{values = dense<0.636619746> : tensor<2x5x16xf32>}> : () -> tensor<2x5x16xf32>
    %11 = tosa.const_shape  {values = dense<[1, 10, 16]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %12 = tosa.const_shape  {values = dense<[2, 5, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %13 = "tosa.const"() <{values = dense<1.250000e-01> : tensor<1x1x1xf64>}> : () -> tensor<1x1x1xf64>
    %14 = "tosa.const"() <{values = dense<1.250000e-01> : tensor<1x1x1xf32>}> : () -> tensor<1x1x1xf32>
    %15 = "tosa.const"() <{values = dense<9.99999974E-6> : tensor<1x1x1xf32>}> : () -> tensor<1x1x1xf32>
    %16 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32> : tensor<1x1x8xf32>}> : () -> tensor<1x1x8xf32>
    %17 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32_1> : tensor<1x1x8xf32>}> : () -> tensor<1x1x8xf32>
    %18 = "tosa.const"() <{values = dense<"0x2279ADBBDE8380BD6B208F3E1E6BE9BD85AAEABE4952183DF68FA0BE70ED063EC5BFC63EE7488E3EA4B328BF65398B3E77C5B43E4D702CBF8F50DCBEFF128E3E9C36C23E97993F3E403BD93E353C993D86A8A6BE7B9CB9BEF202D1BC65580CBF43C8B6BDC4FB153F96D5203FD06FD6BEE58C173E123C50BC6440243F4A7D2D3DB1FC14BF5DD35ABEDE70F5BEA1E8233F53EFFCBE6E01F53DB38BE73E8AECFABECF2BDD3C3C861D3FCBA3093F61B8843ED5350DBF775108BFE51AF83E2AA6B0BE1D3805BF1B540EBE86A79DBE20ED27BF208929BF4D0429BF12F5333FF205BBBEAAC5273E40B91F3F649234BFFD15B73E0B78D0BE67A10BBF88A618BF0E50AB3ED6708BBEC2EF2CBFA77F833EC5EAE3BE2D56D3BE68CC02BFCBAF8F3E10D0A33EAE99E03E171A103EEC86073E2B96013F374B2A3FE4951FBD253634BE81A42DBFAB2A423E90C5EFBEF750163FAC4F37BE979A1B3F4CA4BABEA6A2C33DFD98913E4ED02D3F49691DBFC6F4F3BDCB5E873EB8F2F33EEA6ED93D67B0023D2E95D6BE578A65BC9F3D95BEE70315BE661F8DBE5E8CA13E876CE43EF2BDF23E5B74D6BE6D7F0BBF2838853D5C4FEEBD452933BFA3DB9DBE0B4494BE8F49D33D184235BE40870F3F4C94D63C7A75073F9E661C3F5F78AF3E5D45D43E522BD5BEB8BF5A3E1CAD84BE4B7EE2BEC7B9A5BE76DAEABE3F3D36BE5DD3D63E86BB2B3E975AB0BE"> : tensor<1x8x16xf32>}> : () -> tensor<1x8x16xf32>
    %19 = "tosa.const"() <{values = dense_resource<torch_tensor_16_torch.float32> : tensor<1x16xf32>}> : () -> tensor<1x16xf32>
    %20 = "tosa.const"() <{values = dense<"0x66F8E5BEF03CC5BDF0536CBDAC93B4BEA024393E26DADDBEF00E293EE6BBFDBE40BA72BE100EC9BD708F64BE60AEB63C40AA813D2CA27D3EF20EC03E1C1D673ECE4FAE3EBAB8E5BE14B6CC3E9076B4BE00ED73BB0858B6BE28D224BE20E575BE006B54BB440ADDBE54DFCEBE88EC8CBE086DCABDA85611BE00D4513AD0D6AABEDC7C7EBE283CA0BDB0C25B3D302C95BE407A803DCCC82BBE7ACB833E627B93BE022DC4BE80E1D33BC064D6BD34F92E3E30D3E9BD38A497BD5A93F7BE5230933E0094EFBEB89668BE16D0B63EC48D98BE003E66BB8036B33B4215B93E2492873EEC10D8BEB8DE403E08EC0E3E00BA32BCC0A7823D9626D33E30B1D3BE507CC43E70B4CFBD3A6AE6BECC04763EA04FAC3C983EC8BE80AB7F3D00D0E13BD8B6393E56648C3EC0360ABD40D1343E0406A53E7A2D86BE204CE53EE018AEBDC4FC2ABE74678A3EA221E13E003FF6BDFA83C1BED8B7CE3E30999C3E0AD486BED4130FBE02E5F6BE38D750BE505AD7BD44BFAFBE86C1CFBEC6D8A1BED857873D9842173E2EB09F3E362BE73E00F7D2BE3CA694BE200F13BD54A2653EF2B0D33EDE70D23E8A52C8BE386C393E4CB68A3ED62EB33EC03EFD3E24F7B4BEE8AA15BE74350B3EF07BD8BDAE07E7BE2642CB3ECC0B38BE10F4383E9CFF58BE56FC97BE1C4072BE1C9A4FBE74F8A13E5C29AF3EE0EED73EC0F0673C4097163E845B3DBEFCAD70BE"> : tensor<1x16x8xf32>}> : () -> tensor<1x16x8xf32>
    %21 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32_2> : tensor<1x8xf32>}> : () -> tensor<1x8xf32>
    %22 = tosa.cast %arg0 : (tensor<2x5x8xf32>) -> tensor<2x5x8xf64>
    %23 = tosa.reduce_sum %22 {axis = 2 : i32} : (tensor<2x5x8xf64>) -> tensor<2x5x1xf64>
    %24 = tosa.mul %23, %13, %0 : (tensor<2x5x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<2x5x1xf64>
    %25 = tosa.sub %22, %24 : (tensor<2x5x8xf64>, tensor<2x5x1xf64>) -> tensor<2x5x8xf64>
    %26 = tosa.mul %25, %25, %0 : (tensor<2x5x8xf64>, tensor<2x5x8xf64>, tensor<1xi8>) -> tensor<2x5x8xf64>
    %27 = tosa.reduce_sum %26 {axis = 2 : i32} : (tensor<2x5x8xf64>) -> tensor<2x5x1xf64>
    %28 = tosa.mul %27, %13, %0 : (tensor<2x5x1xf64>, tensor<1x1x1xf64>, tensor<1xi8>) -> tensor<2x5x1xf64>
    %29 = tosa.cast %28 : (tensor<2x5x1xf64>) -> tensor<2x5x1xf32>
    %30 = tosa.reduce_sum %arg0 {axis = 2 : i32} : (tensor<2x5x8xf32>) -> tensor<2x5x1xf32>
    %31 = tosa.mul %30, %14, %0 : (tensor<2x5x1xf32>, tensor<1x1x1xf32>, tensor<1xi8>) -> tensor<2x5x1xf32>
    %32 = tosa.add %29, %15 : (tensor<2x5x1xf32>, tensor<1x1x1xf32>) -> tensor<2x5x1xf32>
    %33 = tosa.rsqrt %32 : (tensor<2x5x1xf32>) -> tensor<2x5x1xf32>
    %34 = tosa.sub %arg0, %31 : (tensor<2x5x8xf32>, tensor<2x5x1xf32>) -> tensor<2x5x8xf32>
    %35 = tosa.mul %34, %33, %0 : (tensor<2x5x8xf32>, tensor<2x5x1xf32>, tensor<1xi8>) -> tensor<2x5x8xf32>
    %36 = tosa.mul %35, %16, %0 : (tensor<2x5x8xf32>, tensor<1x1x8xf32>, tensor<1xi8>) -> tensor<2x5x8xf32>
    %37 = tosa.add %36, %17 : (tensor<2x5x8xf32>, tensor<1x1x8xf32>) -> tensor<2x5x8xf32>
    %38 = tosa.reshape %37, %3 : (tensor<2x5x8xf32>, !tosa.shape<3>) -> tensor<1x10x8xf32>
    %39 = tosa.matmul %38, %18, %2, %2 : (tensor<1x10x8xf32>, tensor<1x8x16xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x10x16xf32>
    %40 = tosa.reshape %39, %4 : (tensor<1x10x16xf32>, !tosa.shape<2>) -> tensor<10x16xf32>
    %41 = tosa.add %40, %19 : (tensor<10x16xf32>, tensor<1x16xf32>) -> tensor<10x16xf32>
    %42 = tosa.reshape %41, %5 : (tensor<10x16xf32>, !tosa.shape<3>) -> tensor<2x5x16xf32>
    %43 = tosa.mul %6, %42, %0 : (tensor<2x5x16xf32>, tensor<2x5x16xf32>, tensor<1xi8>) -> tensor<2x5x16xf32>
    %44 = tosa.pow %10, %6 : (tensor<2x5x16xf32>, tensor<2x5x16xf32>) -> tensor<2x5x16xf32>
    %45 = tosa.pow %42, %8 : (tensor<2x5x16xf32>, tensor<2x5x16xf32>) -> tensor<2x5x16xf32>
    %46 = tosa.mul %9, %45, %0 : (tensor<2x5x16xf32>, tensor<2x5x16xf32>, tensor<1xi8>) -> tensor<2x5x16xf32>
    %47 = tosa.add %42, %46 : (tensor<2x5x16xf32>, tensor<2x5x16xf32>) -> tensor<2x5x16xf32>
    %48 = tosa.mul %44, %47, %0 : (tensor<2x5x16xf32>, tensor<2x5x16xf32>, tensor<1xi8>) -> tensor<2x5x16xf32>
    %49 = tosa.tanh %48 : (tensor<2x5x16xf32>) -> tensor<2x5x16xf32>
    %50 = tosa.add %49, %7 : (tensor<2x5x16xf32>, tensor<2x5x16xf32>) -> tensor<2x5x16xf32>
    %51 = tosa.mul %43, %50, %0 : (tensor<2x5x16xf32>, tensor<2x5x16xf32>, tensor<1xi8>) -> tensor<2x5x16xf32>
    %52 = tosa.reshape %51, %11 : (tensor<2x5x16xf32>, !tosa.shape<3>) -> tensor<1x10x16xf32>
    %53 = tosa.matmul %52, %20, %2, %2 : (tensor<1x10x16xf32>, tensor<1x16x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x10x8xf32>
    %54 = tosa.reshape %53, %1 : (tensor<1x10x8xf32>, !tosa.shape<2>) -> tensor<10x8xf32>
    %55 = tosa.add %54, %21 : (tensor<10x8xf32>, tensor<1x8xf32>) -> tensor<10x8xf32>
    %56 = tosa.reshape %55, %12 : (tensor<10x8xf32>, !tosa.shape<3>) -> tensor<2x5x8xf32>
    %57 = tosa.add %arg0, %56 : (tensor<2x5x8xf32>, tensor<2x5x8xf32>) -> tensor<2x5x8xf32>
    return %57 : tensor<2x5x8xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float32: "0x040000000000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F",
      torch_tensor_8_torch.float32_1: "0x040000000000000000000000000000000000000000000000000000000000000000000000",
      torch_tensor_16_torch.float32: "0x04000000714EFDBD0C5E94BEB0059ABDB5C69A3D16DB6BBE02A394BC3595813EE4DE14BD5DFD203C86DCF9BC2E8A923DCF32663E4A78AB3E30EA653EB9DCAB3E4477D1BC",
      torch_tensor_8_torch.float32_2: "0x04000000420A72BEB03B5D3DA8A90FBE503E64BEFA7A603ED03F26BED0FBE8BC48AF923D"
    }
  }
#-}
