// RUN: hysteron-opt %s --halide-schedule=target=x86-64-linux-sse41 | FileCheck %s

// What is known to be little is left to one thread; rows that are known to be
// short make a task together.

// CHECK-LABEL: halide.schedule @little for
// CHECK-NOT:     parallel
// CHECK:       }
halide.pipeline @little {
  halide.input @x : tensor<64x64xf32> symbols [-1, -1] groups [2]
  halide.func @y(%i) -> f32 {
    %0 = halide.read @x[%i] : f32
    halide.yield %0 : f32
  }
  halide.output @y : tensor<64x64xf32> symbols [-1, -1] groups [2]
}

// CHECK-LABEL: halide.schedule @rows for
// CHECK:         halide.split @y, "j" into "jo", "ji" by 256 tail guard
// CHECK:         halide.parallel @y, "jo"
// CHECK-NOT:     parallel
// CHECK:       }
halide.pipeline @rows {
  halide.input @x : tensor<?x64xf32> symbols [0, -1] groups [1, 1]
  halide.input @s : tensor<64xf32> symbols [-1] groups [1]
  halide.func @y(%i, %j) -> f32 {
    %0 = halide.read @x[%i, %j] : f32
    %1 = halide.read @s[%i] : f32
    %2 = arith.mulf %0, %1 : f32
    halide.yield %2 : f32
  }
  halide.output @y : tensor<?x64xf32> symbols [0, -1] groups [1, 1]
}
