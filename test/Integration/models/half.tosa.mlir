module {
  func.func @main(%arg0: tensor<4x8xf16>) -> tensor<4x8xf16> {
    %0 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float16_3> : tensor<8xf16>}> : () -> tensor<8xf16>
    %1 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float16_2> : tensor<8xf16>}> : () -> tensor<8xf16>
    %2 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float16_1> : tensor<8xf16>}> : () -> tensor<8xf16>
    %3 = "tosa.const"() <{values = dense_resource<torch_tensor_8_torch.float16> : tensor<8xf16>}> : () -> tensor<8xf16>
    %4 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1xf32>}> : () -> tensor<1xf32>
    %5 = tosa.const_shape  {values = dense<[1, 4, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %6 = tosa.const_shape  {values = dense<[1, 8, 8]> : tensor<3xindex>} : () -> !tosa.shape<3>
    %7 = tosa.const_shape  {values = dense<[4, 8]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %8 = "tosa.const"() <{values = dense<0> : tensor<1xi8>}> : () -> tensor<1xi8>
    %9 = tosa.const_shape  {values = dense<[1, 8]> : tensor<2xindex>} : () -> !tosa.shape<2>
    %10 = "tosa.const"() <{values = dense<[[-5.294800e-03, -6.274410e-02, 2.795410e-01, -1.139530e-01, -4.582520e-01, 3.720090e-02, -3.134770e-01, 1.317140e-01], [3.793950e-01, 1.871340e-01, 4.243160e-01, 7.482910e-02, -3.254390e-01, -3.625490e-01, -2.551270e-02, -5.483400e-01], [-5.820310e-01, -2.137450e-01, -4.794920e-01, 6.401370e-01, -4.938960e-01, 1.196290e-01, 4.521480e-01, -4.899900e-01], [-5.205080e-01, -1.390380e-01, -3.078610e-01, -6.557620e-01, -6.621090e-01, -6.601560e-01, 7.031250e-01, -3.652340e-01], [-2.724610e-01, -6.752930e-01, 2.568360e-01, -4.450680e-01, -4.128420e-01, -5.107420e-01, 2.805180e-01, 3.200680e-01], [1.895750e-01, -4.682620e-01, 5.874020e-01, -1.789550e-01, 6.079100e-01, -3.645020e-01, 9.552000e-02, 2.844240e-01], [-1.400760e-02, -2.915040e-01, -1.455080e-01, -2.756350e-01, 3.154300e-01, 4.460450e-01, 4.741210e-01, -4.189450e-01], [5.605460e-01, 2.619930e-02, 5.292970e-01, 6.108400e-01, 3.427730e-01, 4.145510e-01, -4.162600e-01, 2.136230e-01]]> : tensor<8x8xf16>}> : () -> tensor<8x8xf16>
    %11 = "tosa.const"() <{values = dense<[[2.778320e-01, -6.591800e-01, 2.719730e-01, 3.530270e-01, -6.738280e-01, -4.304200e-01, 2.775880e-01, -2.473140e-01], [5.859380e-01, 6.284180e-01, -4.187010e-01, 1.479490e-01, -1.271060e-02, 6.416020e-01, 4.235840e-02, -5.795900e-01], [6.152340e-01, 5.375980e-01, 2.592770e-01, -5.517580e-01, -5.327150e-01, 4.846190e-01, -3.449710e-01, -1.503910e-01], [6.240230e-01, -7.055660e-01, 3.576660e-01, -4.072270e-01, -5.454100e-01, -5.961910e-01, 3.347170e-01, 1.511230e-01], [1.407470e-01, 1.323240e-01, 5.063480e-01, 6.650390e-01, -3.897090e-02, -1.760250e-01, -6.782230e-01, -4.606930e-01], [-6.147460e-01, -1.191410e-01, 2.644040e-01, 4.765630e-01, 1.061400e-01, 3.192140e-02, -4.191890e-01, -3.628540e-02], [6.506340e-02, -1.163330e-01, -6.997070e-01, -3.083500e-01, -2.895510e-01, 1.031490e-01, -1.770020e-01, 5.063480e-01], [-4.423830e-01, -3.237300e-01, -4.587400e-01, -1.779790e-01, 4.196780e-01, 1.677250e-01, -3.444820e-01, -7.269290e-02]]> : tensor<8x8xf16>}> : () -> tensor<8x8xf16>
    %12 = "tosa.const"() <{values = dense<[[-6.352540e-01, -1.434330e-01, -1.362300e-01, -6.362300e-01, -8.160400e-02, 3.398440e-01, -4.987790e-01, 2.973940e-02], [-3.352050e-01, 3.876950e-01, -1.387940e-01, -4.772950e-02, -3.156740e-01, 2.497560e-01, 3.152470e-02, 4.558110e-01], [4.814450e-01, 3.823240e-01, -6.347650e-01, 6.220700e-01, 5.654300e-01, -1.700440e-01, -4.985350e-01, -5.346680e-01], [-4.585270e-03, -6.821290e-01, -6.103520e-01, -2.883300e-01, -5.712890e-01, -1.486820e-01, -3.891600e-01, -4.853520e-01], [-3.515630e-01, 4.411620e-01, -1.106570e-01, 6.386710e-01, 7.586670e-02, -5.825200e-01, -4.121090e-01, -4.106450e-01], [-5.419920e-01, -5.532230e-01, 9.147640e-03, 2.561040e-01, -1.480710e-01, 3.830570e-01, 2.416990e-01, 4.948730e-01], [-6.616210e-01, -1.495360e-01, -3.212890e-01, -6.381840e-01, 5.048830e-01, 5.615230e-01, -4.213870e-01, -2.541500e-01], [-5.966800e-01, -2.866210e-01, 2.663570e-01, 4.472660e-01, 1.973880e-01, 4.838870e-01, -1.542660e-02, 5.966800e-01]]> : tensor<8x8xf16>}> : () -> tensor<8x8xf16>
    %13 = "tosa.const"() <{values = dense<1.000000e+00> : tensor<1x1xf16>}> : () -> tensor<1x1xf16>
    %14 = "tosa.const"() <{values = dense<5.000000e-01> : tensor<1x1xf16>}> : () -> tensor<1x1xf16>
    %15 = "tosa.const"() <{values = dense<7.070310e-01> : tensor<1x1xf16>}> : () -> tensor<1x1xf16>
    %16 = "tosa.const"() <{values = dense<[[-5.532230e-01, -6.127930e-01, 8.825680e-02, 2.335210e-01, 9.742730e-03, -7.006830e-01, 2.565920e-01, -6.684570e-01], [-3.706050e-01, 3.503420e-01, 6.333010e-01, 5.302730e-01, -1.202390e-01, 3.190920e-01, -2.362060e-01, 1.527100e-01], [5.708010e-01, -5.034180e-01, 4.326170e-01, -2.276610e-01, -3.723140e-01, -3.396000e-01, -1.976320e-01, -3.967290e-01], [-5.737300e-01, -2.006840e-01, -4.470210e-01, 1.132010e-03, 9.344480e-02, -4.719240e-01, 2.088620e-01, -6.303710e-01], [-5.078130e-02, -2.373050e-01, 3.171390e-01, 3.640140e-01, 5.849610e-01, -4.074710e-01, 5.810550e-01, 6.201170e-01], [6.997070e-01, -1.047360e-01, -4.997560e-01, -6.835930e-01, -2.066650e-01, 4.064940e-01, 1.922610e-01, -4.592290e-01], [2.553710e-01, 7.736200e-03, -2.998050e-01, 5.112300e-01, -4.199220e-01, 3.745120e-01, -3.344730e-01, -8.044430e-02], [2.001950e-02, 5.830080e-01, 2.080080e-01, -5.849610e-01, -2.614750e-01, 5.424800e-01, -3.322750e-01, 2.026370e-01]]> : tensor<8x8xf16>}> : () -> tensor<8x8xf16>
    %17 = "tosa.const"() <{values = dense<0.000000e+00> : tensor<1x1xf16>}> : () -> tensor<1x1xf16>
    %18 = "tosa.const"() <{values = dense<2.500000e-01> : tensor<1x1xf16>}> : () -> tensor<1x1xf16>
    %19 = tosa.cast %3 : (tensor<8xf16>) -> tensor<8xf32>
    %20 = tosa.cast %arg0 : (tensor<4x8xf16>) -> tensor<4x8xf32>
    %21 = tosa.cast %10 : (tensor<8x8xf16>) -> tensor<8x8xf32>
    %22 = tosa.reshape %20, %5 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %23 = tosa.reshape %21, %6 : (tensor<8x8xf32>, !tosa.shape<3>) -> tensor<1x8x8xf32>
    %24 = tosa.matmul %22, %23, %4, %4 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %25 = tosa.reshape %24, %7 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %26 = tosa.reshape %19, %9 : (tensor<8xf32>, !tosa.shape<2>) -> tensor<1x8xf32>
    %27 = tosa.add %25, %26 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %28 = tosa.cast %27 : (tensor<4x8xf32>) -> tensor<4x8xf16>
    %29 = tosa.clamp %28 {max_val = 6.550400e+04 : f16, min_val = 0.000000e+00 : f16} : (tensor<4x8xf16>) -> tensor<4x8xf16>
    %30 = tosa.cast %2 : (tensor<8xf16>) -> tensor<8xf32>
    %31 = tosa.cast %29 : (tensor<4x8xf16>) -> tensor<4x8xf32>
    %32 = tosa.cast %11 : (tensor<8x8xf16>) -> tensor<8x8xf32>
    %33 = tosa.reshape %31, %5 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %34 = tosa.reshape %32, %6 : (tensor<8x8xf32>, !tosa.shape<3>) -> tensor<1x8x8xf32>
    %35 = tosa.matmul %33, %34, %4, %4 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %36 = tosa.reshape %35, %7 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %37 = tosa.reshape %30, %9 : (tensor<8xf32>, !tosa.shape<2>) -> tensor<1x8xf32>
    %38 = tosa.add %36, %37 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %39 = tosa.cast %38 : (tensor<4x8xf32>) -> tensor<4x8xf16>
    %40 = tosa.cast %39 : (tensor<4x8xf16>) -> tensor<4x8xf32>
    %41 = tosa.sigmoid %40 : (tensor<4x8xf32>) -> tensor<4x8xf32>
    %42 = tosa.mul %40, %41, %8 : (tensor<4x8xf32>, tensor<4x8xf32>, tensor<1xi8>) -> tensor<4x8xf32>
    %43 = tosa.cast %42 : (tensor<4x8xf32>) -> tensor<4x8xf16>
    %44 = tosa.cast %1 : (tensor<8xf16>) -> tensor<8xf32>
    %45 = tosa.cast %43 : (tensor<4x8xf16>) -> tensor<4x8xf32>
    %46 = tosa.cast %12 : (tensor<8x8xf16>) -> tensor<8x8xf32>
    %47 = tosa.reshape %45, %5 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %48 = tosa.reshape %46, %6 : (tensor<8x8xf32>, !tosa.shape<3>) -> tensor<1x8x8xf32>
    %49 = tosa.matmul %47, %48, %4, %4 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %50 = tosa.reshape %49, %7 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %51 = tosa.reshape %44, %9 : (tensor<8xf32>, !tosa.shape<2>) -> tensor<1x8xf32>
    %52 = tosa.add %50, %51 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %53 = tosa.cast %52 : (tensor<4x8xf32>) -> tensor<4x8xf16>
    %54 = tosa.mul %53, %15, %8 : (tensor<4x8xf16>, tensor<1x1xf16>, tensor<1xi8>) -> tensor<4x8xf16>
    %55 = tosa.erf %54 : (tensor<4x8xf16>) -> tensor<4x8xf16>
    %56 = tosa.add %55, %13 : (tensor<4x8xf16>, tensor<1x1xf16>) -> tensor<4x8xf16>
    %57 = tosa.mul %14, %56, %8 : (tensor<1x1xf16>, tensor<4x8xf16>, tensor<1xi8>) -> tensor<4x8xf16>
    %58 = tosa.mul %53, %57, %8 : (tensor<4x8xf16>, tensor<4x8xf16>, tensor<1xi8>) -> tensor<4x8xf16>
    %59 = tosa.cast %0 : (tensor<8xf16>) -> tensor<8xf32>
    %60 = tosa.cast %58 : (tensor<4x8xf16>) -> tensor<4x8xf32>
    %61 = tosa.cast %16 : (tensor<8x8xf16>) -> tensor<8x8xf32>
    %62 = tosa.reshape %60, %5 : (tensor<4x8xf32>, !tosa.shape<3>) -> tensor<1x4x8xf32>
    %63 = tosa.reshape %61, %6 : (tensor<8x8xf32>, !tosa.shape<3>) -> tensor<1x8x8xf32>
    %64 = tosa.matmul %62, %63, %4, %4 : (tensor<1x4x8xf32>, tensor<1x8x8xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<1x4x8xf32>
    %65 = tosa.reshape %64, %7 : (tensor<1x4x8xf32>, !tosa.shape<2>) -> tensor<4x8xf32>
    %66 = tosa.reshape %59, %9 : (tensor<8xf32>, !tosa.shape<2>) -> tensor<1x8xf32>
    %67 = tosa.add %65, %66 : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
    %68 = tosa.cast %67 : (tensor<4x8xf32>) -> tensor<4x8xf16>
    %69 = tosa.maximum %68, %17 : (tensor<4x8xf16>, tensor<1x1xf16>) -> tensor<4x8xf16>
    %70 = tosa.minimum %68, %17 : (tensor<4x8xf16>, tensor<1x1xf16>) -> tensor<4x8xf16>
    %71 = tosa.mul %70, %18, %8 : (tensor<4x8xf16>, tensor<1x1xf16>, tensor<1xi8>) -> tensor<4x8xf16>
    %72 = tosa.add %69, %71 : (tensor<4x8xf16>, tensor<4x8xf16>) -> tensor<4x8xf16>
    return %72 : tensor<4x8xf16>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float16_3: "0x02000000C4219DB393B482345F2BB13496AFAA2E",
      torch_tensor_8_torch.float16_2: "0x020000001730BB29649979ACAE292BAD1699C629",
      torch_tensor_8_torch.float16_1: "0x020000000821CFA7942C32335C352F335F358CA6",
      torch_tensor_8_torch.float16: "0x020000003632B6A9E9223E2D05336F355CB425B0"
    }
  }
#-}
