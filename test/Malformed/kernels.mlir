// RUN: %{malformed} %s
// $ hysteron-opt %s --convert-linalg-to-halide
#id = affine_map<(d0) -> (d0)>
#two = affine_map<(d0) -> (2 * d0)>
#shifted = affine_map<(d0) -> (d0 + 1)>
#zero = affine_map<(d0) -> ()>
#id2 = affine_map<(d0, d1) -> (d0, d1)>
#swapped = affine_map<(d0, d1) -> (d1, d0)>
#row = affine_map<(d0, d1) -> (d0)>
#diagonal = affine_map<(d0) -> (d0, d0)>
// -----
func.func private @g(tensor<4xf32>) -> tensor<4xf32>
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = func.call @g(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: 'func.call' cannot be compiled to a kernel
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>, %s: f32) -> tensor<4xf32> { // error: value of type 'f32' cannot be passed to a kernel
  return %x : tensor<4xf32>
}
// -----
func.func @f(%x: memref<4xf32>) -> memref<4xf32> { // error: value of type 'memref<4xf32>' cannot be passed to a kernel
  return %x : memref<4xf32>
}
// -----
func.func @f(%x: tensor<*xf32>) -> tensor<*xf32> { // error: value of type 'tensor<*xf32>' cannot be passed to a kernel
  return %x : tensor<*xf32>
}
// -----
func.func @f(%x: tensor<4xindex>) -> tensor<4xindex> { // error: cannot have values of type 'index'
  return %x : tensor<4xindex>
}
// -----
func.func @f(%x: tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>> { // error: cannot have values of type 'complex<f32>'
  return %x : tensor<4xcomplex<f32>>
}
// -----
func.func @f(%x: tensor<4xi7>) -> tensor<4xi7> { // error: cannot have values of type 'i7'
  return %x : tensor<4xi7>
}
// -----
func.func @f(%x: tensor<4xui8>) -> tensor<4xui8> { // error: cannot have values of type 'ui8'
  return %x : tensor<4xui8>
}
// -----
func.func @f(%x: tensor<4xf32>) { // error: function without a result cannot be compiled to a kernel
  return
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> { // error: control flow cannot be compiled to a kernel
  cf.br ^next
^next:
  return %x : tensor<4xf32>
}
// -----
func.func @f() -> tensor<2xf32> {
  %y = arith.constant dense<[1.0, 2.0]> : tensor<2xf32> // error: 'arith.constant' cannot be compiled to a kernel unless all elements are equal
  return %y : tensor<2xf32>
}
// -----
func.func @f(%x: tensor<8xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %y = linalg.generic {indexing_maps = [#two, #id], iterator_types = ["parallel"]} // error: indexing map affine_map<(d0) -> (d0 * 2)> cannot be compiled to a kernel
      ins(%x : tensor<8xf32>) outs(%e : tensor<4xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %y = linalg.generic {indexing_maps = [#shifted, #id], iterator_types = ["parallel"]} // error: 'linalg.generic' op inferred input/output operand
      ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4x4xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %y = linalg.generic {indexing_maps = [#diagonal, #id], iterator_types = ["parallel"]} // error: indexing map affine_map<(d0) -> (d0, d0)> cannot be compiled to a kernel
      ins(%x : tensor<4x4xf32>) outs(%e : tensor<4xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4x8xf32>) -> tensor<8x4xf32> {
  %e = tensor.empty() : tensor<8x4xf32>
  %y = linalg.generic {indexing_maps = [#id2, #swapped], iterator_types = ["parallel", "parallel"]} // error: transposed result map affine_map<(d0, d1) -> (d1, d0)> cannot be compiled to a kernel
      ins(%x : tensor<4x8xf32>) outs(%e : tensor<8x4xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<8x4xf32>
  return %y : tensor<8x4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) {
  ^bb0(%a: f32, %o: f32):
    %i = arith.fptosi %a : f32 to i128 // error: 'arith.fptosi' cannot be compiled to a kernel
    %b = arith.sitofp %i : i128 to f32
    linalg.yield %b : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) {
  ^bb0(%a: f32, %o: f32):
    %t = tensor.from_elements %a : tensor<1xf32> // error: 'tensor.from_elements' cannot be compiled to a kernel
    linalg.yield %a : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) {
  ^bb0(%a: f32, %o: f32):
    %z = arith.constant 0.0 : f32
    %c = arith.cmpf olt, %a, %z : f32
    %b = scf.if %c -> f32 { // error: 'scf.if' cannot be compiled to a kernel
      scf.yield %z : f32
    } else {
      scf.yield %a : f32
    }
    linalg.yield %b : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%a: tensor<4x8xf32>, %b: tensor<8x4xf32>) -> tensor<4x4xf32> {
  %e = tensor.empty() : tensor<4x4xf32>
  %y = linalg.matmul ins(%a, %b : tensor<4x8xf32>, tensor<8x4xf32>) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32> // error: 'linalg.matmul' cannot be compiled to a kernel
  return %y : tensor<4x4xf32>
}
// -----
func.func @f(%x: tensor<8xf32>) -> tensor<4xf32> {
  %y = tensor.extract_slice %x[0] [4] [1] : tensor<8xf32> to tensor<4xf32> // error: 'tensor.extract_slice' cannot be compiled to a kernel
  return %y : tensor<4xf32>
}
// -----
// A sum over an extent that no argument has.
func.func @f(%n: tensor<i64>) -> tensor<f32> {
  %z = arith.constant 0.0 : f32
  %k = tensor.extract %n[] : tensor<i64>
  %i = arith.index_cast %k : i64 to index
  %e = tensor.empty(%i) : tensor<?xf32>
  %o = linalg.fill ins(%z : f32) outs(%e : tensor<?xf32>) -> tensor<?xf32>
  %s = arith.constant dense<0.0> : tensor<f32>
  %y = linalg.generic {indexing_maps = [#id, #zero], iterator_types = ["reduction"]} // error: the extent of the reduced dimension is not that of an input or output
      ins(%o : tensor<?xf32>) outs(%s : tensor<f32>) {
  ^bb0(%a: f32, %sum: f32):
    %t = arith.addf %sum, %a : f32
    linalg.yield %t : f32
  } -> tensor<f32>
  return %y : tensor<f32>
}
