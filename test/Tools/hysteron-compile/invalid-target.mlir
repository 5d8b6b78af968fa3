// DEFINE: %{fails} = not hysteron-compile %s -o %t
// RUN: rm -rf %t
// RUN: %{fails} --target=x86-64-linux-foo 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// UNKNOWN: error: target 'x86-64-linux-foo': 'foo' is no part of a target
// UNKNOWN-NOT: {{.}}
// RUN: %{fails} --target=arm-64-linux-avx2 2>&1 | FileCheck %s --check-prefix=CONTRADICTION
// CONTRADICTION: error: target 'arm-64-linux-avx2': feature 'avx2' is not one of arm
// CONTRADICTION-NOT: {{.}}
// RUN: %{fails} --target=host --target=host 2>&1 | FileCheck %s --check-prefix=TWICE
// TWICE: error: target 'host' is given twice
// A wrong target after a right one leaves nothing either.
// RUN: %{fails} --target=host --target=sparc 2>&1 | FileCheck %s --check-prefix=SECOND
// SECOND: error: target 'sparc'
// RUN: %{fails} --emit=ptx 2>&1 | FileCheck %s --check-prefix=PTX
// PTX: error: PTX needs a CUDA target
// RUN: not ls %t
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = act.relu %x : tensor<?xf32>
  return %y : tensor<?xf32>
}
