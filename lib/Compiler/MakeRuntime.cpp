//===- MakeRuntime.cpp - Compiles the runtime while we are built ----------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The runtime is the same for every function, and compiling it takes longer
// than most functions do. MakeRuntime TARGET FILE
//
//===----------------------------------------------------------------------===//

#include "MakeRuntime.h"

#include "llvm/Support/raw_ostream.h"

int main(int argc, char **argv) {
  if (argc != 3)
    return 1;
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  auto object =
      hysteron::makeRuntime(argv[1], mlir::UnknownLoc::get(&context), "");
  if (failed(object))
    return 1;
  std::error_code code;
  llvm::raw_fd_ostream file(argv[2], code);
  file << *object;
  file.close();
  return code || file.has_error();
}
