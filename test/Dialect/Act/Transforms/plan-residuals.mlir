// RUN: hysteron-opt %s --act-plan-residuals | FileCheck %s --check-prefixes=CHECK,AUTO
// RUN: hysteron-opt %s --act-plan-residuals=residual=mask | FileCheck %s --check-prefixes=CHECK,MASK
// RUN: hysteron-opt %s --act-plan-residuals=residual=recompute | FileCheck %s --check-prefixes=CHECK,RECOMPUTE
// RUN: not hysteron-opt %s --act-plan-residuals=residual=both 2>&1 | FileCheck %s --check-prefix=ERROR
// ERROR: error: residual must be auto, input, output, mask or recompute, not 'both'

// CHECK-LABEL: func @f
func.func @f(%x: tensor<4xf32>, %h: tensor<4xf16>) {
  // AUTO: act.relu %{{.*}} {residual = #act.residual<output>}
  // MASK: act.relu %{{.*}} {residual = #act.residual<mask>}
  // RECOMPUTE: act.relu %{{.*}} {residual = #act.residual<recompute>}
  %0 = act.relu %x : tensor<4xf32>
  // Two zeros in the output tell the band of a positive alpha alone.
  // AUTO: act.helu %{{.*}} {alpha = 5.0{{.*}}, residual = #act.residual<output>}
  %1 = act.helu %x {alpha = 0.5} : tensor<4xf32>
  // AUTO: act.helu %{{.*}} {alpha = -5.0{{.*}}, residual = #act.residual<input>}
  %2 = act.helu %x {alpha = -0.5} : tensor<4xf32>
  // AUTO: act.sigmoid %{{.*}} {residual = #act.residual<output>} : tensor<4xf32>
  // MASK: act.sigmoid %{{.*}} {residual = #act.residual<output>} : tensor<4xf32>
  %3 = act.sigmoid %x : tensor<4xf32>
  // A rounded f16 output is too coarse for y (1 - y).
  // AUTO: act.sigmoid %{{.*}} {residual = #act.residual<input>} : tensor<4xf16>
  %4 = act.sigmoid %h : tensor<4xf16>
  // What is chosen already stays.
  // CHECK: act.leaky_relu %{{.*}} {residual = #act.residual<input>, slope
  %5 = act.leaky_relu %x {slope = 0.1, residual = #act.residual<input>} : tensor<4xf32>
  return
}
