// RUN: %{golden}
// GOLDEN: apa
// AT -inf: y = 0, dx = 0, dlambda = 0
// AT inf: y = 1, dx = 0, dlambda = 0
// AT nan: dx = nan
act.apa %x, %lambda, %kappa$channel : $x, $p, $p
