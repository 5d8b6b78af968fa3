module {
  func.func @main(%arg0: tensor<4x8xf32>) -> tensor<4x8xf32> {
    %0 = "tosa.const"() <{values = dense<1.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %1 = "tosa.const"() <{values = dense<2.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %2 = "tosa.const"() <{values = dense<3.900000e-01> : tensor<1xf32>}> : () -> tensor<1xf32>
    %3 = "tosa.const"() <{values = dense<5.000000e-01> : tensor<1xf32>}> : () -> tensor<1xf32>
    %4 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %5 = tosa.const_shape  {values = dense<[1, 4, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %6 = tosa.const_shape  {values = dense<[4, 8]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %7 = tosa.const_shape  {values = dense<1> : tensor<2xindex>} : () -> !tosa.shape<2>
    %8 = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>
    %9 = "tosa.const"() <{values = dense<[[[-0.00529398117, -0.0627515167, 0.279544204, -0.113973841, -0.458332211, 0.0371878482, -0.313598335, 0.131765127], [0.379322886, 0.187109336, 0.424280167, 0.074821867, -0.325504482, -0.362521976, -2.551410e-02, -0.548223794], [-0.581980765, -0.213696912, -0.479376733, 0.640268385, -0.494013399, 0.119631633, 0.452237695, -0.4900859], [-0.520387471, -0.138992712, -0.307918727, -6.559620e-01, -0.662248611, -0.660221874, 0.702958226, -0.365279734], [-0.272345245, -0.675533414, 0.256833285, -0.445150524, -0.412766844, -0.510931492, 0.280638069, 0.319946766], [0.18961589, -0.468304157, 0.587172925, -0.179014862, 0.607827603, -0.364534736, 0.095525071, 0.284370333], [-0.0140100336, -0.291485757, -0.145522699, -0.275630176, 0.315524042, 0.446140498, 0.474105418, -0.418856472], [0.560657501, 0.0261937603, 0.5291363, 0.610940814, 0.342715234, 0.4145917, -0.416346133, 0.213621974]]]> : tensor<1x8x8xf32>}> : () -> tensor<1x8x8xf32>
    %10 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32> : tensor<1x8xf32>}> : () -> tensor<1x8xf32>
    %11 = "tosa.const"() <{values = dense<1.500000e+00> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %12 = "tosa.const"() <{values = dense<1.000000e+00> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %13 = "tosa.const"() <{values = dense<2.000000e+01> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %14 = "tosa.const"() <{values = dense<[[[0.277899951, -0.658991098, 0.271922261, 0.353069037, -0.673588573, -0.430302113, 0.277488679, -0.247369543], [0.585872889, 0.628259063, -0.418821812, 0.147998407, -0.0127096344, 0.641607523, 0.0423558131, -0.579560041], [0.615329504, 0.537655532, 0.259219199, -0.551602662, -0.532493055, 0.484580189, -0.345017731, -0.150412321], [0.62392044, -0.705358744, 0.357589632, -0.407165855, -0.545431554, -0.596291065, 0.334595144, 0.151148632], [0.140724525, 0.132350624, 0.506197631, 0.665210187, -0.0389613062, -0.175987795, -0.67829138, -0.460655868], [-0.614887773, -0.119119212, 0.264395088, 0.476461172, 0.106168583, 0.0319065116, -0.419106901, -0.0362882689], [0.0650485158, -0.116362303, -0.699848473, -0.30831632, -0.289581627, 0.103167646, -0.17700994, 0.506182969], [-0.442369789, -3.236830e-01, -0.458697975, -0.17796801, 0.419581324, 0.167707533, -0.344441146, -0.0726907551]]]> : tensor<1x8x8xf32>}> : () -> tensor<1x8x8xf32>
    %15 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32_1> : tensor<1x8xf32>}> : () -> tensor<1x8xf32>
    %16 = "tosa.const"() <{values = dense<9.200000e-01> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %17 = "tosa.const"() <{values = dense<[[[-0.635209203, -0.143427238, -0.136199564, -0.636437356, -0.0815962106, 0.339768589, -0.498777777, 0.0297466554], [-0.335223228, 0.38778159, -0.138835251, -0.0477206856, -0.315657288, 0.24972108, 0.0315368846, 0.455817312], [0.481472701, 0.382290959, -0.6345222, 0.621843457, 0.565440238, -0.170041293, -0.49846369, -0.534516215], [-0.00458380673, -0.681956291, -0.610542774, -0.288423181, -0.571409583, -0.148708403, -0.389251083, -0.485437453], [-0.351464838, 0.441080511, -0.110647701, 0.638519585, 0.0758760422, -0.582713544, -4.120350e-01, -0.410589695], [-0.541864216, -0.553317726, 0.00914443284, 0.256081372, -0.148046032, 0.383141667, 0.241650209, 0.494927645], [-0.661747336, -0.149489641, -0.321220845, -0.638136208, 0.504953861, 0.561427295, -0.421374232, -0.254180133], [-0.596803904, -0.286712438, 0.266366571, 0.447384566, 0.197384983, 0.483820021, -0.0154270949, 0.59643656]]]> : tensor<1x8x8xf32>}> : () -> tensor<1x8x8xf32>
    %18 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32_2> : tensor<1x8xf32>}> : () -> tensor<1x8xf32>
    %19 = "tosa.const"() <{values = dense<-1.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %20 = tosa.reshape %arg0, %5 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %21 = tosa.matmul %20, %9, %4, %4 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %22 = tosa.reshape %21, %6 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %23 = tosa.add %22, %10 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %24 = tosa.clamp %3 {max_val = 3.40282347E+38 : f32, min_val = 9.99999974E-5 : f32} : (tensor<1xf32>) -> tensor<1xf32>
    %25 = tosa.log %24 : (tensor<1xf32>) -> tensor<1xf32>
    %26 = tosa.mul %11, %23, %8 : (tensor<1x1xf32>, tensor<4x8xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %27 = tosa.reshape %25, %7 : (tensor<1xf32>, !tosa.shape<2>) -> tensor<1x1xf32>
    %28 = tosa.sub %27, %26 : (tensor<1x1xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %29 = tosa.exp %28 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %30 = tosa.add %29, %12 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %31 = tosa.log %30 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %32 = tosa.greater %28, %13 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xi1>
    %33 = tosa.select %32, %28, %31 : (tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %34 = tosa.negate %33, %4, %4 : (tensor<4x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<4x8xf32>
    %35 = tosa.reshape %24, %7 : (tensor<1xf32>, !tosa.shape<2>) -> tensor<1x1xf32>
    %36 = tosa.reciprocal %35 : (tensor<1x1xf32>) -> tensor<1x1xf32>
    %37 = tosa.mul %34, %36, %8 : (tensor<4x8xf32>, tensor<1x1xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %38 = tosa.exp %37 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %39 = tosa.reshape %38, %5 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %40 = tosa.matmul %39, %14, %4, %4 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %41 = tosa.reshape %40, %6 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %42 = tosa.add %41, %15 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %43 = tosa.clamp %2 {max_val = 3.40282347E+38 : f32, min_val = 9.99999974E-5 : f32} : (tensor<1xf32>) -> tensor<1xf32>
    %44 = tosa.log %43 : (tensor<1xf32>) -> tensor<1xf32>
    %45 = tosa.mul %16, %42, %8 : (tensor<1x1xf32>, tensor<4x8xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %46 = tosa.reshape %44, %7 : (tensor<1xf32>, !tosa.shape<2>) -> tensor<1x1xf32>
    %47 = tosa.sub %46, %45 : (tensor<1x1xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %48 = tosa.exp %47 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %49 = tosa.add %48, %12 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %50 = tosa.log %49 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %51 = tosa.greater %47, %13 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xi1>
    %52 = tosa.select %51, %47, %50 : (tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %53 = tosa.negate %52, %4, %4 : (tensor<4x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<4x8xf32>
    %54 = tosa.reshape %43, %7 : (tensor<1xf32>, !tosa.shape<2>) -> tensor<1x1xf32>
    %55 = tosa.reciprocal %54 : (tensor<1x1xf32>) -> tensor<1x1xf32>
    %56 = tosa.mul %53, %55, %8 : (tensor<4x8xf32>, tensor<1x1xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %57 = tosa.exp %56 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %58 = tosa.mul %42, %57, %8 : (tensor<4x8xf32>, tensor<4x8xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %59 = tosa.reshape %58, %5 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %60 = tosa.matmul %59, %17, %4, %4 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %61 = tosa.reshape %60, %6 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %62 = tosa.add %61, %18 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %63 = tosa.clamp %1 {max_val = 3.40282347E+38 : f32, min_val = 9.99999974E-5 : f32} : (tensor<1xf32>) -> tensor<1xf32>
    %64 = tosa.negate %0, %4, %4 : (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    %65 = tosa.reshape %64, %7 : (tensor<1xf32>, !tosa.shape<2>) -> tensor<1x1xf32>
    %66 = tosa.mul %65, %62, %8 : (tensor<1x1xf32>, tensor<4x8xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %67 = tosa.exp %66 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %68 = tosa.reshape %63, %7 : (tensor<1xf32>, !tosa.shape<2>) -> tensor<1x1xf32>
    %69 = tosa.mul %68, %67, %8 : (tensor<1x1xf32>, tensor<4x8xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %70 = tosa.add %69, %12 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %71 = tosa.reciprocal %63 : (tensor<1xf32>) -> tensor<1xf32>
    %72 = tosa.mul %71, %19, %8 : (tensor<1xf32>, tensor<1xf32>, tensor<1xi8>) -> tensor<1xf32>
    %73 = tosa.reshape %72, %7 : (tensor<1xf32>, !tosa.shape<2>) -> tensor<1x1xf32>
    %74 = tosa.pow %70, %73 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    return %74 : tensor<4x8xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float32: "0x04000000C5BF463E43C836BDCF2B5D3CAAC5A73DAE99603E4ED0AD3E6D7F8BBE1CAD04BE",
      torch_tensor_8_torch.float32_1: "0x040000005DFD203C86DCF9BC2E8A923DCF32663E4A78AB3E30EA653EB9DCAB3E4477D1BC",
      torch_tensor_8_torch.float32_2: "0x0400000079EA023EC25F373D487B2CBB01238FBDD6B1353DD656A5BD4ACE22BB43C6383D"
    }
  }
#-}
