// A backward with a parameter on a GPU: a thread loads x and dy once, stores dx and adds to
// its lane, several elements at a time, and waits for no other before all are done. Only
// the order of the sums is fixed: 16 lanes, then blocks, by one thread for which 256 load.
// RUN: rm -rf %t && hysteron-compile %s -o %t --target=x86-64-linux-cuda-cuda_capability_80 --emit=ptx
// RUN: FileCheck %s --input-file=%t/x86-64-linux-cuda-cuda_capability_80/prelu_backward.ptx
// RUN: FileCheck %s --input-file=%t/x86-64-linux-cuda-cuda_capability_80/prelu_backward.ptx --check-prefix=TOTAL

// CHECK:          .entry _kernel_gradient0
// CHECK-NOT:      ld.shared
// CHECK-COUNT-17: ld.global.nc.b32
// CHECK-NOT:      bar.sync
// CHECK-COUNT-8:  st.global.b32
// CHECK:          bar.sync
// CHECK-COUNT-4:  ld.shared.v4.b32

// TOTAL:          .entry _kernel_gradient1
// TOTAL-COUNT-4:  ld.global.nc.b32
// TOTAL:          bar.sync
// TOTAL-COUNT-16: ld.shared.v4.b32
func.func @prelu(%x: tensor<?xf32>, %slope: tensor<f32>) -> tensor<?xf32> {
  %y = act.prelu %x, %slope : tensor<?xf32>, tensor<f32>
  return %y : tensor<?xf32>
}
