//===- Emulator.h - Calls Arm functions on another machine ------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_EXECUTION_EMULATOR_H
#define HYSTERON_LIB_EXECUTION_EMULATOR_H

#include "hysteron/Execution/Execution.h"

namespace hysteron {

/// Memory for a function's outputs, with the extents that its inputs imply.
llvm::FailureOr<std::vector<HostTensor>>
allocateOutputs(const FunctionInterface &interface,
                llvm::ArrayRef<const HostTensor *> inputs,
                mlir::Location location);

/// Links a C program with the objects and runs it under qemu-aarch64.
llvm::LogicalResult callInEmulator(const FunctionInterface &interface,
                                   llvm::StringRef object,
                                   llvm::StringRef runtime, int threads,
                                   llvm::ArrayRef<const HostTensor *> inputs,
                                   llvm::MutableArrayRef<HostTensor> outputs,
                                   mlir::Location location);

} // namespace hysteron

#endif // HYSTERON_LIB_EXECUTION_EMULATOR_H
