//===- Tool.h - What the command-line tools share ---------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_COMPILER_TOOL_H
#define HYSTERON_COMPILER_TOOL_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/SourceMgr.h"

namespace hysteron {

/// Parses the options that were made since cl::ResetCommandLineParser() took those of
/// the libraries away, and reports errors and exits as cl::ParseCommandLineOptions does.
void parseCommandLine(int argc, char **argv, llvm::StringRef overview);

/// The context of a tool that reads files. Diagnostics show the line that they
/// are about; those about the command line have no place to show.
class ToolContext {
public:
  explicit ToolContext(const mlir::DialectRegistry &registry);

  mlir::MLIRContext *get() { return &context; }
  mlir::Location getCommandLine();

  /// A module from a file, or null after reporting errors. Without `verify`,
  /// what it says of other ops is not checked yet.
  mlir::OwningOpRef<mlir::ModuleOp> parse(llvm::StringRef path,
                                          bool verify = true);

private:
  mlir::MLIRContext context;
  llvm::SourceMgr sources;
  mlir::SourceMgrDiagnosticHandler sourceHandler;
  mlir::ScopedDiagnosticHandler commandLineHandler;
};

} // namespace hysteron

#endif // HYSTERON_COMPILER_TOOL_H
