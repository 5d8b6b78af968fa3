// RUN: %{golden}
// GOLDEN: leaky_relu
// AT -inf: y = -inf
// AT inf: y = inf, dx = 1
// AT nan: dx = 1
act.leaky_relu %x {slope = $slope} : $x
