//===- Check.cpp - One module through the compiler ------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Parser.h"

#include "hysteron/Compiler/Compile.h"
#include "hysteron/Target/Halide/Emit.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/Support/Regex.h"

using namespace mlir;
using namespace hysteron;

namespace {

/// Counts what is said during one step.
class Listener {
public:
  Listener(MLIRContext &context, StringRef text)
      : text(text), handler(&context, [this](Diagnostic &diagnostic) {
          if (diagnostic.getSeverity() != DiagnosticSeverity::Error)
            return;
          ++errors;
          nowhere |= isa<UnknownLoc>(diagnostic.getLocation());
          llvm::raw_string_ostream(said) << diagnostic.getLocation() << ": " << diagnostic.str() << "\n";
        }) {}

  /// Whether to go on. MLIR's verifier reports every op that is wrong; a pass of
  /// ours stops at the first.
  bool step(StringRef name, LogicalResult result, bool mayRepeat = false) {
    if (succeeded(result) ? errors != 0 : errors == 0 || (errors > 1 && !mayRepeat) || nowhere)
      die(name, succeeded(result) ? "succeeded with an error" : "failed without exactly one located error");
    return succeeded(result);
  }
  bool isSilent() const { return errors == 0; }
  [[noreturn]] void die(StringRef name, StringRef what) {
    llvm::errs() << name << " " << what << "\n" << said << "--- of ---\n" << text << "\n";
    std::abort();
  }

private:
  StringRef text;
  unsigned errors = 0;
  bool nowhere = false;
  std::string said;
  ScopedDiagnosticHandler handler;
};

} // namespace

static std::string print(ModuleOp module) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  module.print(stream);
  return text;
}

/// What is printed says the same.
static void roundTrip(Listener &listener, StringRef name, ModuleOp module) {
  std::string text = print(module);
  // A second resource of a name gets another one.
  if (StringRef(text).contains("_resource"))
    return;
  auto again = parseSourceString<ModuleOp>(text, module.getContext());
  if (!again || print(*again) != text)
    listener.die(name, "printed what does not read back as the same:\n" + text);
}

static CompileOptions makeOptions(size_t choice) {
  CompileOptions options;
  options.mode = choice % 3 == 0 ? Mode::Inference : Mode::Training;
  static const char *const residuals[] = {"auto", "auto", "input", "output", "mask", "recompute"};
  options.residual = residuals[choice / 3 % 6];
  static const char *const targets[] = {"x86-64-linux-sse41", "x86-64-linux-avx-avx2-f16c-fma-sse41", "arm-64-linux",
                                        "x86-64-linux-opencl"};
  options.targets = {targets[choice / 18 % 4]};
  return options;
}

/// A bug of MLIR 22 that would end every run: its parser crashes where the list of
/// dimensions of linalg.reduce, broadcast or transpose is none.
static bool isKnown(StringRef text) {
  static const llvm::Regex list("^ *= *\\[([0-9]{1,9}(, *[0-9]{1,9})*)?\\]");
  for (StringRef name : {"dimensions", "permutation"})
    for (StringRef rest = text.split(name).second; !rest.empty(); rest = rest.split(name).second)
      if (!list.match(rest))
        return true;
  return false;
}

void fuzz::check(MLIRContext &context, StringRef text) {
  if (isKnown(text))
    return;
  size_t choice = size_t(llvm::hash_value(text)) >> 8;
  CompileOptions options = makeOptions(choice);
  std::string source = text.str();
  Listener listener(context, source);
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(source, &context);
  // Another bug: the parser of tosa.clamp rejects attributes without a word.
  if (!module && listener.isSilent() && text.contains("tosa.clamp"))
    return;
  if (!listener.step("parsing", success(bool(module)), /*mayRepeat=*/true))
    return;
  roundTrip(listener, "the module", *module);
  // The tools compile one function.
  for (auto function : module->getOps<func::FuncOp>())
    if (!function.isDeclaration()) {
      if (!listener.step("selection", selectFunction(*module, function.getSymName())))
        return;
      break;
    }
  if (!listener.step("lowering to kernels", lowerToKernels(*module, options)))
    return;
  roundTrip(listener, "kernels", *module);
  if (!listener.step("lowering to pipelines", lowerToPipelines(*module)))
    return;
  roundTrip(listener, "pipelines", *module);
  if (!listener.step("scheduling", runPasses(*module, "halide-schedule{target=" + options.targets.front() + "}")))
    return;
  roundTrip(listener, "schedules", *module);
  // Halide takes a hundred times as long as all else.
  if (choice / 72 % 64)
    return;
  for (auto schedule : module->getOps<halide::ScheduleOp>()) {
    auto pipeline = module->lookupSymbol<halide::PipelineOp>(schedule.getPipeline());
    if (!listener.step("emission", emitKernel(pipeline, schedule, schedule.getTarget(), {Artifact::Bitcode})))
      return;
  }
}
