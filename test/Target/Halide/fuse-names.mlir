// Loops that become one do not take the names of what comes later: here a block in an `if`
// and the sums after it compute the same bound of their rows.
// RUN: rm -rf %t && hysteron-compile %s -o %t --target=x86-64-linux-sse41 --emit=stmt,object
// RUN: FileCheck %s --input-file=%t/x86-64-linux-sse41/f_backward.stmt

// CHECK: let [[ROWS:t[0-9]+]] = max(min(gradient0.s0.i.br.r.epilogue.s, 256), 0)
// CHECK: for (lanes.s1.r, 0,
// CHECK: for (gradient0.s0.i.br.r.lanes_1.s1.r, 0, [[ROWS]])
act.define @least(%x: f32, %p: f32, %q: f32) {
  %0 = arith.cmpf ogt, %q, %x : f32
  %1 = arith.select %0, %x, %q : f32
  act.yield %1 : f32
}
func.func @f(%x: tensor<1x?x1x?xbf16>, %p: tensor<f32>, %q: tensor<?xbf16>) -> tensor<1x?x1x?xbf16> {
  %y = act.apply @least(%x, %p, %q) {channel_dim = 1} : (tensor<1x?x1x?xbf16>, tensor<f32>, tensor<?xbf16>) -> tensor<1x?x1x?xbf16>
  return %y : tensor<1x?x1x?xbf16>
}
