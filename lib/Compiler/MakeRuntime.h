//===- MakeRuntime.h - The runtime's object file ----------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_COMPILER_MAKERUNTIME_H
#define HYSTERON_LIB_COMPILER_MAKERUNTIME_H

#include "hysteron/Compiler/Object.h"
#include "hysteron/Target/Halide/Emit.h"

#include "mlir/IR/Diagnostics.h"

namespace hysteron {

/// Compiles Halide's runtime and ours for exactly this target.
inline llvm::FailureOr<std::string> makeRuntime(llvm::StringRef target,
                                                mlir::Location location,
                                                llvm::StringRef prefix) {
  llvm::FailureOr<std::string> halide =
      emitRuntime(target, Artifact::Bitcode, location);
  if (failed(halide))
    return llvm::failure();
  llvm::LLVMContext context;
  auto module = linkRuntime(context, *halide, prefix);
  if (!module)
    return mlir::emitError(location) << llvm::toString(module.takeError());
  auto object = emitModule(**module, llvm::CodeGenFileType::ObjectFile);
  if (!object)
    return mlir::emitError(location) << llvm::toString(object.takeError());
  return std::move(*object);
}

} // namespace hysteron

#endif // HYSTERON_LIB_COMPILER_MAKERUNTIME_H
