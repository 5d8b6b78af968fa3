//===- hysteron-fuzz-modules.cpp - Random modules on every CPU target -----===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each module is checked in a process of its own, so that a crash or an endless
// loop is one more failure. See Oracle.h for what is checked.
//
//===----------------------------------------------------------------------===//

#include "Oracle.h"

#include "hysteron/Compiler/Compile.h"
#include "hysteron/Target/Halide/Emit.h"

#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"

#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace mlir;
using namespace hysteron;
using namespace fuzz;
namespace cl = llvm::cl;

namespace {
struct Options {
  cl::opt<uint64_t> seed{"seed", cl::desc("Seed of the first module"), cl::init(1)};
  cl::opt<uint64_t> count{"count", cl::desc("How many modules (default: no end)"),
                          cl::init(~uint64_t(0))};
  cl::opt<double> minutes{"minutes", cl::desc("How long at most"), cl::init(1e9)};
  cl::opt<unsigned> armEvery{
      "arm-every", cl::desc("Every so many modules, Arm too, emulated (0: never)"),
      cl::init(25)};
  cl::list<std::string> targets{"target", cl::desc("Only these targets")};
  cl::opt<bool> print{"print", cl::desc("Only print the modules")};
  cl::opt<unsigned> failures{"failures", cl::desc("Stop after so many"), cl::init(1)};
  cl::opt<std::string> folder{"o", cl::desc("Folder for failing modules and their inputs"),
                              cl::init("fuzz-failures")};
};

const std::string arm = "arm-64-linux";

class Driver {
public:
  Driver(MLIRContext &context, const Options &flags) : context(context), flags(flags) {
    for (const char *target :
         {"x86-64-linux-sse41", "x86-64-linux-avx-avx2-f16c-fma-sse41",
          "x86-64-linux-avx-avx2-avx512-avx512_skylake-f16c-fma-sse41"}) {
      auto info = parseTarget(target, [&] { return emitError(UnknownLoc::get(&context)); });
      if (succeeded(info) && info->isExecutable)
        hostTargets.push_back(target);
    }
  }
  int run();

private:
  std::vector<std::string> getTargets(uint64_t seed) const {
    if (!flags.targets.empty())
      return {flags.targets.begin(), flags.targets.end()};
    std::vector<std::string> targets = hostTargets;
    if (flags.armEvery && seed % flags.armEvery == 0)
      targets.push_back(arm);
    return targets;
  }
  std::string checkApart(const Spec &spec, const std::vector<std::string> &targets);
  void report(Spec spec, std::string message);

  MLIRContext &context;
  const Options &flags;
  std::vector<std::string> hostTargets;
};
} // namespace

/// Checks in a child process; what is wrong, or nothing.
std::string Driver::checkApart(const Spec &spec, const std::vector<std::string> &targets) {
  int channel[2];
  if (pipe(channel))
    return "no pipe";
  llvm::outs().flush();
  pid_t child = fork();
  if (child == 0) {
    for (int number : {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP})
      std::signal(number, SIG_DFL);
    close(channel[0]);
    alarm(300);
    std::string message = check(context, spec, targets);
    for (size_t done = 0; done < message.size();) {
      ssize_t count = write(channel[1], message.data() + done, message.size() - done);
      if (count < 0)
        _exit(2);
      done += count;
    }
    _exit(0);
  }
  close(channel[1]);
  std::string message;
  char buffer[4096];
  for (ssize_t count; (count = read(channel[0], buffer, sizeof buffer)) > 0;)
    message.append(buffer, count);
  close(channel[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status))
    message = "died of signal " + std::to_string(WTERMSIG(status)) + "\n" + message;
  else if (WEXITSTATUS(status) != 0)
    message = "ended with status " + std::to_string(WEXITSTATUS(status)) + "\n" + message;
  return message;
}

/// What stays the same while a module is made smaller.
static StringRef getKind(StringRef message) {
  for (StringRef kind : {"died", "ended", "and libm", "at element", "does not compile", "cannot be called"})
    if (message.contains(kind))
      return kind;
  return "";
}

void Driver::report(Spec spec, std::string message) {
  auto &out = llvm::outs();
  out << "seed " << spec.seed << ": " << StringRef(message).rtrim() << "\n";
  // Smaller while it fails, whatever it fails with.
  std::vector<std::string> targets = getTargets(spec.seed);
  for (const std::string &target : targets)
    if (StringRef(message).starts_with(target + ":"))
      targets = {target};
  bool smaller = true;
  for (unsigned tries = 0; smaller && tries < 150;) {
    smaller = false;
    std::vector<Spec> candidates = shrink(spec);
    // The failing element alone.
    size_t at = message.find("at element ");
    if (at != std::string::npos && spec.getElementCount() > 1) {
      Spec alone = spec;
      alone.firstElement += std::stoull(message.substr(at + 11));
      for (int64_t &extent : alone.shape)
        extent = 1;
      candidates.insert(candidates.begin(), alone);
    }
    for (const Spec &candidate : candidates) {
      if (++tries > 150)
        break;
      std::string next = checkApart(candidate, targets);
      if (next.empty() || getKind(next) != getKind(message))
        continue;
      spec = candidate;
      message = next;
      smaller = true;
      break;
    }
  }
  std::string name = "seed-" + std::to_string(spec.seed) + "/";
  Inputs inputs = makeInputs(context, spec);
  OutputFiles files = {{name + "module.mlir", spec.print()},
                       {name + "steps.mlir", spec.printSteps()}};
  std::string command = "hysteron-run " + name + "module.mlir --residual=" + spec.residual +
                        " --threads=" + std::to_string(spec.threads);
  unsigned number = 0;
  auto add = [&](const HostTensor &tensor, const std::string &option) {
    std::string path = name + "input" + std::to_string(number++) + ".npy";
    files.emplace_back(path, writeNpy(tensor));
    command += " " + option + path;
  };
  for (const HostTensor &tensor : inputs.arguments)
    add(tensor, "");
  for (const HostTensor &tensor : inputs.parameters)
    add(tensor, "");
  if (spec.training)
    for (const HostTensor &tensor : inputs.cotangents)
      add(tensor, "--cotangent=");
  files.emplace_back(name + "message", message + "\n" + command + " -o out\n");
  (void)writeFiles(flags.folder, files, UnknownLoc::get(&context));
  out << "made smaller, in " << flags.folder << "/" << name << ":\n"
      << spec.print() << StringRef(message).rtrim() << "\n";
  out.flush();
}

int Driver::run() {
  auto &out = llvm::outs();
  using Clock = std::chrono::steady_clock;
  Clock::time_point start = Clock::now();
  auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
  uint64_t done = 0, failed = 0;
  double reported = 0;
  out << "modules from --seed=" << flags.seed << " on";
  for (const std::string &target : getTargets(0))
    out << " " << target;
  out << "\n";
  for (; done < flags.count && failed < flags.failures && seconds() < flags.minutes * 60; ++done) {
    Spec spec = makeSpec(flags.seed + done);
    if (flags.print) {
      out << "// seed " << spec.seed << ", residual " << spec.residual << "\n" << spec.print();
      continue;
    }
    std::string message = checkApart(spec, getTargets(spec.seed));
    if (!message.empty()) {
      ++failed;
      report(spec, message);
    }
    if (seconds() - reported > 60) {
      reported = seconds();
      out << done + 1 << " modules in " << int(reported) << " s\n";
      out.flush();
    }
  }
  out << done << " modules, " << failed << " wrong; the next is --seed=" << flags.seed + done
      << "\n";
  return failed != 0;
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::ResetCommandLineParser();
  Options flags;
  cl::ParseCommandLineOptions(argc, argv, "Random modules, kernels against the reference\n");
  DialectRegistry registry;
  registerCompilation(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  context.loadAllAvailableDialects();
  return Driver(context, flags).run();
}
