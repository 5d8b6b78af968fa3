// RUN: %{golden}
// GOLDEN: gelu_tanh
// AT -inf: y = 0, dx = 0
// AT inf: y = inf, dx = 1
// AT nan: dx = nan
act.gelu %x {approximate = "tanh"} : $x
