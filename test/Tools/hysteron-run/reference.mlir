// What libm and MLIR's expansions lack: rsqrt, f64 to bf16 in one rounding (by way
// of f32 this would be a tie, and even), and the signs of zeros of max and min.
// RUN: rm -rf %t && mkdir %t
// RUN: %{npy} make %t/x.npy f8 2 4 1.0039062500000004
// RUN: hysteron-run %s --function=rsqrt %t/x.npy --reference -o %t/rsqrt
// RUN: %{npy} show %t/rsqrt/result0.npy | FileCheck %s --check-prefix=RSQRT
// RSQRT: float64 (2,) 0.5 0.998
// RUN: hysteron-run %s --function=narrow %t/x.npy --reference -o %t/narrow
// RUN: hysteron-run %s --function=narrow %t/x.npy -o %t/narrow-host
// RUN: diff -r %t/narrow %t/narrow-host
// 0x4080 and 0x3F81, not 0x3F80.
// RUN: %{npy} show %t/narrow/result0.npy | FileCheck %s --check-prefix=NARROW
// NARROW: uint16 (2,) 16512 16257
// RUN: %{npy} make %t/a.npy f4 4 0 -0 0 -0
// RUN: %{npy} make %t/b.npy f4 4 -0 0 0 -0
// RUN: hysteron-run %s --function=extrema %t/a.npy %t/b.npy --reference -o %t/extrema
// RUN: %{npy} show %t/extrema/result0.npy %t/extrema/result1.npy | FileCheck %s --check-prefix=ZEROS
// ZEROS: float32 (4,) 0.0 0.0 0.0 -0.0
// ZEROS: float32 (4,) -0.0 -0.0 0.0 -0.0
act.define @rsqrt_of(%x: f64) {
  %y = math.rsqrt %x : f64
  act.yield %y : f64
}
func.func @rsqrt(%x: tensor<?xf64>) -> tensor<?xf64> {
  %y = act.apply @rsqrt_of(%x) : (tensor<?xf64>) -> tensor<?xf64>
  return %y : tensor<?xf64>
}
func.func @narrow(%x: tensor<?xf64>) -> tensor<?xbf16> {
  %y = arith.truncf %x : tensor<?xf64> to tensor<?xbf16>
  return %y : tensor<?xbf16>
}
func.func @extrema(%a: tensor<?xf32>, %b: tensor<?xf32>) -> (tensor<?xf32>, tensor<?xf32>) {
  %0 = arith.maximumf %a, %b : tensor<?xf32>
  %1 = arith.minimumf %a, %b : tensor<?xf32>
  return %0, %1 : tensor<?xf32>, tensor<?xf32>
}
