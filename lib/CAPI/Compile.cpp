//===- Compile.cpp - C API for modules to machine code --------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron-c/Compile.h"

#include "hysteron/Compiler/Compile.h"

#include "mlir/CAPI/IR.h"
#include "mlir/CAPI/Support.h"
#include "mlir/Parser/Parser.h"

#include <mutex>

using namespace mlir;
using namespace hysteron;

namespace {
/// The options of C++, and what of them is not given yet.
struct Options : CompileOptions {
  Options() {
    targets.clear();
    emit.clear();
  }
  std::string scheduleText;
};
} // namespace

DEFINE_C_API_PTR_METHODS(HysteronCompileOptions, Options)
DEFINE_C_API_PTR_METHODS(HysteronFiles, OutputFiles)

#define SAME(c, cpp) static_assert(int(Hysteron##c) == int(cpp))
SAME(ModeTraining, Mode::Training);
SAME(ModeInference, Mode::Inference);
SAME(EmitObject, Emit::Object);
SAME(EmitHeader, Emit::Header);
SAME(EmitAssembly, Emit::Assembly);
SAME(EmitLLVM, Emit::LLVM);
SAME(EmitPTX, Emit::PTX);
SAME(EmitStmt, Emit::Stmt);
SAME(EmitHtml, Emit::Html);
SAME(EmitIR, Emit::IR);
#undef SAME

HysteronCompileOptions hysteronCompileOptionsCreate() {
  return wrap(new Options);
}

void hysteronCompileOptionsDestroy(HysteronCompileOptions options) {
  delete unwrap(options);
}

void hysteronCompileOptionsSetFunction(HysteronCompileOptions options,
                                       MlirStringRef name) {
  unwrap(options)->function = unwrap(name).str();
}

void hysteronCompileOptionsSetMode(HysteronCompileOptions options,
                                   HysteronMode mode) {
  unwrap(options)->mode = Mode(mode);
}

void hysteronCompileOptionsAddTarget(HysteronCompileOptions options,
                                     MlirStringRef target) {
  unwrap(options)->targets.push_back(unwrap(target).str());
}

void hysteronCompileOptionsAddEmit(HysteronCompileOptions options,
                                   HysteronEmit kind) {
  unwrap(options)->emit.push_back(Emit(kind));
}

void hysteronCompileOptionsSetResidual(HysteronCompileOptions options,
                                       MlirStringRef residual) {
  unwrap(options)->residual = unwrap(residual).str();
}

void hysteronCompileOptionsSetPartial(HysteronCompileOptions options,
                                      bool partial) {
  unwrap(options)->partial = partial;
}

void hysteronCompileOptionsSetSymbolPrefix(HysteronCompileOptions options,
                                           MlirStringRef prefix) {
  unwrap(options)->symbolPrefix = unwrap(prefix).str();
}

void hysteronCompileOptionsSetSchedules(HysteronCompileOptions options,
                                        MlirStringRef text) {
  unwrap(options)->scheduleText = unwrap(text).str();
}

MlirLogicalResult hysteronCompileModule(MlirModule module,
                                        HysteronCompileOptions options,
                                        HysteronFiles *files) {
  // A fork while another thread holds a lock of LLVM's or MLIR's would leave the
  // child waiting for it.
  static std::mutex mutex;
  std::lock_guard<std::mutex> guard(mutex);

  *files = {nullptr};
  CompileOptions given = *unwrap(options);
  const CompileOptions defaults;
  if (given.targets.empty())
    given.targets = defaults.targets;
  if (given.emit.empty())
    given.emit = defaults.emit;

  MLIRContext *context = unwrap(module).getContext();
  DialectRegistry registry;
  registerCompilation(registry);
  context->appendDialectRegistry(registry);

  OwningOpRef<ModuleOp> schedules;
  const std::string &text = unwrap(options)->scheduleText;
  if (!text.empty()) {
    // They speak of pipelines that are not there yet.
    schedules = parseSourceString<ModuleOp>(
        text, ParserConfig(context, /*verifyAfterParse=*/false), "schedules");
    if (!schedules)
      return wrap(failure());
    given.schedules = *schedules;
  }
  OwningOpRef<ModuleOp> copy = unwrap(module).clone();
  FailureOr<OutputFiles> compiled = compileModule(*copy, given);
  if (failed(compiled))
    return wrap(failure());
  *files = wrap(new OutputFiles(std::move(*compiled)));
  return wrap(success());
}

intptr_t hysteronFilesGetNumFiles(HysteronFiles files) {
  return unwrap(files)->size();
}

MlirStringRef hysteronFilesGetName(HysteronFiles files, intptr_t pos) {
  return wrap(StringRef((*unwrap(files))[pos].first));
}

MlirStringRef hysteronFilesGetContents(HysteronFiles files, intptr_t pos) {
  return wrap(StringRef((*unwrap(files))[pos].second));
}

MlirStringRef hysteronFilesLookup(HysteronFiles files, MlirStringRef name) {
  for (const auto &[each, contents] : *unwrap(files))
    if (each == unwrap(name))
      return wrap(StringRef(contents));
  return {nullptr, 0};
}

MlirLogicalResult hysteronFilesWrite(HysteronFiles files, MlirStringRef folder,
                                     MlirLocation location) {
  return wrap(writeFiles(unwrap(folder), *unwrap(files), unwrap(location)));
}

void hysteronFilesDestroy(HysteronFiles files) { delete unwrap(files); }
