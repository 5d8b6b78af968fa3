//===- hysteron-bench.cpp - Kernels against a copy of their traffic -------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Kernels.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/Threading.h"

#include <benchmark/benchmark.h>

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
  cl::opt<bool> json{"json", cl::desc("Google Benchmark's JSON, not a table")};
  cl::list<int64_t> elements{"elements",
                             cl::desc("Sizes (default: 65536,16777216)"),
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
  Bench(MLIRContext &context, unsigned rounds)
      : context(context), rounds(rounds) {}
  void measure(const Measurement &what, benchmark::State &state);
  bool hasFailed() const { return failed; }

private:
  using Key = std::tuple<std::string, std::string, std::string>;
  Program *getProgram(const Measurement &what);
  Program *getCopy(unsigned inputs, StringRef type);

  MLIRContext &context;
  unsigned rounds;
  bool failed = false;
  std::map<Key, std::unique_ptr<Program>> programs;
};
} // namespace

Program *Bench::getProgram(const Measurement &what) {
  auto &program = programs[{what.which.name, what.residual, what.type}];
  if (!program) {
    auto compiled =
        Program::compile(context, what.which, what.residual, what.type);
    if (succeeded(compiled))
      program = std::move(*compiled);
  }
  return program.get();
}

Program *Bench::getCopy(unsigned inputs, StringRef type) {
  auto &program = programs[{"copy", std::to_string(inputs), type.str()}];
  if (!program) {
    auto compiled = Program::compileCopy(context, inputs, type);
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

void Bench::measure(const Measurement &what, benchmark::State &state) {
  auto fail = [&] {
    failed = true;
    state.SkipWithError("failed");
  };
  Program *program = getProgram(what);
  if (!program)
    return fail();
  const Signature &forward = program->get("f_forward"),
                  &backward = program->get("f_backward"),
                  &kernel = what.forward ? forward : backward;
  auto isStream = [](const Signature::Slot &slot) {
    return slot.type.getRank() && isa<FloatType>(slot.type.getElementType());
  };
  unsigned streams = llvm::count_if(kernel.inputs, isStream);
  Program *copy = getCopy(streams, what.type);
  if (!copy)
    return fail();

  // One place in memory can be twice as fast as another: kernel and copy run in the
  // same two, and neither finds in a cache what the other has just left there.
  Tensors places[] = {{what.elements, what.which.parameters},
                      {what.elements, what.which.parameters}};
  std::vector<TimedCall> calls, copyCalls;
  for (Tensors &tensors : places) {
    // Backward reads what forward really wrote.
    if (llvm::failed(
            timeCall(program->prepare(forward, tensors.get(forward), 0), 1)))
      return fail();
    calls.push_back(
        program->prepare(kernel, tensors.get(kernel), what.threads));
    SmallVector<DLTensor *> copied;
    for (const Signature::Slot &slot :
         llvm::make_filter_range(kernel.inputs, isStream))
      copied.push_back(tensors.get(slot));
    copied.push_back(tensors.get(*llvm::find_if(kernel.outputs, isStream)));
    copyCalls.push_back(copy->prepare(copy->get("f"), copied, what.threads));
  }
  FailureOr<unsigned> times = chooseTimes(calls.front());
  if (llvm::failed(times))
    return fail();
  for (auto _ : state) {
    std::vector<double> seconds, copySeconds;
    for (unsigned round = 0; round < rounds; ++round) {
      FailureOr<double> first = timeCall(calls[0], *times),
                        otherCopy = timeCall(copyCalls[1], *times),
                        firstCopy = timeCall(copyCalls[0], *times),
                        other = timeCall(calls[1], *times);
      if (llvm::failed(first) || llvm::failed(other) ||
          llvm::failed(firstCopy) || llvm::failed(otherCopy))
        return fail();
      seconds.push_back((*first + *other) / 2);
      copySeconds.push_back((*firstCopy + *otherCopy) / 2);
    }
    double taken = median(seconds);
    state.SetIterationTime(taken);
    state.counters["ratio_to_copy"] = taken / median(copySeconds);
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
  cl::ParseCommandLineOptions(
      argc, argv,
      "Kernels against a vector copy with their numbers of input and output "
      "streams,\nin one process and alternating; medians\n");
  DialectRegistry registry;
  registerCompilation(registry);
  MLIRContext context(registry);
  context.loadAllAvailableDialects();

  std::vector<int64_t> sizes(flags.elements.begin(), flags.elements.end());
  if (sizes.empty())
    sizes = {1 << 16, 1 << 24};
  int processors = llvm::heavyweight_hardware_concurrency().compute_thread_count();
  std::vector<int> threads = {1};
  if (processors > 1)
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
  Bench bench(context, flags.rounds);
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
