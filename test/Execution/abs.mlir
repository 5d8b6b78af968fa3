// RUN: %{golden}
// GOLDEN: abs
// AT -inf: y = inf, dx = -1
// AT inf: y = inf, dx = 1
// AT -0.0: y = 0, dx = 0
act.abs %x : $x
