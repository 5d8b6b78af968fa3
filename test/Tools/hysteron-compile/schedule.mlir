// What --emit=ir prints can be edited and given back.
// RUN: rm -rf %t && hysteron-compile %s -o %t/a --target=x86-64-linux-sse41 --emit=ir,object
// RUN: hysteron-compile %s -o %t/b --target=x86-64-linux-sse41 --schedule=%t/a/x86-64-linux-sse41/f.mlir
// RUN: cmp %t/a/x86-64-linux-sse41/f_forward.o %t/b/x86-64-linux-sse41/f_forward.o

// RUN: grep -v halide.parallel %t/a/x86-64-linux-sse41/f.mlir > %t/serial.mlir
// RUN: hysteron-compile %s -o %t/c --target=x86-64-linux-sse41 --schedule=%t/serial.mlir
// RUN: llvm-nm -gj %t/c/x86-64-linux-sse41/f_forward.o | FileCheck %s
// CHECK: f_forward
// CHECK-NOT: do_par_for
// CHECK: hysteron_invoke
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.relu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
