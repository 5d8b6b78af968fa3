// An op that cannot be compiled is named; --partial compiles what is around it.
// RUN: rm -rf %t && not hysteron-compile %s -o %t 2>&1 | FileCheck %s --check-prefix=ERROR
// ERROR: partial.mlir:[[@LINE+17]]:{{.*}}: error:
// ERROR-NEXT: other.attention
// RUN: not ls %t
// RUN: hysteron-compile %s -o %t --partial 2>&1 | FileCheck %s --check-prefix=WARNING
// WARNING: partial.mlir:[[@LINE+13]]:8: warning: 'other.attention' cannot be compiled: only the kernels around it are
// RUN: find %t -type f | sort | FileCheck %s
// CHECK: f.h{{$}}
// CHECK-NEXT: host/f_kernel0_backward.o{{$}}
// CHECK-NEXT: host/f_kernel0_forward.o{{$}}
// CHECK-NEXT: host/f_kernel1_backward.o{{$}}
// CHECK-NEXT: host/f_kernel1_forward.o{{$}}
// CHECK-NEXT: host/hysteron_runtime.o{{$}}
// RUN: FileCheck %s --check-prefix=HEADER --input-file=%t/f.h
// HEADER: int f_kernel0_forward(
func.func @f(%x: tensor<4x8xf32>, %b: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %s = arith.addf %x, %b : tensor<4x8xf32>
  %h = act.helu %s {alpha = 0.5} : tensor<4x8xf32>
  %a = "other.attention"(%h) : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %y = act.silu %a : tensor<4x8xf32>
  return %y : tensor<4x8xf32>
}
