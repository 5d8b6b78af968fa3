// RUN: %{golden}
// GOLDEN: sigmoid
// WIDE: act.sigmoid %x {residual = #act.residual<input>} : $x
// AT -inf: y = 0, dx = 0
// AT inf: y = 1, dx = 0
// AT nan: dx = nan
act.sigmoid %x : $x
