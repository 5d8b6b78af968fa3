// RUN: %{golden}
// GOLDEN: hard_swish
// AT -inf: y = 0, dx = 0
// AT inf: y = inf, dx = 1
act.hard_swish %x : $x
