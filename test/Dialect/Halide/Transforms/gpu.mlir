// RUN: hysteron-opt %s --halide-schedule=target=x86-64-linux-cuda | FileCheck %s --check-prefixes=CHECK,CUDA
// RUN: hysteron-opt %s --halide-schedule=target=x86-64-linux-opencl | FileCheck %s --check-prefixes=CHECK,OPENCL

// 128 bits per thread where the extent allows it.

// CHECK-LABEL: halide.schedule @f for
// CUDA-NEXT:     halide.specialize @y when extent @y 0 multiple_of 4 aligned [@x, @y] {
// CUDA-NEXT:       halide.split @y, "i" into "vectors", "vi" by 4 tail round_up
// CUDA-NEXT:       halide.vectorize @y, "vi"
// CUDA-NEXT:       halide.split @y, "vectors" into "block", "thread" by 256 tail guard
// CUDA-NEXT:       halide.gpu_blocks @y, "block"
// CUDA-NEXT:       halide.gpu_threads @y, "thread"
// CUDA-NEXT:     }
// OPENCL-NOT:    vectorize
// CHECK:         halide.split @y, "i" into "block", "thread" by 256 tail guard
// CHECK-NEXT:    halide.gpu_blocks @y, "block"
// CHECK-NEXT:    halide.gpu_threads @y, "thread"
halide.pipeline @f {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i) -> f32 {
    %0 = halide.read @x[%i] : f32
    halide.yield %0 : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
