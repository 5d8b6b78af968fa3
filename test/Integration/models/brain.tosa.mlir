module {
  func.func @main(%arg0: tensor<4x8xbf16>) -> tensor<4x8xbf16> {
    %0 = "tosa.const"() <{values = dense<5.000000e-01> : tensor<1xbf16>}> : () -> tensor<1xbf16>
    %1 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.bfloat16_3> : tensor<8xbf16>}> : () -> tensor<8xbf16>
    %2 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.bfloat16_2> : tensor<8xbf16>}> : () -> tensor<8xbf16>
    %3 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.bfloat16_1> : tensor<8xbf16>}> : () -> tensor<8xbf16>
    %4 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.bfloat16> : tensor<8xbf16>}> : () -> tensor<8xbf16>
    %5 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %6 = tosa.const_shape  {values = dense<[1, 4, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %7 = tosa.const_shape  {values = dense<[1, 8, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %8 = tosa.const_shape  {values = dense<[4, 8]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %9 = tosa.const_shape  {values = dense<1> : tensor<2xindex>} : () -> !tosa.shape<2>
    %10 = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>
    %11 = tosa.const_shape  {values = dense<[1, 8]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %12 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1xbf16>}> : () -> tensor<1xbf16>
    %13 = "tosa.const"() <{values = dense<[[-5.279540e-03, -6.298830e-02, 2.792970e-01, -1.137700e-01, -4.589840e-01, 3.710940e-02, -3.144530e-01, 1.318360e-01], [3.789060e-01, 1.875000e-01, 4.238280e-01, 7.470700e-02, -3.261720e-01, -3.632810e-01, -2.551270e-02, -5.468750e-01], [-5.820310e-01, -2.138670e-01, -4.785160e-01, 6.406250e-01, -4.941410e-01, 1.196290e-01, 4.531250e-01, -4.902340e-01], [-5.195310e-01, -1.386720e-01, -3.085940e-01, -6.562500e-01, -6.640630e-01, -6.601560e-01, 7.031250e-01, -3.652340e-01], [-2.714840e-01, -6.757810e-01, 2.558590e-01, -4.453130e-01, -4.121090e-01, -5.117190e-01, 2.812500e-01, 3.203130e-01], [1.894530e-01, -4.687500e-01, 5.859380e-01, -1.787110e-01, 6.093750e-01, -3.652340e-01, 9.570310e-02, 2.851560e-01], [-1.403810e-02, -2.910160e-01, -1.455080e-01, -2.753910e-01, 3.164060e-01, 4.453130e-01, 4.746090e-01, -4.179690e-01], [5.625000e-01, 2.624510e-02, 5.273440e-01, 6.093750e-01, 3.417970e-01, 4.140630e-01, -4.160160e-01, 2.138670e-01]]> : tensor<8x8xbf16>}> : () -> tensor<8x8xbf16>
    %14 = "tosa.const"() <{values = dense<[[2.773440e-01, -6.601560e-01, 2.714840e-01, 3.535160e-01, -6.718750e-01, -4.296880e-01, 2.773440e-01, -2.470700e-01], [5.859380e-01, 6.289060e-01, -4.179690e-01, 1.484380e-01, -1.269530e-02, 6.406250e-01, 4.223630e-02, -5.781250e-01], [6.171880e-01, 5.390630e-01, 2.597660e-01, -5.507810e-01, -5.312500e-01, 4.843750e-01, -3.457030e-01, -1.503910e-01], [6.250000e-01, -7.070310e-01, 3.574220e-01, -4.062500e-01, -5.468750e-01, -5.976560e-01, 3.339840e-01, 1.513670e-01], [1.406250e-01, 1.328130e-01, 5.078130e-01, 6.640630e-01, -3.906250e-02, -1.757810e-01, -6.796880e-01, -4.609380e-01], [-6.132810e-01, -1.191410e-01, 2.636720e-01, 4.765630e-01, 1.059570e-01, 3.198240e-02, -4.199220e-01, -3.637700e-02], [6.494140e-02, -1.162110e-01, -6.992180e-01, -3.085940e-01, -2.890630e-01, 1.030270e-01, -1.767580e-01, 5.078130e-01], [-4.414060e-01, -3.242190e-01, -4.589840e-01, -1.777340e-01, 4.199220e-01, 1.679690e-01, -3.437500e-01, -7.275390e-02]]> : tensor<8x8xbf16>}> : () -> tensor<8x8xbf16>
    %15 = "tosa.const"() <{values = dense<[[-6.367190e-01, -1.435550e-01, -1.357420e-01, -6.367190e-01, -8.154300e-02, 3.398440e-01, -4.980470e-01, 2.978520e-02], [-3.359380e-01, 3.886720e-01, -1.386720e-01, -4.760740e-02, -3.164060e-01, 2.500000e-01, 3.149410e-02, 4.550780e-01], [4.824220e-01, 3.828130e-01, -6.328130e-01, 6.210940e-01, 5.664060e-01, -1.699220e-01, -4.980470e-01, -5.351560e-01], [-4.577640e-03, -6.835930e-01, -6.093750e-01, -2.890630e-01, -5.703130e-01, -1.484380e-01, -3.886720e-01, -4.863280e-01], [-3.515630e-01, 4.414060e-01, -1.108400e-01, 6.367190e-01, 7.568360e-02, -5.820310e-01, -4.121090e-01, -4.101560e-01], [-5.429690e-01, -5.546880e-01, 9.155270e-03, 2.558590e-01, -1.484380e-01, 3.828130e-01, 2.412110e-01, 4.941410e-01], [-6.601560e-01, -1.494140e-01, -3.203130e-01, -6.367190e-01, 5.039060e-01, 5.625000e-01, -4.218750e-01, -2.539060e-01], [-5.976560e-01, -2.871090e-01, 2.656250e-01, 4.472660e-01, 1.972660e-01, 4.843750e-01, -1.544190e-02, 5.976560e-01]]> : tensor<8x8xbf16>}> : () -> tensor<8x8xbf16>
    %16 = "tosa.const"() <{values = dense<1.000000e+00> : tensor<1x1xbf16>}> : () -> tensor<1x1xbf16>
    %17 = "tosa.const"() <{values = dense<5.000000e-01> : tensor<1x1xbf16>}> : () -> tensor<1x1xbf16>
    %18 = "tosa.const"() <{values = dense<7.070310e-01> : tensor<1x1xbf16>}> : () -> tensor<1x1xbf16>
    %19 = "tosa.const"() <{values = dense<[[-5.546880e-01, -6.132810e-01, 8.837890e-02, 2.333980e-01, 9.765620e-03, -6.992180e-01, 2.558590e-01, -6.679690e-01], [-3.710940e-01, 3.496090e-01, 6.328130e-01, 5.312500e-01, -1.201170e-01, 3.183590e-01, -2.363280e-01, 1.523440e-01], [5.703130e-01, -5.039060e-01, 4.316410e-01, -2.275390e-01, -3.730470e-01, -3.398440e-01, -1.972660e-01, -3.964840e-01], [-5.742190e-01, -2.011720e-01, -4.472660e-01, 1.129150e-03, 9.326170e-02, -4.726560e-01, 2.089840e-01, -6.289060e-01], [-5.078130e-02, -2.373050e-01, 3.164060e-01, 3.632810e-01, 5.859380e-01, -4.082030e-01, 5.820310e-01, 6.210940e-01], [6.992180e-01, -1.044920e-01, -5.000000e-01, -6.835930e-01, -2.070310e-01, 4.062500e-01, 1.923830e-01, -4.589840e-01], [2.558590e-01, 7.720950e-03, -2.988280e-01, 5.117190e-01, -4.199220e-01, 3.750000e-01, -3.339840e-01, -8.056640e-02], [2.001950e-02, 5.820310e-01, 2.080080e-01, -5.859380e-01, -2.617190e-01, 5.429690e-01, -3.320310e-01, 2.021480e-01]]> : tensor<8x8xbf16>}> : () -> tensor<8x8xbf16>
    %20 = "tosa.const"() <{values = dense<1.500000e+00> : tensor<1x1xbf16>}> : () -> tensor<1x1xbf16>
    %21 = "tosa.const"() <{values = dense<1.000000e+00> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %22 = "tosa.const"() <{values = dense<2.000000e+01> : tensor<1x1xf32>}> : () -> tensor<1x1xf32>
    %23 = tosa.cast %4 : (tensor<8xbf16>) -> tensor<8xf32>
    %24 = tosa.cast %arg0 : (tensor<4x8xbf16>) -> tensor<4x8xf32>
    %25 = tosa.cast %13 : (tensor<8x8xbf16>) -> tensor<8x8xf32>
    %26 = tosa.reshape %24, %6 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %27 = tosa.reshape %25, %7 : (tensor<8x8xf32>, !tosa.shape<3>) -> tensor<1x8x8xf32>
    %28 = tosa.matmul %26, %27, %5, %5 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %29 = tosa.reshape %28, %8 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %30 = tosa.reshape %23, %11 : (tensor<8xf32>, !tosa.shape<2>) -> tensor<1x8xf32>
    %31 = tosa.add %29, %30 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %32 = tosa.cast %31 : (tensor<4x8xf32>) -> tensor<4x8xbf16>
    %33 = tosa.clamp %32 {max_val = 3.389530e+38 : bf16, min_val = 0.000000e+00 : bf16} : (tensor<4x8xbf16>) -> tensor<4x8xbf16>
    %34 = tosa.cast %3 : (tensor<8xbf16>) -> tensor<8xf32>
    %35 = tosa.cast %33 : (tensor<4x8xbf16>) -> tensor<4x8xf32>
    %36 = tosa.cast %14 : (tensor<8x8xbf16>) -> tensor<8x8xf32>
    %37 = tosa.reshape %35, %6 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %38 = tosa.reshape %36, %7 : (tensor<8x8xf32>, !tosa.shape<3>) -> tensor<1x8x8xf32>
    %39 = tosa.matmul %37, %38, %5, %5 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %40 = tosa.reshape %39, %8 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %41 = tosa.reshape %34, %11 : (tensor<8xf32>, !tosa.shape<2>) -> tensor<1x8xf32>
    %42 = tosa.add %40, %41 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %43 = tosa.cast %42 : (tensor<4x8xf32>) -> tensor<4x8xbf16>
    %44 = tosa.cast %43 : (tensor<4x8xbf16>) -> tensor<4x8xf32>
    %45 = tosa.sigmoid %44 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %46 = tosa.mul %44, %45, %10 : (tensor<4x8xf32>, tensor<4x8xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %47 = tosa.cast %46 : (tensor<4x8xf32>) -> tensor<4x8xbf16>
    %48 = tosa.cast %2 : (tensor<8xbf16>) -> tensor<8xf32>
    %49 = tosa.cast %47 : (tensor<4x8xbf16>) -> tensor<4x8xf32>
    %50 = tosa.cast %15 : (tensor<8x8xbf16>) -> tensor<8x8xf32>
    %51 = tosa.reshape %49, %6 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %52 = tosa.reshape %50, %7 : (tensor<8x8xf32>, !tosa.shape<3>) -> tensor<1x8x8xf32>
    %53 = tosa.matmul %51, %52, %5, %5 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %54 = tosa.reshape %53, %8 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %55 = tosa.reshape %48, %11 : (tensor<8xf32>, !tosa.shape<2>) -> tensor<1x8xf32>
    %56 = tosa.add %54, %55 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %57 = tosa.cast %56 : (tensor<4x8xf32>) -> tensor<4x8xbf16>
    %58 = tosa.mul %57, %18, %10 : (tensor<4x8xbf16>, tensor<1x1xbf16>, tensor<1xi8>) -> tensor<4x8xbf16>
    %59 = tosa.erf %58 : (tensor<4x8xbf16>) -> tensor<4x8xbf16>
    %60 = tosa.add %59, %16 : (tensor<4x8xbf16>, tensor<1x1xbf16>) -> tensor<4x8xbf16>
    %61 = tosa.mul %17, %60, %10 : (tensor<1x1xbf16>, tensor<4x8xbf16>, tensor<1xi8>) -> tensor<4x8xbf16>
    %62 = tosa.mul %57, %61, %10 : (tensor<4x8xbf16>, tensor<4x8xbf16>, tensor<1xi8>) -> tensor<4x8xbf16>
    %63 = tosa.cast %1 : (tensor<8xbf16>) -> tensor<8xf32>
    %64 = tosa.cast %62 : (tensor<4x8xbf16>) -> tensor<4x8xf32>
    %65 = tosa.cast %19 : (tensor<8x8xbf16>) -> tensor<8x8xf32>
    %66 = tosa.reshape %64, %6 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %67 = tosa.reshape %65, %7 : (tensor<8x8xf32>, !tosa.shape<3>) -> tensor<1x8x8xf32>
    %68 = tosa.matmul %66, %67, %5, %5 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %69 = tosa.reshape %68, %8 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %70 = tosa.reshape %63, %11 : (tensor<8xf32>, !tosa.shape<2>) -> tensor<1x8xf32>
    %71 = tosa.add %69, %70 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %72 = tosa.cast %71 : (tensor<4x8xf32>) -> tensor<4x8xbf16>
    %73 = tosa.clamp %0 {max_val = 3.389530e+38 : bf16, min_val = 1.001360e-04 : bf16} : (tensor<1xbf16>) -> tensor<1xbf16>
    %74 = tosa.log %73 : (tensor<1xbf16>) -> tensor<1xbf16>
    %75 = tosa.mul %20, %72, %10 : (tensor<1x1xbf16>, tensor<4x8xbf16>, tensor<1xi8>) -> tensor<4x8xbf16>
    %76 = tosa.reshape %74, %9 : (tensor<1xbf16>, !tosa.shape<2>) -> tensor<1x1xbf16>
    %77 = tosa.sub %76, %75 : (tensor<1x1xbf16>, tensor<4x8xbf16>) -> tensor<4x8xbf16>
    %78 = tosa.cast %77 : (tensor<4x8xbf16>) -> tensor<4x8xf32>
    %79 = tosa.exp %78 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %80 = tosa.add %79, %21 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xf32>
    %81 = tosa.log %80 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %82 = tosa.greater %78, %22 : (tensor<4x8xf32>, tensor<1x1xf32>) -> tensor<4x8xi1>
    %83 = tosa.select %82, %78, %81 : (tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %84 = tosa.cast %83 : (tensor<4x8xf32>) -> tensor<4x8xbf16>
    %85 = tosa.negate %84, %12, %12 : (tensor<4x8xbf16>, tensor<1xbf16>, tensor<1xbf16>) -> tensor<4x8xbf16>
    %86 = tosa.reshape %73, %9 : (tensor<1xbf16>, !tosa.shape<2>) -> tensor<1x1xbf16>
    %87 = tosa.reciprocal %86 : (tensor<1x1xbf16>) -> tensor<1x1xbf16>
    %88 = tosa.mul %85, %87, %10 : (tensor<4x8xbf16>, tensor<1x1xbf16>, tensor<1xi8>) -> tensor<4x8xbf16>
    %89 = tosa.exp %88 : (tensor<4x8xbf16>) -> tensor<4x8xbf16>
    return %89 : tensor<4x8xbf16>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.bfloat16_3: "0x02000000393C74BE92BE903E6C3D963EF3BDD53D",
      torch_tensor_8_torch.bfloat16_2: "0x02000000033E373D2CBB8FBD363DA5BD23BB393D",
      torch_tensor_8_torch.bfloat16_1: "0x02000000213CFABC933D663EAB3E663EAC3ED1BC",
      torch_tensor_8_torch.bfloat16: "0x02000000473E37BD5D3CA83D613EAE3E8BBE05BE"
    }
  }
#-}
