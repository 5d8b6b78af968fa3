// CPU arrays go to the device and back.
// REQUIRES: opencl
// RUN: rm -rf %t && mkdir %t
// RUN: %{npy} make %t/x.npy f4 2x3 -1 -0.25 0 1 2 inf
// RUN: hysteron-run %s %t/x.npy --cotangent %t/x.npy --target=x86-64-linux-opencl -o %t/device
// RUN: hysteron-run %s %t/x.npy --cotangent %t/x.npy --reference -o %t/reference
// RUN: diff -r %t/device %t/reference

// RUN: %{npy} make %t/empty.npy f4 0x3
// RUN: hysteron-run %s %t/empty.npy --cotangent %t/empty.npy --target=x86-64-linux-opencl -o %t/nothing
// RUN: %{npy} show %t/nothing/result0.npy | FileCheck %s
// CHECK: float32 (0, 3)
func.func @f(%x: tensor<?x3xf32>) -> tensor<?x3xf32> {
  %y = act.relu %x : tensor<?x3xf32>
  return %y : tensor<?x3xf32>
}
