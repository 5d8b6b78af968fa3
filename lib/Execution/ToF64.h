//===- ToF64.h - The same function in f64 -----------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_EXECUTION_TOF64_H
#define HYSTERON_LIB_EXECUTION_TOF64_H

#include "hysteron/Execution/Execution.h"

namespace hysteron {

/// Makes every float of the module an f64: types, constants, regions.
llvm::LogicalResult convertToF64(mlir::ModuleOp module);

/// The same numbers as f64; other tensors as they are.
HostTensor convertToF64(HostTensor tensor);

} // namespace hysteron

#endif // HYSTERON_LIB_EXECUTION_TOF64_H
