//===- Emit.cpp - From halide ops to code ---------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Target/Halide/Emit.h"
#include "Body.h"
#include "FuseLoops.h"
#include "Interleave.h"
#include "Isolated.h"
#include "LoadTogether.h"
#include "Lowering.h"
#include "Schedule.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace hysteron;
using namespace hysteron::halide;
using ::Halide::Expr;
using ::Halide::OutputFileType;
namespace hir = ::Halide::Internal;

namespace {
/// A folder that Halide writes to, gone with this object.
class Scratch {
public:
  ~Scratch() {
    if (!path.empty())
      llvm::sys::fs::remove_directories(path);
  }
  bool create() { return !llvm::sys::fs::createUniqueDirectory("hysteron", path); }
  std::string file(StringRef name) const {
    SmallString<128> file(path);
    llvm::sys::path::append(file, name);
    return std::string(file);
  }
  static FailureOr<std::string> read(StringRef file) {
    auto buffer = llvm::MemoryBuffer::getFile(file);
    if (!buffer)
      return failure();
    return (*buffer)->getBuffer().str();
  }

private:
  SmallString<128> path;
};

/// A pipeline as Halide has it.
class KernelEmitter {
public:
  KernelEmitter(PipelineOp pipeline, const Machine &machine) : pipeline(pipeline), machine(machine) {}

  LogicalResult emitPipeline();
  LogicalResult emitSchedule(ScheduleOp schedule) {
    return applySchedule(schedule, pipeline, sources, machine, interleaved);
  }
  FailureOr<Blobs> compile(ScheduleOp schedule, ArrayRef<Artifact> wanted, const Scratch &scratch);

private:
  LogicalResult emitPure(FuncOp func);
  LogicalResult emitUpdate(UpdateOp update);
  /// Every buffer is dense and starts at 0, and equal extents are one to
  /// Halide, which then sees that loops over them run equally often.
  template <typename BufferOp>
  void constrain(::Halide::Parameter &buffer, BufferOp op);

  PipelineOp pipeline;
  Machine machine;
  Sources sources;
  std::vector<Interleaved> interleaved;
  std::vector<::Halide::Argument> inputs;
  std::vector<::Halide::Func> outputs;
  /// The first extent that is these symbols times this constant.
  std::map<std::pair<std::vector<int64_t>, int64_t>, Expr> extents;
};
} // namespace

template <typename BufferOp>
void KernelEmitter::constrain(::Halide::Parameter &buffer, BufferOp op) {
  auto extentOf = [&](int dim) {
    return hir::Variable::make(::Halide::Int(32), buffer.name() + ".extent." + std::to_string(dim), buffer);
  };
  auto shape = cast<RankedTensorType>(op.getTensor()).getShape();
  int64_t first = 0;
  for (auto [number, size] : llvm::enumerate(op.getGroups())) {
    int dim = buffer.dimensions() - 1 - number;
    std::vector<int64_t> symbols;
    int64_t constant = 1;
    for (int64_t i = first; i < first + size; ++i) {
      if (ShapedType::isDynamic(shape[i]))
        symbols.push_back(op.getSymbols()[i]);
      else
        constant *= shape[i];
    }
    first += size;
    if (symbols.empty()) {
      if (llvm::isInt<31>(constant))
        buffer.set_extent_constraint(dim, int32_t(constant));
      continue;
    }
    llvm::sort(symbols);
    auto [it, isNew] = extents.try_emplace({symbols, constant}, extentOf(dim));
    if (!isNew)
      buffer.set_extent_constraint(dim, it->second);
  }
  Expr stride = 1;
  for (int dim = 0; dim < buffer.dimensions(); ++dim) {
    buffer.set_min_constraint(dim, 0);
    buffer.set_stride_constraint(dim, stride);
    stride = dim == 0 ? extentOf(dim) : stride * extentOf(dim);
  }
}

LogicalResult KernelEmitter::emitPure(FuncOp func) {
  std::vector<std::string> names;
  std::vector<Expr> coordinates;
  for (StringRef var : func.getVars().getAsValueRange<StringAttr>()) {
    names.push_back(var.str());
    coordinates.push_back(hir::Variable::make(::Halide::Int(32), var.str()));
  }
  FailureOr<std::vector<Expr>> values = emitBody(*func.getBody(), coordinates, sources, machine);
  if (failed(values))
    return failure();
  std::string message;
  if (!guarded(message, [&] {
        // Not through Func, which would make the name unique in the process.
        hir::Function function(func.getSymName().str());
        function.define(names, *values);
        sources.funcs[func.getSymName()] = function;
      }))
    return func.emitOpError() << "rejected by Halide: " << message;
  return success();
}

LogicalResult KernelEmitter::emitUpdate(UpdateOp update) {
  std::vector<Expr> coordinates;
  for (StringRef var : update.getVars().getAsValueRange<StringAttr>())
    coordinates.push_back(hir::Variable::make(::Halide::Int(32), var.str()));
  std::vector<hir::ReductionVariable> variables;
  for (auto [var, bound] : llvm::zip(update.getReductionVars().getAsValueRange<StringAttr>(),
                                     update.getBounds().getAsRange<BoundAttr>()))
    variables.push_back({var.str(), Expr(0), sources.bound(bound)});
  hir::ReductionDomain domain;
  if (!variables.empty())
    domain = hir::ReductionDomain(variables);
  std::vector<Expr> arguments = coordinates;
  for (const hir::ReductionVariable &variable : variables)
    arguments.push_back(hir::Variable::make(::Halide::Int(32), variable.var, domain));
  FailureOr<std::vector<Expr>> values = emitBody(*update.getBody(), arguments, sources, machine);
  if (failed(values))
    return failure();
  std::string message;
  if (!guarded(message, [&] {
        hir::Function &function = sources.funcs[update.getFunc()];
        for (; values->size() > size_t(function.outputs()); values->pop_back())
          domain.where(values->back());
        function.define_update(coordinates, *values, domain);
      }))
    return update.emitOpError() << "rejected by Halide: " << message;
  return success();
}

LogicalResult KernelEmitter::emitPipeline() {
  for (auto input : pipeline.getOps<InputOp>()) {
    ::Halide::Parameter buffer(halideType(input.getElementType()), true, input.getRank(), input.getSymName().str());
    constrain(buffer, input);
    sources.buffers[input.getSymName()] = buffer;
    inputs.push_back(::Halide::Argument(buffer.name(), ::Halide::Argument::InputBuffer, buffer.type(),
                                        buffer.dimensions(), buffer.get_argument_estimates()));
  }
  // Extents of outputs may be asked for before their Funcs are there: of a parameter
  // that only has the name, which is what counts in the end.
  for (auto output : pipeline.getOps<OutputOp>())
    sources.buffers[output.getFunc()] =
        ::Halide::Parameter(halideType(output.getElementType()), true, output.getRank(), output.getFunc().str());
  for (Operation &op : *pipeline.getBody()) {
    if (auto func = dyn_cast<FuncOp>(op); func && failed(emitPure(func)))
      return failure();
    if (auto update = dyn_cast<UpdateOp>(op); update && failed(emitUpdate(update)))
      return failure();
  }
  for (auto output : pipeline.getOps<OutputOp>()) {
    hir::Function &function = sources.funcs[output.getFunc()];
    ::Halide::Parameter buffer = function.output_buffers()[0];
    constrain(buffer, output);
    sources.buffers[output.getFunc()] = buffer;
    outputs.push_back(::Halide::Func(function));
  }
  return success();
}

FailureOr<Blobs> KernelEmitter::compile(ScheduleOp schedule, ArrayRef<Artifact> wanted, const Scratch &scratch) {
  static const std::map<Artifact, std::pair<OutputFileType, const char *>> kinds = {
      {Artifact::Bitcode, {OutputFileType::bitcode, "kernel.bc"}},
      {Artifact::Object, {OutputFileType::object, "kernel.o"}},
      {Artifact::Assembly, {OutputFileType::assembly, "kernel.s"}},
      {Artifact::LLVM, {OutputFileType::llvm_assembly, "kernel.ll"}},
      {Artifact::DeviceCode, {OutputFileType::device_code, "kernel.device"}},
      {Artifact::Stmt, {OutputFileType::stmt, "kernel.stmt"}},
      {Artifact::Html, {OutputFileType::stmt_html, "kernel.html"}}};
  std::map<OutputFileType, std::string> files;
  for (Artifact artifact : wanted) {
    auto [type, name] = kinds.at(artifact);
    files[type] = scratch.file(name);
  }
  std::string message;
  if (!guarded(message, [&] {
        DropBufferChecks dropChecks;
        FuseLoops fuseLoops;
        LoadTogether loadTogether;
        ShareValues shareValues;
        WidenAccesses widenAccesses;
        Interleave interleave(interleaved, machine.onDevice);
        SplitPairs splitPairs;
        PrefetchLines prefetchLines;
        ::Halide::Pipeline kernel(outputs);
        kernel.add_custom_lowering_pass(&dropChecks, nullptr);
        kernel.add_custom_lowering_pass(&fuseLoops, nullptr);
        if (machine.onDevice)
          kernel.add_custom_lowering_pass(&loadTogether, nullptr);
        kernel.add_custom_lowering_pass(&shareValues, nullptr);
        if (machine.isCUDA())
          kernel.add_custom_lowering_pass(&widenAccesses, nullptr);
        kernel.add_custom_lowering_pass(&interleave, nullptr);
        // NEON widens and narrows without permutations.
        if (!machine.onDevice && machine.target.arch == ::Halide::Target::X86) {
          kernel.add_custom_lowering_pass(&splitPairs, nullptr);
          kernel.add_custom_lowering_pass(&prefetchLines, nullptr);
        }
        kernel
            .compile_to_module(inputs, pipeline.getSymName().str() + "_kernel", machine.target,
                               ::Halide::LinkageType::ExternalPlusArgv)
            .compile(files);
      }))
    // The definitions were fine so far.
    return (schedule ? schedule.getOperation() : pipeline.getOperation())->emitOpError() << "rejected by Halide: " << message;
  Blobs blobs;
  for (Artifact artifact : wanted) {
    FailureOr<std::string> text = Scratch::read(files[kinds.at(artifact).first]);
    if (failed(text))
      return pipeline.emitOpError("Halide wrote no file for one of its artefacts");
    blobs.push_back(std::move(*text));
  }
  return blobs;
}

static bool usesDevice(ScheduleOp schedule) {
  return schedule
      ->walk([](Operation *op) {
        return isa<GPUBlocksOp, GPUThreadsOp, GPULanesOp, GPUSingleThreadOp>(op) ? WalkResult::interrupt()
                                                                                 : WalkResult::advance();
      })
      .wasInterrupted();
}

static bool usesDouble(PipelineOp pipeline) {
  return pipeline
      ->walk([](Operation *op) {
        return llvm::any_of(op->getResultTypes(), [](Type type) { return type.isF64(); }) ? WalkResult::interrupt()
                                                                                          : WalkResult::advance();
      })
      .wasInterrupted();
}

FailureOr<std::vector<Artifacts>> hysteron::emitKernels(ArrayRef<std::pair<PipelineOp, ScheduleOp>> kernels,
                                                        StringRef target, ArrayRef<Artifact> wanted) {
  if (kernels.empty())
    return std::vector<Artifacts>();
  auto locs = llvm::map_to_vector(kernels, [](auto kernel) { return kernel.first.getLoc(); });
  if (failed(parseTarget(target, [&] { return emitError(locs.front()); })))
    return failure();
  // Made here, so that they go even if a child crashes.
  std::vector<Scratch> scratches(kernels.size());
  for (auto [loc, scratch] : llvm::zip_equal(locs, scratches))
    if (!scratch.create())
      return emitError(loc, "cannot create a temporary folder");
  auto emit = [&](size_t i) -> FailureOr<Blobs> {
    auto [pipeline, schedule] = kernels[i];
    Machine machine{kernelTarget(target), schedule && usesDevice(schedule)};
    // Asked for only where needed: devices without f64 exist.
    if (machine.isOpenCL() && usesDouble(pipeline))
      machine.target.set_feature(::Halide::Target::CLDoubles);
    KernelEmitter emitter(pipeline, machine);
    if (failed(emitter.emitPipeline()) || (schedule && failed(emitter.emitSchedule(schedule))))
      return failure();
    return emitter.compile(schedule, wanted, scratches[i]);
  };
  FailureOr<std::vector<Blobs>> emitted = isolated(locs, emit);
  if (failed(emitted))
    return failure();
  std::vector<Artifacts> all(kernels.size());
  for (auto [blobs, artifacts] : llvm::zip_equal(*emitted, all))
    for (auto [artifact, blob] : llvm::zip_equal(wanted, blobs))
      artifacts[artifact] = std::move(blob);
  return all;
}

FailureOr<Artifacts> hysteron::emitKernel(PipelineOp pipeline, ScheduleOp schedule, StringRef target,
                                          ArrayRef<Artifact> wanted) {
  auto all = emitKernels(std::pair(pipeline, schedule), target, wanted);
  if (failed(all))
    return failure();
  return std::move(all->front());
}

/// What Halide makes of a module without a function of ours.
static FailureOr<std::string> emitNothing(StringRef name, StringRef target, Artifact kind, Location loc,
                                          llvm::function_ref<::Halide::Target()> makeTarget) {
  if (failed(parseTarget(target, [&] { return emitError(loc); })))
    return failure();
  Scratch scratch;
  if (!scratch.create())
    return emitError(loc, "cannot create a temporary folder");
  auto blobs = isolated(loc, [&](size_t) -> FailureOr<Blobs> {
    std::string file = scratch.file("nothing"), message;
    if (!guarded(message, [&] {
          ::Halide::Module(name.str(), makeTarget())
              .compile({{kind == Artifact::Bitcode ? OutputFileType::bitcode : OutputFileType::object, file}});
        }))
      return emitError(loc) << "Halide: " << message;
    FailureOr<std::string> code = Scratch::read(file);
    if (failed(code))
      return emitError(loc) << "Halide wrote no " << name;
    return Blobs{*code};
  });
  if (failed(blobs))
    return failure();
  return blobs->front().front();
}

FailureOr<std::string> hysteron::emitRuntime(StringRef target, Artifact kind, Location loc) {
  return emitNothing("hysteron_runtime", target, kind, loc, [&] { return ::Halide::Target(target.str()); });
}

FailureOr<std::string> hysteron::emitEmpty(StringRef target, Location loc) {
  // Halide refuses strict_float where no function needs it.
  return emitNothing("hysteron_empty", target, Artifact::Bitcode, loc,
                     [&] { return kernelTarget(target).without_feature(::Halide::Target::StrictFloat); });
}
