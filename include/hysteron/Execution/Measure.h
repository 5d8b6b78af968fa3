//===- Measure.h - How long functions take ----------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_EXECUTION_MEASURE_H
#define HYSTERON_EXECUTION_MEASURE_H

#include "hysteron/Execution/Cuda.h"
#include "hysteron/Execution/Execution.h"

#include <functional>

namespace hysteron {

/// Numbers of everyday size, the same each time, or `value` everywhere. What is
/// no float is left as it is.
void fillTensor(llvm::MutableArrayRef<char> data, mlir::Type element,
                std::optional<double> value = std::nullopt);

/// What is timed, by this process's clock or that of the device it works on.
struct TimedCall {
  std::function<llvm::LogicalResult()> call;
  CudaDevice *device = nullptr;
};

/// A function with its tensors.
TimedCall makeCall(TargetExecutor &executor, const Signature &function,
                   llvm::ArrayRef<DLTensor *> tensors, int threads,
                   CudaDevice *device = nullptr);

/// Seconds that a call takes, as the mean of so many.
llvm::FailureOr<double> timeCall(const TimedCall &call, unsigned times);

/// After warming up: of how many calls to take the time, so that the clock
/// counts for nothing.
llvm::FailureOr<unsigned> chooseTimes(const TimedCall &call);

double median(std::vector<double> values);

} // namespace hysteron

#endif // HYSTERON_EXECUTION_MEASURE_H
