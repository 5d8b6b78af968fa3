// A mask beside the sums of a parameter's gradient: blocks of terms that are
// shorter than a line of mask bytes, and loops that run once, whose indices
// canonicalization drops. What forward keeps changes no bit, of sums neither.
// RUN: rm -rf %t && mkdir %t
// RUN: %{npy} make %t/s.npy f4 "" 0.75
// RUN: %{npy} make %t/x.npy f4 1x5x1x1 1 -2 3 -4 5
// RUN: hysteron-run %s --function=few %t/x.npy %t/s.npy --cotangent %t/x.npy --residual=mask -o %t/mask
// RUN: %{npy} show %t/mask/grad0.npy %t/mask/grad1.npy | FileCheck %s
// CHECK: float32 (1, 5, 1, 1) 0.75 0.0 2.25 0.0 3.75
// CHECK: float32 () 35.0
// RUN: hysteron-run %s --function=few %t/x.npy %t/s.npy --cotangent %t/x.npy --residual=input -o %t/input
// RUN: diff -r %t/mask %t/input
// RUN: hysteron-run %s --function=rows %t/x.npy %t/s.npy --cotangent %t/x.npy --residual=mask -o %t/rows
// RUN: diff -r %t/mask %t/rows

// One loop over all elements, whatever the mask's index looks like.
// RUN: hysteron-compile %s --function=few --residual=mask --emit=ir -o %t/few --target=x86-64-linux-sse41
// RUN: FileCheck %s --check-prefix=FEW --input-file=%t/few/x86-64-linux-sse41/few.mlir
// FEW: halide.pipeline @few_backward
// FEW: halide.input @residual0 {{.*}} mask_of
// FEW: halide.func @terms(%i) ->
// FEW: halide.schedule @few_backward
// FEW: halide.split @gradient0, "i" into "br", "v" by 16
// FEW-NOT: by 64
// FEW: halide.compute_with @blocks update 0 with @gradient0, "b"

// A mask of what is kept too, and comes after it.
// RUN: hysteron-compile %s --function=kept --residual=mask --emit=ir -o %t/kept --target=x86-64-linux-sse41
// RUN: FileCheck %s --check-prefix=KEPT --input-file=%t/kept/x86-64-linux-sse41/kept.mlir
// KEPT: halide.output @residual1 {{.*}} mask_of @residual2
// KEPT: halide.output @residual2
// RUN: %{npy} make %t/k.npy f4 3 -1 0.5 3
// RUN: %{npy} make %t/dk.npy f8 3 1 2 3
// RUN: hysteron-run %s --function=kept %t/k.npy --cotangent %t/dk.npy --residual=mask -o %t/kept/mask
// RUN: hysteron-run %s --function=kept %t/k.npy --cotangent %t/dk.npy --residual=input -o %t/kept/input
// RUN: diff -r %t/kept/mask %t/kept/input

// Two masks of one argument, and two results of its shape.
// RUN: %{npy} make %t/two.npy f4 1 -0.5
// RUN: hysteron-run %s --function=two %t/two.npy --cotangent %t/two.npy --cotangent %t/two.npy --residual=mask -o %t/two/mask
// RUN: hysteron-run %s --function=two %t/two.npy --cotangent %t/two.npy --cotangent %t/two.npy --residual=input -o %t/two/input
// RUN: diff -r %t/two/mask %t/two/input
act.define @scale(%x: f32, %s: f32) {
  %y = arith.mulf %x, %s : f32
  act.yield %y : f32
}
func.func @few(%x: tensor<1x5x1x1xf32>, %s: tensor<f32>) -> tensor<1x5x1x1xf32> {
  %0 = act.apply @scale(%x, %s) : (tensor<1x5x1x1xf32>, tensor<f32>) -> tensor<1x5x1x1xf32>
  %1 = act.relu %0 : tensor<1x5x1x1xf32>
  return %1 : tensor<1x5x1x1xf32>
}
func.func @rows(%x: tensor<1x?x1x1xf32>, %s: tensor<f32>) -> tensor<1x?x1x1xf32> {
  %0 = act.apply @scale(%x, %s) : (tensor<1x?x1x1xf32>, tensor<f32>) -> tensor<1x?x1x1xf32>
  %1 = act.relu %0 : tensor<1x?x1x1xf32>
  return %1 : tensor<1x?x1x1xf32>
}
func.func @kept(%x: tensor<?xf32>) -> tensor<?xf64> {
  %0 = arith.minimumf %x, %x : tensor<?xf32>
  %1 = arith.extf %0 : tensor<?xf32> to tensor<?xf64>
  %2 = act.tanh %1 : tensor<?xf64>
  %3 = act.hard_sigmoid %2 : tensor<?xf64>
  %4 = act.leaky_relu %3 {slope = 0.5 : f64} : tensor<?xf64>
  return %4 : tensor<?xf64>
}
func.func @two(%x: tensor<1xf32>) -> (tensor<1xf32>, tensor<1xf32>) {
  %0 = act.helu %x {alpha = 1.5 : f64} : tensor<1xf32>
  %1 = act.necro_relu %x {slope = 0.5 : f64} : tensor<1xf32>
  return %0, %1 : tensor<1xf32>, tensor<1xf32>
}
