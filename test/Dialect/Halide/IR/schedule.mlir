// RUN: hysteron-opt %s | hysteron-opt | FileCheck %s
// RUN: hysteron-opt %s --mlir-print-op-generic | hysteron-opt | FileCheck %s

halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @a(%i) -> f32 {
    %x = halide.read @x[%i] : f32
    halide.yield %x : f32
  }
  halide.func @s(%v) -> f32 {
    %x = arith.constant 0.0 : f32
    halide.yield %x : f32
  }
  halide.update @s(%v) reduce(%r : 256) {
    %old = halide.read @s[%v] : f32
    %x = halide.read @a[%r] : f32
    %new = arith.addf %old, %x : f32
    halide.yield %new : f32
  }
  halide.func @y(%i) -> f32 {
    %x = halide.read @s[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// CHECK: halide.schedule @p for "host" {
halide.schedule @p for "host" {
  // CHECK-NEXT: halide.split @y, "i" into "b", "ii" by 4096 tail guard
  halide.split @y, "i" into "b", "ii" by 4096 tail guard
  // CHECK-NEXT: halide.split @y, "ii" into "v", "u" by 16
  halide.split @y, "ii" into "v", "u" by 16
  // CHECK-NEXT: halide.fuse @y, "v", "b" into "f"
  halide.fuse @y, "v", "b" into "f"
  // CHECK-NEXT: halide.reorder @y, ["u", "f"]
  halide.reorder @y, ["u", "f"]
  // CHECK-NEXT: halide.parallel @y, "f"
  halide.parallel @y, "f"
  // CHECK-NEXT: halide.vectorize @y, "u"
  halide.vectorize @y, "u"
  // CHECK-NEXT: halide.split @s update 0, "r" into "ro", "ri" by 2 tail guard
  halide.split @s update 0, "r" into "ro", "ri" by 2 tail guard
  // CHECK-NEXT: halide.unroll @s update 0, "ri"
  halide.unroll @s update 0, "ri"
  // CHECK-NEXT: halide.reorder @s update 0, ["v", "ri", "ro"]
  halide.reorder @s update 0, ["v", "ri", "ro"]
  // CHECK-NEXT: halide.serial @s update 0, "ro"
  halide.serial @s update 0, "ro"
  // CHECK-NEXT: halide.interleave @s update 0, "ro" by 4
  halide.interleave @s update 0, "ro" by 4
  // CHECK-NEXT: halide.never_partition @y, "f"
  halide.never_partition @y, "f"
  // CHECK-NEXT: halide.specialize @y when extent @y 0 multiple_of 1024 {
  // CHECK-NEXT:   halide.unroll @y, "f"
  // CHECK-NEXT: }
  halide.specialize @y when extent @y 0 multiple_of 1024 {
    halide.unroll @y, "f"
  }
  // CHECK-NEXT: halide.specialize @y when extent @x 0 multiple_of 4 aligned [@x, @y] {
  // CHECK-NEXT: }
  halide.specialize @y when extent @x 0 multiple_of 4 aligned [@x, @y] {
  }
  // CHECK-NEXT: halide.outermost @y, "all"
  halide.outermost @y, "all"
  // CHECK-NEXT: halide.compute_at @s at @y, "f"
  halide.compute_at @s at @y, "f"
  // CHECK-NEXT: halide.store_at @s at @y, "f"
  halide.store_at @s at @y, "f"
  // CHECK-NEXT: halide.compute_at @a at @s update 0, "ro"
  halide.compute_at @a at @s update 0, "ro"
  // CHECK-NEXT: halide.store_in @a stack
  halide.store_in @a stack
  // CHECK-NEXT: halide.bound @y, "i" to extent @x 0
  halide.bound @y, "i" to extent @x 0
  // CHECK-NEXT: halide.bound @s, "v" to ceildiv @x 0 by 16 max 256
  halide.bound @s, "v" to ceildiv @x 0 by 16 max 256
  // CHECK-NEXT: halide.bound_extent @a, "i" to 256
  halide.bound_extent @a, "i" to 256
  // CHECK-NEXT: halide.align_bounds @s, "v" to 16
  halide.align_bounds @s, "v" to 16
  // CHECK-NEXT: halide.align_storage @s, "v" to 16
  halide.align_storage @s, "v" to 16
  // CHECK-NEXT: halide.host_alignment @x to 16
  halide.host_alignment @x to 16
}
