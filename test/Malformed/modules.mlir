// RUN: %{malformed} %s
// $ hysteron-compile %s -o %o
// -----
module {
}
// error: there is no function to compile
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
func.func @g(%x: tensor<4xf32>) -> tensor<4xf32> { // error: there are several functions; say which one to compile
  return %x : tensor<4xf32>
}
// -----
// $ hysteron-compile %s -o %o --function=f
func.func private @f(tensor<4xf32>) -> tensor<4xf32> // error: the function to compile has no body
// -----
func.func @f(%x: f32) -> f32 { // error: only ranked tensors go in and out of a compiled function, not 'f32'
  return %x : f32
}
// -----
func.func @f(%x: tensor<4xf32>) { // error: the function to compile has no results
  return
}
// -----
func.func @f(%x: tensor<*xf32>) -> tensor<*xf32> { // error: only ranked tensors go in and out of a compiled function, not 'tensor<*xf32>'
  return %x : tensor<*xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> memref<4xf32> { // error: only ranked tensors go in and out of a compiled function, not 'memref<4xf32>'
  %m = memref.alloc() : memref<4xf32>
  return %m : memref<4xf32>
}
// -----
func.func @f(%x: tensor<4xf128>) -> tensor<4xf128> { // error: elements of type 'f128' do not go in or out of a compiled function
  return %x : tensor<4xf128>
}
// -----
func.func @f(%x: tensor<4xf8E4M3FN>) -> tensor<4xf8E4M3FN> { // error: elements of type 'f8E4M3FN' do not go in or out of a compiled function
  return %x : tensor<4xf8E4M3FN>
}
// -----
func.func @f(%x: tensor<4xi1>) -> tensor<4xi1> { // error: elements of type 'i1' do not go in or out of a compiled function
  return %x : tensor<4xi1>
}
// -----
// $ hysteron-compile %s -o %o --mode=inference
func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5>>) -> tensor<4x!quant.uniform<i8:f32, 0.5>> { // error: `!"quant"<"uniform<i8:f32, 0.5>">` type created with unregistered dialect. If this is intended, please call allowUnregisteredDialects() on the MLIRContext, or use -allow-unregistered-dialect with the MLIR opt tool used
  return %x : tensor<4x!quant.uniform<i8:f32, 0.5>>
}
// -----
// A layout.
#csr = #sparse_tensor.encoding<{map = (d0, d1) -> (d0 : dense, d1 : compressed)}> // error: #"sparse_tensor"<"encoding<{map = (d0, d1) -> (d0 : dense, d1 : compressed)}>"> : 'none' attribute created with unregistered dialect. If this is intended, please call allowUnregisteredDialects() on the MLIRContext, or use -allow-unregistered-dialect with the MLIR opt tool used
func.func @f(%x: tensor<4x4xf32, #csr>) -> tensor<4x4xf32, #csr> {
  %y = act.relu %x : tensor<4x4xf32, #csr>
  return %y : tensor<4x4xf32, #csr>
}
// -----
func.func @f(%x: tensor<4x4xf32, "columns first">) -> tensor<4x4xf32, "columns first"> { // error: only dense tensors go in and out of a compiled function
  %y = act.relu %x : tensor<4x4xf32, "columns first">
  return %y : tensor<4x4xf32, "columns first">
}
// -----
// The function calls itself.
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = call @f(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: the derivative of 'func.call' is not known
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-compile %s -o %o --mode=inference
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = call @f(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: the call of @f cannot be compiled
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-compile %s -o %o --mode=inference --function=f
func.func private @g(tensor<4xf32>) -> tensor<4xf32>
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = call @g(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: the call of @g cannot be compiled
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-compile %s -o %o --mode=inference
ml_program.global private mutable @state(dense<0.0> : tensor<4xf32>) : tensor<4xf32>
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %s = ml_program.global_load @state : tensor<4xf32> // error: 'ml_program.global_load' cannot be compiled
  %y = arith.addf %x, %s : tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-compile %s -o %o --mode=inference
func.func @f(%x: tensor<4xf32>, %n: tensor<i32>) -> tensor<4xf32> {
  %k = tensor.extract %n[] : tensor<i32>
  %z = arith.constant 0 : i32
  %c = arith.cmpi slt, %k, %z : i32
  cf.cond_br %c, ^some, ^none // error: 'cf.cond_br' cannot be compiled
^some:
  %y = act.relu %x : tensor<4xf32>
  return %y : tensor<4xf32>
^none:
  return %x : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> { // error: @f cannot be differentiated: it has no body of one block
  cf.br ^next
^next:
  %y = act.relu %x : tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = "my.relu"(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: operation being parsed with an unregistered dialect. If this is intended, please use -allow-unregistered-dialect with the MLIR tool used
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = torch.aten.relu %x : tensor<4xf32> -> tensor<4xf32> // error: Dialect `torch' not found for custom op 'torch.aten.relu' 
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4xi32>) -> tensor<4xi32> { // error: no argument is a tensor of floats, which a gradient could be of
  %y = arith.addi %x, %x : tensor<4xi32>
  return %y : tensor<4xi32>
}
// -----
// Two functions of one name.
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
func.func @f(%x: tensor<4xf64>) -> tensor<4xf64> { // error: redefinition of symbol named 'f'
  return %x : tensor<4xf64>
}
// -----
// A name that C does not have.
func.func @"my layer"(%x: tensor<4xf32>) -> tensor<4xf32> { // error: 'my layer' is no name of a C function
  %y = act.relu %x : tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @"../../f"(%x: tensor<4xf32>) -> tensor<4xf32> { // error: '../../f' is no name of a C function
  %y = act.relu %x : tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4611686018427387904x4xf32>) -> tensor<4611686018427387904x4xf32> { // error: is larger than any memory
  %y = act.relu %x : tensor<4611686018427387904x4xf32>
  return %y : tensor<4611686018427387904x4xf32>
}
// -----
module attributes {} // error: expected '{' to begin a region
// -----
// $ hysteron-compile %s -o %o --partial
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> { // error: there is no kernel in this function
  %y = "my.op"(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
func.func @f(%x: tensor<4x8xf32>, %m: tensor<4xf32>) -> tensor<4xf32> {
  // MLIR's parser crashes after this error.
  %y = linalg.reduce {arith.maximumf} ins(%x : tensor<4x8xf32>) outs(%m : tensor<4xf32>) dimensions = [1 {] // error: expected ']'
  return %y : tensor<4xf32>
}
// -----
// MLIR's parser rejects this without a word.
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = tosa.clamp %x {3 = 1} : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// error: %s:1:1: MLIR's parser rejects something in this file and does not say what
// -----
func.func @f(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %c = arith.constant 512 : index
  %n = tensor.dim %x, %c : tensor<?x4xf32> // error: 'tensor<?x4xf32>' has no dimension 512
  %e = tensor.empty(%n) : tensor<?x4xf32>
  %y = linalg.add ins(%x, %x : tensor<?x4xf32>, tensor<?x4xf32>) outs(%e : tensor<?x4xf32>) -> tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}
// -----
func.func @f(%x: tensor<2x3xf32>) -> tensor<6xf32> {
  %c = tensor.collapse_shape %x [[0x7FF0000000000000, 1]] : tensor<2x3xf32> into tensor<6xf32> // error: 'tensor<2x3xf32>' has no dimension 9218868437227405312
  %y = act.relu %c : tensor<6xf32>
  return %y : tensor<6xf32>
}
// -----
func.func @f(%x: tensor<6xf32>) -> tensor<2x3xf32> {
  %y = act.relu %x : tensor<6xf32>
  %e = tensor.expand_shape %y [[0x100000000, 1]] output_shape [2, 3] : tensor<6xf32> into tensor<2x3xf32> // error: 'tensor<2x3xf32>' has no dimension 4294967296
  return %e : tensor<2x3xf32>
}
