// RUN: %{golden}
// GOLDEN: tanh
// AT -inf: y = -1, dx = 0
// AT inf: y = 1, dx = 0
// AT nan: dx = nan
act.tanh %x : $x
