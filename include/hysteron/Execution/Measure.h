//===- Measure.h - How long functions take ----------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_EXECUTION_MEASURE_H
#define HYSTERON_EXECUTION_MEASURE_H

#include "hysteron/Execution/Execution.h"

namespace hysteron {

/// Numbers of everyday size, the same each time, or `value` everywhere. What is
/// no float is left as it is.
void fillTensor(llvm::MutableArrayRef<char> data, mlir::Type element,
                std::optional<double> value = std::nullopt);

/// A function with its tensors, ready to be called.
struct TimedCall {
  TargetExecutor *executor;
  const Signature *function;
  llvm::SmallVector<DLTensor *> tensors;
  int threads;
};

/// Seconds that a call takes, as the mean of so many.
llvm::FailureOr<double> timeCall(const TimedCall &call, unsigned times);

/// After warming up: of how many calls to take the time, so that the clock
/// counts for nothing.
llvm::FailureOr<unsigned> chooseTimes(const TimedCall &call);

double median(std::vector<double> values);

} // namespace hysteron

#endif // HYSTERON_EXECUTION_MEASURE_H
