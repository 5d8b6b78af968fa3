//===- hysteron-run.cpp - Runs an activation on arrays --------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Tool.h"
#include "hysteron/Execution/Execution.h"
#include "hysteron/Execution/GradientCheck.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"

using namespace mlir;
using namespace hysteron;
namespace cl = llvm::cl;

namespace {
/// Made when main runs, once the options of the libraries are out of the way.
struct Options {
  cl::list<std::string> inputs{
      cl::Positional, cl::desc("IN.mlir A.npy B.npy ..."), cl::OneOrMore};
  cl::opt<std::string> output{
      "o", cl::desc("Folder for result0.npy, grad0.npy, ..."),
      cl::value_desc("DIR")};
  cl::opt<std::string> function{
      "function", cl::desc("The function to run, if there are several"),
      cl::value_desc("f")};
  cl::list<std::string> cotangents{
      "cotangent", cl::desc("Cotangent of a result; once per result"),
      cl::value_desc("DY.npy")};
  cl::opt<std::string> target{"target",
                              cl::desc("Halide target string (default: host)"),
                              cl::value_desc("T"), cl::init("host")};
  cl::opt<int> threads{"threads",
                       cl::desc("At most so many threads (default: all)"),
                       cl::value_desc("N"), cl::init(0)};
  cl::opt<std::string> residual{
      "residual", cl::desc("What forward keeps for backward"), cl::init("auto"),
      cl::value_desc("auto|input|output|mask|recompute")};
  cl::opt<bool> reference{
      "reference",
      cl::desc("Run through MLIR's own passes in place of Halide's")};
  cl::opt<bool> checkGradient{
      "check-gradient",
      cl::desc("Compare backward with differences of forward, in f64; without "
               "files, on sampled arguments")};
  cl::opt<Mode> mode{
      "mode", cl::desc("What to run without cotangents"),
      cl::values(clEnumValN(Mode::Training, "training",
                            "the forward function of training"),
                 clEnumValN(Mode::Inference, "inference",
                            "the function, without any surrogate (default)")),
      cl::init(Mode::Inference)};
};
} // namespace

namespace {

class Runner {
public:
  Runner(ModuleOp module, const Options &flags)
      : module(module), location(UnknownLoc::get(module.getContext())),
        flags(flags) {}
  LogicalResult run();

private:
  LogicalResult checkGradient();
  LogicalResult read(ArrayRef<std::string> paths, StringRef role,
                     TypeRange types);
  LogicalResult call(const Twine &name) {
    return callByRole(*executor, name.str(), values, location);
  }
  FailureOr<std::unique_ptr<Executor>>
  createExecutor(const CompileOptions &options);

  ModuleOp module;
  Location location;
  const Options &flags;
  std::unique_ptr<Executor> executor;
  TensorsByRole values;
};

} // namespace

LogicalResult Runner::read(ArrayRef<std::string> paths, StringRef role,
                           TypeRange types) {
  if (paths.size() != types.size())
    return emitError(location)
           << "expected " << types.size() << " " << role << " files, but "
           << paths.size() << " are given";
  for (auto [i, path, type] : llvm::enumerate(paths, types)) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    if (!tensor)
      return emitError(location) << role << " " << i << " is no ranked tensor";
    FailureOr<HostTensor> value = readNpy(path, tensor, location);
    if (failed(value))
      return failure();
    values[(role + " " + Twine(i)).str()] = std::move(*value);
  }
  return success();
}

FailureOr<std::unique_ptr<Executor>>
Runner::createExecutor(const CompileOptions &options) {
  if (failed(lowerToKernels(module, options)))
    return failure();
  if (flags.reference)
    return createReferenceExecutor(module);
  if (failed(lowerToPipelines(module)))
    return failure();
  auto executor = createTargetExecutor(module, options, flags.threads);
  if (failed(executor))
    return failure();
  return std::unique_ptr<Executor>(std::move(*executor));
}

LogicalResult Runner::checkGradient() {
  if (!flags.output.empty() || !flags.cotangents.empty() || flags.reference ||
      flags.mode.getNumOccurrences())
    return emitError(location) << "--check-gradient goes without -o, "
                                  "--cotangent, --reference and --mode";
  CompileOptions options;
  options.function = flags.function;
  options.residual = flags.residual;
  options.targets = {flags.target};
  return hysteron::checkGradient(
      module, options, flags.threads,
      ArrayRef<std::string>(flags.inputs).drop_front(), llvm::outs());
}

LogicalResult Runner::run() {
  if (flags.threads < 0)
    return emitError(location) << "a number of threads cannot be negative";
  if (flags.checkGradient)
    return checkGradient();
  if (flags.output.empty())
    return emitError(location) << "-o DIR is missing";
  CompileOptions options;
  options.mode = flags.cotangents.empty() ? Mode(flags.mode) : Mode::Training;
  options.residual = flags.residual;
  options.targets = {flags.target};
  FailureOr<std::string> name = selectFunction(module, flags.function);
  if (failed(name))
    return failure();
  auto source = module.lookupSymbol<func::FuncOp>(*name);
  if (failed(read(ArrayRef<std::string>(flags.inputs).drop_front(), "argument",
                  source.getArgumentTypes())) ||
      (!flags.cotangents.empty() &&
       failed(read(flags.cotangents, "cotangent", source.getResultTypes()))))
    return failure();

  auto created = createExecutor(options);
  if (failed(created))
    return failure();
  executor = std::move(*created);
  if (failed(
          call(*name + (options.mode == Mode::Training ? "_forward" : ""))) ||
      (!flags.cotangents.empty() && failed(call(*name + "_backward"))))
    return failure();

  OutputFiles files;
  for (const auto &[role, value] : values) {
    StringRef number = role;
    if (number.consume_front("result "))
      files.emplace_back(("result" + number + ".npy").str(), writeNpy(value));
    else if (number.consume_front("gradient "))
      files.emplace_back(("grad" + number + ".npy").str(), writeNpy(value));
  }
  return writeFiles(flags.output, files, location);
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::ResetCommandLineParser();
  Options flags;
  parseCommandLine(
      argc, argv, "Runs an activation forward, and backward with cotangents\n");
  DialectRegistry registry;
  registerCompilation(registry);
  ToolContext context(registry);
  OwningOpRef<ModuleOp> module = context.parse(flags.inputs.front());
  return !module || failed(Runner(*module, flags).run());
}
