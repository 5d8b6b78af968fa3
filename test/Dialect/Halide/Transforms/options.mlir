// A user's choice goes before that of the pass, on a CPU.
// RUN: hysteron-opt %s --halide-schedule="target=x86-64-linux-sse41 vectors=4 grain=2048" | FileCheck %s --check-prefixes=CHECK,FOUR -DVECTORS=512
// RUN: hysteron-opt %s --halide-schedule="target=arm-64-linux grain=1024" | FileCheck %s --check-prefixes=CHECK,FOUR -DVECTORS=256
// RUN: hysteron-opt %s --halide-schedule="target=x86-64-linux-sse41 vectors=0 grain=0" | FileCheck %s --check-prefixes=CHECK,ONE -DVECTORS=4096
// RUN: hysteron-opt %s --halide-schedule="target=x86-64-linux-cuda vectors=4 grain=2048" -o %t.options
// RUN: hysteron-opt %s --halide-schedule="target=x86-64-linux-cuda" -o %t.none
// RUN: diff %t.options %t.none

// RUN: not hysteron-opt %s --halide-schedule="vectors=3" 2>&1 | FileCheck %s --check-prefix=VECTORS
// VECTORS: error: vectors are 1, 2, 4 or 8, not 3
// RUN: not hysteron-opt %s --halide-schedule="grain=100" 2>&1 | FileCheck %s --check-prefix=GRAIN
// GRAIN: error: a grain is from 1024 to 2^30 elements, not 100

// CHECK:      halide.split @y, "i" into "vo", "vi" by 4 tail guard
// CHECK-NEXT: halide.vectorize @y, "vi"
// CHECK-NEXT: halide.split @y, "vo" into "block", "vector" by [[VECTORS]] tail guard
// CHECK-NEXT: halide.parallel @y, "block"
// CHECK-NEXT: halide.never_partition @y, "block"
// FOUR-NEXT:  halide.interleave @y, "vector" by 4
// ONE-NEXT:   }
halide.pipeline @relu {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i) -> f32 {
    %zero = arith.constant 0.0 : f32
    %0 = halide.read @x[%i] : f32
    %1 = arith.maximumf %0, %zero : f32
    halide.yield %1 : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
