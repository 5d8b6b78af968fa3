//===- Progress.cpp - A bar while something takes long --------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Progress.h"

using namespace hysteron;

/// To the beginning of the line, and empty to its end.
static constexpr llvm::StringLiteral kClearLine = "\r\x1b[K";

void Progress::show(double done, const llvm::Twine &what) {
  if (!isTerminal)
    return;
  constexpr unsigned width = 30;
  unsigned full = std::clamp(done, 0., 1.) * width;
  out << kClearLine << '[' << std::string(full, '#')
      << std::string(width - full, ' ') << "] " << what;
  out.flush();
}

void Progress::printLine(const llvm::Twine &line) {
  clear();
  out << line << '\n';
}

void Progress::clear() {
  if (isTerminal)
    out << kClearLine;
}
