module {
  func.func @main(%arg0: tensor<4x8xf32>) -> tensor<4x8xf32> {
    %0 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %1 = tosa.const_shape  {values = dense<[1, 4, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %2 = tosa.const_shape  {values = dense<[4, 8]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %3 = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>
    %4 = "tosa.const"() <{values = dense<[[[-0.00529398117, -0.0627515167, 0.279544204, -0.113973841, -0.458332211, 0.0371878482, -0.313598335, 0.131765127], [0.379322886, 0.187109336, 0.424280167, 0.074821867, -0.325504482, -0.362521976, -2.551410e-02, -0.548223794], [-0.581980765, -0.213696912, -0.479376733, 0.640268385, -0.494013399, 0.119631633, 0.452237695, -0.4900859], [-0.520387471, -0.138992712, -0.307918727, -6.559620e-01, -0.662248611, -0.660221874, 0.702958226, -0.365279734], [-0.272345245, -0.675533414, 0.256833285, -0.445150524, -0.412766844, -0.510931492, 0.280638069, 0.319946766], [0.18961589, -0.468304157, 0.587172925, -0.179014862, 0.607827603, -0.364534736, 0.095525071, 0.284370333], [-0.0140100336, -0.291485757, -0.145522699, -0.275630176, 0.315524042, 0.446140498, 0.474105418, -0.418856472], [0.560657501, 0.0261937603, 0.5291363, 0.610940814, 0.342715234, 0.4145917, -0.416346133, 0.213621974]]]> : tensor<1x8x8xf32>}> : () -> tensor<1x8x8xf32>
    %5 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32> : tensor<1x8xf32>}> : () -> tensor<1x8xf32>
    %6 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %7 = "tosa.const"() <{values = dense<1.000000e+00> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %8 = "tosa.const"() <{values = dense<[[[0.277899951, -0.658991098, 0.271922261, 0.353069037, -0.673588573, -0.430302113, 0.277488679, -0.247369543], [0.585872889, 0.628259063, -0.418821812, 0.147998407, -0.0127096344, 0.641607523, 0.0423558131, -0.579560041], [0.615329504, 0.537655532, 0.259219199, -0.551602662, -0.532493055, 0.484580189, -0.345017731, -0.150412321], [0.62392044, -0.705358744, 0.357589632, -0.407165855, -0.545431554, -0.596291065, 0.334595144, 0.151148632], [0.140724525, 0.132350624, 0.506197631, 0.665210187, -0.0389613062, -0.175987795, -0.67829138, -0.460655868], [-0.614887773, -0.119119212, 0.264395088, 0.476461172, 0.106168583, 0.0319065116, -0.419106901, -0.0362882689], [0.0650485158, -0.116362303, -0.699848473, -0.30831632, -0.289581627, 0.103167646, -0.17700994, 0.506182969], [-0.442369789, -3.236830e-01, -0.458697975, -0.17796801, 0.419581324, 0.167707533, -0.344441146, -0.0726907551]]]> : tensor<1x8x8xf32>}> : () -> tensor<1x8x8xf32>
    %9 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32_1> : tensor<1x8xf32>}> : () -> tensor<1x8xf32>
    %10 = "tosa.const"() <{values = dense<0.699999988> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %11 = "tosa.const"() <{values = dense<[[[-0.635209203, -0.143427238, -0.136199564, -0.636437356, -0.0815962106, 0.339768589, -0.498777777, 0.0297466554], [-0.335223228, 0.38778159, -0.138835251, -0.0477206856, -0.315657288, 0.24972108, 0.0315368846, 0.455817312], [0.481472701, 0.382290959, -0.6345222, 0.621843457, 0.565440238, -0.170041293, -0.49846369, -0.534516215], [-0.00458380673, -0.681956291, -0.610542774, -0.288423181, -0.571409583, -0.148708403, -0.389251083, -0.485437453], [-0.351464838, 0.441080511, -0.110647701, 0.638519585, 0.0758760422, -0.582713544, -4.120350e-01, -0.410589695], [-0.541864216, -0.553317726, 0.00914443284, 0.256081372, -0.148046032, 0.383141667, 0.241650209, 0.494927645], [-0.661747336, -0.149489641, -0.321220845, -0.638136208, 0.504953861, 0.561427295, -0.421374232, -0.254180133], [-0.596803904, -0.286712438, 0.266366571, 0.447384566, 0.197384983, 0.483820021, -0.0154270949, 0.59643656]]]> : tensor<1x8x8xf32>}> : () -> tensor<1x8x8xf32>
    %12 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32_2> : tensor<1x8xf32>}> : () -> tensor<1x8xf32>
    %13 = "tosa.const"() <{values = dense<1.05070102> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %14 = "tosa.const"() <{values = dense<1.67326319> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %15 = "tosa.const"() <{values = dense<[[[-0.553102553, -0.612785756, 0.088274382, 0.233481064, 9.745700e-03, -0.700847685, 0.256483972, -0.66854757], [-0.370616883, 0.350285053, 0.633350431, 0.530491352, -0.120220006, 0.319183737, -0.236145169, 1.527690e-01], [0.570983589, -0.503658533, 0.43254602, -0.227628887, -0.372414023, -0.339597732, -0.197599679, -0.396815956], [-0.573850155, -0.200722337, -0.447042763, 1.131980e-03, 0.0934590324, -0.471880823, 0.208900511, -0.630439281], [-0.0507746451, -0.237245873, 0.317140281, 0.364035219, 0.584719837, -0.407365203, 0.581266284, 0.620045304], [0.699497401, -0.104713589, -4.998510e-01, -0.683837413, -0.20670113, 0.406555325, 0.192256808, -0.459203064], [0.255433172, 0.00773453666, -0.299689621, 0.511224508, -0.41980511, 0.374465138, -0.334564298, -0.0804415568], [0.0200203434, 5.832270e-01, 0.207976148, -0.584722459, -0.261515528, 0.542719901, -0.332394898, 0.202581525]]]> : tensor<1x8x8xf32>}> : () -> tensor<1x8x8xf32>
    %16 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32_3> : tensor<1x8xf32>}> : () -> tensor<1x8xf32>
    %17 = "tosa.const"() <{values = dense<2.000000e+01> : tensor<1x1xf64>}> : () -> tensor<1x1xf64>
    %18 = "tosa.const"() <{values = dense<[[[-0.16169849, 4.889960e-01, 0.138862237, 0.245583609, 0.0590656884, 0.330228895, 0.533984125, -4.255220e-01], [-0.031445846, -0.526387334, -0.525019348, -0.258007079, 0.0882931799, -0.343993038, 0.706834435, 0.63570118], [-0.430659264, 0.289677233, 0.117732249, 0.268404365, -0.555890381, -0.585971177, 0.618290544, 0.341644704], [0.239144161, -0.237767145, 0.301177412, 0.470906645, 0.055570282, -6.080560e-01, 0.547833681, 3.854690e-01], [0.22356306, -0.341156393, 0.279894769, -0.369216919, 0.4896501, 0.705416619, -0.162110776, -0.443197787], [-0.0145866023, 0.127028242, -0.0890096724, 0.00697336439, 0.637183606, 0.448863834, -0.248153225, 0.202868789], [-0.159029841, -0.367311537, -0.579677403, 0.292387933, 0.415602654, -0.488776058, 0.580569208, -0.247885078], [-0.435881674, 0.162920833, -0.10900338, 0.0554215051, 0.0947544574, 0.27665031, 0.396248221, 0.552502513]]]> : tensor<1x8x8xf32>}> : () -> tensor<1x8x8xf32>
    %19 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float32_4> : tensor<1x8xf32>}> : () -> tensor<1x8xf32>
    %20 = "tosa.const"() <{values = dense<2.000000e+00> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %21 = "tosa.const"() <{values = dense<5.000000e-01> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %22 = tosa.reshape %arg0, %1 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %23 = tosa.matmul %22, %4, %0, %0 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %24 = tosa.reshape %23, %2 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %25 = tosa.add %24, %5 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %26 = tosa.maximum %25, %6 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %27 = tosa.minimum %25, %6 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %28 = tosa.exp %27 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %29 = tosa.sub %28, %7 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %30 = tosa.add %26, %29 : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %31 = tosa.reshape %30, %1 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %32 = tosa.matmul %31, %8, %0, %0 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %33 = tosa.reshape %32, %2 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %34 = tosa.add %33, %9 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %35 = tosa.maximum %34, %6 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %36 = tosa.minimum %34, %6 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %37 = tosa.exp %36 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %38 = tosa.sub %37, %7 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %39 = tosa.mul %38, %10, %3 : (tensor<4x8xf32>, tensor<1x1xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %40 = tosa.add %35, %39 : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %41 = tosa.reshape %40, %1 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %42 = tosa.matmul %41, %11, %0, %0 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %43 = tosa.reshape %42, %2 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %44 = tosa.add %43, %12 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %45 = tosa.maximum %44, %6 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %46 = tosa.mul %45, %13, %3 : (tensor<4x8xf32>, tensor<1x1xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %47 = tosa.minimum %44, %6 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %48 = tosa.exp %47 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %49 = tosa.sub %48, %7 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %50 = tosa.mul %49, %13, %3 : (tensor<4x8xf32>, tensor<1x1xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %51 = tosa.mul %50, %14, %3 : (tensor<4x8xf32>, tensor<1x1xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %52 = tosa.add %46, %51 : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %53 = tosa.reshape %52, %1 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %54 = tosa.matmul %53, %15, %0, %0 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %55 = tosa.reshape %54, %2 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %56 = tosa.add %55, %16 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %57 = tosa.exp %56 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %58 = tosa.add %57, %7 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %59 = tosa.log %58 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %60 = tosa.cast %56 : (tensor<4x8xf32>) -> tensor<4x8xf64>
    %61 = tosa.greater %60, %17 : (tensor<4x8xf64>, tensor<1x1xf64>) -> tensor<4x8xi1>
    %62 = tosa.select %61, %56, %59 : (tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %63 = tosa.reshape %62, %1 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %64 = tosa.matmul %63, %18, %0, %0 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %65 = tosa.reshape %64, %2 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %66 = tosa.add %65, %19 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %67 = tosa.mul %66, %20, %3 : (tensor<4x8xf32>, tensor<1x1xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %68 = tosa.exp %67 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %69 = tosa.add %68, %7 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %70 = tosa.log %69 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %71 = tosa.mul %70, %21, %3 : (tensor<4x8xf32>, tensor<1x1xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %72 = tosa.cast %67 : (tensor<4x8xf32>) -> tensor<4x8xf64>
    %73 = tosa.greater %72, %17 : (tensor<4x8xf64>, tensor<1x1xf64>) -> tensor<4x8xi1>
    %74 = tosa.select %73, %66, %71 : (tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    return %74 : tensor<4x8xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float32: "0x04000000C5BF463E43C836BDCF2B5D3CAAC5A73DAE99603E4ED0AD3E6D7F8BBE1CAD04BE",
      torch_tensor_8_torch.float32_1: "0x040000005DFD203C86DCF9BC2E8A923DCF32663E4A78AB3E30EA653EB9DCAB3E4477D1BC",
      torch_tensor_8_torch.float32_2: "0x0400000079EA023EC25F373D487B2CBB01238FBDD6B1353DD656A5BD4ACE22BB43C6383D",
      torch_tensor_8_torch.float32_3: "0x040000000A8B383CF59B73BE655292BE8E49903ECCD06B3D972D963E79BDF2BDE947D53D",
      torch_tensor_8_torch.float32_4: "0x04000000784A82BD39F20C3EA99C803D33091A3EB90FF6BD0A85303E9DDF7CBE5789A33D"
    }
  }
#-}
