//===- Host.h - The code of models around their kernels ---------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What of a model is no kernel stays MLIR until a target is known: a module
// inside of the module with the pipelines. Its public functions are models. Its
// private ones are kernels, whose bodies say which tensors they read and which
// they write.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_COMPILER_HOST_H
#define HYSTERON_LIB_COMPILER_HOST_H

#include "hysteron/Compiler/Object.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"

namespace hysteron {

/// Moves functions that are more than a kernel, and copies of the kernels that
/// they call, into a module of their own.
llvm::LogicalResult separateHost(mlir::ModuleOp module);

/// Whether MLIR's own passes take the op to LLVM.
bool isHostOp(mlir::Operation *op);

/// That module, or null.
mlir::ModuleOp findHost(mlir::ModuleOp module);

/// Compiles one model. `kernels` are those of the whole module.
llvm::FailureOr<KernelVersion>
compileModel(mlir::func::FuncOp model, const FunctionInterface &interface,
             llvm::ArrayRef<ModelKernel> kernels, llvm::StringRef target,
             llvm::StringRef prefix);

} // namespace hysteron

#endif // HYSTERON_LIB_COMPILER_HOST_H
