//===- InitAll.h - All of Hysteron's dialects and passes --------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_INITALL_H
#define HYSTERON_INITALL_H

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace hysteron {

/// Hysteron's dialects only; for a tool that has MLIR's already.
void registerHysteronDialects(mlir::DialectRegistry &registry);

/// Those, and the dialects of MLIR that Hysteron's passes read or make.
void registerAllDialects(mlir::DialectRegistry &registry);

/// Hysteron's passes.
void registerAllPasses();

} // namespace hysteron

#endif // HYSTERON_INITALL_H
