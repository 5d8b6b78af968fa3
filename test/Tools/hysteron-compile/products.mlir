// Products of the same shape are one function, which is called for each.
// RUN: hysteron-compile %s -o %t --target=host --mode=inference --emit=llvm
// RUN: FileCheck %s --input-file=%t/host/f.ll

// CHECK: call {{.*}}@[[PRODUCT:f.kernel.[0-9]+]](i64 {{[^,]*}}, ptr {{[^,]*}}, ptr {{[^,]*}}, ptr {{[^,]*}})
// CHECK: call {{.*}}@[[PRODUCT]](i64 {{[^,]*}}, ptr {{[^,]*}}, ptr {{[^,]*}}, ptr {{[^,]*}})

func.func @f(%x: tensor<?x8xf32>, %w: tensor<8x8xf32>) -> tensor<?x8xf32> {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?x8xf32>
  %e = tensor.empty(%n) : tensor<?x8xf32>
  %z = linalg.fill ins(%zero : f32) outs(%e : tensor<?x8xf32>) -> tensor<?x8xf32>
  %a = linalg.matmul ins(%x, %w : tensor<?x8xf32>, tensor<8x8xf32>) outs(%z : tensor<?x8xf32>) -> tensor<?x8xf32>
  %y = act.relu %a : tensor<?x8xf32>
  %b = linalg.matmul ins(%y, %w : tensor<?x8xf32>, tensor<8x8xf32>) outs(%z : tensor<?x8xf32>) -> tensor<?x8xf32>
  %r = act.silu %b : tensor<?x8xf32>
  return %r : tensor<?x8xf32>
}
