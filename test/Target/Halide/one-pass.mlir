// A backward with sums over blocks loads, computes, stores and adds in one loop, whose
// accumulators are in registers: nothing but the gradient of x is stored.
// RUN: rm -rf %t
// DEFINE: %{compile} = hysteron-compile %s -o %t --emit=asm,stmt --target=x86-64-linux-avx-avx2-f16c-fma-sse41 --target=x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41 --target=arm-64-linux
// RUN: %{compile} --function=piecewise
// RUN: %{compile} --function=smooth
// RUN: %{compile} --function=channels
// RUN: %{compile} --function=any_channels
// DEFINE: %{rows} = FileCheck %s --check-prefix=ROWS --implicit-check-not='allocate terms'
// RUN: %{rows} --input-file=%t/x86-64-linux-avx-avx2-f16c-fma-sse41/piecewise_backward.stmt
// RUN: %{rows} --input-file=%t/x86-64-linux-avx-avx2-f16c-fma-sse41/smooth_backward.stmt
// RUN: %{rows} --input-file=%t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/piecewise_backward.stmt
// RUN: %{rows} --input-file=%t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/smooth_backward.stmt
// RUN: %{rows} --input-file=%t/arm-64-linux/piecewise_backward.stmt
// RUN: %{rows} --input-file=%t/arm-64-linux/smooth_backward.stmt
// RUN: FileCheck %s --check-prefix=TAIL --input-file=%t/x86-64-linux-avx-avx2-f16c-fma-sse41/smooth_backward.stmt
// RUN: FileCheck %s --check-prefix=TAIL --input-file=%t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/piecewise_backward.stmt
// RUN: FileCheck %s --check-prefix=TAIL --input-file=%t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/smooth_backward.stmt
// RUN: FileCheck %s --check-prefix=TAIL --input-file=%t/arm-64-linux/smooth_backward.stmt
// RUN: FileCheck %s --check-prefix=ANY --input-file=%t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/any_channels_backward.stmt
// RUN: FileCheck %s --check-prefix=CHANNELS --input-file=%t/arm-64-linux/channels_backward.stmt
// RUN: FileCheck %s --check-prefix=AVX512 --input-file=%t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/piecewise_backward.s

// ROWS:      for (gradient0.s0.i.br.r.lanes.s1.r{{(.all)?}}, 0,
// ROWS-NOT:  for (
// ROWS:       gradient0[{{.*}}] =
// ROWS-NOT:  for (
// ROWS:       lanes{{.*}}[{{.*}}] = {{.*}}strict_add(lanes

// A last row that is not full is computed once too. Where it is one vector, nothing asks
// whether that is full.
// TAIL:      for (gradient0.s0.i.br.r.rebased.lanes.s1.r.rebased, 0,
// TAIL-NOT:  {{^ *}}if (
// TAIL-NOT:  argument0[{{.*}}] if
// TAIL:       predicate (
// TAIL-NEXT:   gradient0[
// TAIL-NOT:  argument0[
// TAIL:      for (blocks

// CHANNELS:      for (gradient0.s0.j.br.r.lanes.s1.r, 0,
// CHANNELS:       for (gradient0.s0.j.br.v.lanes.s1.v, 0,
// CHANNELS:        for (gradient0.s0.i.vt.vo.lanes.s1.i.vo.all, 0, 4)
// CHANNELS-NOT:  for (
// CHANNELS:         gradient0[{{.*}}] =
// CHANNELS-NOT:  for (
// CHANNELS:         lanes[{{.*}}] =

// However many channels there are, all are loaded once; no loop runs beyond them.
// ANY:       for (gradient0.s0.j.br.r.lanes.s1.r, 0,
// ANY:        for (gradient0.s0.j.br.v.lanes.s1.v, 0,
// ANY:         for (gradient0.s0.i.vt.vo.lanes.s1.i.vo, 0,
// ANY-NOT:   for (
// ANY:          gradient0[{{.*}}] =
// ANY-NOT:   for (
// ANY:          lanes[{{.*}}] =
// ANY:         for (gradient0.s0.i.vt.vo.rebased.lanes.s1.i.vo.rebased, 0,
// ANY-NOT:   for (
// ANY:          gradient0[{{.*}}] =
// ANY-NOT:   for (
// ANY:          lanes[{{.*}}] =
// ANY:       for (blocks

// AVX512:      vmovups {{[-0-9]*}}(%{{.*}}), %[[X:zmm[0-9]+]]
// AVX512-NEXT: vmovups {{[-0-9]*}}(%{{.*}}), %[[DY:zmm[0-9]+]]
// AVX512-NOT:  (%rsp
// AVX512:      vmovups %zmm{{[0-9]+}}, {{[-0-9]*}}(%{{.*}})
// AVX512-NEXT: vaddps %zmm{{[0-9]+}}, %[[SUM:zmm[0-9]+]], %[[SUM]]
// AVX512-NOT:  (%rsp
// AVX512:      j{{n?}}e

func.func @piecewise(%x: tensor<?xf32>, %s: tensor<f32>) -> tensor<?xf32> {
  %y = act.prelu %x, %s : tensor<?xf32>, tensor<f32>
  return %y : tensor<?xf32>
}
func.func @smooth(%x: tensor<?xf32>, %l: tensor<f32>, %k: tensor<f32>) -> tensor<?xf32> {
  %y = act.apa %x, %l, %k : tensor<?xf32>, tensor<f32>, tensor<f32>
  return %y : tensor<?xf32>
}
func.func @channels(%x: tensor<?x7x7x64xf32>, %s: tensor<64xf32>) -> tensor<?x7x7x64xf32> {
  %y = act.prelu %x, %s {channel_dim = 3} : tensor<?x7x7x64xf32>, tensor<64xf32>
  return %y : tensor<?x7x7x64xf32>
}
func.func @any_channels(%x: tensor<?x?xf32>, %s: tensor<?xf32>) -> tensor<?x?xf32> {
  %y = act.prelu %x, %s {channel_dim = 1} : tensor<?x?xf32>, tensor<?xf32>
  return %y : tensor<?x?xf32>
}
