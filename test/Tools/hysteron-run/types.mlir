// bf16 is in files as the bits of its numbers.
// RUN: rm -rf %t && mkdir %t
// RUN: split-file %s %t
// RUN: %{npy} make %t/bf16.npy u2 3 16256 49024 16320
// RUN: hysteron-run %t/bf16.mlir %t/bf16.npy -o %t && %{npy} show %t/result0.npy | FileCheck %s --check-prefix=BF16
// BF16: uint16 (3,) 16256 0 16320
// RUN: %{npy} make %t/f64.npy f8 "" -1
// RUN: hysteron-run %t/f64.mlir %t/f64.npy -o %t && %{npy} show %t/result0.npy | FileCheck %s --check-prefix=F64
// F64: float64 () 0.0

//--- bf16.mlir
func.func @f(%x: tensor<3xbf16>) -> tensor<3xbf16> {
  %y = act.relu %x : tensor<3xbf16>
  return %y : tensor<3xbf16>
}
//--- f64.mlir
func.func @f(%x: tensor<f64>) -> tensor<f64> {
  %y = act.relu %x : tensor<f64>
  return %y : tensor<f64>
}
