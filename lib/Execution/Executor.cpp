//===- Executor.cpp - Calls with tensors by their roles -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Execution/Execution.h"

#include "mlir/IR/Diagnostics.h"

using namespace mlir;
using namespace hysteron;

LogicalResult hysteron::callByRole(Executor &executor, StringRef name,
                                   TensorsByRole &values, Location location) {
  const Signature *signature = executor.find(name);
  if (!signature)
    return emitError(location)
           << "there is no function '" << name << "' after compiling";
  SmallVector<const HostTensor *> arguments;
  for (const Signature::Slot &slot : signature->inputs) {
    auto value = values.find(slot.role);
    if (value == values.end())
      return emitError(location)
             << name << " needs " << slot.role << ", which nothing gives";
    arguments.push_back(&value->second);
  }
  auto results = executor.call(*signature, arguments);
  if (failed(results))
    return failure();
  for (auto [slot, result] : llvm::zip_equal(signature->outputs, *results))
    values[slot.role] = std::move(result);
  return success();
}
