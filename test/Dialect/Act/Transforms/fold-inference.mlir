// RUN: hysteron-opt %s --act-fold-inference | FileCheck %s
// RUN: hysteron-opt %s --act-plan-residuals=residual=mask --act-differentiate --act-fold-inference | FileCheck %s --check-prefix=BACK

// Also after differentiation: the residuals go, and f has its name again.
// CHECK: func.func @f(%{{.*}}: tensor<4xf32>) -> tensor<4xf32> {
// BACK: func.func @f(%{{.*}}: tensor<4xf32>) -> tensor<4xf32> {
// BACK-NOT: act.mask
// BACK-NOT: _backward
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: act.relu %{{[^ ]*}} : tensor<4xf32>
  %0 = act.helu %x {alpha = 0.5, residual = #act.residual<mask>} : tensor<4xf32>
  // CHECK-NEXT: act.relu %{{[^ ]*}} : tensor<4xf32>
  %1 = act.necro_relu %0 : tensor<4xf32>
  // CHECK-NEXT: act.silu %{{[^ ]*}} : tensor<4xf32>
  %2 = act.silu %1 {gradient = #act.leak<0.1>} : tensor<4xf32>
  return %2 : tensor<4xf32>
}
