//===- Embedded.h - The runtime's code inside the compiler ------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_RUNTIME_EMBEDDED_H
#define HYSTERON_RUNTIME_EMBEDDED_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class Triple;
}

namespace hysteron {

/// LLVM bitcode of lib/Runtime for the architecture; empty if it has none.
llvm::StringRef getRuntimeBitcode(const llvm::Triple &triple);

/// The text that every generated header has: the context and error codes.
llvm::StringRef getContextHeader();

} // namespace hysteron

#endif // HYSTERON_RUNTIME_EMBEDDED_H
