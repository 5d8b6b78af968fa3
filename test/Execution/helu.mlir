// RUN: %{golden}
// GOLDEN: helu
// AT -inf: y = 0, dx = 0
// AT inf: y = inf, dx = 1
// AT nan: dx = 1
// BLOCKS
act.helu %x {alpha = $alpha} : $x
