// DEFINE: %{fails} = not hysteron-run %s -o %t/out
// RUN: rm -rf %t && mkdir %t
// RUN: %{npy} make %t/x.npy f4 2x3 1 2 3 4 5 6
// RUN: %{fails} %t/missing.npy 2>&1 | FileCheck %s --check-prefix=MISSING
// MISSING: error: cannot use '{{.*}}missing.npy': No such file or directory
// RUN: head -c 7 %t/x.npy > %t/short.npy && %{fails} %t/short.npy 2>&1 | FileCheck %s --check-prefix=SHORT
// SHORT: error: cannot use '{{.*}}short.npy': it is not a .npy file
// RUN: head -c 90 %t/x.npy > %t/header.npy && %{fails} %t/header.npy 2>&1 | FileCheck %s --check-prefix=HEADER
// HEADER: error: cannot use '{{.*}}header.npy': its header is cut off
// RUN: head -c 140 %t/x.npy > %t/cut.npy && %{fails} %t/cut.npy 2>&1 | FileCheck %s --check-prefix=CUT
// CUT: error: cannot use '{{.*}}cut.npy': it has 12 bytes of elements, expected 24
// RUN: %{fails} %s 2>&1 | FileCheck %s --check-prefix=FORMAT
// FORMAT: error: cannot use '{{.*}}invalid.mlir': it is not a .npy file
// RUN: %{npy} make %t/f8.npy f8 2x3 1 2 3 4 5 6
// RUN: %{fails} %t/f8.npy 2>&1 | FileCheck %s --check-prefix=TYPE
// TYPE: error: cannot use '{{.*}}f8.npy': its elements are '<f8', expected '<f4'
// RUN: %{npy} make %t/big.npy '>f4' 2x3 1 2 3 4 5 6
// RUN: %{fails} %t/big.npy 2>&1 | FileCheck %s --check-prefix=ENDIAN
// ENDIAN: error: cannot use '{{.*}}big.npy': its elements are '>f4', expected '<f4'
// RUN: %{npy} make %t/shape.npy f4 3x2 1 2 3 4 5 6
// RUN: %{fails} %t/shape.npy 2>&1 | FileCheck %s --check-prefix=SHAPE
// SHAPE: error: cannot use '{{.*}}shape.npy': its shape is (3, 2), expected (?, 3)
// RUN: %{npy} make %t/flat.npy f4 3 1 2 3
// RUN: %{fails} %t/flat.npy 2>&1 | FileCheck %s --check-prefix=RANK
// RANK: error: cannot use '{{.*}}flat.npy': its shape is (3,), expected (?, 3)
// RUN: %{python} -c "import numpy as n; n.save('%t/f.npy', n.ones((2, 3), 'f4', 'F'))"
// RUN: %{fails} %t/f.npy 2>&1 | FileCheck %s --check-prefix=FORTRAN
// FORTRAN: error: cannot use '{{.*}}f.npy': its elements are in Fortran's order, expected C's
// RUN: %{fails} 2>&1 | FileCheck %s --check-prefix=FEWER
// FEWER: error: expected 1 argument files, but 0 are given
// RUN: %{fails} %t/x.npy --cotangent %t/x.npy --cotangent %t/x.npy 2>&1 | FileCheck %s --check-prefix=MORE
// MORE: error: expected 1 cotangent files, but 2 are given
// RUN: %{npy} make %t/dy.npy f4 1x3 1 2 3
// RUN: %{fails} %t/x.npy --cotangent %t/dy.npy 2>&1 | FileCheck %s --check-prefix=EXTENT
// EXTENT: error: in f_backward, a dimension of cotangent 0 is 1 where another tensor's is 2
// RUN: %{fails} %t/x.npy --threads=-1 2>&1 | FileCheck %s --check-prefix=THREADS
// THREADS: error: a number of threads cannot be negative
// RUN: %{fails} %t/x.npy --target=vax 2>&1 | FileCheck %s --check-prefix=TARGET
// TARGET: error: target 'vax'
// RUN: not ls %t/out
// RUN: not hysteron-run %s %t/x.npy -o %s/out 2>&1 | FileCheck %s --check-prefix=FOLDER
// FOLDER: error: cannot create folder '{{.*}}out': Not a directory
func.func @f(%x: tensor<?x3xf32>) -> tensor<?x3xf32> {
  %y = act.relu %x : tensor<?x3xf32>
  return %y : tensor<?x3xf32>
}
