//===- Tool.cpp - What the command-line tools share -----------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Tool.h"

#include "mlir/IR/AsmState.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Support/FileUtilities.h"
#include "llvm/Support/ToolOutputFile.h"
#include "llvm/Support/WithColor.h"

using namespace mlir;
using namespace hysteron;

ToolContext::ToolContext(const DialectRegistry &registry)
    // Threads would cost more to start than they save here.
    : context(registry, MLIRContext::Threading::DISABLED),
      sourceHandler(sources, &context),
      commandLineHandler(&context, [](Diagnostic &diagnostic) {
        if (!isa<UnknownLoc>(diagnostic.getLocation()) ||
            diagnostic.getSeverity() != DiagnosticSeverity::Error)
          return failure();
        llvm::WithColor::error() << diagnostic.str() << "\n";
        return success();
      }) {
  context.printOpOnDiagnostic(false);
}

Location ToolContext::getCommandLine() { return UnknownLoc::get(&context); }

OwningOpRef<ModuleOp> ToolContext::parse(StringRef path, bool verify) {
  std::string message;
  auto file = openInputFile(path, &message);
  if (!file) {
    emitError(getCommandLine()) << message;
    return {};
  }
  // A source manager parses its first file only.
  llvm::SourceMgr own;
  own.AddNewSourceBuffer(llvm::MemoryBuffer::getMemBuffer(*file),
                         llvm::SMLoc());
  sources.AddNewSourceBuffer(std::move(file), llvm::SMLoc());
  return parseSourceFile<ModuleOp>(own, ParserConfig(&context, verify));
}
