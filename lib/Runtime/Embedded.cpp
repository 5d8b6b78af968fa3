//===- Embedded.cpp - The runtime's code inside the compiler --------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Runtime/Embedded.h"

#include "llvm/TargetParser/Triple.h"

// The assembler reads the files, which is faster than any array of numbers.
#define EMBED(name, path)                                                      \
  asm(".section .rodata." #name ",\"a\",@progbits\n"                           \
      ".balign 16\n"                                                           \
      ".hidden hysteron_embedded_" #name "\n"                                  \
      ".globl hysteron_embedded_" #name "\n"                                   \
      "hysteron_embedded_" #name ":\n"                                         \
      ".incbin \"" path "\"\n"                                                 \
      ".hidden hysteron_embedded_" #name "_end\n"                              \
      ".globl hysteron_embedded_" #name "_end\n"                               \
      "hysteron_embedded_" #name "_end:\n"                                     \
      ".byte 0\n"                                                              \
      ".text\n");                                                              \
  extern "C" const char hysteron_embedded_##name[];                            \
  extern "C" const char hysteron_embedded_##name##_end[];

EMBED(x86_64, HYSTERON_RUNTIME_DIR "/runtime-x86_64.bc")
EMBED(aarch64, HYSTERON_RUNTIME_DIR "/runtime-aarch64.bc")
EMBED(context, HYSTERON_RUNTIME_SOURCE_DIR "/Context.h")

#define EMBEDDED(name)                                                         \
  llvm::StringRef(hysteron_embedded_##name,                                    \
                  hysteron_embedded_##name##_end - hysteron_embedded_##name)

llvm::StringRef hysteron::getRuntimeBitcode(const llvm::Triple &triple) {
  if (triple.getArch() == llvm::Triple::x86_64)
    return EMBEDDED(x86_64);
  if (triple.getArch() == llvm::Triple::aarch64)
    return EMBEDDED(aarch64);
  return {};
}

llvm::StringRef hysteron::getContextHeader() { return EMBEDDED(context); }
