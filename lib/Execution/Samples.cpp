//===- Samples.cpp - Arguments to try a function with ---------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Samples.h"

#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/Execution/Measure.h"

using namespace mlir;
using namespace hysteron;

/// One extent for all that are dynamic, since some must agree: as large as
/// leaves the largest argument with some thousand elements.
static int64_t chooseExtent(TypeRange types) {
  for (int64_t extent : {61, 17, 8, 4, 3, 2}) {
    int64_t largest = 0;
    for (Type type : types) {
      int64_t count = 1;
      for (int64_t given : cast<RankedTensorType>(type).getShape())
        count *= ShapedType::isDynamic(given) ? extent : given;
      largest = std::max(largest, count);
    }
    if (largest <= 4096)
      return extent;
  }
  return 1;
}

static bool isParameter(Value argument) {
  return !argument.use_empty() &&
         llvm::all_of(argument.getUses(), [](OpOperand &use) {
           return isa<act::ActivationOpInterface>(use.getOwner()) &&
                  use.getOperandNumber() > 0;
         });
}

std::vector<HostTensor> hysteron::sampleArguments(func::FuncOp function,
                                                  unsigned round) {
  constexpr double kinks[] = {0, -3, 3, 6};
  int64_t extent = chooseExtent(function.getArgumentTypes());
  // Multiples of the golden ratio fill an interval evenly.
  double fraction = 0.1 * round;
  std::vector<HostTensor> samples;
  for (Value argument : function.getArguments()) {
    auto type = cast<RankedTensorType>(argument.getType());
    HostTensor sample{type.getElementType(), {}, {}};
    for (int64_t given : type.getShape())
      sample.shape.push_back(ShapedType::isDynamic(given) ? extent : given);
    int64_t count = sample.getElementCount();
    sample.data.resize(count *
                       llvm::divideCeil(type.getElementTypeBitWidth(), 8));
    bool parameter = isParameter(argument);
    auto *x = reinterpret_cast<double *>(sample.data.data());
    for (int64_t i = 0; type.getElementType().isF64() && i < count; ++i) {
      fraction = std::fmod(fraction + 0.6180339887498949, 1.0);
      if (parameter)
        x[i] = std::exp2(4 * fraction - 2);
      else
        x[i] = i + 1 < count && i < 4 ? kinks[i] : 14 * fraction - 7;
    }
    samples.push_back(std::move(sample));
  }
  return samples;
}

FailureOr<TensorsByRole> hysteron::randomArguments(TypeRange types,
                                                   ArrayRef<int64_t> sizes,
                                                   Location location) {
  // Larger tensors are a slip of the pen.
  constexpr int64_t maxElements = int64_t(1) << 31;
  int64_t dynamic = 0;
  for (Type type : types)
    dynamic += cast<RankedTensorType>(type).getNumDynamicDims();
  if (int64_t given = sizes.size();
      given != dynamic && (given != 1 || !dynamic))
    return emitError(location)
           << "expected a size to tune for per dynamic dimension of the "
              "arguments ("
           << dynamic << "), or one for all, but " << given << " are given";
  TensorsByRole arguments;
  auto next = sizes.begin();
  for (auto [i, type] : llvm::enumerate(types)) {
    auto tensor = cast<RankedTensorType>(type);
    HostTensor argument{tensor.getElementType(), {}, {}};
    int64_t count = 1;
    for (int64_t extent : tensor.getShape()) {
      if (ShapedType::isDynamic(extent))
        extent = sizes.size() == 1 ? sizes.front() : *next++;
      if (extent < 0 || __builtin_mul_overflow(count, extent, &count) ||
          count > maxElements)
        return emitError(location)
               << "argument " << i << " is too large to be tuned for";
      argument.shape.push_back(extent);
    }
    argument.data.resize(count * tensor.getElementTypeBitWidth() / 8);
    // A single value is a parameter, which had better be positive.
    fillTensor(argument.data, argument.element,
               tensor.getRank() ? std::nullopt : std::optional(1.));
    arguments["argument " + std::to_string(i)] = std::move(argument);
  }
  return arguments;
}
