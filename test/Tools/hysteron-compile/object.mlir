// An object has one exported function and no runtime of Halide's in it.
// RUN: rm -rf %t && hysteron-compile %s -o %t --target=x86-64-linux-avx-avx2-f16c-fma-sse41 --emit=object,asm
// RUN: llvm-nm -gj %t/x86-64-linux-avx-avx2-f16c-fma-sse41/f_forward.o | FileCheck %s
// CHECK: {{^f_forward$}}
// CHECK-NEXT: hysteron_halide_do_par_for
// CHECK-NEXT: hysteron_invoke
// CHECK-NOT: {{.}}

// The same bytes each time.
// RUN: rm -rf %t.again && hysteron-compile %s -o %t.again --target=x86-64-linux-avx-avx2-f16c-fma-sse41 --emit=object,asm
// RUN: diff -r %t %t.again

// The kernel is for AVX2; the function around it runs on any processor.
// RUN: FileCheck %s --check-prefix=ASM < %t/x86-64-linux-avx-avx2-f16c-fma-sse41/f_forward.s
// ASM-LABEL: {{^f_forward.kernel.*:}}
// ASM: ymm
// ASM-LABEL: {{^f_forward:}}
// ASM-NOT: {{[xy]mm}}
// ASM: hysteron_invoke
func.func @f(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %y = act.relu %x : tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}
