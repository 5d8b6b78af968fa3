//===- Reference.cpp - Kernels through MLIR's own passes ------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The plainest way to run linalg: buffers, loops, LLVM, libm. Nothing of
// Halide's is involved, so agreement with it means something. Memory of a call
// lives until the process ends.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Execution/Execution.h"

#include "Caller.h"
#include "Jit.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/TargetParser/Host.h"

using namespace mlir;
using namespace hysteron;

namespace {

class ReferenceExecutor : public Executor {
public:
  explicit ReferenceExecutor(Location location) : location(location) {}
  LogicalResult prepare(ModuleOp module);
  FailureOr<std::vector<HostTensor>>
  call(const Signature &function, ArrayRef<const HostTensor *> inputs) override;

private:
  LogicalResult report(llvm::Error error) {
    return emitError(location) << llvm::toString(std::move(error));
  }
  Location location;
  std::unique_ptr<Jit> jit;
};

} // namespace

/// What the calls of a thread allocate, results included, to be freed when those
/// are copied: the plain path of bufferization frees nothing.
static thread_local std::vector<std::unique_ptr<void, decltype(&std::free)>> allocated;

static void *allocate(size_t size) {
  allocated.emplace_back(std::malloc(size), &std::free);
  return allocated.back().get();
}

static Signature getSignature(func::FuncOp function) {
  Signature signature;
  signature.name = function.getSymName().str();
  for (auto [i, type] : llvm::enumerate(function.getArgumentTypes())) {
    auto role = function.getArgAttrOfType<StringAttr>(i, "act.role");
    signature.inputs.push_back(
        {role ? role.str() : "argument " + std::to_string(i),
         cast<RankedTensorType>(type)});
  }
  for (auto [i, type] : llvm::enumerate(function.getResultTypes())) {
    auto role = function.getResultAttrOfType<StringAttr>(i, "act.role");
    signature.outputs.push_back(
        {role ? role.str() : "result " + std::to_string(i),
         cast<RankedTensorType>(type)});
  }
  return signature;
}

LogicalResult ReferenceExecutor::prepare(ModuleOp kernels) {
  OwningOpRef<ModuleOp> module = kernels.clone();
  auto isTensor = [](Type type) { return isa<RankedTensorType>(type); };
  for (auto function : module->getOps<func::FuncOp>()) {
    if (!llvm::all_of(function.getArgumentTypes(), isTensor) ||
        !llvm::all_of(function.getResultTypes(), isTensor))
      return function.emitError("only functions on ranked tensors can be run");
    signatures.push_back(getSignature(function));
    // LLVM's translation would warn of attributes that it does not know.
    function.removeArgAttrsAttr();
    function.removeResAttrsAttr();
    function->setAttr(LLVM::LLVMDialect::getEmitCWrapperAttrName(),
                      UnitAttr::get(module->getContext()));
  }
  if (failed(bufferize(*module)) || failed(lowerToLLVM(*module)))
    return failure();
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> translated =
      translateModuleToLLVMIR(*module, context);
  if (!translated)
    return emitError(location, "the reference cannot be translated to LLVM");
  translated->setTargetTriple(
      llvm::Triple(llvm::sys::getDefaultTargetTriple()));
  for (const Signature &signature : signatures)
    addCaller(*translated, "_mlir_ciface_" + signature.name,
              signature.name + ".caller",
              signature.inputs.size() + (signature.outputs.empty() ? 0 : 1),
              llvm::Type::getVoidTy(context));
  auto object = emitModule(*translated, llvm::CodeGenFileType::ObjectFile);
  if (!object)
    return report(object.takeError());
  auto created = Jit::create();
  if (!created)
    return report(created.takeError());
  jit = std::move(*created);
  if (llvm::Error error = jit->define("malloc", reinterpret_cast<void *>(&allocate)))
    return report(std::move(error));
  if (llvm::Error error = jit->add(std::move(*object)))
    return report(std::move(error));
  return success();
}

// A memref in LLVM is two pointers, an offset, extents and strides: all of
// them 64 bits.
static constexpr size_t descriptorHeader = 3;

static SmallVector<int64_t> makeDescriptor(const HostTensor &tensor) {
  auto data = reinterpret_cast<int64_t>(tensor.data.data());
  SmallVector<int64_t> words = {data, data, 0};
  words.append(tensor.shape);
  int64_t stride = 1;
  SmallVector<int64_t> strides;
  for (int64_t extent : llvm::reverse(tensor.shape)) {
    strides.push_back(stride);
    stride *= extent;
  }
  words.append(strides.rbegin(), strides.rend());
  return words;
}

FailureOr<std::vector<HostTensor>>
ReferenceExecutor::call(const Signature &function,
                        ArrayRef<const HostTensor *> inputs) {
  auto caller = jit->lookup(function.name + ".caller");
  if (!caller)
    return report(caller.takeError());
  size_t words = 0;
  for (const Signature::Slot &slot : function.outputs)
    words += descriptorHeader + 2 * slot.type.getRank();
  std::vector<int64_t> results(words);
  std::vector<SmallVector<int64_t>> descriptors;
  for (const HostTensor *input : inputs)
    descriptors.push_back(makeDescriptor(*input));
  SmallVector<void *> arguments;
  if (!function.outputs.empty())
    arguments.push_back(results.data());
  for (SmallVector<int64_t> &descriptor : descriptors)
    arguments.push_back(descriptor.data());
  reinterpret_cast<void (*)(void **)>(*caller)(arguments.data());

  std::vector<HostTensor> outputs;
  const int64_t *next = results.data();
  for (const Signature::Slot &slot : function.outputs) {
    HostTensor output{slot.type.getElementType(), {}, {}};
    output.shape.assign(next + descriptorHeader,
                        next + descriptorHeader + slot.type.getRank());
    int64_t size = slot.type.getElementTypeBitWidth() / 8;
    // Function results have the identity layout.
    auto *data = reinterpret_cast<const char *>(next[1]) + next[2] * size;
    output.data.assign(data, data + output.getElementCount() * size);
    outputs.push_back(std::move(output));
    next += descriptorHeader + 2 * slot.type.getRank();
  }
  allocated.clear();
  return outputs;
}

FailureOr<std::unique_ptr<Executor>>
hysteron::createReferenceExecutor(ModuleOp module) {
  auto executor =
      std::make_unique<ReferenceExecutor>(UnknownLoc::get(module.getContext()));
  if (failed(executor->prepare(module)))
    return failure();
  return std::unique_ptr<Executor>(std::move(executor));
}
