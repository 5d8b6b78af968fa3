// RUN: %{golden}
// GOLDEN: selu
// AT -inf: dx = 0
// AT inf: y = inf
act.selu %x : $x
