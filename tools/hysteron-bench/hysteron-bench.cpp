//===- hysteron-bench.cpp - Kernels against a copy of their traffic -------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Kernels.h"

#include "hysteron/Compiler/Tool.h"
#include "hysteron/Target/Halide/Emit.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/Threading.h"

#include <benchmark/benchmark.h>
#include <deque>

using namespace mlir;
using namespace hysteron;
using namespace hysteron::bench;
namespace cl = llvm::cl;

namespace {
struct Options {
  cl::opt<std::string> filter{
      "filter",
      cl::desc("Which to run (default: /f32/). Names are "
               "op/forward|backward/residual/type/elements/threads"),
      cl::value_desc("REGEX"), cl::init("/f32/")};
  cl::opt<std::string> target{
      "target", cl::desc("This machine's processor (default) or a CUDA target"),
      cl::value_desc("T"), cl::init("host")};
  cl::opt<bool> json{"json", cl::desc("Google Benchmark's JSON, not a table")};
  cl::list<int64_t> elements{"elements",
                             cl::desc("Sizes (default: 65536,16777216;\nfor CUDA 65536,67108864)"),
                             cl::value_desc("N"), cl::CommaSeparated};
  cl::opt<unsigned> rounds{"rounds",
                           cl::desc("Times that kernel and copy alternate"),
                           cl::value_desc("N"), cl::init(31)};
};

/// What one benchmark measures.
struct Measurement {
  const Case &which;
  bool forward;
  std::string residual, type;
  int64_t elements;
  int threads;

  std::string getName() const {
    return which.name + (forward ? "/forward/" : "/backward/") + residual +
           "/" + type + "/" + std::to_string(elements) + "/" +
           std::to_string(threads);
  }
};

class Bench {
public:
  Bench(MLIRContext &context, std::string target, CudaDevice *device,
        unsigned rounds)
      : context(context), target(std::move(target)), device(device),
        rounds(rounds) {}
  void measure(const Measurement &what, benchmark::State &state);
  bool hasFailed() const { return failed; }

private:
  using Key = std::tuple<std::string, std::string, std::string>;
  Program *getProgram(const Measurement &what);
  Program *getCopy(unsigned inputs, StringRef type);
  /// Kernel and copy, each in two places.
  struct Runs {
    std::deque<Tensors> places;
    std::vector<Memory> copied;
    std::vector<TimedCall> calls, copyCalls;
  };
  LogicalResult prepare(Program &program, const Measurement &what,
                        const Signature &kernel, Runs &runs);
  LogicalResult prepareDeviceCopy(const Measurement &what,
                                  const Signature &kernel, Runs &runs);
  FailureOr<std::pair<double, double>> measure(const Runs &runs) const;

  MLIRContext &context;
  std::string target;
  CudaDevice *device;
  unsigned rounds;
  bool failed = false;
  std::map<Key, std::unique_ptr<Program>> programs;
};
} // namespace

Program *Bench::getProgram(const Measurement &what) {
  auto &program = programs[{what.which.name, what.residual, what.type}];
  if (!program) {
    auto compiled =
        Program::compile(context, target, what.which, what.residual, what.type);
    if (succeeded(compiled))
      program = std::move(*compiled);
  }
  return program.get();
}

Program *Bench::getCopy(unsigned inputs, StringRef type) {
  auto &program = programs[{"copy", std::to_string(inputs), type.str()}];
  if (!program) {
    auto compiled = Program::compileCopy(context, target, inputs, type);
    if (succeeded(compiled))
      program = std::move(*compiled);
  }
  return program.get();
}

/// A reporter that leaves the names as they are: how a benchmark is timed does
/// not belong to it.
template <typename Reporter> class Named : public Reporter {
public:
  using Reporter::Reporter;
  void ReportRuns(const std::vector<benchmark::BenchmarkReporter::Run> &runs)
      override {
    std::vector<benchmark::BenchmarkReporter::Run> named = runs;
    for (auto &run : named) {
      run.run_name.iterations.clear();
      run.run_name.time_type.clear();
    }
    Reporter::ReportRuns(named);
  }
};

static bool isStream(const Signature::Slot &slot) {
  return slot.type.getRank() && isa<FloatType>(slot.type.getElementType());
}

LogicalResult Bench::prepareDeviceCopy(const Measurement &what,
                                       const Signature &kernel, Runs &runs) {
  int64_t bytes = 0;
  for (const Signature::Slot &slot :
       llvm::concat<const Signature::Slot>(kernel.inputs, kernel.outputs))
    bytes += getBytes(slot, what.elements);
  // A copy reads half of what it moves, and writes half.
  bytes = llvm::divideCeil(bytes, 2);
  std::vector<char> pattern(std::min<int64_t>(bytes, 1 << 20));
  fillTensor(pattern, Float32Type::get(&context));
  void *memory[2];
  for (void *&side : memory) {
    runs.copied.push_back(allocateOn(*device, bytes, pattern));
    side = runs.copied.back().get();
    if (!side)
      return failure();
  }
  runs.copyCalls.push_back(
      {[this, to = memory[0], from = memory[1], bytes] {
         return device->copy(to, from, bytes);
       },
       device});
  return success();
}

LogicalResult Bench::prepare(Program &program, const Measurement &what,
                             const Signature &kernel, Runs &runs) {
  const Signature &forward = program.get("f_forward");
  unsigned streams = llvm::count_if(kernel.inputs, isStream);
  Program *copy = device ? nullptr : getCopy(streams, what.type);
  if (!device && !copy)
    return failure();
  for (unsigned place = 0; place < 2; ++place) {
    Tensors &tensors = runs.places.emplace_back(
        what.elements, what.which.parameters, device);
    // Backward reads what forward really wrote.
    auto written = tensors.get(forward);
    if (llvm::failed(written) ||
        llvm::failed(timeCall(
            program.prepare(forward, *written, /*threads=*/0, device), 1)))
      return failure();
    auto used = tensors.get(kernel);
    if (llvm::failed(used))
      return failure();
    runs.calls.push_back(program.prepare(kernel, *used, what.threads, device));
    if (device) {
      if (llvm::failed(prepareDeviceCopy(what, kernel, runs)))
        return failure();
      continue;
    }
    SmallVector<DLTensor *> copied;
    for (const Signature::Slot &slot :
         llvm::make_filter_range(kernel.inputs, isStream))
      copied.push_back(tensors.get(slot));
    copied.push_back(tensors.get(*llvm::find_if(kernel.outputs, isStream)));
    runs.copyCalls.push_back(
        copy->prepare(copy->get("f"), copied, what.threads, device));
  }
  return success();
}

/// Medians of seconds, of the kernel and of its copy.
FailureOr<std::pair<double, double>> Bench::measure(const Runs &runs) const {
  FailureOr<unsigned> times = chooseTimes(runs.calls.front());
  if (llvm::failed(times))
    return failure();
  std::vector<double> seconds, copySeconds;
  for (unsigned round = 0; round < rounds; ++round) {
    // One place in memory can be twice as fast as another: kernel and copy run in
    // the same two, and neither finds in a cache what the other has just left there.
    FailureOr<double> first = timeCall(runs.calls[0], *times),
                      otherCopy = timeCall(runs.copyCalls[1], *times),
                      firstCopy = timeCall(runs.copyCalls[0], *times),
                      other = timeCall(runs.calls[1], *times);
    if (llvm::failed(first) || llvm::failed(other) ||
        llvm::failed(firstCopy) || llvm::failed(otherCopy))
      return failure();
    seconds.push_back((*first + *other) / 2);
    copySeconds.push_back((*firstCopy + *otherCopy) / 2);
  }
  return std::make_pair(median(seconds), median(copySeconds));
}

void Bench::measure(const Measurement &what, benchmark::State &state) {
  Program *program = getProgram(what);
  auto fail = [&] {
    failed = true;
    state.SkipWithError("failed");
  };
  if (!program)
    return fail();
  const Signature &backward = program->get("f_backward"),
                  &kernel = what.forward ? program->get("f_forward") : backward;
  Runs runs;
  if (llvm::failed(prepare(*program, what, kernel, runs)))
    return fail();
  for (auto _ : state) {
    auto seconds = measure(runs);
    if (llvm::failed(seconds))
      return fail();
    state.SetIterationTime(seconds->first);
    state.counters["ratio_to_copy"] = seconds->first / seconds->second;
  }
  // A result is there whether backward reads it or not.
  int64_t kept = 0;
  for (const Signature::Slot &slot : backward.inputs)
    if (StringRef(slot.role).starts_with("argument") ||
        StringRef(slot.role).starts_with("residual"))
      kept += getBytes(slot, what.elements);
  state.counters["bytes_kept"] = kept;
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::ResetCommandLineParser();
  Options flags;
  parseCommandLine(
      argc, argv,
      "Kernels against a vector copy with their numbers of input and output "
      "streams,\nor on a CUDA device against a copy there that moves as many "
      "bytes, in one\nprocess and alternating; medians\n");
  DialectRegistry registry;
  registerCompilation(registry);
  MLIRContext context(registry);
  context.loadAllAvailableDialects();

  Location location = UnknownLoc::get(&context);
  auto info = parseTarget(flags.target, [&] { return emitError(location); });
  if (failed(info))
    return 1;
  std::unique_ptr<CudaDevice> device;
  if (info->isExecutable && info->device == Device::CUDA) {
    auto opened = CudaDevice::open(location);
    if (failed(opened))
      return 1;
    device = std::move(*opened);
    llvm::errs() << device->getName() << "\n";
  } else if (!info->isExecutable || info->device != Device::None) {
    emitError(location) << "target '" << flags.target
                        << "' is neither this machine's processor nor CUDA";
    return 1;
  }
  std::vector<int64_t> sizes(flags.elements.begin(), flags.elements.end());
  if (sizes.empty())
    sizes = {1 << 16, device ? 1 << 26 : 1 << 24};
  int processors = llvm::heavyweight_hardware_concurrency().compute_thread_count();
  std::vector<int> threads = {1};
  if (processors > 1 && !device)
    threads.push_back(processors);
  if (llvm::any_of(sizes, [](int64_t size) { return size <= 0; }) ||
      flags.rounds == 0) {
    llvm::errs() << "hysteron-bench: error: sizes and rounds are positive\n";
    return 1;
  }

  llvm::Regex filter(flags.filter);
  std::string wrong;
  if (!filter.isValid(wrong)) {
    llvm::errs() << "hysteron-bench: error: --filter: " << wrong << "\n";
    return 1;
  }
  std::vector<Case> cases = listCases(context);
  Bench bench(context, flags.target, device.get(), flags.rounds);
  bool found = false;
  for (const char *type : {"f32", "f64", "f16", "bf16"})
    for (int64_t size : sizes)
      for (int count : threads)
        for (const Case &which : cases)
          for (const std::string &residual : which.residuals)
            for (bool forward : {true, false}) {
              Measurement what = {which, forward, residual, type, size, count};
              if (!filter.match(what.getName()))
                continue;
              found = true;
              benchmark::RegisterBenchmark(
                  what.getName().c_str(),
                  [what, &bench](benchmark::State &state) {
                    bench.measure(what, state);
                  })
                  ->UseManualTime()
                  ->Iterations(1)
                  ->Unit(benchmark::kMicrosecond);
            }
  if (!found) {
    llvm::errs() << "hysteron-bench: error: nothing is called like '"
                 << flags.filter << "'\n";
    return 1;
  }
  Named<benchmark::ConsoleReporter> table(
      llvm::sys::Process::StandardOutIsDisplayed()
          ? benchmark::ConsoleReporter::OO_ColorTabular
          : benchmark::ConsoleReporter::OO_Tabular);
  Named<benchmark::JSONReporter> json;
  benchmark::BenchmarkReporter *reporter = &table;
  if (flags.json)
    reporter = &json;
  benchmark::RunSpecifiedBenchmarks(reporter, nullptr, ".");
  return bench.hasFailed();
}
