// REQUIRES: sse41
// The schedules that were measured best are written, and give the same bytes
// when they are read back.
// RUN: rm -rf %t && split-file %s %t

// RUN: hysteron-compile %t/f.mlir -o %t/a --autotune 2>&1 | FileCheck %s --implicit-check-not={{.}}
// CHECK: host: f_forward: {{.*}} of {{its|the default's}} time
// Rows of 16 lanes are one vector of AVX-512, whatever the setting.
// CHECK: host: f_backward: {{.* of (its|the default's) time|there is one schedule only}}
// RUN: hysteron-compile %t/f.mlir -o %t/b --schedule=%t/a/host/f.schedule.mlir
// RUN: FileCheck %s --check-prefix=FILE < %t/a/host/f.schedule.mlir
// FILE: halide.schedule @f_forward for "host" {
// FILE:   halide.vectorize
// FILE: halide.schedule @f_backward for "host" {
// RUN: rm %t/a/host/f.schedule.mlir && diff -r %t/a %t/b

// Dynamic dimensions have sizes to tune for; one for each, or one for all. Each
// target is tuned for, and its schedules are read from its own file.
// RUN: hysteron-compile %t/net.mlir -o %t/c --autotune --autotune-sizes=64,32 --mode=inference --target=x86-64-linux --target=x86-64-linux-sse41
// RUN: hysteron-compile %t/net.mlir -o %t/d --mode=inference --target=x86-64-linux --target=x86-64-linux-sse41 --schedule=%t/c/x86-64-linux/net.schedule.mlir --schedule=%t/c/x86-64-linux-sse41/net.schedule.mlir
// RUN: rm %t/c/x86-64-linux/net.schedule.mlir %t/c/x86-64-linux-sse41/net.schedule.mlir && diff -r %t/c %t/d
// RUN: hysteron-compile %t/net.mlir -o %t/e --autotune --autotune-sizes=64 --mode=inference --emit=ir

// In a model the kernels are tuned together.
// RUN: hysteron-compile %t/model.mlir -o %t/g --autotune --autotune-sizes=16 2>&1 | FileCheck %s --check-prefix=MODEL
// MODEL: host: f_forward: {{.*}} time
// MODEL: host: f_backward: {{.*}} time
// RUN: hysteron-compile %t/model.mlir -o %t/h --schedule=%t/g/host/f.schedule.mlir
// RUN: rm %t/g/host/f.schedule.mlir && diff -r %t/g %t/h

// What does not depend on any setting is not measured.
// RUN: hysteron-compile %t/scalar.mlir -o %t/i --autotune --mode=inference 2>&1 | FileCheck %s --check-prefix=SCALAR
// SCALAR: host: f: there is one schedule only

//--- f.mlir
func.func @f(%x: tensor<64x8xf32>, %slope: tensor<f32>) -> tensor<64x8xf32> {
  %y = act.prelu %x, %slope : tensor<64x8xf32>, tensor<f32>
  return %y : tensor<64x8xf32>
}
//--- net.mlir
func.func @net(%x: tensor<?x?xf32>) -> tensor<?x?xf32> {
  %y = act.relu %x : tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}
//--- model.mlir
func.func @f(%x: tensor<?x3xf32>, %w: tensor<3x2xf32>) -> tensor<?x2xf32> {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %n = tensor.dim %x, %c0 : tensor<?x3xf32>
  %e = tensor.empty(%n) : tensor<?x2xf32>
  %z = linalg.fill ins(%zero : f32) outs(%e : tensor<?x2xf32>) -> tensor<?x2xf32>
  %p = linalg.matmul ins(%x, %w : tensor<?x3xf32>, tensor<3x2xf32>) outs(%z : tensor<?x2xf32>) -> tensor<?x2xf32>
  %y = act.relu %p : tensor<?x2xf32>
  return %y : tensor<?x2xf32>
}
//--- scalar.mlir
func.func @f(%x: tensor<f32>) -> tensor<f32> {
  %y = act.relu %x : tensor<f32>
  return %y : tensor<f32>
}
