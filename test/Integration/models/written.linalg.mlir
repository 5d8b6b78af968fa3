#map = affine_map<(d0, d1) -> (d0, d1)>
#map1 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<4x8xf32>) -> tensor<4x8xf32> {
    %c3_i64 = arith.constant 3 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 1.000000e+00 : f32
    %cst_1 = arith.constant dense<0.000000e+00> : tensor<4x8xf32>
    %cst_2 = arith.constant dense_resource<torch_tensor_8_torch.float32_8> : tensor<8xf32>
    %cst_3 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_8> : tensor<8x8xf32>
    %cst_4 = arith.constant dense_resource<torch_tensor_8_torch.float32_7> : tensor<8xf32>
    %cst_5 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_7> : tensor<8x8xf32>
    %cst_6 = arith.constant 0.79788456080286541 : f64
    %cst_7 = arith.constant 4.471500e-02 : f64
    %cst_8 = arith.constant dense_resource<torch_tensor_8_torch.float32_6> : tensor<8xf32>
    %cst_9 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_6> : tensor<8x8xf32>
    %cst_10 = arith.constant 0.70710678118654757 : f64
    %cst_11 = arith.constant dense_resource<torch_tensor_8_torch.float32_5> : tensor<8xf32>
    %cst_12 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_5> : tensor<8x8xf32>
    %cst_13 = arith.constant dense_resource<torch_tensor_8_torch.float32_4> : tensor<8xf32>
    %cst_14 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_4> : tensor<8x8xf32>
    %cst_15 = arith.constant dense_resource<torch_tensor_8_torch.float32_3> : tensor<8xf32>
    %cst_16 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_3> : tensor<8x8xf32>
    %cst_17 = arith.constant dense_resource<torch_tensor_8_torch.float32_2> : tensor<8xf32>
    %cst_18 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_2> : tensor<8x8xf32>
    %cst_19 = arith.constant 2.000000e-01 : f64
    %cst_20 = arith.constant dense_resource<torch_tensor_8_torch.float32_1> : tensor<8xf32>
    %cst_21 = arith.constant dense_resource<torch_tensor_8_8_torch.float32_1> : tensor<8x8xf32>
    %cst_22 = arith.constant dense_resource<torch_tensor_8_torch.float32> : tensor<8xf32>
    %cst_23 = arith.constant dense_resource<torch_tensor_8_8_torch.float32> : tensor<8x8xf32>
    %cst_24 = arith.constant 5.000000e-01 : f32
    %cst_25 = arith.constant 6.000000e+00 : f32
    %0 = tensor.empty() : tensor<8x8xf32>
    %transposed = linalg.transpose ins(%cst_23 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %1 = tensor.empty() : tensor<4x8xf32>
    %2 = linalg.fill ins(%cst : f32) outs(%1 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %3 = linalg.matmul ins(%arg0, %transposed : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %4 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%3, %cst_22 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %5 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%4, %cst_1 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.cmpf ogt, %in, %in_34 : f32
      %59 = arith.select %58, %in, %in_34 : f32
      linalg.yield %59 : f32
    } -> tensor<4x8xf32>
    %transposed_26 = linalg.transpose ins(%cst_21 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %6 = linalg.matmul ins(%5, %transposed_26 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %7 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%6, %cst_20 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %8 = tensor.empty() : tensor<4x8xi1>
    %9 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%7 : tensor<4x8xf32>) outs(%8 : tensor<4x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %58 = arith.cmpf oge, %in, %cst : f32
      linalg.yield %58 : i1
    } -> tensor<4x8xi1>
    %10 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%7 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.truncf %cst_19 : f64 to f32
      %59 = arith.mulf %in, %58 : f32
      linalg.yield %59 : f32
    } -> tensor<4x8xf32>
    %11 = linalg.generic {indexing_maps = [#map, #map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%9, %7, %10 : tensor<4x8xi1>, tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: i1, %in_34: f32, %in_35: f32, %out: f32):
      %58 = arith.select %in, %in_34, %in_35 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %transposed_27 = linalg.transpose ins(%cst_18 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %12 = linalg.matmul ins(%11, %transposed_27 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %13 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%12, %cst_17 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %14 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%13 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.negf %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %15 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%14 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.exp %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %16 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%15 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.addf %in, %cst_0 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %17 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%16 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.cmpf one, %in, %cst : f32
      cf.assert %58, "unimplemented: tensor with zero element"
      %59 = arith.divf %cst_0, %in : f32
      linalg.yield %59 : f32
    } -> tensor<4x8xf32>
    %transposed_28 = linalg.transpose ins(%cst_16 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %18 = linalg.matmul ins(%17, %transposed_28 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %19 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%18, %cst_15 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %20 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%19 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.negf %in : f32
      %59 = math.exp %58 : f32
      %60 = arith.addf %59, %cst_0 : f32
      %61 = arith.divf %cst_0, %60 : f32
      linalg.yield %61 : f32
    } -> tensor<4x8xf32>
    %21 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%19, %20 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.mulf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %transposed_29 = linalg.transpose ins(%cst_14 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %22 = linalg.matmul ins(%21, %transposed_29 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %23 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%22, %cst_13 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %24 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%23 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.exp %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %25 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%24 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.log1p %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %26 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%25 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.tanh %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %27 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%23, %26 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.mulf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %transposed_30 = linalg.transpose ins(%cst_12 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %28 = linalg.matmul ins(%27, %transposed_30 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %29 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%28, %cst_11 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %30 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%29 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.mulf %in, %cst_24 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %31 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%29 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.truncf %cst_10 : f64 to f32
      %59 = arith.mulf %in, %58 : f32
      linalg.yield %59 : f32
    } -> tensor<4x8xf32>
    %32 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%31 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.erf %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %33 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%32 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.addf %in, %cst_0 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %34 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%30, %33 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.mulf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %transposed_31 = linalg.transpose ins(%cst_9 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %35 = linalg.matmul ins(%34, %transposed_31 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %36 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%35, %cst_8 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %37 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%36 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.mulf %in, %cst_24 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %38 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%36 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.fpowi %in, %c3_i64 : f32, i64
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %39 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%38 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.truncf %cst_7 : f64 to f32
      %59 = arith.mulf %in, %58 : f32
      linalg.yield %59 : f32
    } -> tensor<4x8xf32>
    %40 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%36, %39 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %41 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%40 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.truncf %cst_6 : f64 to f32
      %59 = arith.mulf %in, %58 : f32
      linalg.yield %59 : f32
    } -> tensor<4x8xf32>
    %42 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%41 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.tanh %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %43 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%42 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.addf %in, %cst_0 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %44 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%37, %43 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.mulf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %transposed_32 = linalg.transpose ins(%cst_5 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %45 = linalg.matmul ins(%44, %transposed_32 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %46 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%45, %cst_4 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %47 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%46 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.divf %in, %cst_25 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %48 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%47 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.addf %in, %cst_24 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %49 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%48 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.cmpf ult, %in, %cst : f32
      %59 = arith.select %58, %cst, %in : f32
      %60 = arith.cmpf ugt, %59, %cst_0 : f32
      %61 = arith.select %60, %cst_0, %59 : f32
      linalg.yield %61 : f32
    } -> tensor<4x8xf32>
    %transposed_33 = linalg.transpose ins(%cst_3 : tensor<8x8xf32>) outs(%0 : tensor<8x8xf32>) permutation = [1, 0] 
    %50 = linalg.matmul ins(%49, %transposed_33 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%2 : tensor<4x8xf32>) -> tensor<4x8xf32>
    %51 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel"]} ins(%50, %cst_2 : tensor<4x8xf32>, tensor<8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %52 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%51 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.cmpf ugt, %in, %cst : f32
      %59 = arith.select %58, %in, %cst : f32
      linalg.yield %59 : f32
    } -> tensor<4x8xf32>
    %53 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%51 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.absf %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %54 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%53 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = arith.negf %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %55 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%54 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.exp %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %56 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%55 : tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %58 = math.log1p %in : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    %57 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]} ins(%52, %56 : tensor<4x8xf32>, tensor<4x8xf32>) outs(%1 : tensor<4x8xf32>) {
    ^bb0(%in: f32, %in_34: f32, %out: f32):
      %58 = arith.addf %in, %in_34 : f32
      linalg.yield %58 : f32
    } -> tensor<4x8xf32>
    return %57 : tensor<4x8xf32>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_8_torch.float32_8: "0x04000000315E56BEFBC24F3D8A1EE73DE811CD3C49BA6ABE2A1DAD3E798652BE75E3943E",
      torch_tensor_8_8_torch.float32_8: "0x04000000C30373BE34DF27BFF268943E9737303FF7214EBE66E315BF023224BF0E74353EC64E5BBD2DD3B6BEEE5B123EC57C893ED6F70F3F4A8A0C3FE2C3D8BDED9D1FBFC19223BF1004293F840AA03EB9D09D3E2A9F1CBF73A0273FC77C2B3F676F233F88B418BF0C9B88BE41FFF8BE496B2B3F8F8F9BBE574AA5BE3EADBD3EF079A7BEE34FB2BE30587DBD29328BBD9A020DBFF9E8163FFFB39FBEA66B803E99721D3F0295B63E9007CD3D86051A3F84ABC23DE57FA7BE843E2B3FFF5F2B3EFA9D30BF83234EBEE59BF6BE91B51E3F2228EFBDEE0025BF5B1236BD6D5DE33E981D3C3EDAF4643EAA7E863D8CF9863E426C30BEE10490BE473329BF595E08BF92E89C3E",
      torch_tensor_8_torch.float32_7: "0x04000000D2D68D3EA3F6353EB486993E526B513ED5A6DBBDE23370BE877ED7BC83D1953E",
      torch_tensor_8_8_torch.float32_7: "0x04000000F83C193FF01EC3BE64A5643E8328943EC6F555BE9450723EA65350BEA2D5DF3E0AE648BE6AF786BE2849363EAE69803EBFE1B0BEB403803D79D0D13E2E1690BD7E5C5C3E55A32EBEF1C97D3E1D2103BFA0E3D4BE74C4B7BED65B263F73D642BE4B0EFDBAF767AFBEB6B5343FD2CB303FB98508BF36BF12BF1D3609BF6C7D5FBBF59138BE89F8ECBE6ADA81BEF1CC083E6F29BDBE6171203EDD0A26BE406EAFBE97F4C63D3AD8143F4FC4F4BE077D063D188285BEABA2313F97BE2BBF45892DBFAC5F323FE80EE5BE91D20A3E1AF879BD2E8818BE98B821BED70DE63E4F6F0A3D393E30BFB3BBD5BE93D676BE0D2FB63E9549EABECAAF2A3FF44521BE4A0402BE",
      torch_tensor_8_torch.float32_6: "0x0400000032AF97BE44E243BE4B2BA03E0F8CA53EAEACA7BE63587F3E6370353E214C563E",
      torch_tensor_8_8_torch.float32_6: "0x040000002FA5193FD3F63D3D584BF1BE88B681BECD1C1E3E8AFE09BF53DDB33E8A5724BF3F032EBFADE32FBF85E312BE5C72F33EBC542BBF0076163FE1D290BE1C12543E8514043D853A23BFE51F163FF6EFC23EB4EE333F06E8B63E72F8EEBE6713173F17A91B3D48AFAB3E862511BF8B4350BE23BD31BFE8028DBEBE341C3E24210EBF58CF663E4658C23ECCBDC93DEA3BF2BE0D590CBFD0635FBE7AEB9E3E8C8E323FC82ED03E5D13A3BD99DF7D3E639731BFDD9B1ABF1CEEA83E6F10CDBEDC2CAE3E2293FFBE5B52B3BE881A15BF30EDBC3E538F93BD0C500B3F3F0EE03ED754C83EA144BA3C68DE5FBEF56F1DBEEB75C03D4D77B33E00A4FDBEEFEC173F3D759DBD",
      torch_tensor_8_torch.float32_5: "0x04000000F395333EC770A5BE739181BD068686BE077A1ABEAD70023E1C8C80BE5A94063E",
      torch_tensor_8_8_torch.float32_5: "0x04000000D2F3F4BE169532BF5E5E11BFCBE80E3F36E0C33ECFD5293FB804113F93A821BF0311F7BE20FFE9BD9E1EEBBEFC65FB3E1EDA08BFA2A3B0BE98E12EBFBD8BCDBE63E2143F1E36143F9994013F1CC50B3FBFF5203FCF6839BE3A4C9F3E9046213FD3896F3EF3F5343FAAC6BB3E8C0FE13EE06B7DBE53B7AD3E0767A63D16EC2CBEB315CCBE5925CBBE794A0BBF2B0CF33E3AB1003F81D1A4BDB881D1BE2CE90B3F0C85E73E594B573D65EEAABE8D5D263F660D943E846B09BF21402D3F1A76093FB5F583BE8D85CB3ED6B4CDBE53F2E2BD28B4193F9258EF3C290500BFAF0272BE1B8C44BE03B20BBEDC968A3D7B69273FC5111B3D8389DFBEBF72143DC897AD3E",
      torch_tensor_8_torch.float32_4: "0x04000000784A82BD39F20C3EA99C803D33091A3EB90FF6BD0A85303E9DDF7CBE5789A33D",
      torch_tensor_8_8_torch.float32_4: "0x040000004A9425BE5CCD00BD5F7FDCBE35E2743EB7ED643EA5FC6EBCB8D822BEE22BDFBEAF5DFA3E52C106BF9350943E3B7973BE0DACAEBEB113023E4210BCBEB8D4263EE7310E3EAB6706BF9B1DF13DED339A3E5E4E8F3EB44AB6BDBD6514BF2A3DDFBD457A7B3E811984BE4C6C893EAD1AF13E000ABDBED280E43BDFB3953EA901633DDDEE713D0ED3B43DD54E0EBFAA9D633D6BB3FA3E771E233FDFC9D43EA00EC23DC313A93EDB1FB0BE350216BF8FA91BBF2F96343F7BD1E53EDB40FABE1CA58D3E2FB3083F1AF3343F4A481E3FD43E0C3F5E0026BEE11B7EBE2FA0143F0CE1CA3E05DED9BE50BD223F0EECAE3E315CC53ED2EAE2BED6BC4F3E96D57DBECE700D3F",
      torch_tensor_8_torch.float32_3: "0x040000000A8B383CF59B73BE655292BE8E49903ECCD06B3D972D963E79BDF2BDE947D53D",
      torch_tensor_8_8_torch.float32_3: "0x0400000021980DBF7FC1BDBEFB2B123FD8E712BF13F94FBD4312333F23C8823EB401A43C87DF1CBF9058B33EC4EF00BF288A4DBE95F072BE1474D6BDFF71FD3B5D4E153F33C9B43D4123223FAC76DD3ECAE2E4BE3660A23E78ECFFBEEB7099BEB3F7543EA9156F3E48CE073F8C1769BEF25E943AD362BA3EF80F2FBF9CDF023F5FB015BF6EAC1F3CE835F6BD0DADBEBE7367BF3D33B0153F76A953BEB2F0D6BE5DE585BEC16A33BF0D6CA33EC1DFADBE5D9AF1BE2C92D0BE0528D03EE5B9BF3EB1EF0A3FDE51833E0AD071BE92574ABE04EA553EDECD143FF8DE443E034CABBEAA2FAABEEF252BBF7A6F1C3E762BCBBE786421BF4ABB1E3FAA1CEBBE8BBEA4BD88714F3E",
      torch_tensor_8_torch.float32_2: "0x0400000079EA023EC25F373D487B2CBB01238FBDD6B1353DD656A5BD4ACE22BB43C6383D",
      torch_tensor_8_8_torch.float32_2: "0x04000000129D22BF61A2ABBE9783F63EC23396BB33F3B3BE9DB70ABF466829BF24C818BF97DE12BE4F8BC63EA4BBC33EB0942EBF4ED5E13E3BA60DBFD01319BEF9CB92BEE6770BBED42A0EBE0C7022BF884C1CBF439BE2BD88D2153C0F77A4BE3361883E8FED22BFC47643BD22311F3F34AC93BE0576233F191D833EE55C23BF970FE53EEA1BA7BDD59DA1BEB1C0103FE64712BFE6649B3D619917BEA844013F4A1F4A3E26F6AD3EE2B67F3E4E1F2EBE044718BEB72C15BF252BC43EB3B90F3F42B7F73ECD5FFFBED22C013DA236FFBEEB4BC7BE40F6D2BE2773773E5DBED7BEEDC17CBC42AFF33CE360E93E0ED608BF428BF8BED038D2BE2867FD3EE62382BE11B0183F",
      torch_tensor_8_torch.float32_1: "0x040000005DFD203C86DCF9BC2E8A923DCF32663E4A78AB3E30EA653EB9DCAB3E4477D1BC",
      torch_tensor_8_8_torch.float32_1: "0x04000000E7488E3EC4FB153F3C861D3F40B91F3F171A103E49691DBF2838853D4B7EE2BEA4B328BF96D5203FCBA3093F649234BFEC86073EC6F4F3BD5C4FEEBDC7B9A5BE65398B3ED06FD6BE61B8843EFD15B73E2B96013FCB5E873E452933BF76DAEABE77C5B43EE58C173ED5350DBF0B78D0BE374B2A3FB8F2F33EA3DB9DBE3F3D36BE4D702CBF123C50BC775108BF67A10BBFE4951FBDEA6ED93D0B4494BE5DD3D63E8F50DCBE6440243FE51AF83E88A618BF253634BE67B0023D8F49D33D86BB2B3EFF128E3E4A7D2D3D2AA6B0BE0E50AB3E81A42DBF2E95D6BE184235BE975AB0BE714E7DBE0C5E14BFB0051ABEB5C61A3E16DBEBBE02A314BD3595013FE4DE94BD",
      torch_tensor_8_torch.float32: "0x04000000C5BF463E43C836BDCF2B5D3CAAC5A73DAE99603E4ED0AD3E6D7F8BBE1CAD04BE",
      torch_tensor_8_8_torch.float32: "0x040000002279ADBB9C36C23EB1FC14BF1D3805BFD6708BBEAB2A423E578A65BC40870F3FDE8380BD97993F3E5DD35ABE1B540EBEC2EF2CBF90C5EFBE9F3D95BE4C94D63C6B208F3E403BD93EDE70F5BE86A79DBEA77F833EF750163FE70315BE7A75073F1E6BE9BD353C993DA1E8233F20ED27BFC5EAE3BEAC4F37BE661F8DBE9E661C3F85AAEABE86A8A6BE53EFFCBE208929BF2D56D3BE979A1B3F5E8CA13E5F78AF3E4952183D7B9CB9BE6E01F53D4D0429BF68CC02BF4CA4BABE876CE43E5D45D43EF68FA0BEF202D1BCB38BE73E12F5333FCBAF8F3EA6A2C33DF2BDF23E522BD5BE70ED063E65580CBF8AECFABEF205BBBE10D0A33EFD98913E5B74D6BEB8BF5A3E"
    }
  }
#-}
