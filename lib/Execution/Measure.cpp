//===- Measure.cpp - How long functions take ------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Execution/Measure.h"

#include "llvm/ADT/APFloat.h"

#include <chrono>
#include <random>

using namespace mlir;
using namespace hysteron;

void hysteron::fillTensor(MutableArrayRef<char> data, Type element,
                          std::optional<double> value) {
  auto type = dyn_cast<FloatType>(element);
  if (!type)
    return;
  // Few different values, for converting them takes longer than the kernels.
  constexpr size_t different = 4096 + 1;
  size_t size = type.getWidth() / 8, count = data.size() / size;
  std::minstd_rand random(2411);
  std::uniform_real_distribution<> uniform(-4, 4);
  for (size_t i = 0; i < std::min(count, different); ++i) {
    llvm::APFloat number(value ? *value : uniform(random));
    bool inexact;
    number.convert(type.getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven,
                   &inexact);
    uint64_t bits = number.bitcastToAPInt().getZExtValue();
    std::memcpy(&data[i * size], &bits, size);
  }
  for (size_t i = different; i < count; i += different)
    std::memcpy(&data[i * size], data.data(),
                std::min(different, count - i) * size);
}

TimedCall hysteron::makeCall(TargetExecutor &executor,
                             const Signature &function,
                             ArrayRef<DLTensor *> tensors, int threads,
                             CudaDevice *device) {
  return {[&executor, &function, tensors = llvm::to_vector(tensors), threads] {
            return executor.call(function, tensors, threads);
          },
          device};
}

FailureOr<double> hysteron::timeCall(const TimedCall &call, unsigned times) {
  using Clock = std::chrono::steady_clock;
  auto work = [&] {
    for (unsigned i = 0; i < times; ++i)
      if (failed(call.call()))
        return failure();
    return success();
  };
  double seconds;
  if (call.device) {
    FailureOr<double> taken = call.device->time(work);
    if (failed(taken))
      return failure();
    seconds = *taken;
  } else {
    auto start = Clock::now();
    if (failed(work()))
      return failure();
    seconds = std::chrono::duration<double>(Clock::now() - start).count();
  }
  return seconds / times;
}

FailureOr<unsigned> hysteron::chooseTimes(const TimedCall &call) {
  FailureOr<double> first = timeCall(call, 1), second = timeCall(call, 1);
  if (failed(first) || failed(second))
    return failure();
  return std::max(1., 3e-4 / std::max(1e-9, std::min(*first, *second)));
}

double hysteron::median(std::vector<double> values) {
  llvm::sort(values);
  size_t half = values.size() / 2;
  return values.size() % 2 ? values[half]
                           : (values[half - 1] + values[half]) / 2;
}
