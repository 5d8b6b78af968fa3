//===- Autotune.h - Schedules by measurement --------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_EXECUTION_AUTOTUNE_H
#define HYSTERON_EXECUTION_AUTOTUNE_H

#include "hysteron/Compiler/Compile.h"

namespace hysteron {

/// The schedules with which `compileModule` with these options makes the
/// fastest code for this machine: those of halide-schedule, or what some of its
/// settings give if that is faster by more than noise. `sizes` are those of the
/// dynamic dimensions of the function's arguments, in order; one is for all.
/// Tells its progress and what came out. Changes the module.
llvm::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>>
autotune(mlir::ModuleOp module, const CompileOptions &options,
         llvm::ArrayRef<int64_t> sizes, llvm::raw_ostream &out);

} // namespace hysteron

#endif // HYSTERON_EXECUTION_AUTOTUNE_H
