//===- Arm.cpp - Schedules for NEON ---------------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// As for x86, with vectors of 128 bits (or what an SVE target says). Cores are
// smaller and memory is nearer, so blocks are half as long. In-order cores wait for
// each result that the next instruction needs, and there are twice as many registers
// as AVX2 has: four vectors at once (docs/rationale.md has what llvm-mca says).
//
//===----------------------------------------------------------------------===//

#include "Strategy.h"

using namespace hysteron;

halide::CpuParameters halide::getArmParameters(const TargetInfo &target) {
  return {target.vectorBytes, /*grain=*/8192, /*channelTile=*/256, /*vectors=*/4, /*longVectors=*/4, /*veryLongVectors=*/4};
}
