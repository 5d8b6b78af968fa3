// RUN: hysteron-opt %s -split-input-file -verify-diagnostics

func.func @unknown_op(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{custom op 'act.hellu' is unknown}}
  %y = act.hellu %x : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @unknown_attribute(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'act.relu' op has no attribute "alpha"}}
  %y = act.relu %x {alpha = 0.5} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @missing_attribute(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'act.helu' op requires attribute 'alpha'}}
  %y = act.helu %x : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @nan(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'act.helu' op attribute 'alpha' must be finite, but is NaN}}
  %y = act.helu %x {alpha = 0x7FF8000000000000 : f64} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @infinite(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'act.helu' op attribute 'alpha' must be finite, but is infinite}}
  %y = act.helu %x {alpha = 0x7FF0000000000000 : f64} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @infinite_shift(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{'act.relu' op the offset of #act.shift must be finite, but is infinite}}
  %y = act.relu %x {gradient = #act.shift<0xFFF0000000000000 : f64>} : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @integers(%x: tensor<4xi32>) -> tensor<4xi32> {
  // expected-error @+1 {{'act.relu' op operand #0 must be ranked tensor of 16-bit float or bfloat16 type or 32-bit float or 64-bit float values, but got 'tensor<4xi32>'}}
  %y = act.relu %x : tensor<4xi32>
  return %y : tensor<4xi32>
}

// -----

func.func @unranked(%x: tensor<*xf32>) -> tensor<*xf32> {
  // expected-error @+1 {{custom op 'act.relu' invalid kind of type specified}}
  %y = act.relu %x : tensor<*xf32>
  return %y : tensor<*xf32>
}

// -----

func.func @channels(%x: tensor<8x64xf32>, %s: tensor<32xf32>) -> tensor<8x64xf32> {
  // expected-error @+1 {{'act.prelu' op parameter 0 has 32 channels, but 'tensor<8x64xf32>' has 64 in dimension 1}}
  %y = act.prelu %x, %s {channel_dim = 1} : tensor<8x64xf32>, tensor<32xf32>
  return %y : tensor<8x64xf32>
}

// -----

func.func @no_channel_dim(%x: tensor<8x64xf32>, %s: tensor<64xf32>) -> tensor<8x64xf32> {
  // expected-error @+1 {{'act.prelu' op parameter 0 must be one value without channel_dim, but is 'tensor<64xf32>'}}
  %y = act.prelu %x, %s : tensor<8x64xf32>, tensor<64xf32>
  return %y : tensor<8x64xf32>
}

// -----

func.func @channel_dim_range(%x: tensor<8xf32>, %s: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error @+1 {{'act.prelu' op channel_dim 1 is not a dimension of 'tensor<8xf32>'}}
  %y = act.prelu %x, %s {channel_dim = 1} : tensor<8xf32>, tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----

func.func @parameter_type(%x: tensor<8xf32>, %s: tensor<f16>) -> tensor<8xf32> {
  // expected-error @+1 {{'act.prelu' op parameter 0 must have elements of type 'f32' or f32, but is 'tensor<f16>'}}
  %y = act.prelu %x, %s : tensor<8xf32>, tensor<f16>
  return %y : tensor<8xf32>
}

// -----

func.func @approximate(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error @+1 {{'act.gelu' op approximate must be "none" or "tanh", but is "erf"}}
  %y = act.gelu %x {approximate = "erf"} : tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----

func.func @mask(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error @+1 {{'act.gelu' op has no backward from a bit per element: residual cannot be mask}}
  %y = act.gelu %x {residual = #act.residual<mask>} : tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----

func.func @output(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error @+1 {{'act.helu' op has no backward from its output with these attributes: residual cannot be output}}
  %y = act.helu %x {alpha = -0.5, residual = #act.residual<output>} : tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----

func.func @beta(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error @+1 {{'act.softplus' op beta must not be 0}}
  %y = act.softplus %x {beta = 0.0} : tensor<8xf32>
  return %y : tensor<8xf32>
}
