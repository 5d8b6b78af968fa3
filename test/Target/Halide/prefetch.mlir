// RUN: rm -rf %t && hysteron-compile %s -o %t --target=x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41 --target=arm-64-linux --emit=asm --mode=inference
// RUN: FileCheck %s < %t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/f.s
// RUN: FileCheck %s < %t/arm-64-linux/f.s --check-prefix=ARM

// On x86 a loop asks for its argument's lines ahead, and for its result's to write to them,
// each line once.
// CHECK: prefetcht0
// CHECK-NEXT: prefetchw
// CHECK-NOT: prefetch
// CHECK: vdivps
// CHECK-NOT: prefetch
// ARM-NOT: prfm
func.func @f(%x: tensor<1024xf32>) -> tensor<1024xf32> {
  %y = act.silu %x : tensor<1024xf32>
  return %y : tensor<1024xf32>
}
