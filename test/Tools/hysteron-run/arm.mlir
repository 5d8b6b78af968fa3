// Through a C program, its header and an emulator.
// REQUIRES: qemu-aarch64
// RUN: rm -rf %t && mkdir %t
// RUN: %{npy} make %t/x.npy f2 7 -2 -1 -0.5 0 0.5 1 2
// RUN: %{npy} make %t/s.npy f4 "" 0.25
// RUN: hysteron-run %s %t/x.npy %t/s.npy --cotangent %t/x.npy --target=arm-64-linux --threads=2 -o %t/arm
// RUN: %{npy} show %t/arm/result0.npy %t/arm/grad0.npy %t/arm/grad1.npy | FileCheck %s
// CHECK: float16 (7,) -0.5 -0.25 -0.125 0.0 0.5 1.0 2.0
// CHECK: float16 (7,) -0.5 -0.25 -0.125 0.0 0.5 1.0 2.0
// CHECK: float32 () 5.25
func.func @f(%x: tensor<?xf16>, %slope: tensor<f32>) -> tensor<?xf16> {
  %y = act.prelu %x, %slope : tensor<?xf16>, tensor<f32>
  return %y : tensor<?xf16>
}
