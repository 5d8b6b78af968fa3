//===- Modules.h - LLVM modules that become objects -------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_COMPILER_MODULES_H
#define HYSTERON_LIB_COMPILER_MODULES_H

#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/Error.h"
#include "llvm/Target/TargetMachine.h"

namespace hysteron {

llvm::Error makeError(const llvm::Twine &message);

/// From now on, errors that LLVM reports go to `text`, in place of being printed
/// and ending the process.
void keepDiagnostics(llvm::LLVMContext &context, std::string &text);

llvm::Expected<std::unique_ptr<llvm::TargetMachine>>
makeMachine(const llvm::Triple &triple);

/// Halide's modules, made by an older LLVM, in the form that we link.
llvm::Expected<std::unique_ptr<llvm::Module>>
readModule(llvm::LLVMContext &context, llvm::StringRef bitcode,
           llvm::StringRef name);

/// Removes what only describes how a module was made: it would differ between
/// modules that are to be linked.
void dropProvenance(llvm::Module &module, llvm::StringRef name);

/// LLVM's passes, with the analyses that they ask for.
void runPasses(llvm::Module &module, llvm::PassBuilder &builder,
               llvm::ModulePassManager passes);

/// Makes all functions but those to keep internal and drops those that nobody
/// calls.
void internalise(llvm::Module &module,
                 llvm::function_ref<bool(const llvm::GlobalValue &)> keep);

/// The text of a module flag, or nothing.
llvm::StringRef getFlag(const llvm::Module &module, llvm::StringRef name);

} // namespace hysteron

#endif // HYSTERON_LIB_COMPILER_MODULES_H
