// RUN: hysteron-opt %s --halide-schedule=target=x86-64-linux-sse41 | FileCheck %s

// Several results of one formula are computed in one loop; lowering computes once what
// they share.

// CHECK-LABEL: halide.schedule @two for
// CHECK:         halide.compute_with @b with @a, "vector"
// CHECK-NEXT:  }
halide.pipeline @two {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @values(%i) -> (f32, f32) {
    %n = halide.extent @x 0
    %one = arith.constant 1 : index
    %last = arith.subi %n, %one : index
    %likely = halide.likely %i : index
    %at = arith.minsi %likely, %last : index
    %0 = halide.read @x[%at] : f32
    %1 = arith.mulf %0, %0 : f32
    halide.yield %0, %1 : f32, f32
  }
  halide.func @a(%i) -> f32 {
    %0:2 = halide.read @values[%i] : f32, f32
    halide.yield %0#0 : f32
  }
  halide.func @b(%i) -> f32 {
    %0:2 = halide.read @values[%i] : f32, f32
    halide.yield %0#1 : f32
  }
  halide.output @a : tensor<?xf32> symbols [0] groups [1]
  halide.output @b : tensor<?xf32> symbols [0] groups [1]
}
