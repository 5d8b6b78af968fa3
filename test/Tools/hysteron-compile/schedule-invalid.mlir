// RUN: split-file %s %t
// RUN: not hysteron-compile %t/f.mlir -o %t/out --schedule=%t/missing.mlir 2>&1 | FileCheck %s --check-prefix=MISSING
// MISSING: error: cannot open input file '{{.*}}missing.mlir'
// RUN: not hysteron-compile %t/f.mlir -o %t/out --schedule=%t/f.mlir 2>&1 | FileCheck %s --check-prefix=NONE
// NONE: error: there is no schedule in this file
// RUN: not hysteron-compile %t/f.mlir -o %t/out --target=x86-64-linux --schedule=%t/name.mlir 2>&1 | FileCheck %s --check-prefix=NAME
// NAME: name.mlir:1:1: error: there is no pipeline 'g_forward' to schedule
// RUN: not hysteron-compile %t/f.mlir -o %t/out --target=arm-64-linux --schedule=%t/name.mlir 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: not hysteron-compile %t/f.mlir -o %t/out --target=arm-64-linux --schedule=%t/func.mlir 2>&1 | FileCheck %s --check-prefix=TARGET
// TARGET: func.mlir:1:1: error: nothing is compiled for target 'x86-64-linux'
// RUN: not hysteron-compile %t/f.mlir -o %t/out --target=x86-64-linux --schedule=%t/func.mlir 2>&1 | FileCheck %s --check-prefix=FUNC
// FUNC: func.mlir:2:3: error: {{.*}}nope
// RUN: not ls %t/out

//--- f.mlir
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.relu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
//--- name.mlir
halide.schedule @g_forward for "x86-64-linux" {
}
//--- func.mlir
halide.schedule @f_forward for "x86-64-linux" {
  halide.compute_root @nope
}
