// Several x86 targets also give one library that picks the level at run time.
// RUN: rm -rf %t && hysteron-compile %s -o %t --target=x86-64-linux-sse41 --target=x86-64-linux-avx-avx2-f16c-fma-sse41 --target=arm-64-linux
// RUN: find %t -name '*.[oa]' | sort | FileCheck %s
// CHECK: arm-64-linux/f_backward.o
// CHECK: x86-64-linux-avx-avx2-f16c-fma-sse41/f_backward.o
// CHECK: x86-64-linux-sse41/f_backward.o
// CHECK: x86-64-multi/hysteron_runtime.o
// CHECK-NEXT: x86-64-multi/libf.a
// CHECK-NOT: {{.}}
// RUN: llvm-ar t %t/x86-64-multi/libf.a | FileCheck %s --check-prefix=MEMBERS
// MEMBERS: f_forward.o
// MEMBERS-NEXT: f_backward.o
// RUN: llvm-objdump -d %t/x86-64-multi/libf.a | FileCheck %s --check-prefix=CODE
// CODE-LABEL: <f_forward.kernel.0{{.*}}>:
// CODE-NOT: ymm
// CODE-LABEL: <f_forward.kernel.1{{.*}}>:
// CODE: ymm

// One x86 target has no choice.
// RUN: rm -rf %t && hysteron-compile %s -o %t --target=x86-64-linux-sse41 --target=arm-64-linux
// RUN: not ls %t/x86-64-multi
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.relu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
