// RUN: %{golden}
// GOLDEN: silu
// AT -inf: y = 0, dx = 0
// AT inf: y = inf, dx = 1
// AT nan: dx = nan
act.silu %x : $x
