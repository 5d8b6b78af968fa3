//===- GradientCheck.h - Compiled gradients against differences -*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether backward is the derivative of forward, where it should be. The
// function is compiled in f64, so that what differs is a formula and no
// rounding. An argument whose gradient goes through a chosen rule (a surrogate,
// or a backward region that a user wrote) must get what that rule gives when
// the reference evaluates it; gradients of parameters are derivatives always.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_EXECUTION_GRADIENTCHECK_H
#define HYSTERON_EXECUTION_GRADIENTCHECK_H

#include "hysteron/Execution/Execution.h"

namespace hysteron {

/// Checks the function that `options` names. Without paths of .npy files,
/// sampled values are its arguments. Writes a line per argument; fails, with a
/// diagnostic per argument, where a gradient is wrong.
llvm::LogicalResult checkGradient(mlir::ModuleOp module,
                                  const CompileOptions &options, int threads,
                                  llvm::ArrayRef<std::string> paths,
                                  llvm::raw_ostream &out);

} // namespace hysteron

#endif // HYSTERON_EXECUTION_GRADIENTCHECK_H
