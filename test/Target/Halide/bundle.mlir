// Several results of one formula are stored in one loop, which computes once what they
// share and neither branches nor keeps anything in memory.
// RUN: rm -rf %t
// DEFINE: %{compile} = hysteron-compile %s -o %t --target=x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41 --target=arm-64-linux --emit=stmt --residual=mask
// RUN: %{compile} --function=long
// RUN: %{compile} --function=mask
// RUN: FileCheck %s --input-file=%t/x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41/long_backward.stmt --implicit-check-not=allocate
// RUN: FileCheck %s --input-file=%t/arm-64-linux/long_backward.stmt --implicit-check-not=allocate
// RUN: FileCheck %s --check-prefix=MASK --input-file=%t/arm-64-linux/mask_backward.stmt --implicit-check-not=allocate

// CHECK:      for (gradient0.s0.i.vo.fused.vector.all, 0,
// CHECK-NOT:  {{for|if}} (
// CHECK:       = cotangent0[
// CHECK-NOT:   cotangent0[
// CHECK:       gradient0[{{.*}}] =
// CHECK:       gradient1[{{.*}}] =

// MASK:      for (gradient0.s0.i.vo.fused.vector, 0,
// MASK:       for (gradient0.s0.i.vi.vl.gradient1.s0.i.vi.vl, 0, 16) {
// MASK-NOT:    {{for|if}} (
// MASK:        gradient0[{{.*}}] =
// MASK:        gradient1[{{.*}}] =
// MASK:      for (

func.func @long(%x: tensor<?xf32>, %u: tensor<?xf32>) -> tensor<?xf32> {
  %0 = act.gelu %x : tensor<?xf32>
  %1 = arith.mulf %0, %u : tensor<?xf32>
  return %1 : tensor<?xf32>
}
func.func @mask(%x: tensor<?xf32>, %u: tensor<?xf32>) -> tensor<?xf32> {
  %0 = act.helu %x {alpha = 0.5} : tensor<?xf32>
  %1 = arith.mulf %0, %u : tensor<?xf32>
  return %1 : tensor<?xf32>
}
