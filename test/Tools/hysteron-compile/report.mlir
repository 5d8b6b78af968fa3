// What training keeps and moves, per activation, without compiling anything.
// RUN: hysteron-compile %s --function=net --report | FileCheck %s --match-full-lines --strict-whitespace
//      CHECK:location  op            residual   backward reads  bits kept  bytes kept  bytes forward  bytes backward  PyTorch keeps
// CHECK-NEXT:27:8      helu          output     shared                  0           0              8              12  32: x
// CHECK-NEXT:29:8      relu          output     shared                  0           0              8              12  32: y
// CHECK-NEXT:30:8      silu          input      x                      32        2560              8              12  32: x
// CHECK-NEXT:31:8      gelu          recompute  x anew                  0           0              8              12  32: x
// CHECK-NEXT:32:8      hard_sigmoid  mask       mask                    1         128          8.125           8.125  32: x
// CHECK-NEXT:33:8      tanh          output     result 0                0           0              8              12  32: y
// CHECK-NEXT:total                                                     33        2688         48.125          68.125  192
// CHECK-NEXT:net_backward reads again: argument 0, 1, 2
//  CHECK-NOT:{{.}}

// What is counted is what f_forward returns: residuals of 128 and 64 * 10 * 4
// bytes, and helu's y for the product.
// RUN: rm -rf %t && hysteron-compile %s --function=net --report -o %t --emit=header | FileCheck %s --check-prefix=BOTH
// BOTH: total {{.*}} 2688
// RUN: FileCheck %s --check-prefix=HEADER --input-file=%t/net.h
// HEADER: residual0: int8 [128]
// HEADER-NEXT: residual1: float32 [64, 10]
// HEADER-NEXT: residual2: float32 [64, 128] */
func.func @net(%x: tensor<64x784xf32>, %w: tensor<784x128xf32>, %v: tensor<128x10xf32>) -> tensor<64x10xf32> {
  %zero = arith.constant 0.0 : f32
  %e1 = tensor.empty() : tensor<64x128xf32>
  %i1 = linalg.fill ins(%zero : f32) outs(%e1 : tensor<64x128xf32>) -> tensor<64x128xf32>
  %0 = linalg.matmul ins(%x, %w : tensor<64x784xf32>, tensor<784x128xf32>) outs(%i1 : tensor<64x128xf32>) -> tensor<64x128xf32>
  %1 = act.helu %0 {alpha = 0.05} : tensor<64x128xf32>
  %i2 = arith.constant dense<0.0> : tensor<64x10xf32> %2 = linalg.matmul ins(%1, %v : tensor<64x128xf32>, tensor<128x10xf32>) outs(%i2 : tensor<64x10xf32>) -> tensor<64x10xf32>
  %3 = act.relu %2 : tensor<64x10xf32>
  %4 = act.silu %3 : tensor<64x10xf32>
  %5 = act.gelu %4 : tensor<64x10xf32>
  %6 = act.hard_sigmoid %5 : tensor<64x10xf32>
  %7 = act.tanh %6 : tensor<64x10xf32>
  return %7 : tensor<64x10xf32>
}

// Bytes of dynamic shapes are not known; a location without a line is shown as
// it is.
// RUN: hysteron-compile %s --function=dynamic --residual=mask --report | FileCheck %s --check-prefix=DYNAMIC
// DYNAMIC: loc("fc1") {{ *}}helu {{ *}}mask {{ *}}mask {{ *}}1 {{ *}}? {{ *}}4.125 {{ *}}4.125 {{ *}}16: x
// DYNAMIC: {{[0-9:]+}} {{ *}}apa {{ *}}recompute {{ *}}x anew {{ *}}0 {{ *}}0 {{ *}}4 {{ *}}6 {{ *}}64: x, z, z', y
// DYNAMIC: {{[0-9:]+}} {{ *}}relu {{ *}}input {{ *}}argument 1 {{ *}}0 {{ *}}0 {{ *}}4 {{ *}}6 {{ *}}16: x
// DYNAMIC: total {{ *}}1 {{ *}}? {{ *}}12.125 {{ *}}16.125 {{ *}}96
// DYNAMIC: dynamic_backward reads again: argument 0, 1, 2
func.func @dynamic(%x: tensor<?xf16>, %z: tensor<?xf16>, %p: tensor<f16>) -> (tensor<?xf16>, tensor<?xf16>) {
  %0 = act.helu %x {alpha = 0.05} : tensor<?xf16> loc("fc1")
  %1 = act.apa %0, %p, %p : tensor<?xf16>, tensor<f16>, tensor<f16>
  %2 = act.relu %z {gradient = #act.leak<0.1>, residual = #act.residual<input>} : tensor<?xf16>
  return %1, %2 : tensor<?xf16>, tensor<?xf16>
}

// RUN: hysteron-compile %s --function=silent --report | FileCheck %s --check-prefix=NONE
// NONE: total {{.*}} 0
// NONE: silent_backward reads again: no argument
func.func @silent(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = arith.negf %x : tensor<4xf32>
  return %0 : tensor<4xf32>
}

// RUN: not hysteron-compile %s --function=net --report --mode=inference 2>&1 | FileCheck %s --check-prefix=INFERENCE
// INFERENCE: error: a report is about training: nothing is kept in inference
// RUN: not hysteron-compile %s --function=net --report --residual=some 2>&1 | FileCheck %s --check-prefix=RESIDUAL
// RESIDUAL: error: unknown residual 'some', expected auto, input, output, mask or recompute
// RUN: not hysteron-compile %s --function=net 2>&1 | FileCheck %s --check-prefix=FOLDER
// FOLDER: error: -o DIR is missing
