// RUN: %{golden}
// GOLDEN: relu
// AT -inf: y = 0, dx = 0
// AT inf: y = inf, dx = 1
// AT nan: dx = 1
// BLOCKS
act.relu %x : $x
