// RUN: hysteron-opt %s --halide-schedule=target=x86-64-linux-sse41 | FileCheck %s -DF16=8 -DF64=2
// RUN: hysteron-opt %s --halide-schedule=target=x86-64-linux-avx-avx2-f16c-fma-sse41 | FileCheck %s -DF16=16 -DF64=4
// RUN: hysteron-opt %s --halide-schedule=target=x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41 | FileCheck %s -DF16=32 -DF64=8
// RUN: hysteron-opt %s --halide-schedule=target=arm-64-linux | FileCheck %s --check-prefixes=CHECK,NEON -DF16=8 -DF64=2

// Vectors are as wide as the target has them, by the widest type that the
// formula computes in, or as many as the narrowest type's vector has elements. NEON
// computes four of them at once.

// CHECK-LABEL: halide.schedule @half for
// CHECK-NEXT:    halide.split @y, "i" into "vo", "vi" by [[F16]] tail guard
// CHECK-NEXT:    halide.vectorize @y, "vi"
// CHECK-NEXT:    halide.split @y, "vo" into "block", "vector"
// CHECK-NEXT:    halide.parallel @y, "block"
// CHECK-NEXT:    halide.never_partition @y, "block"
// NEON-NEXT:     halide.interleave @y, "vector" by 2
// CHECK-NEXT:  }
halide.pipeline @half {
  halide.input @x : tensor<?xf16> symbols [0] groups [1]
  halide.func @y(%i) -> f16 {
    %0 = halide.read @x[%i] : f16
    %1 = arith.extf %0 : f16 to f32
    %2 = arith.mulf %1, %1 : f32
    %3 = arith.truncf %2 : f32 to f16
    halide.yield %3 : f16
  }
  halide.output @y : tensor<?xf16> symbols [0] groups [1]
}

// CHECK-LABEL: halide.schedule @double for
// CHECK-NEXT:    halide.split @y, "i" into "vo", "vi" by [[F64]] tail guard
// NEON:          halide.interleave @y, "vector" by 4
halide.pipeline @double {
  halide.input @x : tensor<?xf64> symbols [0] groups [1]
  halide.func @y(%i) -> f64 {
    %0 = halide.read @x[%i] : f64
    %1 = arith.mulf %0, %0 : f64
    halide.yield %1 : f64
  }
  halide.output @y : tensor<?xf64> symbols [0] groups [1]
}
