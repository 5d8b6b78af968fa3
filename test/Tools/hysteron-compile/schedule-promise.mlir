// A bound that some call may not keep to is checked in each call.
// RUN: rm -rf %t && split-file %s %t
// RUN: hysteron-compile %t/f.mlir -o %t/out --target=x86-64-linux --schedule=%t/schedule.mlir --emit=stmt
// RUN: FileCheck %s < %t/out/x86-64-linux/f_forward.stmt
// CHECK: assert(argument0.extent.0 <= 4, halide_error_explicit_bounds_too_small("i", "result0"

//--- f.mlir
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.relu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
//--- schedule.mlir
halide.schedule @f_forward for "x86-64-linux" {
  halide.bound @result0, "i" to 4
}
