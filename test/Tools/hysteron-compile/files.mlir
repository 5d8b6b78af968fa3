// What is written, and where.
// RUN: rm -rf %t && hysteron-compile %s -o %t --target=x86-64-linux-sse41 --emit=object,header,asm,llvm,stmt,html,ir
// RUN: find %t -type f | sort | FileCheck %s
// CHECK: f.h{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f.mlir{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_backward.html{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_backward.ll{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_backward.o{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_backward.s{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_backward.stmt{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_forward.html{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_forward.ll{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_forward.o{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_forward.s{{$}}
// CHECK-NEXT: x86-64-linux-sse41/f_forward.stmt{{$}}
// CHECK-NEXT: x86-64-linux-sse41/hysteron_runtime.o{{$}}
// CHECK-NOT: {{.}}

// Training, object and header, and this machine are what is compiled by default.
// RUN: rm -rf %t && hysteron-compile %s -o %t
// RUN: find %t -type f | sort | FileCheck %s --check-prefix=DEFAULT
// DEFAULT: f.h{{$}}
// DEFAULT-NEXT: host/f_backward.o{{$}}
// DEFAULT-NEXT: host/f_forward.o{{$}}
// DEFAULT-NEXT: host/hysteron_runtime.o{{$}}
// DEFAULT-NOT: {{.}}

// RUN: rm -rf %t && hysteron-compile %s -o %t --mode=inference --target=arm-64-linux
// RUN: find %t -type f | sort | FileCheck %s --check-prefix=INFERENCE
// INFERENCE: arm-64-linux/f.o{{$}}
// INFERENCE-NEXT: arm-64-linux/hysteron_runtime.o{{$}}
// INFERENCE-NEXT: f.h{{$}}
// INFERENCE-NOT: {{.}}
func.func @f(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %y = act.helu %x {alpha = 0.5} : tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}
