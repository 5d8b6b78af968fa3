//===- hysteron-run.cpp - Runs an activation on arrays
//-------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Tool.h"
#include "hysteron/Execution/Execution.h"
#include "hysteron/InitAll.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/InitAllPasses.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"

#include <map>

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
      cl::value_desc("DIR"), cl::Required};
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

/// Tensors by their role: "argument 0", "residual 0", ...
using Values = std::map<std::string, HostTensor>;

class Runner {
public:
  Runner(ModuleOp module, const Options &flags)
      : module(module), location(UnknownLoc::get(module.getContext())),
        flags(flags) {}
  LogicalResult run();

private:
  LogicalResult read(ArrayRef<std::string> paths, StringRef role,
                     TypeRange types);
  LogicalResult call(const Twine &name);
  FailureOr<std::unique_ptr<Executor>>
  createExecutor(const CompileOptions &options);

  ModuleOp module;
  Location location;
  const Options &flags;
  std::unique_ptr<Executor> executor;
  Values values;
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

LogicalResult Runner::call(const Twine &name) {
  const Signature *signature = executor->find(name.str());
  if (!signature)
    return emitError(location)
           << "there is no function '" << name << "' after compiling";
  SmallVector<const HostTensor *> arguments;
  for (const Signature::Slot &slot : signature->inputs) {
    auto value = values.find(slot.role);
    if (value == values.end())
      return emitError(location)
             << name << " needs " << slot.role << ", which nothing gives";
    arguments.push_back(&value->second);
  }
  auto results = executor->call(*signature, arguments);
  if (failed(results))
    return failure();
  for (auto [slot, result] : llvm::zip_equal(signature->outputs, *results))
    values[slot.role] = std::move(result);
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

LogicalResult Runner::run() {
  CompileOptions options;
  options.mode = flags.cotangents.empty() ? Mode(flags.mode) : Mode::Training;
  options.residual = flags.residual;
  options.targets = {flags.target};
  if (flags.threads < 0)
    return emitError(location) << "a number of threads cannot be negative";
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
  cl::ParseCommandLineOptions(
      argc, argv, "Runs an activation forward, and backward with cotangents\n");
  DialectRegistry registry;
  registerAllDialects(registry);
  registerReferenceDialects(registry);
  hysteron::registerAllPasses();
  mlir::registerAllPasses();
  ToolContext context(registry);
  OwningOpRef<ModuleOp> module = context.parse(flags.inputs.front());
  return !module || failed(Runner(*module, flags).run());
}
