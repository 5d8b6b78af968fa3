// The header says which functions work in place, and where forward must not.
// RUN: rm -rf %t && hysteron-compile %s -o %t --function=from_output --emit=header
// RUN: FileCheck %s --check-prefix=OUTPUT < %t/from_output.h
// OUTPUT: result0: float32 [s0]
// OUTPUT-NEXT: Works in place. */
// OUTPUT: gradient0: float32 [s0]
// OUTPUT-NEXT: Works in place. */
func.func @from_output(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.helu %x {alpha = 0.05} : tensor<?xf32>
  return %y : tensor<?xf32>
}

// RUN: hysteron-compile %s -o %t --function=from_input --emit=header
// RUN: FileCheck %s --check-prefix=INPUT < %t/from_input.h
// INPUT: result0: float32 [s0]
// INPUT-NEXT: Works in place, but from_input_backward reads argument0 again. */
func.func @from_input(%x: tensor<?xf32>, %p: tensor<f32>) -> tensor<?xf32> {
  %y = act.prelu %x, %p : tensor<?xf32>, tensor<f32>
  return %y : tensor<?xf32>
}
