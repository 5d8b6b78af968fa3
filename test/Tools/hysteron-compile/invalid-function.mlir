// RUN: rm -rf %t && split-file %s %t
// RUN: not hysteron-compile %t/several.mlir -o %t/out 2>&1 | FileCheck %s --check-prefix=SEVERAL
// SEVERAL: several.mlir:4:1: error: there are several functions; say which one to compile
// SEVERAL: several.mlir:1:1: note: another one is here
// RUN: hysteron-compile %t/several.mlir -o %t/one --function=f --emit=header && ls %t/one/f.h
// RUN: not hysteron-compile %t/none.mlir -o %t/out 2>&1 | FileCheck %s --check-prefix=NONE
// NONE: error: there is no function to compile
// RUN: not hysteron-compile %t/declared.mlir -o %t/out --function=f 2>&1 | FileCheck %s --check-prefix=DECLARED
// DECLARED: declared.mlir:1:1: error: the function to compile has no body
// RUN: not hysteron-compile %t/scalar.mlir -o %t/out 2>&1 | FileCheck %s --check-prefix=SCALAR
// SCALAR: scalar.mlir:1:1: error: only ranked tensors go in and out of a compiled function, not 'f32'
// SCALAR-NOT: error
// RUN: not hysteron-compile %t/empty.mlir -o %t/out 2>&1 | FileCheck %s --check-prefix=EMPTY
// EMPTY: empty.mlir:1:1: error: the function to compile has no results
// EMPTY-NOT: error
// RUN: not hysteron-compile %t/op.mlir -o %t/out --mode=inference --function=f 2>&1 | FileCheck %s --check-prefix=OP
// OP: op.mlir:3:8: error: the call of @g cannot be compiled
// RUN: not hysteron-compile %t/unknown.mlir -o %t/out 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// UNKNOWN: unknown.mlir:2:8: error: custom op 'act.reluu' is unknown
// RUN: not ls %t/out

//--- several.mlir
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
func.func @g(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
//--- none.mlir
module {
}
//--- declared.mlir
func.func private @f(tensor<4xf32>) -> tensor<4xf32>
//--- scalar.mlir
func.func @f(%x: f32) -> f32 {
  return %x : f32
}
//--- empty.mlir
func.func @f() {
  return
}
//--- op.mlir
func.func private @g(tensor<4x4xf32>) -> tensor<4x4xf32>
func.func @f(%x: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %y = call @g(%x) : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return %y : tensor<4x4xf32>
}
//--- unknown.mlir
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = act.reluu %x : tensor<4xf32>
  return %y : tensor<4xf32>
}
