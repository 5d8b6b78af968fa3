// RUN: %{learned}
// GOLDEN: apa
act.apa %x, %lambda, %kappa {channel_dim = 0, lambda_min = 1.0e-6} : $x, $p, $p
