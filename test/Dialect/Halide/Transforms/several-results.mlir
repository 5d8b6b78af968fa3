// RUN: hysteron-opt %s --halide-schedule=target=x86-64-linux-sse41 | FileCheck %s

// The formula of several results is computed once for each vector, before any
// of them is stored.

// CHECK-LABEL: halide.schedule @two for
// CHECK:         halide.compute_with @b with @a, "vector"
// CHECK-NEXT:    halide.compute_at @values at @a, "vector"
// CHECK-NEXT:    halide.bound_extent @values, "i" to 4
// CHECK-NEXT:    halide.split @values, "i" into "vo", "vi" by 4 tail round_up
// CHECK-NEXT:    halide.vectorize @values, "vi"
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
