// Nothing is read here, so that only a result can tell how far the sums go, which are
// defined before it.
// RUN: hysteron-compile %s -o %t --emit=object,stmt
// RUN: FileCheck %s < %t/host/f_backward.stmt
// CHECK: gradient0.extent.0

act.define @whole_part(%x: f32, %p: f32) {
  %y = math.trunc %x : f32
  act.yield %y : f32
}
func.func @f(%x: tensor<2x1x?x1xf32>, %p: tensor<2xf32>) -> tensor<2x1x?x1xf32> {
  %y = act.apply @whole_part(%x, %p) {channel_dim = 0} : (tensor<2x1x?x1xf32>, tensor<2xf32>) -> tensor<2x1x?x1xf32>
  return %y : tensor<2x1x?x1xf32>
}
