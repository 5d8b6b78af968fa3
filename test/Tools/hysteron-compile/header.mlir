// RUN: rm -rf %t && hysteron-compile %s -o %t --emit=header --residual=mask --symbol-prefix=my_
// RUN: FileCheck %s < %t/f.h
// CHECK: #ifndef HYSTERON_KERNEL_MY_F
// CHECK: #include <dlpack/dlpack.h>
// CHECK: typedef struct hysteron_context
// CHECK: extern "C" {
// CHECK: /* argument0: float32 [s0, 4]
// CHECK-NEXT: argument1: bfloat16 []
// CHECK-NEXT: result0: float32 [s0, 4]
// CHECK-NEXT: residual0: int8 [64 ceil(n / 512)] with a bit for each of the n elements of argument 0 */
// CHECK-NEXT: int my_f_forward(const hysteron_context *context,
// CHECK-NEXT: const DLTensor *argument0,
// CHECK-NEXT: const DLTensor *argument1,
// CHECK-NEXT: DLTensor *result0,
// CHECK-NEXT: DLTensor *residual0);
// CHECK: int my_f_backward(const hysteron_context *context,

// RUN: rm -rf %t/inference && hysteron-compile %s -o %t/inference --emit=header --mode=inference
// RUN: FileCheck %s --check-prefix=INFERENCE < %t/inference/f.h
// INFERENCE: result0: float32 [s0, 4]
// INFERENCE-NEXT: Works in place. */

// The header is C by itself, and C++.
// RUN: %{c_compiler} -std=c99 -Wall -Wextra -pedantic -Werror -fsyntax-only -x c %t/f.h
// RUN: %{cxx_compiler} -std=c++11 -Wall -Wextra -Werror -fsyntax-only -x c++ %t/f.h
func.func @f(%x: tensor<?x4xf32>, %unused: tensor<bf16>) -> tensor<?x4xf32> {
  %y = act.relu %x : tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}
