// RUN: %{shapes}
// GOLDEN: prelu
act.prelu %x, %slope$channel : $x, $p
