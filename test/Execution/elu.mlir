// RUN: %{golden}
// GOLDEN: elu
// AT -inf: y = -1, dx = 0
// AT inf: y = inf, dx = 1
// AT nan: dx = 1
act.elu %x {alpha = $alpha} : $x
