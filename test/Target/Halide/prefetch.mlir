// RUN: rm -rf %t && hysteron-compile %s --function=long -o %t --target=x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41 --emit=asm --mode=inference
// RUN: FileCheck %s < %t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/long.s --check-prefix=LONG
// RUN: hysteron-compile %s --function=short -o %t --target=x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41 --emit=asm --mode=inference
// RUN: FileCheck %s < %t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/short.s --check-prefix=SHORT
// RUN: hysteron-compile %s --function=long -o %t --target=arm-64-linux --emit=asm --mode=inference
// RUN: FileCheck %s < %t/arm-64-linux/long.s --check-prefix=SHORT

// A loop of a long formula asks for its argument's lines ahead, and for its result's to
// write to them, each line once.
// LONG: prefetcht0
// LONG-NEXT: prefetchw
// LONG-NOT: prefetch
// LONG: vdivps
// LONG-NOT: prefetch
// SHORT-NOT: {{prefetch|prfm}}
func.func @long(%x: tensor<1024xf32>) -> tensor<1024xf32> {
  %y = act.silu %x : tensor<1024xf32>
  return %y : tensor<1024xf32>
}

func.func @short(%x: tensor<1024xf32>) -> tensor<1024xf32> {
  %y = act.relu %x : tensor<1024xf32>
  return %y : tensor<1024xf32>
}
