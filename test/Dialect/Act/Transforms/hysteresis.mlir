// RUN: hysteron-opt %s --act-hysteresis | FileCheck %s --check-prefixes=CHECK,ALL
// RUN: hysteron-opt %s --act-hysteresis="alpha=0.25 names=first" | FileCheck %s --check-prefixes=CHECK,NAMED
// RUN: hysteron-opt %s --act-hysteresis="alpha=0.25 names=fc1,second" | FileCheck %s --check-prefixes=CHECK,LAYERS

// CHECK-LABEL: func @first
func.func @first(%x: tensor<8xf32>) -> tensor<8xf32> {
  // ALL: act.helu %{{.*}} {alpha = 5.000000e-02 : f64}
  // NAMED: act.helu %{{.*}} {alpha = 2.500000e-01 : f64}
  // LAYERS: act.helu %{{.*}} {alpha = 2.500000e-01 : f64}
  %0 = act.relu %x : tensor<8xf32> loc(fused["model.py":3:1, "fc1"])
  // ALL: act.helu
  // NAMED: act.helu
  // LAYERS: act.relu
  %1 = act.relu %0 : tensor<8xf32> loc("fc2")
  // A gradient of its own stays.
  // CHECK: act.relu %{{.*}} {gradient = #act.leak<1.000000e-01 : f64>}
  %2 = act.relu %1 {gradient = #act.leak<0.1 : f64>} : tensor<8xf32>
  return %2 : tensor<8xf32>
}

// CHECK-LABEL: func @second
func.func @second(%x: tensor<8xf32>) -> tensor<8xf32> {
  // ALL: act.helu
  // NAMED: act.relu
  // LAYERS: act.helu
  %0 = act.relu %x : tensor<8xf32>
  return %0 : tensor<8xf32>
}
