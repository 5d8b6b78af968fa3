// All exported symbols have the prefix, the runtime's too.
// RUN: rm -rf %t && hysteron-compile %s -o %t --symbol-prefix=cpu_
// RUN: llvm-nm -gj %t/host/f_forward.o | FileCheck %s
// CHECK: cpu_f_forward
// CHECK-NEXT: cpu_hysteron_halide_do_par_for
// CHECK-NEXT: cpu_hysteron_invoke
// RUN: llvm-nm -gj --defined-only %t/host/hysteron_runtime.o | FileCheck %s --check-prefix=RUNTIME
// RUNTIME-NOT: {{^[^c]}}
// RUNTIME: cpu_hysteron_halide_do_par_for
// RUNTIME: cpu_hysteron_invoke
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.relu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
