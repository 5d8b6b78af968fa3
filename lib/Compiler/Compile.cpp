//===- Compile.cpp - From a module to files -------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Compile.h"

#include "Host.h"

#include "hysteron/Target/Halide/Emit.h"

#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace hysteron;

/// An LLVM error as a diagnostic.
static LogicalResult report(llvm::Error error, Location location) {
  return emitError(location) << llvm::toString(std::move(error));
}

/// Adds the user's schedules for this target to the pipelines.
static LogicalResult addSchedules(ModuleOp module, StringRef target,
                                  ModuleOp schedules) {
  OpBuilder builder = OpBuilder::atBlockEnd(module.getBody());
  llvm::StringSet<> scheduled;
  for (auto schedule : schedules.getOps<halide::ScheduleOp>()) {
    if (schedule.getTarget() != target)
      continue;
    if (!scheduled.insert(schedule.getPipeline()).second)
      return schedule.emitError("a second schedule of '")
             << schedule.getPipeline() << "' for this target";
    builder.clone(*schedule);
  }
  return success();
}

/// Each of the user's schedules must be of use.
static LogicalResult checkSchedules(ModuleOp module,
                                    const CompileOptions &options) {
  ModuleOp schedules = options.schedules;
  if (!schedules)
    return success();
  bool found = false;
  for (auto schedule : schedules.getOps<halide::ScheduleOp>()) {
    found = true;
    if (!module.lookupSymbol<halide::PipelineOp>(schedule.getPipeline()))
      return schedule.emitError("there is no pipeline '")
             << schedule.getPipeline() << "' to schedule";
    if (!llvm::is_contained(options.targets, schedule.getTarget()))
      return schedule.emitError("nothing is compiled for target '")
             << schedule.getTarget() << "'";
  }
  if (!found)
    return emitError(schedules.getLoc(), "there is no schedule in this file");
  return success();
}

static halide::ScheduleOp findSchedule(ModuleOp module,
                                       halide::PipelineOp pipeline) {
  for (auto schedule : module.getOps<halide::ScheduleOp>())
    if (schedule.getPipeline() == pipeline.getSymName())
      return schedule;
  return {};
}

FailureOr<std::vector<TargetInfo>>
hysteron::checkOptions(const CompileOptions &options, Location location) {
  std::vector<TargetInfo> infos;
  llvm::StringSet<> seen;
  for (const std::string &target : options.targets) {
    auto info = parseTarget(target, [&] { return emitError(location); });
    if (failed(info))
      return failure();
    if (!seen.insert(target).second)
      return emitError(location) << "target '" << target << "' is given twice";
    infos.push_back(*info);
  }
  if (llvm::is_contained(options.emit, Emit::PTX) &&
      llvm::none_of(infos, [](const TargetInfo &info) {
        return info.device == Device::CUDA;
      }))
    return emitError(location) << "PTX needs a CUDA target";
  StringRef prefix = options.symbolPrefix;
  if (!prefix.empty() && !isCName(prefix))
    return emitError(location) << "'" << prefix << "' cannot begin a C name";
  return infos;
}

FailureOr<CompiledTarget>
hysteron::compileForTarget(ModuleOp module, StringRef target,
                           const CompileOptions &options) {
  CompiledTarget compiled;
  compiled.target = target.str();
  compiled.module = module.clone();
  if (options.schedules &&
      failed(addSchedules(*compiled.module, target, options.schedules)))
    return failure();
  if (failed(runPasses(*compiled.module,
                       "halide-schedule{target=" + target.str() + "}")))
    return failure();

  SmallVector<Artifact> wanted = {Artifact::Bitcode};
  // PTX is for the CUDA targets among those given.
  FailureOr<TargetInfo> info = parseTarget(target, [&] {
    return emitError(module.getLoc()) << "target '" << target << "': ";
  });
  if (failed(info))
    return failure();
  if (llvm::is_contained(options.emit, Emit::PTX) &&
      info->device == Device::CUDA)
    wanted.push_back(Artifact::DeviceCode);
  if (llvm::is_contained(options.emit, Emit::Stmt))
    wanted.push_back(Artifact::Stmt);
  if (llvm::is_contained(options.emit, Emit::Html))
    wanted.push_back(Artifact::Html);
  ModuleOp host = findHost(*compiled.module);
  std::vector<std::pair<halide::PipelineOp, halide::ScheduleOp>> pipelines;
  for (auto pipeline : compiled.module->getOps<halide::PipelineOp>()) {
    halide::ScheduleOp schedule = findSchedule(*compiled.module, pipeline);
    if (!schedule)
      return pipeline.emitError("there is no schedule for '") << target << "'";
    pipelines.emplace_back(pipeline, schedule);
  }
  auto emitted = emitKernels(pipelines, target, wanted);
  if (failed(emitted))
    return failure();
  std::vector<ModelKernel> kernels;
  for (auto [kernel, artifacts] : llvm::zip_equal(pipelines, *emitted)) {
    auto [pipeline, schedule] = kernel;
    CompiledTarget::Function function;
    function.pipeline = pipeline;
    function.schedule = schedule;
    function.interface = getInterface(pipeline, schedule);
    function.kernel = {compiled.target, artifacts[Artifact::Bitcode]};
    function.ptx = artifacts[Artifact::DeviceCode];
    function.stmt = artifacts[Artifact::Stmt];
    function.html = artifacts[Artifact::Html];
    if (host && host.lookupSymbol(pipeline.getSymName())) {
      kernels.emplace_back(function.interface, function.kernel);
      compiled.innerKernels.push_back(std::move(function));
    } else {
      compiled.functions.push_back(std::move(function));
    }
  }
  if (!host)
    return compiled;
  for (auto model : host.getOps<func::FuncOp>()) {
    if (!model.isPublic())
      continue;
    CompiledTarget::Function function;
    function.interface = getInterface(model);
    auto version = compileModel(model, function.interface, kernels, target,
                                options.symbolPrefix);
    if (failed(version))
      return failure();
    function.kernel = std::move(*version);
    compiled.functions.push_back(std::move(function));
  }
  return compiled;
}

namespace {

/// Collects the files of one call of compileModule.
class Compiler {
public:
  Compiler(ModuleOp module, const CompileOptions &options)
      : module(module), location(UnknownLoc::get(module.getContext())),
        options(options) {}

  FailureOr<OutputFiles> run();

private:
  bool wants(Emit emit) const { return llvm::is_contained(options.emit, emit); }
  void add(const Twine &folder, const Twine &name, std::string contents) {
    files.emplace_back(
        (folder + (folder.isTriviallyEmpty() ? "" : "/") + name).str(),
        std::move(contents));
  }
  FailureOr<std::string> emit(const FunctionInterface &interface,
                              ArrayRef<KernelVersion> versions, Emit kind);
  LogicalResult addTarget(const CompiledTarget &compiled);
  LogicalResult addMulti(ArrayRef<const CompiledTarget *> levels);

  ModuleOp module;
  Location location;
  const CompileOptions &options;
  std::string function;
  OutputFiles files;
};

} // namespace

FailureOr<std::string> Compiler::emit(const FunctionInterface &interface,
                                      ArrayRef<KernelVersion> versions,
                                      Emit kind) {
  llvm::LLVMContext context;
  auto linked =
      linkFunction(context, interface, versions, options.symbolPrefix);
  if (!linked)
    return report(linked.takeError(), location);
  if (kind == Emit::LLVM) {
    std::string text;
    llvm::raw_string_ostream stream(text);
    (*linked)->print(stream, nullptr);
    return text;
  }
  auto code = emitModule(**linked, kind == Emit::Assembly
                                       ? llvm::CodeGenFileType::AssemblyFile
                                       : llvm::CodeGenFileType::ObjectFile);
  if (!code)
    return report(code.takeError(), location);
  return std::move(*code);
}

LogicalResult Compiler::addTarget(const CompiledTarget &compiled) {
  for (const CompiledTarget::Function &each : compiled.functions) {
    for (auto [kind, suffix] :
         {std::pair(Emit::Object, ".o"), std::pair(Emit::Assembly, ".s"),
          std::pair(Emit::LLVM, ".ll")}) {
      if (!wants(kind))
        continue;
      auto code = emit(each.interface, each.kernel, kind);
      if (failed(code))
        return failure();
      add(compiled.target, each.interface.name + suffix, std::move(*code));
    }
  }
  for (const CompiledTarget::Function &each :
       llvm::concat<const CompiledTarget::Function>(compiled.functions,
                                                    compiled.innerKernels)) {
    if (!each.pipeline)
      continue;
    if (wants(Emit::PTX) && !each.ptx.empty())
      add(compiled.target, each.interface.name + ".ptx", each.ptx);
    if (wants(Emit::Stmt))
      add(compiled.target, each.interface.name + ".stmt", each.stmt);
    if (wants(Emit::Html))
      add(compiled.target, each.interface.name + ".html", each.html);
  }
  if (wants(Emit::IR)) {
    std::string text;
    llvm::raw_string_ostream stream(text);
    compiled.module.get()->print(stream);
    add(compiled.target, function + ".mlir", text);
  }
  if (!wants(Emit::Object))
    return success();
  auto runtime =
      compileRuntime(compiled.target, location, options.symbolPrefix);
  if (failed(runtime))
    return failure();
  add(compiled.target, "hysteron_runtime.o", std::move(*runtime));
  return success();
}

/// One library with every level's kernels; the runtime picks at each call.
LogicalResult Compiler::addMulti(ArrayRef<const CompiledTarget *> levels) {
  std::vector<std::pair<std::string, std::string>> members;
  for (unsigned i = 0; i < levels.front()->functions.size(); ++i) {
    std::vector<KernelVersion> versions;
    SmallVector<halide::ScheduleOp> schedules;
    for (const CompiledTarget *level : levels) {
      versions.push_back(level->functions[i].kernel);
      schedules.push_back(level->functions[i].schedule);
    }
    const CompiledTarget::Function &first = levels.front()->functions[i];
    FunctionInterface interface =
        first.pipeline ? getInterface(first.pipeline, schedules)
                       : first.interface;
    auto object = emit(interface, versions, Emit::Object);
    if (failed(object))
      return failure();
    members.emplace_back(interface.name + ".o", std::move(*object));
  }
  auto library = writeLibrary(members);
  if (!library)
    return report(library.takeError(), location);
  // The runtime must run on all levels: this target has none of them.
  auto runtime = compileRuntime("x86-64-linux", location, options.symbolPrefix);
  if (failed(runtime))
    return failure();
  add("x86-64-multi", "lib" + function + ".a", std::move(*library));
  add("x86-64-multi", "hysteron_runtime.o", std::move(*runtime));
  return success();
}

FailureOr<OutputFiles> Compiler::run() {
  FailureOr<std::vector<TargetInfo>> infos = checkOptions(options, location);
  if (failed(infos))
    return failure();
  auto selected = selectFunction(module, options.function);
  if (failed(selected))
    return failure();
  function = *selected;
  if (options.partial && failed(keepKernels(module, function)))
    return failure();
  if (failed(lowerToKernels(module, options)) ||
      failed(lowerToPipelines(module)) ||
      failed(checkSchedules(module, options)))
    return failure();

  std::vector<CompiledTarget> compiled;
  SmallVector<const CompiledTarget *> levels;
  for (const std::string &target : options.targets) {
    auto result = compileForTarget(module, target, options);
    if (failed(result))
      return failure();
    compiled.push_back(std::move(*result));
  }
  for (auto [info, result] : llvm::zip_equal(*infos, compiled)) {
    if (failed(addTarget(result)))
      return failure();
    if (info.arch == Arch::X86 && info.device == Device::None)
      levels.push_back(&result);
  }
  if (levels.size() > 1 && wants(Emit::Object) && failed(addMulti(levels)))
    return failure();
  if (wants(Emit::Header)) {
    std::vector<FunctionInterface> interfaces;
    for (auto [i, each] : llvm::enumerate(compiled.front().functions)) {
      interfaces.push_back(each.interface);
      // The header speaks for all targets.
      for (const CompiledTarget &other : compiled)
        interfaces.back().inPlace &= other.functions[i].interface.inPlace;
    }
    add("", function + ".h",
        writeHeader(function, interfaces, options.symbolPrefix));
  }
  return std::move(files);
}

FailureOr<OutputFiles> hysteron::compileModule(ModuleOp module,
                                               const CompileOptions &options) {
  return Compiler(module, options).run();
}
