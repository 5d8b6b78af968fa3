//===- Report.h - What training keeps and moves -----------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_COMPILER_REPORT_H
#define HYSTERON_COMPILER_REPORT_H

#include "hysteron/Compiler/Compile.h"

namespace hysteron {

/// One activation. Bits are per element, of the activation as a kernel of its
/// own; fused with its neighbours it moves less.
struct ResidualReportRow {
  /// "line:column", or whatever else its location is.
  std::string location;
  std::string op, residual;
  /// What backward reads: "argument 0", "result 0", "shared" (kept for another
  /// op, too), "x", "y", "mask", or "x anew" where x is recomputed.
  std::string reads;
  /// Kept for this activation and nothing else; bytes where the shape is static.
  int64_t keptBits;
  std::optional<int64_t> keptBytes;
  int64_t forwardBits, backwardBits;
  /// What PyTorch's autograd saves for it.
  std::string torchKeeps;
  int64_t torchBits;
};

/// Which of f's arguments f_backward reads again, so that forward must not write
/// over them. Which functions can work in place at all, the header says.
struct BackwardReport {
  std::string function;
  std::vector<unsigned> arguments;
};

struct ResidualReport {
  /// In the order of the program.
  std::vector<ResidualReportRow> activations;
  std::vector<BackwardReport> functions;
};

/// What `compileModule` with these options would keep. Changes the module.
llvm::FailureOr<ResidualReport> reportResiduals(mlir::ModuleOp module,
                                                const CompileOptions &options);

/// As a table.
void print(const ResidualReport &report, llvm::raw_ostream &out);

} // namespace hysteron

#endif // HYSTERON_COMPILER_REPORT_H
