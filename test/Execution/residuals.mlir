// What forward keeps changes no bit of the gradients: the input, the output (in
// which the sign of helu's zeros counts), a mask, nothing, or a mixture.
// RUN: %{residuals}
// RUN: hysteron-opt %s --act-plan-residuals | FileCheck %s
// CHECK: arith.addf
// CHECK-NEXT: act.helu {{.*}}<output>
// CHECK-NEXT: act.silu {{.*}}<input>
// CHECK-NEXT: act.gelu {{.*}}<recompute>
// CHECK-NEXT: act.relu6 {{.*}}<mask>
func.func @f(%a: tensor<?x1x?x1xf32>, %b: tensor<?x1x?x1xf32>, %c: tensor<?xf16>, %d: tensor<600xf64>, %e: tensor<?xbf16>, %g: tensor<?xf32>)
    -> (tensor<?x1x?x1xf32>, tensor<?x1x?x1xf32>, tensor<?xf16>, tensor<600xf64>, tensor<?xbf16>, tensor<?xf32>) {
  %0 = act.helu %a {alpha = 0.05} : tensor<?x1x?x1xf32>
  // A chain: the mask is of a value that is not kept itself.
  %1 = act.leaky_relu %b {slope = 0.01} : tensor<?x1x?x1xf32>
  %2 = act.helu %1 {alpha = -0.3} : tensor<?x1x?x1xf32>
  %3 = act.relu %c : tensor<?xf16>
  %4 = act.relu6 %d : tensor<600xf64>
  %5 = act.helu %e {alpha = 0.5} : tensor<?xbf16>
  // By itself each of these keeps something else: helu the output, silu the
  // input, which is the same, gelu nothing, relu6 a mask.
  %6 = arith.addf %g, %g : tensor<?xf32>
  %7 = act.helu %6 {alpha = 0.05} : tensor<?xf32>
  %8 = act.silu %7 : tensor<?xf32>
  %9 = act.gelu %8 : tensor<?xf32>
  %10 = act.relu6 %9 : tensor<?xf32>
  %11 = arith.negf %10 : tensor<?xf32>
  return %0, %2, %3, %4, %5, %11 : tensor<?x1x?x1xf32>, tensor<?x1x?x1xf32>, tensor<?xf16>, tensor<600xf64>, tensor<?xbf16>, tensor<?xf32>
}
