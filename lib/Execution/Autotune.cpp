//===- Autotune.cpp - Schedules by measurement ----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All settings run in turns, so that a machine that becomes slower does so for
// all. The best is then measured once more against the default alone: the least
// of many noisy times is too small.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Execution/Autotune.h"

#include "Progress.h"
#include "Samples.h"
#include "hysteron/Execution/Measure.h"
#include "hysteron/Target/Halide/Emit.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FormatVariadic.h"

#include <chrono>

using namespace mlir;
using namespace hysteron;

/// What a schedule must gain to replace the default.
static constexpr double kNoise = 0.03;
/// Of turns of a function's schedules.
static constexpr unsigned kRounds = 31;
static constexpr std::chrono::seconds kTimeLimit(2);

namespace {

/// The module as one setting of halide-schedule schedules it.
struct Candidate {
  std::string setting;
  OwningOpRef<ModuleOp> module;
  std::unique_ptr<TargetExecutor> executor;
};

/// Tunes the functions of a module for one target.
class Tuner {
public:
  Tuner(ModuleOp module, const std::string &target, Progress &progress)
      : module(module), location(UnknownLoc::get(module.getContext())),
        progress(progress) {
    options.targets = {target};
  }
  /// `values` are f's arguments. Appends the schedules to a module.
  LogicalResult run(ArrayRef<std::string> functions, TensorsByRole values,
                    ModuleOp schedules);

private:
  StringRef target() const { return options.targets.front(); }
  LogicalResult makeCandidates();
  /// Times as ratios to that of the first.
  FailureOr<std::vector<double>> measure(StringRef function,
                                         ArrayRef<Candidate *> candidates);
  FailureOr<Candidate *> tune(StringRef function);

  ModuleOp module;
  Location location;
  CompileOptions options;
  Progress &progress;
  /// From 0 to 1, and what one measurement adds.
  double done = 0, share = 0;
  std::vector<Candidate> candidates;
  TensorsByRole values;
};

} // namespace

static std::string print(const SmallVectorImpl<halide::ScheduleOp> &schedules) {
  std::string text;
  llvm::raw_string_ostream out(text);
  for (halide::ScheduleOp schedule : schedules)
    schedule.print(out);
  return text;
}

/// The schedules of a function: its own, or those of the kernels in a model.
static SmallVector<halide::ScheduleOp> getSchedules(ModuleOp module,
                                                    StringRef function) {
  llvm::StringSet<> pipelines = {function};
  module.walk([&](func::FuncOp model) {
    if (model.getSymName() == function)
      model.walk(
          [&](func::CallOp call) { pipelines.insert(call.getCallee()); });
  });
  return llvm::filter_to_vector(
      module.getOps<halide::ScheduleOp>(), [&](halide::ScheduleOp schedule) {
        return pipelines.contains(schedule.getPipeline());
      });
}

LogicalResult Tuner::makeCandidates() {
  std::vector<std::string> settings = {""};
  for (unsigned vectors : {1, 2, 4, 8})
    for (int64_t grain : {4096, 16384, 65536, 1048576})
      settings.push_back(
          llvm::formatv("vectors={0} grain={1}", vectors, grain).str());
  llvm::StringSet<> seen;
  for (const std::string &setting : settings) {
    progress.show(done, target() + ": compiling");
    done += 0.5 / settings.size();
    OwningOpRef<ModuleOp> scheduled = module.clone();
    if (failed(runPasses(*scheduled, "halide-schedule{target=" +
                                         target().str() + " " + setting + "}")))
      return failure();
    if (!seen.insert(print(llvm::to_vector(
                         scheduled->getOps<halide::ScheduleOp>())))
             .second)
      continue;
    auto executor = createTargetExecutor(*scheduled, options, /*threads=*/0);
    if (failed(executor))
      return failure();
    candidates.push_back({setting, std::move(scheduled), std::move(*executor)});
  }
  return success();
}

FailureOr<std::vector<double>>
Tuner::measure(StringRef function, ArrayRef<Candidate *> candidates) {
  using Clock = std::chrono::steady_clock;
  // They differ in nothing but their schedules.
  const Signature &signature = *candidates.front()->executor->find(function);
  std::vector<DLTensor> views;
  for (const Signature::Slot &slot :
       llvm::concat<const Signature::Slot>(signature.inputs, signature.outputs))
    views.push_back(values.at(slot.role).getView());
  SmallVector<DLTensor *> tensors;
  for (DLTensor &view : views)
    tensors.push_back(&view);
  std::vector<TimedCall> calls;
  for (Candidate *candidate : candidates)
    calls.push_back(makeCall(*candidate->executor,
                             *candidate->executor->find(function), tensors,
                             /*threads=*/0));
  FailureOr<unsigned> times = chooseTimes(calls.front());
  if (failed(times))
    return failure();
  std::vector<std::vector<double>> ratios(calls.size());
  auto end = Clock::now() + kTimeLimit;
  for (unsigned round = 0; round < kRounds; ++round) {
    progress.show(done + share * round / kRounds,
                  target() + ": measuring " + function);
    if (round && Clock::now() > end)
      break;
    double first = 0;
    for (auto [call, ratio] : llvm::zip_equal(calls, ratios)) {
      FailureOr<double> seconds = timeCall(call, *times);
      if (failed(seconds))
        return failure();
      if (!first)
        first = *seconds;
      ratio.push_back(*seconds / first);
    }
  }
  done += share;
  std::vector<double> medians;
  for (std::vector<double> &ratio : ratios)
    medians.push_back(median(std::move(ratio)));
  return medians;
}

FailureOr<Candidate *> Tuner::tune(StringRef function) {
  SmallVector<Candidate *> distinct;
  llvm::StringSet<> seen;
  for (Candidate &candidate : candidates)
    if (seen.insert(print(getSchedules(*candidate.module, function))).second)
      distinct.push_back(&candidate);
  std::string line = (target() + ": " + function + ": ").str();
  Candidate *own = distinct.front();
  if (distinct.size() == 1) {
    progress.printLine(line + "there is one schedule only");
    return own;
  }
  FailureOr<std::vector<double>> all = measure(function, distinct);
  if (failed(all))
    return failure();
  auto least = std::min_element(all->begin() + 1, all->end());
  Candidate *best = distinct[least - all->begin()];
  FailureOr<std::vector<double>> both = measure(function, {own, best});
  if (failed(both))
    return failure();
  double ratio = std::max(*least, both->back());
  bool isFaster = ratio < 1 - kNoise;
  progress.printLine(
      line + llvm::formatv(
                 isFaster ? "{0} takes {1:f2} of the default's time"
                          : "the default stays; {0} takes {1:f2} of its time",
                 best->setting, ratio)
                 .str());
  return isFaster ? best : own;
}

LogicalResult Tuner::run(ArrayRef<std::string> functions, TensorsByRole given,
                         ModuleOp schedules) {
  values = std::move(given);
  if (failed(makeCandidates()))
    return failure();
  // Each function is measured twice.
  share = (1 - done) / (2 * functions.size());
  OpBuilder builder = OpBuilder::atBlockEnd(schedules.getBody());
  for (const std::string &function : functions) {
    // What backward reads, forward writes; cotangents are like results.
    Executor &executor = *candidates.front().executor;
    if (failed(callByRole(executor, function, values, location)))
      return failure();
    for (unsigned number = 0;; ++number) {
      auto result = values.find("result " + std::to_string(number));
      if (result == values.end())
        break;
      HostTensor &cotangent = values["cotangent " + std::to_string(number)];
      cotangent = result->second;
      fillTensor(cotangent.data, cotangent.element);
    }
    FailureOr<Candidate *> best = tune(function);
    if (failed(best))
      return failure();
    for (halide::ScheduleOp schedule : getSchedules(*(*best)->module, function))
      builder.clone(*schedule);
  }
  return success();
}

FailureOr<OwningOpRef<ModuleOp>>
hysteron::autotune(ModuleOp module, const CompileOptions &options,
                   ArrayRef<int64_t> sizes, llvm::raw_ostream &out) {
  Location location = UnknownLoc::get(module.getContext());
  FailureOr<std::vector<TargetInfo>> infos = checkOptions(options, location);
  if (failed(infos))
    return failure();
  for (auto [target, info] : llvm::zip_equal(options.targets, *infos))
    if (!info.isExecutable || info.device != Device::None)
      return emitError(location)
             << "target '" << target
             << "' cannot be tuned for: it is not this machine's processor";
  FailureOr<std::string> name = selectFunction(module, options.function);
  if (failed(name))
    return failure();
  auto function = module.lookupSymbol<func::FuncOp>(*name);
  Location place = function.getLoc();
  SmallVector<Type> types(function.getArgumentTypes());
  // This checks the types, too.
  if (failed(lowerToKernels(module, options)) ||
      failed(lowerToPipelines(module)))
    return failure();
  FailureOr<TensorsByRole> arguments = randomArguments(types, sizes, place);
  if (failed(arguments))
    return failure();
  std::vector<std::string> functions = {*name};
  if (options.mode == Mode::Training)
    functions = {*name + "_forward", *name + "_backward"};
  Progress progress(out);
  auto schedules = OwningOpRef<ModuleOp>(ModuleOp::create(location));
  for (const std::string &target : options.targets)
    if (failed(Tuner(module, target, progress)
                   .run(functions, *arguments, *schedules)))
      return failure();
  return schedules;
}
