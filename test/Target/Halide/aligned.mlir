// 128 bits at once, of numbers of any width, only where memory is known to be aligned.
// RUN: rm -rf %t && split-file %s %t
// DEFINE: %{target} = x86-64-linux-cuda-cuda_capability_80
// DEFINE: %{compile} = hysteron-compile %t/f.mlir --mode=inference --target=%{target} --emit=ptx
// RUN: %{compile} --function=f -o %t/out && FileCheck %s --input-file=%t/out/%{target}/f.ptx
// RUN: %{compile} --function=h -o %t/out && FileCheck %s --input-file=%t/out/%{target}/h.ptx

// CHECK: .visible .entry
// CHECK: ld.global.nc.v4.b32
// CHECK: st.global.v4.b32
// CHECK: .visible .entry
// CHECK-NOT: {{(ld|st).global[.nc]*[.]v}}

// Vectors in a schedule say nothing of the memory.
// RUN: %{compile} --function=f --schedule=%t/vectors.mlir -o %t/vectors
// RUN: FileCheck %s --check-prefix=VECTORS --input-file=%t/vectors/%{target}/f.ptx
// VECTORS: .visible .entry
// VECTORS-NOT: {{(ld|st).global[.nc]*[.]v}}
// VECTORS: st.global

//--- f.mlir
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.relu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}

func.func @h(%x: tensor<?xf16>) -> tensor<?xf16> {
  %y = act.relu %x : tensor<?xf16>
  return %y : tensor<?xf16>
}

//--- vectors.mlir
halide.schedule @f for "x86-64-linux-cuda-cuda_capability_80" {
  halide.specialize @result0 when extent @result0 0 multiple_of 4 {
    halide.split @result0, "i" into "vectors", "vi" by 4 tail round_up
    halide.vectorize @result0, "vi"
    halide.split @result0, "vectors" into "block", "thread" by 256 tail guard
    halide.gpu_blocks @result0, "block"
    halide.gpu_threads @result0, "thread"
  }
  halide.gpu_single_thread @result0
}
