// RUN: %{golden}
// GOLDEN: hard_sigmoid
// AT -inf: y = 0, dx = 0
// AT inf: y = 1, dx = 0
act.hard_sigmoid %x : $x
