// DEFINE: %{check} = hysteron-run --check-gradient %s --function
// RUN: rm -rf %t && mkdir %t
// RUN: not %{check} f -o %t/out 2>&1 | FileCheck %s --check-prefix=OUTPUT
// OUTPUT: error: --check-gradient goes without -o
// RUN: not ls %t/out
// RUN: %{npy} make %t/x.npy f4 2 0 0
// RUN: not %{check} f %t/x.npy %t/x.npy 2>&1 | FileCheck %s --check-prefix=MORE
// MORE: error: expected 1 argument files, but 2 are given

// Only kinks, and one beside two others.
// RUN: not %{check} f %t/x.npy 2>&1 | FileCheck %s --check-prefix=KINKS
// KINKS: argument 0: 0 elements checked, 2 left out, 0 wrong
// KINKS: error: the gradient of argument 0 cannot be checked: no element has a derivative
// RUN: %{npy} make %t/three.npy f4 3 -0.5 0 0.5
// RUN: %{check} f %t/three.npy | FileCheck %s --check-prefix=THREE
// THREE: argument 0: 2 elements checked, 1 left out, 0 wrong

// What looks at a float's bits has no f64 form.
// RUN: not %{check} bits 2>&1 | FileCheck %s --check-prefix=BITS
// BITS: check-gradient-invalid.mlir:[[# @LINE + 7]]:8: error: 'arith.bitcast' op
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.relu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}

act.define @sign(%x: f32) {
  %b = arith.bitcast %x : f32 to i32
  %m = arith.constant -2147483648 : i32
  %s = arith.andi %b, %m : i32
  %y = arith.bitcast %s : i32 to f32
  act.yield %y : f32
}
func.func @bits(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.apply @sign(%x) : (tensor<?xf32>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}
