//===- Caller.h - Functions of any number of pointers -----------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_EXECUTION_CALLER_H
#define HYSTERON_LIB_EXECUTION_CALLER_H

#include "llvm/IR/Module.h"

namespace hysteron {

/// Adds a function `name` that takes `count` pointers as an array and calls
/// `callee` with them one by one.
void addCaller(llvm::Module &module, llvm::StringRef callee,
               llvm::StringRef name, unsigned count, llvm::Type *result);

} // namespace hysteron

#endif // HYSTERON_LIB_EXECUTION_CALLER_H
