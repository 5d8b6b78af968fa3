// RUN: %{golden}
// GOLDEN: aglu
// AT -inf: y = 0, dx = 0
// AT inf: y = inf, dx = 1
// AT nan: dx = nan
act.aglu %x, %lambda, %kappa$channel : $x, $p, $p
