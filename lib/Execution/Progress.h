//===- Progress.h - A bar while something takes long ------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_EXECUTION_PROGRESS_H
#define HYSTERON_LIB_EXECUTION_PROGRESS_H

#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

namespace hysteron {

/// A bar in the last line of a terminal, gone in the end; elsewhere only lines.
class Progress {
public:
  explicit Progress(llvm::raw_ostream &out)
      : out(out), isTerminal(out.is_displayed()) {}
  ~Progress() { clear(); }

  /// `done` is from 0 to 1.
  void show(double done, const llvm::Twine &what);
  void printLine(const llvm::Twine &line);

private:
  void clear();

  llvm::raw_ostream &out;
  bool isTerminal;
};

} // namespace hysteron

#endif // HYSTERON_LIB_EXECUTION_PROGRESS_H
