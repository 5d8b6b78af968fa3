//===- Object.cpp - Machine code of functions and of the runtime ----------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Object.h"

#include "Modules.h"
#include "Wrapper.h"
#include "hysteron/Runtime/Embedded.h"

#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Transforms/Utils/ModuleUtils.h"

using namespace llvm;
using namespace hysteron;

namespace {

/// A function that runs the module's constructors, which the linker of a
/// running process does not do.
void addConstruct(Module &module, StringRef name) {
  IRBuilder<> builder(module.getContext());
  auto *type = FunctionType::get(builder.getVoidTy(), false);
  auto *construct =
      Function::Create(type, GlobalValue::ExternalLinkage, name, module);
  builder.SetInsertPoint(
      BasicBlock::Create(module.getContext(), "", construct));
  if (GlobalVariable *list = module.getNamedGlobal("llvm.global_ctors"))
    for (Value *entry : cast<ConstantArray>(list->getInitializer())->operands())
      builder.CreateCall(type, cast<ConstantStruct>(entry)->getOperand(1));
  builder.CreateRetVoid();
}

/// What kernels call, and so what is kept of Halide's runtime.
bool isForKernels(StringRef name) {
  if (!name.consume_front("halide_"))
    return false;
  for (StringRef device : {"cuda_", "opencl_"})
    if (name.consume_front(device))
      return is_contained(
          {"device_interface", "initialize_kernels", "finalize_kernels", "run"},
          name);
  // Code for devices checks what the driver says.
  if (name.starts_with("error"))
    return true;
  return is_contained(
      {"malloc", "free", "do_par_for", "do_parallel_tasks", "semaphore_init",
       "semaphore_release", "semaphore_try_acquire", "buffer_copy",
       "copy_to_host", "copy_to_device", "device_malloc", "device_free",
       "device_sync", "device_and_host_malloc", "device_and_host_free",
       "device_free_as_destructor", "device_and_host_free_as_destructor",
       "shutdown_thread_pool"},
      name);
}

/// Drops what Halide's profiler, tracer and cache, which kernels do not use,
/// would do at the end of a program.
void dropDestructors(Module &module) {
  GlobalVariable *list = module.getNamedGlobal("llvm.global_dtors");
  if (!list)
    return;
  SmallVector<std::pair<Function *, int>> kept;
  for (Value *entry : cast<ConstantArray>(list->getInitializer())->operands()) {
    auto *function = cast<Function>(cast<ConstantStruct>(entry)->getOperand(1));
    if (!is_contained({"halide_trace_cleanup", "halide_cache_cleanup",
                       "halide_profiler_shutdown"},
                      function->getName()))
      kept.emplace_back(function, 65535);
  }
  list->eraseFromParent();
  for (auto [function, priority] : kept)
    appendToGlobalDtors(module, function, priority);
}

/// Says of lines that kernels ask for ahead (PrefetchLines) what Halide cannot: that they
/// go to all caches, and whether they will be stored to and so have to come without copies
/// in other caches. Processors that do not know that instruction take it for none.
void completePrefetches(Module &module) {
  for (Function &function : module) {
    SmallPtrSet<const Value *, 8> stored;
    SmallVector<CallInst *> prefetches;
    for (Instruction &instruction : instructions(function)) {
      if (auto *store = dyn_cast<StoreInst>(&instruction))
        stored.insert(getUnderlyingObject(store->getPointerOperand()));
      auto *call = dyn_cast<IntrinsicInst>(&instruction);
      if (call && call->getIntrinsicID() == Intrinsic::prefetch)
        prefetches.push_back(call);
    }
    for (CallInst *call : prefetches) {
      bool isStored = stored.contains(getUnderlyingObject(call->getArgOperand(0)));
      call->setArgOperand(1, ConstantInt::get(call->getArgOperand(1)->getType(), isStored));
      call->setArgOperand(2, ConstantInt::get(call->getArgOperand(2)->getType(), /*locality=*/3));
    }
    if (prefetches.empty())
      continue;
    StringRef features = function.getFnAttribute("target-features").getValueAsString();
    function.addFnAttr("target-features", (features + (features.empty() ? "+prfchw" : ",+prfchw")).str());
  }
}

/// Halide's names get our prefix, so that a program may hold other code made
/// with Halide, of whatever version.
void renameHalide(Module &module, StringRef prefix) {
  for (GlobalObject &object : module.global_objects())
    if (!object.hasLocalLinkage() && object.getName().starts_with("halide_"))
      object.setName(prefix + "hysteron_" + object.getName());
}

} // namespace

Expected<std::unique_ptr<Module>>
hysteron::linkFunction(LLVMContext &context, const FunctionInterface &interface,
                       ArrayRef<KernelVersion> versions, StringRef prefix,
                       Caller caller) {
  std::string diagnostics;
  keepDiagnostics(context, diagnostics);
  auto linked = std::make_unique<Module>(interface.name, context);
  Linker linker(*linked);
  SmallVector<WrappedKernel> kernels;
  for (auto [number, version] : enumerate(versions)) {
    Expected<std::unique_ptr<Module>> module =
        readModule(context, version.bitcode, interface.name);
    if (!module)
      return module.takeError();
    Function *entry = (*module)->getFunction(interface.name + "_kernel_argv");
    if (!entry)
      return makeError("the kernel of '" + interface.name + "' has no entry");
    Expected<WrappedKernel> kernel = describeKernel(**module, version.target);
    if (!kernel)
      return kernel.takeError();
    for (const Function &function : **module)
      if (function.getName().starts_with("halide_") &&
          !isForKernels(function.getName()))
        return makeError("the runtime has no '" + function.getName() +
                     "', which the kernel of '" + interface.name + "' calls");
    dropProvenance(**module, interface.name);
    completePrefetches(**module);
    if (number == 0) {
      linked->setTargetTriple((*module)->getTargetTriple());
      linked->setDataLayout((*module)->getDataLayout());
    }
    internalise(**module,
                [&](const GlobalValue &value) { return &value == entry; });
    // Halide numbers the names of its functions within a process; ours are the
    // same each time.
    std::string base = interface.name + ".kernel";
    if (versions.size() > 1)
      base += "." + std::to_string(number);
    unsigned helpers = 0;
    for (Function &function : **module)
      if (function.hasLocalLinkage())
        function.setName(base + "." + std::to_string(helpers++));
    entry->setName(base);
    kernel->entry = base;
    kernels.push_back(*kernel);
    if (linker.linkInModule(std::move(*module)))
      return makeError(diagnostics);
  }
  dropProvenance(*linked, interface.name);
  // Newer instruction sets have higher bits.
  llvm::sort(kernels, [](const WrappedKernel &a, const WrappedKernel &b) {
    return a.features > b.features;
  });
  Function *exported = addWrapper(*linked, interface, kernels, caller, prefix);
  renameHalide(*linked, prefix);
  internalise(*linked,
              [&](const GlobalValue &value) { return &value == exported; });
  std::string broken;
  raw_string_ostream stream(broken);
  if (verifyModule(*linked, &stream))
    return makeError(broken);
  return linked;
}

Expected<std::unique_ptr<Module>> hysteron::linkRuntime(LLVMContext &context,
                                                        StringRef halideBitcode,
                                                        StringRef prefix) {
  StringRef name = "hysteron_runtime";
  std::string diagnostics;
  keepDiagnostics(context, diagnostics);
  Expected<std::unique_ptr<Module>> halide =
      readModule(context, halideBitcode, name);
  if (!halide)
    return halide.takeError();
  dropProvenance(**halide, name);
  StringRef bitcode = getRuntimeBitcode((*halide)->getTargetTriple());
  if (bitcode.empty())
    return makeError("there is no runtime for " +
                 (*halide)->getTargetTriple().str());
  Expected<std::unique_ptr<Module>> ours = readModule(context, bitcode, name);
  if (!ours)
    return ours.takeError();
  dropProvenance(**ours, name);
  (*ours)->setTargetTriple((*halide)->getTargetTriple());

  // Kernels call what Halide's runtime defines. Ours replaces some of it, and
  // what it defines for devices that this target does not have goes.
  StringSet<> kept;
  for (const Function &function : **halide)
    if (!function.isDeclaration() && isForKernels(function.getName()))
      kept.insert(function.getName());
  dropDestructors(**halide);
  StringSet<> entries;
  for (StringRef entry :
       {"hysteron_invoke", "hysteron_model_call", "hysteron_model_memref"}) {
    entries.insert(entry);
    kept.insert(entry);
  }
  // Ours call these after checks of their own (lib/Runtime/Gpu.c, OpenCL.c).
  for (StringRef name :
       {"cuda_run", "opencl_run", "acquire_cl_context", "release_cl_context",
        "device_malloc", "device_and_host_malloc"})
    if (Function *function = (*halide)->getFunction(("halide_" + name).str())) {
      if (Function *before =
              (*halide)->getFunction(("halide_default_" + name).str()))
        before->setName("halide_inner_" + name);
      function->setName("halide_default_" + name);
      // Halide's own calls, of the context above all, are to go to ours, too.
      function->replaceAllUsesWith(
          Function::Create(function->getFunctionType(), Function::ExternalLinkage,
                           "halide_" + name, **halide));
    }
  if (Linker::linkModules(**halide, std::move(*ours)))
    return makeError(diagnostics);
  internalise(**halide, [&](const GlobalValue &value) {
    return kept.contains(value.getName());
  });
  for (GlobalObject &object : (*halide)->global_objects()) {
    // Weak symbols would let another runtime's function take the place of one
    // of ours.
    if (object.hasWeakLinkage())
      object.setLinkage(GlobalValue::ExternalLinkage);
    if (entries.contains(object.getName()))
      object.setName(prefix + object.getName());
  }
  renameHalide(**halide, prefix);
  addConstruct(**halide, (prefix + "hysteron_construct").str());
  std::string broken;
  raw_string_ostream stream(broken);
  if (verifyModule(**halide, &stream))
    return makeError(broken);
  return halide;
}

Expected<std::string> hysteron::emitModule(Module &module,
                                           CodeGenFileType type) {
  Expected<std::unique_ptr<TargetMachine>> machine =
      makeMachine(module.getTargetTriple());
  if (!machine)
    return machine.takeError();
  std::string diagnostics;
  keepDiagnostics(module.getContext(), diagnostics);
  SmallVector<char, 0> code;
  raw_svector_ostream stream(code);
  legacy::PassManager passes;
  if ((*machine)->addPassesToEmitFile(passes, stream, nullptr, type))
    return makeError("no code can be written for " +
                 module.getTargetTriple().str());
  passes.run(module);
  if (!diagnostics.empty())
    return makeError(diagnostics);
  return std::string(code.begin(), code.end());
}

Expected<std::string>
hysteron::writeLibrary(ArrayRef<std::pair<std::string, std::string>> members) {
  SmallVector<NewArchiveMember> archive;
  for (const auto &[name, contents] : members)
    archive.emplace_back(MemoryBufferRef(contents, name));
  Expected<std::unique_ptr<MemoryBuffer>> buffer = writeArchiveToBuffer(
      archive, SymtabWritingMode::NormalSymtab, object::Archive::K_GNU,
      /*Deterministic=*/true, /*Thin=*/false);
  if (!buffer)
    return buffer.takeError();
  return (*buffer)->getBuffer().str();
}
