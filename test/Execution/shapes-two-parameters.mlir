// RUN: %{shapes}
// GOLDEN: aglu
act.aglu %x, %lambda, %kappa$channel : $x, $p, $p
