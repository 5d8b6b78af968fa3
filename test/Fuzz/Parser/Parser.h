//===- Parser.h - Mutated modules through the compiler ----------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_TEST_FUZZ_PARSER_PARSER_H
#define HYSTERON_TEST_FUZZ_PARSER_PARSER_H

#include "mlir/IR/MLIRContext.h"

#include <random>
#include <string>
#include <vector>

namespace fuzz {

/// Takes a module through the parser and the passes of the compiler, some also
/// through Halide. Whatever the text is, each step either succeeds without an
/// error or fails with one that has a location, and what succeeds can be
/// printed and parsed again; anything else ends the program.
void check(mlir::MLIRContext &context, llvm::StringRef text);

/// Changes a token, a line or a few.
class Mutator {
public:
  /// Words are those of the grammar and the names of all registered ops.
  explicit Mutator(mlir::MLIRContext &context);
  std::string mutate(llvm::StringRef text, unsigned seed);
  /// Lines of one in the other.
  std::string cross(llvm::StringRef text, llvm::StringRef other, unsigned seed);

private:
  std::vector<std::string> words;
};

} // namespace fuzz

#endif // HYSTERON_TEST_FUZZ_PARSER_PARSER_H
