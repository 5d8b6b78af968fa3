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
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/ToolOutputFile.h"
#include "llvm/Support/WithColor.h"

using namespace mlir;
using namespace hysteron;

void hysteron::parseCommandLine(int argc, char **argv, StringRef overview) {
  namespace cl = llvm::cl;
  // --help shows options by category, and the reset took away the one of those without.
  static cl::OptionCategory category("Options");
  for (auto &[name, option] : cl::getRegisteredOptions())
    if (llvm::is_contained(option->Categories, &cl::getGeneralCategory()))
      option->addCategory(category);
  cl::ParseCommandLineOptions(argc, argv, overview);
}

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

/// MLIR's parser calls itself for what is nested; it would overflow the stack.
static constexpr unsigned deepest = 1000;

/// Where brackets are nested too deeply, if anywhere.
static size_t findDeepNesting(StringRef text) {
  unsigned depth = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    StringRef rest = text.drop_front(i);
    if (rest.starts_with("//")) {
      i += std::min(rest.find('\n'), rest.size());
    } else if (rest.front() == '"') {
      for (++i; i < text.size() && text[i] != '"' && text[i] != '\n'; ++i)
        i += text[i] == '\\';
    } else if (rest.starts_with("->")) {
      ++i;
    } else if (StringRef("([{<").contains(rest.front())) {
      if (++depth > deepest)
        return i;
    } else if (StringRef(")]}>").contains(rest.front()) && depth > 0) {
      --depth;
    }
  }
  return StringRef::npos;
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
  StringRef text = file->getBuffer();
  sources.AddNewSourceBuffer(std::move(file), llvm::SMLoc());
  if (size_t place = findDeepNesting(text); place != StringRef::npos) {
    auto [line, column] = own.getLineAndColumn(
        llvm::SMLoc::getFromPointer(text.data() + place));
    emitError(FileLineColLoc::get(&context, path, line, column))
        << "nested more than " << deepest << " deep";
    return {};
  }
  // MLIR 22's parser crashes after the error where the list of dimensions of
  // linalg.reduce, broadcast or transpose is none, and what it held then is lost.
  // That of tosa.clamp rejects attributes without a word.
  bool said = false;
  ScopedDiagnosticHandler listener(&context, [&](Diagnostic &diagnostic) {
    said |= diagnostic.getSeverity() == DiagnosticSeverity::Error;
    return failure();
  });
  OwningOpRef<ModuleOp> module;
  llvm::CrashRecoveryContext::Enable();
  llvm::CrashRecoveryContext().RunSafely([&] {
    module = parseSourceFile<ModuleOp>(own, ParserConfig(&context, verify));
  });
  llvm::CrashRecoveryContext::Disable();
  if (!module && !said)
    emitError(FileLineColLoc::get(&context, path, 1, 1))
        << "MLIR's parser rejects something in this file and does not say what";
  return module;
}
