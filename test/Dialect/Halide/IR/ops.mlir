// RUN: hysteron-opt %s | hysteron-opt | FileCheck %s
// RUN: hysteron-opt %s --mlir-print-op-generic | hysteron-opt | FileCheck %s

// CHECK-LABEL: halide.pipeline @sum
halide.pipeline @sum {
  // CHECK: halide.input @x : tensor<?x784xf32> symbols [0, -1] groups [2]
  halide.input @x : tensor<?x784xf32> symbols [0, -1] groups [2]
  // CHECK: halide.input @l : tensor<f32> symbols [] groups []
  halide.input @l : tensor<f32> symbols [] groups []
  // CHECK: halide.func @d(%i, %b) -> (f32, i1) {
  halide.func @d(%i, %b) -> (f32, i1) {
    // CHECK: %[[N:.*]] = halide.extent @x 0
    %n = halide.extent @x 0
    %block = arith.constant 4096 : index
    %base = arith.muli %b, %block : index
    %at = arith.addi %base, %i : index
    // CHECK: halide.likely %{{.*}} : index
    %l = halide.likely %at : index
    %one = arith.constant 1 : index
    %last = arith.subi %n, %one : index
    %clamped = arith.minui %l, %last : index
    // CHECK: halide.read @x[%{{.*}}] : f32
    %x = halide.read @x[%clamped] : f32
    // CHECK: halide.read @l[] : f32
    %scale = halide.read @l[] : f32
    %in = arith.cmpi ult, %l, %n : index
    %y = arith.mulf %x, %scale : f32
    // CHECK: halide.yield %{{.*}}, %{{.*}} : f32, i1
    halide.yield %y, %in : f32, i1
  }
  // CHECK: halide.func @s() -> f32 {
  halide.func @s() -> f32 {
    %zero = arith.constant 0.0 : f32
    halide.yield %zero : f32
  }
  // CHECK: halide.update @s() reduce(%r : 4096, %q : ceildiv @x 0 by 4096, %z : extent @x 0) {
  halide.update @s() reduce(%r : 4096, %q : ceildiv @x 0 by 4096, %z : extent @x 0) {
    // CHECK: halide.read @s[] : f32
    %old = halide.read @s[] : f32
    // CHECK: halide.read @d[%r, %q] : f32, i1
    %d:2 = halide.read @d[%r, %q] : f32, i1
    %zero = arith.constant 0.0 : f32
    %term = arith.select %d#1, %d#0, %zero : f32
    %new = arith.addf %old, %term : f32
    halide.yield %new : f32
  }
  // CHECK: halide.output @s : tensor<f32> symbols [] groups [] {role = "gradient 0"}
  halide.output @s : tensor<f32> symbols [] groups [] {role = "gradient 0"}
}
