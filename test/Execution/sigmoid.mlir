// RUN: %{golden}
// GOLDEN: sigmoid
// AT -inf: y = 0, dx = 0
// AT inf: y = 1, dx = 0
// AT nan: dx = nan
act.sigmoid %x : $x
