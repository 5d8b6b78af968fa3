//===- Object.h - Machine code of functions and of the runtime --*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_COMPILER_OBJECT_H
#define HYSTERON_COMPILER_OBJECT_H

#include "hysteron/Compiler/Interface.h"

#include "llvm/IR/Module.h"
#include "llvm/Support/CodeGen.h"
#include "llvm/Support/Error.h"

namespace hysteron {

/// A kernel compiled by Halide for one target.
struct KernelVersion {
  std::string target;
  /// LLVM bitcode with the function NAME_kernel_argv.
  std::string bitcode;
};

/// Who calls a compiled function: a program through the header, or the code of
/// a model around the kernel.
enum class Caller { Program, Model };

/// One module with the exported function, its descriptor and all versions of
/// its kernel. Exported and runtime names start with `prefix`.
llvm::Expected<std::unique_ptr<llvm::Module>>
linkFunction(llvm::LLVMContext &context, const FunctionInterface &interface,
             llvm::ArrayRef<KernelVersion> versions, llvm::StringRef prefix,
             Caller caller = Caller::Program);

/// A kernel that a model calls.
using ModelKernel = std::pair<FunctionInterface, KernelVersion>;

/// A whole model as a version of a kernel: `code`, in which the function is in
/// MLIR's C calling convention and calls the kernels, is optimised and joined
/// with them. `empty` is what Halide makes of nothing for the target: it tells
/// the processor.
llvm::Expected<std::string>
linkModel(std::unique_ptr<llvm::Module> code, llvm::StringRef empty,
          const FunctionInterface &interface,
          llvm::ArrayRef<ModelKernel> kernels, llvm::StringRef prefix);

/// Our runtime and Halide's in one module.
llvm::Expected<std::unique_ptr<llvm::Module>>
linkRuntime(llvm::LLVMContext &context, llvm::StringRef halideBitcode,
            llvm::StringRef prefix);

/// Machine code or assembly of a module from above.
llvm::Expected<std::string> emitModule(llvm::Module &module,
                                       llvm::CodeGenFileType type);

/// A static library; members are names and contents.
llvm::Expected<std::string>
writeLibrary(llvm::ArrayRef<std::pair<std::string, std::string>> members);

/// The C header for functions that were compiled from `source`.
std::string writeHeader(llvm::StringRef guard,
                        llvm::ArrayRef<FunctionInterface> functions,
                        llvm::StringRef prefix);

} // namespace hysteron

#endif // HYSTERON_COMPILER_OBJECT_H
