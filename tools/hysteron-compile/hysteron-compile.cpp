//===- hysteron-compile.cpp - Activations to machine code -----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Report.h"
#include "hysteron/Compiler/Tool.h"
#include "hysteron/Execution/Autotune.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"

using namespace mlir;
using namespace hysteron;
namespace cl = llvm::cl;

namespace {
/// Made when main runs, once the options of the libraries are out of the way.
struct Options {
  cl::opt<std::string> input{cl::Positional, cl::desc("IN.mlir"),
                             cl::init("-")};
  cl::opt<std::string> output{"o", cl::desc("Folder for the files"),
                              cl::value_desc("DIR")};
  cl::list<std::string> targets{
      "target",
      cl::desc("Halide target string (default: host); may be repeated"),
      cl::value_desc("T")};
  cl::opt<Mode> mode{
      "mode", cl::desc("What to compile"),
      cl::values(clEnumValN(Mode::Training, "training",
                            "forward and backward (default)"),
                 clEnumValN(Mode::Inference, "inference",
                            "the function, without any surrogate")),
      cl::init(Mode::Training)};
  cl::opt<std::string> function{
      "function", cl::desc("The function to compile, if there are several"),
      cl::value_desc("f")};
  cl::list<Emit> emits{
      "emit", cl::desc("Files to write (default: object,header)"),
      cl::values(
          clEnumValN(Emit::Object, "object", "object files and the runtime's"),
          clEnumValN(Emit::Header, "header", "the C header"),
          clEnumValN(Emit::Assembly, "asm", "assembly"),
          clEnumValN(Emit::LLVM, "llvm", "LLVM IR"),
          clEnumValN(Emit::PTX, "ptx", "PTX of CUDA targets"),
          clEnumValN(Emit::Stmt, "stmt", "Halide's loops as text"),
          clEnumValN(Emit::Html, "html", "Halide's loops for a browser"),
          clEnumValN(Emit::IR, "ir", "pipelines and schedules as MLIR")),
      cl::CommaSeparated};
  cl::opt<std::string> residual{
      "residual", cl::desc("What forward keeps for backward"), cl::init("auto"),
      cl::value_desc("auto|input|output|mask|recompute")};
  cl::opt<bool> report{
      "report", cl::desc("Print what training keeps and moves, per activation; "
                         "without -o nothing is compiled")};
  cl::list<std::string> schedules{
      "schedule",
      cl::desc("Schedules to use in place of our own; may be repeated"),
      cl::value_desc("S.mlir")};
  cl::opt<bool> autotune{
      "autotune", cl::desc("Measure some schedules on this machine, use the "
                           "fastest and write them to DIR/T/f.schedule.mlir")};
  cl::list<int64_t> sizes{
      "autotune-sizes",
      cl::desc("For --autotune: the sizes of the dynamic dimensions of the "
               "arguments in order, or one for all"),
      cl::value_desc("N"), cl::CommaSeparated};
  cl::opt<bool> partial{
      "partial",
      cl::desc("If something cannot be compiled, compile the kernels "
               "around it and warn")};
  cl::opt<std::string> prefix{"symbol-prefix",
                              cl::desc("Prefix of all exported symbols"),
                              cl::value_desc("P")};
};
} // namespace

/// The files given by --schedule as one module.
static OwningOpRef<ModuleOp> readSchedules(ArrayRef<std::string> paths,
                                           ToolContext &context) {
  OwningOpRef<ModuleOp> all;
  for (const std::string &path : paths) {
    // Schedules speak of pipelines that are not there yet.
    OwningOpRef<ModuleOp> module = context.parse(path, /*verify=*/false);
    if (!module)
      return nullptr;
    if (!all)
      all = std::move(module);
    else
      all->getBody()->getOperations().splice(
          all->getBody()->end(), module->getBody()->getOperations());
  }
  return all;
}

/// Adds to the files the schedules for each target, for --schedule to read.
static void addSchedules(OutputFiles &files, StringRef function,
                         ModuleOp schedules, ArrayRef<std::string> targets) {
  for (const std::string &target : targets) {
    std::string text;
    llvm::raw_string_ostream out(text);
    for (auto schedule : schedules.getOps<halide::ScheduleOp>())
      if (schedule.getTarget() == target) {
        schedule->print(out, OpPrintingFlags().assumeVerified());
        out << '\n';
      }
    files.emplace_back((target + "/" + function + ".schedule.mlir").str(),
                       text);
  }
}

static LogicalResult checkAutotune(const Options &flags, ToolContext &context) {
  auto error = [&] { return emitError(context.getCommandLine()); };
  if (!flags.autotune)
    return flags.sizes.empty()
               ? success()
               : error() << "--autotune-sizes goes with --autotune";
  if (!flags.schedules.empty() || flags.partial)
    return error() << "--autotune goes without --schedule and --partial";
  if (llvm::any_of(flags.sizes, [](int64_t size) { return size <= 0; }))
    return error() << "--autotune-sizes are positive";
  return success();
}

static LogicalResult run(const Options &flags, ToolContext &context) {
  if (flags.output.empty() && !flags.report)
    return emitError(context.getCommandLine()) << "-o DIR is missing";
  if (failed(checkAutotune(flags, context)))
    return failure();
  CompileOptions options;
  options.function = flags.function;
  options.mode = flags.mode;
  options.residual = flags.residual;
  options.symbolPrefix = flags.prefix;
  options.partial = flags.partial;
  // Ops that nobody here knows are left out like others.
  context.get()->allowUnregisteredDialects(flags.partial);
  if (!flags.targets.empty())
    options.targets.assign(flags.targets.begin(), flags.targets.end());
  if (!flags.emits.empty())
    options.emit.assign(flags.emits.begin(), flags.emits.end());

  OwningOpRef<ModuleOp> module = context.parse(flags.input);
  if (!module)
    return failure();
  if (flags.report) {
    OwningOpRef<ModuleOp> copy = module->clone();
    FailureOr<ResidualReport> report = reportResiduals(*copy, options);
    if (failed(report))
      return failure();
    print(*report, llvm::outs());
    if (flags.output.empty())
      return success();
  }
  OwningOpRef<ModuleOp> schedules;
  if (flags.autotune) {
    FailureOr<std::string> name = selectFunction(*module, options.function);
    if (failed(name))
      return failure();
    options.function = *name;
    OwningOpRef<ModuleOp> copy = module->clone();
    auto tuned = autotune(*copy, options, flags.sizes, llvm::errs());
    if (failed(tuned))
      return failure();
    schedules = std::move(*tuned);
  } else if (!flags.schedules.empty()) {
    schedules = readSchedules(flags.schedules, context);
    if (!schedules)
      return failure();
  }
  options.schedules = schedules.get();
  FailureOr<OutputFiles> files = compileModule(*module, options);
  if (failed(files))
    return failure();
  if (flags.autotune)
    addSchedules(*files, options.function, *schedules, options.targets);
  return writeFiles(flags.output, *files, context.getCommandLine());
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::ResetCommandLineParser();
  Options flags;
  parseCommandLine(
      argc, argv,
      "Compiles activations to forward and backward machine code\n");
  DialectRegistry registry;
  registerCompilation(registry);
  ToolContext context(registry);
  return failed(run(flags, context));
}
