// RUN: %{golden}
// GOLDEN: elu
// WIDE: act.elu %x {alpha = $alpha, residual = #act.residual<input>} : $x
// AT -inf: y = -1, dx = 0
// AT inf: y = inf, dx = 1
// AT nan: dx = 1
act.elu %x {alpha = $alpha} : $x
