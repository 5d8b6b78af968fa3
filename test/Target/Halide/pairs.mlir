// bf16 on x86: a vector is loaded, taken apart by a shift and a mask, put together
// and stored; no number moves to another lane.
// RUN: rm -rf %t && hysteron-compile %s -o %t --mode=inference --emit=asm --target=x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41 --target=x86-64-linux-sse41
// RUN: FileCheck %s --check-prefix=AVX512 --input-file=%t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/f.s
// RUN: FileCheck %s --check-prefix=SSE41 --input-file=%t/x86-64-linux-sse41/f.s

// AVX512-LABEL: {{^}}f.kernel.0:
// AVX512:       vmovdqu64 {{[-0-9]*}}([[X:%r..]],[[I:%r..]]), [[PAIRS:%zmm[0-9]+]]
// AVX512-NOT:   vpmov
// AVX512-DAG:   vpslld $16, [[PAIRS]], {{%zmm[0-9]+}}
// AVX512-DAG:   vpand{{[dq]}} {{.*}}[[PAIRS]]
// AVX512-NOT:   vpmov
// AVX512:       vmovdqu64 {{%zmm[0-9]+}}, {{[-0-9]*}}({{%r..}},[[I]])
// AVX512:       jne

// SSE41-LABEL: {{^}}f.kernel.0:
// SSE41:       movdqu ({{%r..}},[[I:%r..]]), {{%xmm[0-9]+}}
// SSE41-NOT:   {{pmovzx|punpck|pack}}
// SSE41:       movdqu {{%xmm[0-9]+}}, ({{%r..}},[[I]])
// SSE41:       jne

func.func @f(%x: tensor<?xbf16>) -> tensor<?xbf16> {
  %y = act.silu %x : tensor<?xbf16>
  return %y : tensor<?xbf16>
}
