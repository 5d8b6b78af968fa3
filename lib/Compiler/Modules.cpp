//===- Modules.cpp - LLVM modules that become objects ---------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Modules.h"

#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetOptions.h"
#include "llvm/Transforms/IPO/GlobalDCE.h"
#include "llvm/Transforms/IPO/Internalize.h"

using namespace llvm;
using namespace hysteron;

namespace {
struct Diagnostics : DiagnosticHandler {
  explicit Diagnostics(std::string &text) : text(text) {}
  bool handleDiagnostics(const DiagnosticInfo &info) override {
    if (info.getSeverity() == DS_Error) {
      raw_string_ostream stream(text);
      DiagnosticPrinterRawOStream printer(stream);
      info.print(printer);
    }
    return true;
  }
  std::string &text;
};
} // namespace

void hysteron::keepDiagnostics(LLVMContext &context, std::string &text) {
  context.setDiagnosticHandler(std::make_unique<Diagnostics>(text));
}

Error hysteron::makeError(const Twine &message) {
  return createStringError(inconvertibleErrorCode(), message);
}

Expected<std::unique_ptr<TargetMachine>>
hysteron::makeMachine(const Triple &triple) {
  static bool initialised = [] {
    InitializeAllTargetInfos();
    InitializeAllTargets();
    InitializeAllTargetMCs();
    InitializeAllAsmPrinters();
    InitializeAllAsmParsers();
    return true;
  }();
  (void)initialised;
  std::string message;
  const Target *target = TargetRegistry::lookupTarget(triple, message);
  if (!target)
    return makeError(message);
  TargetOptions options;
  options.UseInitArray = true;
  // A program that uses one function of the runtime can drop the others.
  options.FunctionSections = options.DataSections = true;
  // Functions carry the processor and features that they are for; this is what
  // code without them, such as the wrapper, is for: any processor.
  return std::unique_ptr<TargetMachine>(
      target->createTargetMachine(triple, "generic", "", options, Reloc::PIC_,
                                  std::nullopt, CodeGenOptLevel::Aggressive));
}

Expected<std::unique_ptr<Module>>
hysteron::readModule(LLVMContext &context, StringRef bitcode, StringRef name) {
  Expected<std::unique_ptr<Module>> module =
      parseBitcodeFile(MemoryBufferRef(bitcode, name), context);
  if (!module)
    return module.takeError();
  Expected<std::unique_ptr<TargetMachine>> machine =
      makeMachine((*module)->getTargetTriple());
  if (!machine)
    return machine.takeError();
  (*module)->setDataLayout((*machine)->createDataLayout());
  StripDebugInfo(**module);
  return module;
}

void hysteron::dropProvenance(Module &module, StringRef name) {
  if (NamedMDNode *ident = module.getNamedMetadata("llvm.ident"))
    ident->eraseFromParent();
  SmallVector<Module::ModuleFlagEntry> flags;
  module.getModuleFlagsMetadata(flags);
  if (NamedMDNode *node = module.getModuleFlagsMetadata())
    node->eraseFromParent();
  for (const Module::ModuleFlagEntry &flag : flags)
    if (flag.Key->getString() == "wchar_size")
      module.addModuleFlag(flag.Behavior, flag.Key->getString(), flag.Val);
  module.setPICLevel(PICLevel::BigPIC);
  module.setModuleIdentifier(name);
  module.setSourceFileName(name);
}

void hysteron::runPasses(Module &module, PassBuilder &builder,
                         ModulePassManager passes) {
  LoopAnalysisManager loops;
  FunctionAnalysisManager functions;
  CGSCCAnalysisManager components;
  ModuleAnalysisManager modules;
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);
  passes.run(module, modules);
}

void hysteron::internalise(Module &module,
                           function_ref<bool(const GlobalValue &)> keep) {
  internalizeModule(module, keep);
  PassBuilder builder;
  ModulePassManager passes;
  passes.addPass(GlobalDCEPass());
  runPasses(module, builder, std::move(passes));
}

StringRef hysteron::getFlag(const Module &module, StringRef name) {
  if (auto *string = dyn_cast_or_null<MDString>(module.getModuleFlag(name)))
    return string->getString();
  return {};
}
