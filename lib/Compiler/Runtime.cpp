//===- Runtime.cpp - The runtime for a target -----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One runtime serves all instruction sets of an architecture: it must run on
// any of them to say that a kernel cannot, and none of it is hot.
//
//===----------------------------------------------------------------------===//

#include "MakeRuntime.h"

#include "hysteron/Compiler/Compile.h"

// The assembler reads the files that MakeRuntime wrote.
#define EMBED(name)                                                            \
  asm(".section .rodata.runtime_" #name ",\"a\",@progbits\n"                   \
      ".balign 16\n"                                                           \
      ".hidden hysteron_runtime_" #name "\n"                                   \
      ".globl hysteron_runtime_" #name "\n"                                    \
      "hysteron_runtime_" #name ":\n"                                          \
      ".incbin \"" HYSTERON_RUNTIME_OBJECTS "/" #name ".o\"\n"                 \
      ".hidden hysteron_runtime_" #name "_end\n"                               \
      ".globl hysteron_runtime_" #name "_end\n"                                \
      "hysteron_runtime_" #name "_end:\n"                                      \
      ".byte 0\n"                                                              \
      ".text\n");                                                              \
  extern "C" const char hysteron_runtime_##name[];                             \
  extern "C" const char hysteron_runtime_##name##_end[];

EMBED(x86_none)
EMBED(x86_cuda)
EMBED(x86_opencl)
EMBED(arm_none)
EMBED(arm_cuda)
EMBED(arm_opencl)

using namespace mlir;
using namespace hysteron;

namespace {
struct Runtime {
  Arch arch;
  Device device;
  StringRef target;
  const char *begin, *end;
};
} // namespace

#define RUNTIME(name, arch, device, target)                                    \
  {Arch::arch, Device::device, target, hysteron_runtime_##name,                \
   hysteron_runtime_##name##_end}

static const Runtime runtimes[] = {
    RUNTIME(x86_none, X86, None, "x86-64-linux"),
    RUNTIME(x86_cuda, X86, CUDA, "x86-64-linux-cuda"),
    RUNTIME(x86_opencl, X86, OpenCL, "x86-64-linux-opencl"),
    RUNTIME(arm_none, Arm, None, "arm-64-linux"),
    RUNTIME(arm_cuda, Arm, CUDA, "arm-64-linux-cuda"),
    RUNTIME(arm_opencl, Arm, OpenCL, "arm-64-linux-opencl"),
};

FailureOr<std::string> hysteron::compileRuntime(StringRef target,
                                                Location location,
                                                StringRef prefix) {
  auto info = parseTarget(target, [&] { return emitError(location); });
  if (failed(info))
    return failure();
  for (const Runtime &runtime : runtimes) {
    if (runtime.arch != info->arch || runtime.device != info->device)
      continue;
    // Another prefix gives all symbols other names.
    if (prefix.empty())
      return std::string(runtime.begin, runtime.end);
    return makeRuntime(runtime.target, location, prefix);
  }
  return emitError(location)
         << "there is no runtime for target '" << target << "'";
}
