// A product, a bias and an activation: forward and all gradients, compiled and
// through the reference. A batch has any number of rows.
// RUN: rm -rf %t && mkdir %t
// RUN: %{npy} make %t/x.npy f4 2x3 1 2 3 -4 5 -6
// RUN: %{npy} make %t/w.npy f4 3x2 1 -1 2 0.5 0 1
// RUN: %{npy} make %t/b.npy f4 2 0.25 -4.75
// RUN: %{npy} make %t/dy.npy f4 2x2 10 20 30 40
// RUN: hysteron-run %s %t/x.npy %t/w.npy %t/b.npy --cotangent %t/dy.npy -o %t/out
// RUN: %{npy} show %t/out/result0.npy %t/out/grad0.npy %t/out/grad1.npy %t/out/grad2.npy | FileCheck %s
// CHECK: float32 (2, 2) 5.25 -0.0 6.25 0.0
// CHECK: float32 (2, 3) -10.0 30.0 20.0 30.0 60.0 0.0
// CHECK: float32 (3, 2) -110.0 20.0 170.0 40.0 -150.0 60.0
// CHECK: float32 (2,) 40.0 20.0
// RUN: hysteron-run %s %t/x.npy %t/w.npy %t/b.npy --cotangent %t/dy.npy --reference -o %t/reference
// RUN: diff -r %t/out %t/reference

// Extents that must be equal and are not are seen before anything runs.
// RUN: %{npy} make %t/three.npy f4 3x2 1 2 3 4 5 6
// RUN: not hysteron-run %s %t/x.npy %t/w.npy %t/b.npy --cotangent %t/three.npy -o %t/bad 2>&1 | FileCheck %s --check-prefix=SHAPE
// SHAPE: error: in f_backward, a dimension of {{.*}} is 3 where another tensor's is 2
func.func @f(%x: tensor<?x3xf32>, %w: tensor<3x2xf32>, %b: tensor<2xf32>) -> tensor<?x2xf32> {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %n = tensor.dim %x, %c0 : tensor<?x3xf32>
  %e = tensor.empty(%n) : tensor<?x2xf32>
  %z = linalg.fill ins(%zero : f32) outs(%e : tensor<?x2xf32>) -> tensor<?x2xf32>
  %p = linalg.matmul ins(%x, %w : tensor<?x3xf32>, tensor<3x2xf32>) outs(%z : tensor<?x2xf32>) -> tensor<?x2xf32>
  %r = linalg.broadcast ins(%b : tensor<2xf32>) outs(%e : tensor<?x2xf32>) dimensions = [0]
  %s = arith.addf %p, %r : tensor<?x2xf32>
  %y = act.helu %s {alpha = 2.5} : tensor<?x2xf32>
  return %y : tensor<?x2xf32>
}
