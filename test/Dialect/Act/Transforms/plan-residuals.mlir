// RUN: hysteron-opt %s --act-plan-residuals | FileCheck %s --check-prefixes=CHECK,AUTO
// RUN: hysteron-opt %s --act-plan-residuals=residual=mask | FileCheck %s --check-prefixes=CHECK,MASK
// RUN: hysteron-opt %s --act-plan-residuals=residual=recompute | FileCheck %s --check-prefixes=CHECK,RECOMPUTE
// RUN: not hysteron-opt %s --act-plan-residuals=residual=both 2>&1 | FileCheck %s --check-prefix=ERROR
// ERROR: error: residual must be auto, input, output, mask or recompute, not 'both'

// Arguments and results are there anyway, the output first: then forward may
// write over the argument.
// CHECK-LABEL: func @alive
func.func @alive(%x: tensor<4xf32>, %h: tensor<4xf16>)
    -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf16>, tensor<4xf32>) {
  // AUTO: act.relu %{{.*}} {residual = #act.residual<output>}
  // MASK: act.relu %{{.*}} {residual = #act.residual<mask>}
  // RECOMPUTE: act.relu %{{.*}} {residual = #act.residual<recompute>}
  %0 = act.relu %x : tensor<4xf32>
  // Two zeros in the output tell the band of a positive alpha alone.
  // AUTO: act.helu %{{.*}} {alpha = 5.0{{.*}}, residual = #act.residual<output>}
  %1 = act.helu %x {alpha = 0.5} : tensor<4xf32>
  // AUTO: act.helu %{{.*}} {alpha = -5.0{{.*}}, residual = #act.residual<input>}
  %2 = act.helu %x {alpha = -0.5} : tensor<4xf32>
  // AUTO: act.sigmoid %{{.*}} {residual = #act.residual<output>} : tensor<4xf32>
  // MASK: act.sigmoid %{{.*}} {residual = #act.residual<output>} : tensor<4xf32>
  %3 = act.sigmoid %x : tensor<4xf32>
  // A rounded f16 output is too coarse for y (1 - y).
  // AUTO: act.sigmoid %{{.*}} {residual = #act.residual<input>} : tensor<4xf16>
  %4 = act.sigmoid %h : tensor<4xf16>
  // What is chosen already stays.
  // CHECK: act.leaky_relu %{{.*}} {residual = #act.residual<input>, slope
  %5 = act.leaky_relu %x {slope = 0.1, residual = #act.residual<input>} : tensor<4xf32>
  return %0, %1, %2, %3, %4, %5 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf16>, tensor<4xf32>
}

// The product's derivative needs its operands, whatever the activations keep: y
// of relu, x of tanh. The sum needs none.
// AUTO-LABEL: func @others
func.func @others(%x: tensor<?xf32>, %z: tensor<?xf32>) -> tensor<?xf32> {
  %0 = arith.addf %x, %z : tensor<?xf32>
  // AUTO: act.relu %{{.*}} {residual = #act.residual<output>}
  %1 = act.relu %0 : tensor<?xf32>
  %2 = arith.mulf %1, %z : tensor<?xf32>
  %3 = arith.mulf %2, %z : tensor<?xf32>
  // AUTO: act.tanh %{{.*}} {residual = #act.residual<input>}
  %4 = act.tanh %2 : tensor<?xf32>
  %5 = arith.addf %3, %4 : tensor<?xf32>
  return %5 : tensor<?xf32>
}

// An activation keeps what its neighbour reads, too: silu has no choice (the sum
// of two tensors costs as much to read again as one to keep), and relu, which
// could do with a mask, waits for it. The same where silu comes first.
// AUTO-LABEL: func @neighbours
func.func @neighbours(%x: tensor<?xf32>, %z: tensor<?xf32>) -> tensor<?xf32> {
  %0 = arith.addf %x, %z : tensor<?xf32>
  // AUTO: act.relu %{{.*}} {residual = #act.residual<output>}
  %1 = act.relu %0 : tensor<?xf32>
  // AUTO: act.silu %{{.*}} {residual = #act.residual<input>}
  %2 = act.silu %1 : tensor<?xf32>
  %3 = arith.addf %1, %2 : tensor<?xf32>
  // AUTO: act.silu %{{.*}} {residual = #act.residual<input>}
  %4 = act.silu %3 : tensor<?xf32>
  // AUTO: act.relu %{{.*}} {residual = #act.residual<input>}
  %5 = act.relu %3 : tensor<?xf32>
  %6 = arith.addf %4, %5 : tensor<?xf32>
  return %6 : tensor<?xf32>
}

// Neither x nor y is there: a bit per element is the cheapest, also where x
// could be made again.
// AUTO-LABEL: func @mask
func.func @mask(%x: tensor<?xf32>, %z: tensor<?xf32>) -> tensor<?xf32> {
  %0 = arith.addf %x, %z : tensor<?xf32>
  // AUTO: act.relu6 %{{.*}} {residual = #act.residual<mask>}
  %1 = act.relu6 %0 : tensor<?xf32>
  %2 = arith.negf %x : tensor<?xf32>
  // AUTO: act.hard_sigmoid %{{.*}} {residual = #act.residual<mask>}
  %3 = act.hard_sigmoid %2 : tensor<?xf32>
  %4 = arith.addf %1, %3 : tensor<?xf32>
  return %4 : tensor<?xf32>
}

// One op makes x from one tensor that is there: it is made again, not kept. But
// only one op deep.
// AUTO-LABEL: func @recompute
func.func @recompute(%x: tensor<?xf32>, %p: tensor<f32>) -> tensor<?xf32> {
  // AUTO: act.prelu {{.*}} {residual = #act.residual<input>}
  %0 = act.prelu %x, %p : tensor<?xf32>, tensor<f32>
  // AUTO: act.gelu {{.*}} {residual = #act.residual<recompute>}
  %1 = act.gelu %0 : tensor<?xf32>
  // AUTO: act.mish {{.*}} {residual = #act.residual<input>}
  %2 = act.mish %1 : tensor<?xf32>
  // From what mish keeps.
  // AUTO: act.silu {{.*}} {residual = #act.residual<recompute>}
  %3 = act.silu %2 : tensor<?xf32>
  %4 = arith.negf %3 : tensor<?xf32>
  return %4 : tensor<?xf32>
}

// A matrix product is not made again.
// AUTO-LABEL: func @product
func.func @product(%x: tensor<4x4xf32>, %init: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %0 = linalg.matmul ins(%x, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%init : tensor<4x4xf32>) -> tensor<4x4xf32>
  // AUTO: act.silu {{.*}} {residual = #act.residual<input>}
  %1 = act.silu %0 : tensor<4x4xf32>
  // Its operand is kept.
  // AUTO: act.relu {{.*}} {residual = #act.residual<output>}
  %2 = act.relu %1 : tensor<4x4xf32>
  %3 = linalg.matmul ins(%2, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%init : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %3 : tensor<4x4xf32>
}

// A new tensor is the output where there is a choice: tanh gets its input so.
// AUTO-LABEL: func @chain
func.func @chain(%x: tensor<?xf32>, %z: tensor<?xf32>) -> tensor<?xf32> {
  %0 = arith.addf %x, %z : tensor<?xf32>
  // AUTO: act.sigmoid {{.*}} {residual = #act.residual<output>}
  %1 = act.sigmoid %0 : tensor<?xf32>
  // AUTO: act.tanh {{.*}} {residual = #act.residual<input>}
  %2 = act.tanh %1 : tensor<?xf32>
  %3 = arith.negf %2 : tensor<?xf32>
  return %3 : tensor<?xf32>
}

// An op's own choice counts for its neighbours.
// AUTO-LABEL: func @own
func.func @own(%x: tensor<?xf32>, %z: tensor<?xf32>) -> tensor<?xf32> {
  %0 = arith.addf %x, %z : tensor<?xf32>
  // AUTO: act.sigmoid {{.*}} {residual = #act.residual<input>}
  %1 = act.sigmoid %0 : tensor<?xf32>
  // AUTO: act.relu {{.*}} {residual = #act.residual<input>}
  %2 = act.relu %0 {residual = #act.residual<input>} : tensor<?xf32>
  %3 = arith.addf %1, %2 : tensor<?xf32>
  return %3 : tensor<?xf32>
}

// What cannot be differentiated is planned by what is known, without an error.
// CHECK-LABEL: func @foreign
func.func @foreign(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = func.call @alien(%x) : (tensor<4xf32>) -> tensor<4xf32>
  // AUTO: act.gelu {{.*}} {residual = #act.residual<input>}
  %1 = act.gelu %0 : tensor<4xf32>
  return %1 : tensor<4xf32>
}
func.func private @alien(tensor<4xf32>) -> tensor<4xf32>
