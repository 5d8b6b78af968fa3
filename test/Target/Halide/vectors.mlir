// Inner loops work on whole registers of the target and call nothing: one
// activation of each family, forward and backward.
// RUN: rm -rf %t
// DEFINE: %{compile} = hysteron-compile %s -o %t --emit=asm --target=x86-64-linux-sse41 --target=x86-64-linux-avx-avx2-f16c-fma-sse41 --target=x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41 --target=arm-64-linux
// RUN: %{compile} --function=piecewise
// RUN: %{compile} --function=smooth
// RUN: %{compile} --function=learned
// DEFINE: %{check} = FileCheck %s --implicit-check-not='{{(call|bl).*(exp|log|erf|pow|tanh)}}'
// RUN: cat %t/x86-64-linux-sse41/*.s | %{check} --check-prefix=SSE41
// RUN: cat %t/x86-64-linux-avx-avx2-f16c-fma-sse41/*.s | %{check} --check-prefix=AVX2
// RUN: cat %t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/*.s | %{check} --check-prefix=AVX512
// RUN: cat %t/arm-64-linux/*.s | %{check} --check-prefix=NEON

// SSE41-LABEL: {{^}}learned_backward.kernel
// SSE41: ps {{.*}}%xmm
// SSE41-LABEL: {{^}}learned_forward.kernel
// SSE41: ps {{.*}}%xmm
// SSE41-LABEL: {{^}}piecewise_backward.kernel
// SSE41: ps {{.*}}%xmm
// SSE41-LABEL: {{^}}piecewise_forward.kernel
// SSE41: ps {{.*}}%xmm
// SSE41-LABEL: {{^}}smooth_backward.kernel
// SSE41: ps {{.*}}%xmm
// SSE41-LABEL: {{^}}smooth_forward.kernel
// SSE41: ps {{.*}}%xmm

// AVX2-LABEL: {{^}}learned_backward.kernel
// AVX2: ps {{.*}}%ymm
// AVX2-LABEL: {{^}}learned_forward.kernel
// AVX2: ps {{.*}}%ymm
// AVX2-LABEL: {{^}}piecewise_backward.kernel
// AVX2: ps {{.*}}%ymm
// AVX2-LABEL: {{^}}piecewise_forward.kernel
// AVX2: ps {{.*}}%ymm
// AVX2-LABEL: {{^}}smooth_backward.kernel
// AVX2: ps {{.*}}%ymm
// AVX2-LABEL: {{^}}smooth_forward.kernel
// AVX2: ps {{.*}}%ymm

// AVX512-LABEL: {{^}}learned_backward.kernel
// AVX512: ps {{.*}}%zmm
// AVX512-LABEL: {{^}}learned_forward.kernel
// AVX512: ps {{.*}}%zmm
// AVX512-LABEL: {{^}}piecewise_backward.kernel
// AVX512: ps {{.*}}%zmm
// AVX512-LABEL: {{^}}piecewise_forward.kernel
// AVX512: ps {{.*}}%zmm
// AVX512-LABEL: {{^}}smooth_backward.kernel
// AVX512: ps {{.*}}%zmm
// AVX512-LABEL: {{^}}smooth_forward.kernel
// AVX512: ps {{.*}}%zmm

// NEON-LABEL: {{^}}learned_backward.kernel
// NEON: {{v[0-9]+}}.4s
// NEON-LABEL: {{^}}learned_forward.kernel
// NEON: {{v[0-9]+}}.4s
// NEON-LABEL: {{^}}piecewise_backward.kernel
// NEON: {{v[0-9]+}}.4s
// NEON-LABEL: {{^}}piecewise_forward.kernel
// NEON: {{v[0-9]+}}.4s
// NEON-LABEL: {{^}}smooth_backward.kernel
// NEON: {{v[0-9]+}}.4s
// NEON-LABEL: {{^}}smooth_forward.kernel
// NEON: {{v[0-9]+}}.4s

func.func @piecewise(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.helu %x {alpha = 0.5} : tensor<?xf32>
  return %y : tensor<?xf32>
}
func.func @smooth(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.gelu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
func.func @learned(%x: tensor<?xf32>, %l: tensor<f32>, %k: tensor<f32>) -> tensor<?xf32> {
  %y = act.aglu %x, %l, %k : tensor<?xf32>, tensor<f32>, tensor<f32>
  return %y : tensor<?xf32>
}
