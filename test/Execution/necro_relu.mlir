// RUN: %{golden}
// GOLDEN: necro_relu
// AT inf: y = inf, dx = 1
// AT -inf: y = 0
// AT nan: dx = 1
// BLOCKS
act.necro_relu %x {slope = $slope} : $x
