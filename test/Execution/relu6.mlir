// RUN: %{golden}
// GOLDEN: relu6
// AT -inf: y = 0, dx = 0
// AT inf: y = 6, dx = 0
// AT nan: dx = 1
// BLOCKS
act.relu6 %x : $x
