//===- Jit.h - Object files in this process ---------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_EXECUTION_JIT_H
#define HYSTERON_LIB_EXECUTION_JIT_H

#include "llvm/ExecutionEngine/Orc/LLJIT.h"

namespace hysteron {

class Jit {
public:
  static llvm::Expected<std::unique_ptr<Jit>> create();
  ~Jit();
  /// What objects find under `name` instead of this process's own.
  llvm::Error define(llvm::StringRef name, void *address);
  llvm::Error add(std::string object);
  llvm::Expected<void *> lookup(llvm::StringRef name);

private:
  explicit Jit(std::unique_ptr<llvm::orc::LLJIT> jit) : jit(std::move(jit)) {}
  std::unique_ptr<llvm::orc::LLJIT> jit;
};

} // namespace hysteron

#endif // HYSTERON_LIB_EXECUTION_JIT_H
