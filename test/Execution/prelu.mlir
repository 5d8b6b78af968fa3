// RUN: %{golden}
// GOLDEN: prelu
// AT -inf: y = -inf
// AT inf: y = inf, dx = 1
// AT nan: dx = 1
act.prelu %x, %slope$channel : $x, $p
