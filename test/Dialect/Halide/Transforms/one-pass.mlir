// RUN: hysteron-opt %s --convert-linalg-to-halide --halide-schedule=target=x86-64-linux-avx-avx2-f16c-fma-sse41 | FileCheck %s
// RUN: hysteron-opt %s --convert-linalg-to-halide --halide-schedule=target=x86-64-linux-cuda | FileCheck %s --check-prefix=GPU

// A sum beside an element-wise result shares its loops over blocks, and has the same
// loops over the rows of a block. On a GPU each lane has a thread.

#id = affine_map<(d0) -> (d0)>
#all = affine_map<(d0) -> ()>
// CHECK-LABEL: halide.schedule @sum for
// CHECK-NEXT:    halide.split @result0, "i" into "br", "v" by 16 tail guard
// CHECK-NEXT:    halide.split @result0, "v" into "vo", "vi" by 8 tail round_up
// CHECK-NEXT:    halide.vectorize @result0, "vi"
// CHECK-NEXT:    halide.unroll @result0, "vo"
// CHECK-NEXT:    halide.split @result0, "br" into "b", "r" by 256 tail guard
// CHECK:         halide.compute_root @blocks
// CHECK:         halide.compute_at @lanes at @blocks update 0, "b"
// CHECK-NEXT:    halide.reorder @lanes update 0, ["v", "r"]
// CHECK:         halide.split @lanes update 0, "v" into "vo", "vi" by 8 tail round_up
// CHECK-NEXT:    halide.vectorize @lanes update 0, "vi"
// CHECK-NEXT:    halide.unroll @lanes update 0, "vo"
// CHECK-NEXT:    halide.compute_with @blocks update 0 with @result0, "b"
// CHECK-NEXT:    halide.parallel @result0, "b"
// CHECK-NEXT:    halide.parallel @blocks update 0, "b"
// CHECK:         halide.compute_root @totals

// GPU-LABEL: halide.schedule @sum for
// GPU:         halide.compute_at @totals at @result1, "thread"
// GPU-NEXT:    halide.interleave @totals update 0, "b" by 64
// GPU-NEXT:    halide.split @result0, "i" into "b", "blocks" by 32768 tail guard
// GPU-NEXT:    halide.split @result0, "blocks" into "block", "inside" by 4096 tail guard
// GPU-NEXT:    halide.split @result0, "inside" into "r", "v" by 16 tail guard
// GPU:         halide.gpu_threads @result0, "v"
// GPU:         halide.gpu_threads @result0, "block"
// GPU:         halide.reorder @result0, ["r", "v", "block", "one", "b"]
// GPU-NEXT:    halide.gpu_blocks @result0, "b"
// GPU:         halide.compute_root @sums
// GPU:         halide.gpu_blocks @sums, "b"
// GPU-NEXT:    halide.compute_with @sums with @result0, "b"
// GPU-NEXT:    halide.compute_at @blocks at @sums, "block"
// GPU:         halide.compute_at @parts at @sums, "b"
// GPU-NEXT:    halide.gpu_threads @parts, "v"
// GPU-NEXT:    halide.gpu_threads @parts, "b"
// GPU-NEXT:    halide.compute_at @lanes at @parts, "v"
// GPU-NEXT:    halide.interleave @lanes update 0, "r" by 8
func.func @sum(%x: tensor<?xf32>, %e: tensor<?xf32>) -> (tensor<?xf32>, tensor<f32>) {
  %zero = arith.constant 0.0 : f32
  %e0 = tensor.empty() : tensor<f32>
  %start = linalg.fill ins(%zero : f32) outs(%e0 : tensor<f32>) -> tensor<f32>
  %r:2 = linalg.generic {indexing_maps = [#id, #id, #all], iterator_types = ["reduction"]}
      ins(%x : tensor<?xf32>) outs(%e, %start : tensor<?xf32>, tensor<f32>) {
  ^bb0(%a: f32, %o: f32, %s: f32):
    %p = arith.mulf %a, %a : f32
    %n = arith.addf %s, %p : f32
    linalg.yield %a, %n : f32, f32
  } -> (tensor<?xf32>, tensor<f32>)
  return %r#0, %r#1 : tensor<?xf32>, tensor<f32>
}
