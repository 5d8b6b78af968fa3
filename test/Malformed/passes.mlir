// RUN: %{malformed} %s
// -----
// $ hysteron-opt %s --act-differentiate
func.func private @g(tensor<4xf32>) -> tensor<4xf32>
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = func.call @g(%x) : (tensor<4xf32>) -> tensor<4xf32> // error: the derivative of 'func.call' is not known
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-differentiate
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "relu" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: the derivative of 'act.backward' is not known
  return %dx : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-differentiate
func.func @f_backward(%dy: tensor<4xf32>) -> (tensor<4xf32> {act.role = "gradient 0"}) { // error: it cannot be differentiated again
  return %dy : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-differentiate
func.func @f_backward() {
  return
}
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> { // error: @f_backward exists already
  return %x : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-differentiate
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> { // error: it has no body of one block
  cf.br ^next
^next:
  return %x : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-differentiate=functions=g
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
// error: there is no function @g
// -----
// $ hysteron-opt %s --act-differentiate
func.func @f(%x: tensor<4xf32>, %c: i1) -> tensor<4xf32> {
  %y = scf.if %c -> tensor<4xf32> { // error: the derivative of 'scf.if' is not known
    scf.yield %x : tensor<4xf32>
  } else {
    scf.yield %x : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-differentiate
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = linalg.map ins(%x : tensor<4xf32>) outs(%x : tensor<4xf32>) (%a: f32, %o: f32) {
    %b = math.cbrt %a : f32 // error: the derivative of 'math.cbrt' is not known
    linalg.yield %b : f32
  }
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-differentiate
func.func @f(%x: tensor<4x8xf32>) -> tensor<4xf32> {
  %m = arith.constant dense<-1.0> : tensor<4xf32>
  %y = linalg.reduce {arith.maximumf} ins(%x : tensor<4x8xf32>) outs(%m : tensor<4xf32>) dimensions = [1] // error: only sums over a loop can be differentiated
  return %y : tensor<4xf32>
}
// -----
// What a region reads of the values around.
// $ hysteron-opt %s --act-differentiate
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = tensor.generate { // error: the derivative of 'tensor.generate' is not known
  ^bb0(%i: index):
    %e = tensor.extract %x[%i] : tensor<4xf32>
    tensor.yield %e : f32
  } : tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-differentiate
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %c = arith.constant 0 : index
  %first = tensor.extract %x[%c] : tensor<4xf32> // error: the derivative by a single element is not known
  %y = linalg.map ins(%x : tensor<4xf32>) outs(%x : tensor<4xf32>) (%a: f32, %o: f32) {
    %b = arith.mulf %a, %first : f32
    linalg.yield %b : f32
  }
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-differentiate
func.func @f(%x: tensor<f32>) -> tensor<4xf32> {
  %s = tensor.extract %x[] : tensor<f32> // error: the derivative by a single element is not known
  %e = tensor.empty() : tensor<4xf32>
  %y = linalg.fill ins(%s : f32) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-fold-inference
func.func @f(%x: tensor<4xf32>, %dy: tensor<4xf32>) -> tensor<4xf32> {
  %dx = act.backward "relu" {} <input>(%x) cotangent(%dy) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> // error: computes a gradient, which an inference graph has not
  return %dx : tensor<4xf32>
}
// -----
// $ hysteron-opt %s --act-plan-residuals=residual=everything
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
// error: residual must be auto, input, output, mask or recompute, not 'everything'
// -----
// $ hysteron-opt %s --act-hysteresis=alpha=inf
module { // error: alpha must be finite
}
// -----
// $ hysteron-opt %s --act-hysteresis=names=fc9
module { // error: no act.relu is in a function or at a location named 'fc9'
}
// -----
// $ hysteron-opt %s --halide-schedule=target=x86-64-linux-sse9
module { // error: target 'x86-64-linux-sse9': 'sse9' is no part of a target
}
// -----
// $ hysteron-opt %s --pass-pipeline=builtin.module(act-raize)
module {
}
// error: MLIR Textual PassPipeline Parser:1:1: error: 'act-raize' does not refer to a registered pass or pass pipeline
// -----
// $ hysteron-opt %s --pass-pipeline=func.func(act-raise)
module {
}
// error: Can't add pass 'ActRaise' restricted to 'builtin.module' on a PassManager intended to run on 'func.func'
// -----
// $ hysteron-opt %s --pass-pipeline=builtin.module(act-hysteresis{beta=1})
module {
}
// error: <Pass-Options-Parser>: no such option beta
