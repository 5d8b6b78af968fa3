//===- hysteron-fuzz-parser.cpp - libFuzzer on the compiler ---------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Parser.h"

#include "hysteron/Compiler/Compile.h"

#include "mlir/IR/DialectRegistry.h"

#include <cstring>
#include <memory>

using namespace mlir;

/// A context keeps every attribute that it has seen, so it is made anew now and
/// then.
static MLIRContext &getContext() {
  static std::unique_ptr<MLIRContext> context;
  static unsigned uses = 0;
  if (!context || uses++ == 500) {
    static const DialectRegistry registry = [] {
      DialectRegistry registry;
      hysteron::registerCompilation(registry);
      return registry;
    }();
    context.reset();
    context = std::make_unique<MLIRContext>(registry, MLIRContext::Threading::DISABLED);
    context->loadAllAvailableDialects();
    context->printOpOnDiagnostic(false);
    uses = 0;
  }
  return *context;
}

static fuzz::Mutator &getMutator() {
  static fuzz::Mutator mutator(getContext());
  return mutator;
}

static size_t store(const std::string &text, uint8_t *data, size_t limit) {
  size_t size = std::min(text.size(), limit);
  std::memcpy(data, text.data(), size);
  return size;
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t limit, unsigned seed) {
  StringRef text(reinterpret_cast<char *>(data), size);
  return store(getMutator().mutate(text, seed), data, limit);
}

extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t *data1, size_t size1, const uint8_t *data2, size_t size2,
                                            uint8_t *out, size_t limit, unsigned seed) {
  StringRef first(reinterpret_cast<const char *>(data1), size1), second(reinterpret_cast<const char *>(data2), size2);
  return store(getMutator().cross(first, second, seed), out, limit);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  StringRef text(reinterpret_cast<const char *>(data), size);
  // Null characters end a file early for MLIR.
  if (!text.contains('\0'))
    fuzz::check(getContext(), text);
  return 0;
}
