//===- Model.cpp - A whole model as a version of a kernel -----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Modules.h"
#include "hysteron/Compiler/Object.h"

#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Transforms/IPO/LoopExtractor.h"
#include "llvm/Transforms/IPO/MergeFunctions.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/SROA.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Utils/LoopSimplify.h"

using namespace llvm;
using namespace hysteron;

/// The function that the runtime calls, with Halide's buffers, around the one
/// that takes memrefs.
static Function *addEntry(Module &module, const FunctionInterface &interface,
                          StringRef prefix) {
  LLVMContext &context = module.getContext();
  IRBuilder<> builder(context);
  Type *pointer = builder.getPtrTy(), *i64 = builder.getInt64Ty();
  auto *entry = Function::Create(
      FunctionType::get(builder.getInt32Ty(), {pointer}, false),
      GlobalValue::ExternalLinkage, interface.name + "_kernel_argv", module);
  builder.SetInsertPoint(BasicBlock::Create(context, "", entry));
  auto argument = [&](unsigned i) {
    return builder.CreateLoad(
        pointer, builder.CreateConstGEP1_32(pointer, entry->getArg(0), i));
  };
  FunctionCallee fill = module.getOrInsertFunction(
      (prefix + "hysteron_model_memref").str(), builder.getVoidTy(), pointer,
      pointer);
  // The first argument is Halide's user context: the call.
  SmallVector<Value *> values = {builder.CreateLoad(pointer, argument(0))};
  for (auto [i, tensor] : enumerate(interface.tensors)) {
    auto *sizes = ArrayType::get(i64, 2 * tensor.type.getRank());
    values.push_back(builder.CreateAlloca(
        StructType::get(context, {pointer, pointer, i64, sizes})));
    builder.CreateCall(fill, {argument(1 + i), values.back()});
  }
  SmallVector<Type *> types(values.size(), pointer);
  builder.CreateCall(module.getOrInsertFunction(
                         "_mlir_ciface_" + interface.name,
                         FunctionType::get(builder.getVoidTy(), types, false)),
                     values);
  builder.CreateRet(builder.getInt32(0));
  return entry;
}

/// Makes a function of each nest of loops, and one of those that are equal, as the
/// products of layers of one shape are: what LLVM takes for a function grows
/// faster than its size, and for equal ones it is taken once.
static void outlineLoops(Module &module) {
  SmallPtrSet<Function *, 16> before;
  for (Function &function : module)
    before.insert(&function);
  PassBuilder builder;
  FunctionPassManager simplify;
  // Loops then take pointers and extents, not the memrefs around them.
  simplify.addPass(SROAPass(SROAOptions::ModifyCFG));
  simplify.addPass(InstCombinePass());
  simplify.addPass(SimplifyCFGPass());
  simplify.addPass(LoopSimplifyPass());
  ModulePassManager extract, merge;
  extract.addPass(createModuleToFunctionPassAdaptor(std::move(simplify)));
  extract.addPass(LoopExtractorPass());
  runPasses(module, builder, std::move(extract));
  for (Function &function : module)
    if (!before.contains(&function))
      function.addFnAttr(Attribute::NoInline);
  merge.addPass(MergeFunctionsPass());
  runPasses(module, builder, std::move(merge));
}

Expected<std::string> hysteron::linkModel(std::unique_ptr<Module> code,
                                          StringRef empty,
                                          const FunctionInterface &interface,
                                          ArrayRef<ModelKernel> kernels,
                                          StringRef prefix) {
  LLVMContext &context = code->getContext();
  std::string diagnostics;
  Expected<std::unique_ptr<Module>> model =
      readModule(context, empty, interface.name);
  if (!model)
    return model.takeError();
  code->setTargetTriple((*model)->getTargetTriple());
  code->setDataLayout((*model)->getDataLayout());
  Function *entry = addEntry(*code, interface, prefix);
  std::string name = entry->getName().str();
  for (Function &function : *code) {
    if (StringRef cpu = getFlag(**model, "halide_mcpu_target"); !cpu.empty())
      function.addFnAttr("target-cpu", cpu);
    if (StringRef attrs = getFlag(**model, "halide_mattrs"); !attrs.empty())
      function.addFnAttr("target-features", attrs);
  }
  // The kernels are other modules' until they are linked.
  internalise(*code, [&](const GlobalValue &value) {
    return &value == entry || value.isDeclaration();
  });
  Expected<std::unique_ptr<TargetMachine>> machine =
      makeMachine(code->getTargetTriple());
  if (!machine)
    return machine.takeError();
  outlineLoops(*code);
  PassBuilder builder(machine->get());
  runPasses(*code, builder,
            builder.buildPerModuleDefaultPipeline(OptimizationLevel::O3));
  dropProvenance(*code, interface.name);
  keepDiagnostics(context, diagnostics);
  // One for all: making one takes a look at everything that is there.
  Linker linker(**model);
  if (linker.linkInModule(std::move(code)))
    return makeError(diagnostics);
  for (const auto &[kernel, version] : kernels) {
    auto linked = linkFunction(context, kernel, version, prefix, Caller::Model);
    if (!linked)
      return linked.takeError();
    keepDiagnostics(context, diagnostics);
    if (linker.linkInModule(std::move(*linked)))
      return makeError(diagnostics);
  }
  internalise(**model,
              [&](const GlobalValue &value) { return value.getName() == name; });
  std::string broken;
  raw_string_ostream stream(broken);
  if (verifyModule(**model, &stream))
    return makeError(broken);
  std::string bitcode;
  raw_string_ostream out(bitcode);
  WriteBitcodeToFile(**model, out);
  return bitcode;
}
