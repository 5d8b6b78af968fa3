// RUN: %{golden}
// GOLDEN: softplus
// AT -inf: y = 0, dx = 0
// AT inf: y = inf, dx = 1
// AT nan: dx = nan
act.softplus %x {beta = $beta} : $x
