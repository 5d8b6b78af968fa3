//===- Wrapper.h - The exported function around a kernel --------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_COMPILER_WRAPPER_H
#define HYSTERON_LIB_COMPILER_WRAPPER_H

#include "hysteron/Compiler/Object.h"

#include "llvm/IR/Module.h"
#include "llvm/Support/Error.h"

namespace hysteron {

/// A kernel as its descriptor will tell it.
struct WrappedKernel {
  std::string target;
  /// The function that takes its arguments as an array.
  std::string entry;
  /// What the processor must have (hysteron_x86_feature in Descriptor.h).
  uint64_t features = 0;
  /// DLPack's device type.
  int32_t device = 1;
  /// Halide's function that gives the device's interface, if it has one.
  std::string deviceInterface;
};

/// Reads off a module from Halide what it runs on.
llvm::Expected<WrappedKernel> describeKernel(llvm::Module &module,
                                             llvm::StringRef target);

/// Adds the exported function and the descriptor to the kernels' module, and
/// returns the function.
llvm::Function *addWrapper(llvm::Module &module,
                           const FunctionInterface &interface,
                           llvm::ArrayRef<WrappedKernel> kernels, Caller caller,
                           llvm::StringRef prefix);

} // namespace hysteron

#endif // HYSTERON_LIB_COMPILER_WRAPPER_H
