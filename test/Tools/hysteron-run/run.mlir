// RUN: rm -rf %t && mkdir %t
// RUN: %{npy} make %t/x.npy f4 2x3 -1 -0.25 0 1 2 inf
// RUN: %{npy} make %t/dy.npy f4 2x3 10 20 30 40 50 60

// Without cotangents: the function as inference has it.
// RUN: hysteron-run %s %t/x.npy -o %t/inference
// RUN: ls %t/inference | FileCheck %s --check-prefix=FILES
// FILES: result0.npy
// FILES-NOT: {{.}}
// RUN: %{npy} show %t/inference/result0.npy | FileCheck %s --check-prefix=FOLDED
// FOLDED: float32 (2, 3) 0.0 0.0 0.0 1.0 2.0 inf

// With them: forward and backward. The bits of a zero tell whether it passes.
// RUN: hysteron-run %s --function=f %t/x.npy --cotangent %t/dy.npy -o %t/training
// RUN: %{npy} show %t/training/result0.npy %t/training/grad0.npy | FileCheck %s --check-prefix=TRAINED
// TRAINED: float32 (2, 3) 0.0 -0.0 -0.0 1.0 2.0 inf
// TRAINED: float32 (2, 3) 0.0 20.0 30.0 40.0 50.0 60.0
// RUN: hysteron-run %s %t/x.npy --mode=training -o %t/forward
// RUN: cmp %t/training/result0.npy %t/forward/result0.npy

// RUN: hysteron-run %s %t/x.npy --cotangent %t/dy.npy --reference -o %t/reference
// RUN: diff -r %t/training %t/reference
// RUN: hysteron-run %s %t/x.npy --cotangent %t/dy.npy --threads=1 -o %t/serial
// RUN: diff -r %t/training %t/serial

// Another residual keeps the results' zeros alike, and the gradients the same.
// RUN: hysteron-run %s %t/x.npy --cotangent %t/dy.npy --residual=mask -o %t/mask
// RUN: cmp %t/inference/result0.npy %t/mask/result0.npy
// RUN: cmp %t/training/grad0.npy %t/mask/grad0.npy
func.func @f(%x: tensor<?x3xf32>) -> tensor<?x3xf32> {
  %y = act.helu %x {alpha = 0.5} : tensor<?x3xf32>
  return %y : tensor<?x3xf32>
}
