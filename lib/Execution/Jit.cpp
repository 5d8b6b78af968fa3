//===- Jit.cpp - Object files in this process -----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Jit.h"

#include "llvm/ExecutionEngine/Orc/ExecutionUtils.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/TargetSelect.h"

using namespace llvm;
using namespace hysteron;

Expected<std::unique_ptr<Jit>> Jit::create() {
  InitializeNativeTarget();
  InitializeNativeTargetAsmPrinter();
  auto jit = orc::LLJITBuilder().create();
  if (!jit)
    return jit.takeError();
  // libc, libm and threads are this process's own.
  auto process = orc::DynamicLibrarySearchGenerator::GetForCurrentProcess(
      (*jit)->getDataLayout().getGlobalPrefix());
  if (!process)
    return process.takeError();
  (*jit)->getMainJITDylib().addGenerator(std::move(*process));
  return std::unique_ptr<Jit>(new Jit(std::move(*jit)));
}

Jit::~Jit() {
  // The pool's threads wait in code that is about to go.
  const char *name = "hysteron_halide_shutdown_thread_pool";
  if (auto shutdown = lookup(name))
    reinterpret_cast<void (*)()>(*shutdown)();
  else
    consumeError(shutdown.takeError());
}

Error Jit::define(StringRef name, void *address) {
  orc::ExecutorSymbolDef symbol(orc::ExecutorAddr::fromPtr(address), JITSymbolFlags::Exported);
  return jit->getMainJITDylib().define(
      orc::absoluteSymbols({{jit->mangleAndIntern(name), symbol}}));
}

Error Jit::add(std::string object) {
  return jit->addObjectFile(MemoryBuffer::getMemBufferCopy(object, "object"));
}

Expected<void *> Jit::lookup(StringRef name) {
  auto address = jit->lookup(name);
  if (!address)
    return address.takeError();
  return address->toPtr<void *>();
}
