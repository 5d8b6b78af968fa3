// RUN: %{shapes}
// GOLDEN: gelu
act.gelu %x : $x
