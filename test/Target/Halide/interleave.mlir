// Two iterations of a loop at once: what one computes does not wait for the other, and
// what they add is added in their order. What is left is done one by one.
// RUN: rm -rf %t && hysteron-compile %s -o %t --target=x86-64-linux-avx-avx2-f16c-fma-sse41 --emit=ir,stmt
// RUN: FileCheck %s --check-prefix=SCHEDULE --input-file=%t/x86-64-linux-avx-avx2-f16c-fma-sse41/f.mlir
// RUN: FileCheck %s --check-prefix=ROWS --input-file=%t/x86-64-linux-avx-avx2-f16c-fma-sse41/f_backward.stmt
// RUN: FileCheck %s --check-prefix=VECTORS --input-file=%t/x86-64-linux-avx-avx2-f16c-fma-sse41/f_forward.stmt

// SCHEDULE: halide.interleave @result0, "vector" by 4
// SCHEDULE: halide.interleave @lanes update 0, "r" by 2

// ROWS:      for (gradient0.s0.i.br.r.lanes.s1.r.all, 0, max([[ROWS:t[0-9]+]], 0)/2) {
// ROWS:       = argument0[ramp(([[ROW:.*]])*16, 1, 32) aligned(16, 0)]
// ROWS:       gradient0[ramp(([[ROW]])*16, 1, 32) aligned(16, 0)] =
// ROWS:       lanes.0[ramp(0, 1, 16)] = (float32x16)strict_add(lanes.0[ramp(0, 1, 16)], slice_vectors(lanes.0.terms, 0, 1, 16))
// ROWS-NEXT:  lanes.0[ramp(0, 1, 16)] = (float32x16)strict_add(lanes.0[ramp(0, 1, 16)], slice_vectors(lanes.0.terms, 16, 1, 16))
// ROWS:      for (gradient0.s0.i.br.r.lanes.s1.r, (max([[ROWS]], 0)/2)*2, [[ROWS]] - ((max([[ROWS]], 0)/2)*2)) {
// ROWS:       gradient0[ramp({{.*}}, 1, 16) aligned(16, 0)] =

// VECTORS:      for (result0.s0.i.vo.vector.all, 0, max([[VECTORS:t[0-9]+]], 0)/4) {
// VECTORS:       result0[ramp({{.*}}, 1, 32) aligned(8, 0)] =
// VECTORS:      for (result0.s0.i.vo.vector, (max([[VECTORS]], 0)/4)*4,
// VECTORS:       result0[ramp({{.*}}, 1, 8) aligned(8, 0)] =
func.func @f(%x: tensor<?xf32>, %l: tensor<f32>, %k: tensor<f32>) -> tensor<?xf32> {
  %y = act.apa %x, %l, %k : tensor<?xf32>, tensor<f32>, tensor<f32>
  return %y : tensor<?xf32>
}
