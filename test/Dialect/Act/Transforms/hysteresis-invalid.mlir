// RUN: not hysteron-opt %s --act-hysteresis=names=fc9 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: not hysteron-opt %s --act-hysteresis=alpha=nan 2>&1 | FileCheck %s --check-prefix=ALPHA

// NAME: hysteresis-invalid.mlir:{{.*}}: error: no act.relu is in a function or at a location named 'fc9'
// ALPHA: hysteresis-invalid.mlir:{{.*}}: error: alpha must be finite
func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  %0 = act.relu %x : tensor<8xf32> loc("fc1")
  return %0 : tensor<8xf32>
}
