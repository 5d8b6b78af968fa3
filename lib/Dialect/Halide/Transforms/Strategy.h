//===- Strategy.h - How kernels run on a kind of machine --------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_DIALECT_HALIDE_TRANSFORMS_STRATEGY_H
#define HYSTERON_LIB_DIALECT_HALIDE_TRANSFORMS_STRATEGY_H

#include "Directives.h"
#include "Kernel.h"

#include "hysteron/Target/Halide/Emit.h"

namespace hysteron::halide {

/// What the loops of a CPU kernel depend on.
struct CpuParameters {
  /// Bytes of a vector register.
  unsigned vectorBytes;
  /// Elements of a parallel block of an element-wise kernel: so many that
  /// waking a thread pays, and a smaller tensor is one block and runs alone.
  int64_t grain;
  /// Channels whose lanes a reduction over rows keeps in the nearest cache.
  int64_t channelTile;
  /// Vectors that a step computes; of a long formula; of a very long one.
  unsigned vectors, longVectors, veryLongVectors;
};

void scheduleCpu(const Kernel &kernel, Directives &directives, const CpuParameters &parameters);

CpuParameters getX86Parameters(const TargetInfo &target);
CpuParameters getArmParameters(const TargetInfo &target);
void scheduleGPU(const Kernel &kernel, Directives &directives, const TargetInfo &target);

} // namespace hysteron::halide

#endif // HYSTERON_LIB_DIALECT_HALIDE_TRANSFORMS_STRATEGY_H
