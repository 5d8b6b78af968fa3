//===- hysteron-compile.cpp - Activations to machine code -----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Report.h"
#include "hysteron/Compiler/Tool.h"

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
  cl::opt<std::string> schedule{
      "schedule", cl::desc("Schedules to use in place of our own"),
      cl::value_desc("S.mlir")};
  cl::opt<bool> partial{
      "partial", cl::desc("If something cannot be compiled, compile the kernels "
                          "around it and warn")};
  cl::opt<std::string> prefix{"symbol-prefix",
                              cl::desc("Prefix of all exported symbols"),
                              cl::value_desc("P")};
};
} // namespace

static LogicalResult run(const Options &flags, ToolContext &context) {
  if (flags.output.empty() && !flags.report)
    return emitError(context.getCommandLine()) << "-o DIR is missing";
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
  // Schedules speak of pipelines that are not there yet.
  OwningOpRef<ModuleOp> schedules;
  if (!flags.schedule.empty()) {
    schedules = context.parse(flags.schedule, /*verify=*/false);
    if (!schedules)
      return failure();
    options.schedules = *schedules;
  }
  FailureOr<OutputFiles> files = compileModule(*module, options);
  if (failed(files))
    return failure();
  return writeFiles(flags.output, *files, context.getCommandLine());
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::ResetCommandLineParser();
  Options flags;
  cl::ParseCommandLineOptions(
      argc, argv,
      "Compiles activations to forward and backward machine code\n");
  DialectRegistry registry;
  registerCompilation(registry);
  ToolContext context(registry);
  return failed(run(flags, context));
}
