// RUN: rm -rf %t
// RUN: not hysteron-compile %t.mlir -o %t 2>&1 | FileCheck %s --check-prefix=INPUT
// INPUT: error: cannot open input file '{{.*}}': No such file or directory
// RUN: not hysteron-compile %s -o %s/out 2>&1 | FileCheck %s --check-prefix=OUTPUT
// OUTPUT: error: cannot create folder '{{.*}}out/host': Not a directory
// RUN: not hysteron-compile %s -o %t --residual=some 2>&1 | FileCheck %s --check-prefix=RESIDUAL
// RESIDUAL: error: unknown residual 'some', expected auto, input, output, mask or recompute
// RUN: not hysteron-compile %s -o %t --symbol-prefix=1st 2>&1 | FileCheck %s --check-prefix=PREFIX
// PREFIX: error: '1st' cannot begin a C name
// RUN: not hysteron-compile %s -o %t --function=g 2>&1 | FileCheck %s --check-prefix=FUNCTION
// FUNCTION: error: there is no function 'g'
// RUN: not hysteron-compile %s -o %t --emit=nothing 2>&1 | FileCheck %s --check-prefix=EMIT
// EMIT: Cannot find option named 'nothing'
// RUN: not ls %t

// A folder where a file should be.
// RUN: mkdir -p %t/f.h && not hysteron-compile %s -o %t 2>&1 | FileCheck %s --check-prefix=FOLDER
// FOLDER: error: cannot write '{{.*}}f.h': it is a folder
// RUN: find %t -type f | count 0
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.relu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
