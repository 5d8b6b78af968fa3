// RUN: hysteron-opt %s --convert-linalg-to-halide --halide-schedule='target=x86-64-linux-sse41' | FileCheck %s --enable-var-scope
// RUN: hysteron-opt %s --convert-linalg-to-halide --halide-schedule='target=x86-64-linux-opencl' | FileCheck %s --check-prefix=GPU

// What is computed of one value per channel is computed once per channel, on a CPU; but not
// the product that is added to something and so need not be rounded.
// CHECK-LABEL: halide.pipeline @channels
// CHECK: halide.func @parameters(%[[C:.*]]) -> f32 attributes
// CHECK: %[[P:.*]] = halide.read @argument1[%[[C]]] : f32
// CHECK: arith.divf
// CHECK: math.sqrt
// CHECK: %[[RATE:.*]] = arith.mulf
// CHECK-NEXT: halide.yield %[[RATE]] : f32
// CHECK: halide.func @result0(%[[I:.*]], %{{.*}}) -> f32
// CHECK: halide.read @parameters[%[[I]]] : f32
// CHECK-NOT: arith.divf
// CHECK: %[[PRODUCT:.*]] = arith.mulf %{{.*}}, %{{.*}} fastmath<contract>
// CHECK-NEXT: arith.addf %[[PRODUCT]]
// CHECK: halide.schedule @channels
// CHECK: halide.compute_root @parameters
// CHECK: halide.vectorize @parameters
// GPU: halide.schedule @channels
// GPU-NOT: @parameters
// GPU: halide.pipeline @number
func.func @channels(%x: tensor<?x64xf32>, %p: tensor<64xf32>) -> tensor<?x64xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1.0 : f32
  %n = tensor.dim %x, %c0 : tensor<?x64xf32>
  %empty = tensor.empty(%n) : tensor<?x64xf32>
  %y = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j)>, affine_map<(i, j) -> (i, j)>],
      iterator_types = ["parallel", "parallel"]} ins(%x, %p : tensor<?x64xf32>, tensor<64xf32>) outs(%empty : tensor<?x64xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %inverse = arith.divf %c1, %b : f32
    %root = math.sqrt %inverse : f32
    %rate = arith.mulf %root, %root : f32
    %product = arith.mulf %b, %b fastmath<contract> : f32
    %sum = arith.addf %product, %a fastmath<contract> : f32
    %z = arith.mulf %sum, %rate : f32
    linalg.yield %z : f32
  } -> tensor<?x64xf32>
  return %y : tensor<?x64xf32>
}

// A single number leaves the loops without that.
// CHECK-LABEL: halide.pipeline @number
// CHECK-NOT: halide.func @parameters
// CHECK: halide.func @result0
func.func @number(%x: tensor<?xf32>, %p: tensor<f32>) -> tensor<?xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1.0 : f32
  %n = tensor.dim %x, %c0 : tensor<?xf32>
  %empty = tensor.empty(%n) : tensor<?xf32>
  %y = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> ()>, affine_map<(i) -> (i)>],
      iterator_types = ["parallel"]} ins(%x, %p : tensor<?xf32>, tensor<f32>) outs(%empty : tensor<?xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %inverse = arith.divf %c1, %b : f32
    %root = math.sqrt %inverse : f32
    %rate = arith.mulf %root, %root : f32
    %z = arith.mulf %a, %rate : f32
    linalg.yield %z : f32
  } -> tensor<?xf32>
  return %y : tensor<?xf32>
}
