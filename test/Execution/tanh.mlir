// RUN: %{golden}
// GOLDEN: tanh
// WIDE: act.tanh %x {residual = #act.residual<input>} : $x
// AT -inf: y = -1, dx = 0
// AT inf: y = 1, dx = 0
// AT nan: dx = nan
act.tanh %x : $x
