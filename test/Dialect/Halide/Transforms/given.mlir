// RUN: hysteron-opt %s --halide-schedule=target=arm-64-linux | FileCheck %s

// A schedule that is given stays as it is; one for another target is no
// schedule for this one.

halide.pipeline @f {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i) -> f32 {
    %0 = halide.read @x[%i] : f32
    halide.yield %0 : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// CHECK:      halide.schedule @f for "arm-64-linux" {
// CHECK-NEXT:   halide.parallel @y, "i"
// CHECK-NEXT: }
halide.schedule @f for "arm-64-linux" {
  halide.parallel @y, "i"
}

halide.pipeline @g {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i) -> f32 {
    %0 = halide.read @x[%i] : f32
    halide.yield %0 : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// CHECK:      halide.schedule @g for "arm-64-linux" {
// CHECK-NEXT:   halide.split
halide.schedule @g for "x86-64-linux" {
  halide.parallel @y, "i"
}
