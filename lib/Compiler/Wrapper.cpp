//===- Wrapper.cpp - The exported function around a kernel ----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The exported function only gathers its arguments; the runtime does the rest
// by the descriptor, constant data that follows lib/Runtime/Descriptor.h.
//
//===----------------------------------------------------------------------===//

#include "Wrapper.h"

#include "Modules.h"

#include "../Runtime/Descriptor.h"

#include "llvm/IR/IRBuilder.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"

#include <dlpack/dlpack.h>

using namespace llvm;
using namespace hysteron;

Expected<WrappedKernel> hysteron::describeKernel(Module &module,
                                                 StringRef target) {
  WrappedKernel kernel;
  kernel.target = target.str();
  kernel.device = kDLCPU;
  if (module.getFunction("halide_cuda_run")) {
    kernel.device = kDLCUDA;
    kernel.deviceInterface = "halide_cuda_device_interface";
  } else if (module.getFunction("halide_opencl_run")) {
    kernel.device = kDLOpenCL;
    kernel.deviceInterface = "halide_opencl_device_interface";
  }
  const Triple &triple = module.getTargetTriple();
  if (triple.getArch() != Triple::x86_64)
    return kernel;
  std::string message;
  const Target *llvmTarget = TargetRegistry::lookupTarget(triple, message);
  if (!llvmTarget)
    return createStringError(inconvertibleErrorCode(), message);
  std::unique_ptr<MCSubtargetInfo> subtarget(llvmTarget->createMCSubtargetInfo(
      triple, getFlag(module, "halide_mcpu_target"),
      getFlag(module, "halide_mattrs")));
  // What Halide lets LLVM use, whether the kernel uses it or not.
  struct {
    const char *llvm;
    uint64_t bit;
  } const features[] = {
      {"+sse4.1", HYSTERON_X86_SSE41},
      {"+sse4.2", HYSTERON_X86_SSE42_POPCNT},
      {"+avx", HYSTERON_X86_AVX},
      {"+f16c", HYSTERON_X86_F16C},
      {"+fma", HYSTERON_X86_FMA},
      {"+avx2", HYSTERON_X86_AVX2},
      {"+avx512f", HYSTERON_X86_AVX512F},
      {"+avx512cd", HYSTERON_X86_AVX512CD},
      {"+avx512bw", HYSTERON_X86_AVX512_SKYLAKE},
      {"+avx512vbmi", HYSTERON_X86_AVX512_CANNONLAKE},
      {"+avx512bf16", HYSTERON_X86_AVX512_ZEN4},
      {"+avx512fp16", HYSTERON_X86_AVX512_FP16},
      {"+avxvnni", HYSTERON_X86_AVXVNNI},
  };
  for (const auto &feature : features)
    if (subtarget->checkFeatures(feature.llvm))
      kernel.features |= feature.bit;
  return kernel;
}

namespace {

class Wrapper {
public:
  Wrapper(Module &module, const FunctionInterface &interface)
      : module(module), interface(interface), context(module.getContext()),
        i32(Type::getInt32Ty(context)), i64(Type::getInt64Ty(context)),
        pointer(PointerType::getUnqual(context)) {}

  Constant *descriptor(ArrayRef<WrappedKernel> kernels);
  Function *function(Constant *descriptor, Caller caller, StringRef prefix);

private:
  Constant *number(int64_t value) { return ConstantInt::getSigned(i32, value); }
  Constant *global(Constant *value) {
    auto *variable = new GlobalVariable(module, value->getType(), true,
                                        GlobalValue::PrivateLinkage, value);
    variable->setUnnamedAddr(GlobalValue::UnnamedAddr::Global);
    return variable;
  }
  Constant *string(const Twine &text) {
    return global(ConstantDataArray::getString(context, text.str()));
  }
  Constant *numbers(ArrayRef<int64_t> values) {
    SmallVector<uint64_t> bits(values);
    return global(ConstantDataArray::get(context, bits));
  }
  Constant *record(ArrayRef<Constant *> fields) {
    return ConstantStruct::getAnon(context, fields);
  }
  Constant *table(ArrayRef<Constant *> rows) {
    auto *type = ArrayType::get(rows.front()->getType(), rows.size());
    return global(ConstantArray::get(type, rows));
  }
  Constant *tensor(const TensorInterface &tensor);

  Module &module;
  const FunctionInterface &interface;
  LLVMContext &context;
  IntegerType *i32, *i64;
  PointerType *pointer;
};

} // namespace

static DLDataTypeCode getTypeCode(mlir::Type type) {
  if (type.isBF16())
    return kDLBfloat;
  return mlir::isa<mlir::FloatType>(type) ? kDLFloat : kDLInt;
}

// The fields of the three records are those of Descriptor.h, in order.

Constant *Wrapper::tensor(const TensorInterface &tensor) {
  SmallVector<int64_t> shape;
  for (int64_t extent : tensor.type.getShape())
    shape.push_back(mlir::ShapedType::isDynamic(extent) ? -1 : extent);
  mlir::Type element = tensor.type.getElementType();
  return record({string(tensor.role), number(getTypeCode(element)),
                 number(element.getIntOrFloatBitWidth()), number(shape.size()),
                 number(tensor.groups.size()), number(tensor.maskOf),
                 number(tensor.alignment), numbers(shape),
                 numbers(tensor.symbols), numbers(tensor.groups)});
}

Constant *Wrapper::descriptor(ArrayRef<WrappedKernel> kernels) {
  SmallVector<Constant *> tensors, versions;
  for (const TensorInterface &each : interface.tensors)
    tensors.push_back(tensor(each));
  for (const WrappedKernel &kernel : kernels)
    versions.push_back(
        record({ConstantInt::get(i64, kernel.features), string(kernel.target),
                module.getFunction(kernel.entry)}));
  int64_t flags = (interface.splittable ? HYSTERON_SPLITTABLE : 0) |
                  (interface.inPlace ? HYSTERON_IN_PLACE : 0);
  Constant *device = ConstantPointerNull::get(pointer);
  if (!kernels.front().deviceInterface.empty())
    device = cast<Constant>(
        module
            .getOrInsertFunction(kernels.front().deviceInterface,
                                 FunctionType::get(pointer, false))
            .getCallee());
  return global(record({string(interface.name), number(interface.inputs),
                        number(interface.tensors.size() - interface.inputs),
                        number(interface.getSymbolCount()), number(flags),
                        number(kernels.front().device), number(kernels.size()),
                        table(tensors), table(versions), device}));
}

/// A model calls as MLIR does: with the call that it is in and memrefs, and
/// without a result. A program has a context and DLTensors.
Function *Wrapper::function(Constant *descriptor, Caller caller,
                            StringRef prefix) {
  bool isModel = caller == Caller::Model;
  Type *result = isModel ? Type::getVoidTy(context) : i32;
  SmallVector<Type *> types(1 + interface.tensors.size(), pointer);
  auto *function = Function::Create(
      FunctionType::get(result, types, false), GlobalValue::ExternalLinkage,
      isModel ? "_mlir_ciface_" + interface.name : prefix + interface.name,
      module);
  function->addFnAttr(Attribute::NoUnwind);
  FunctionCallee invoke = module.getOrInsertFunction(
      (prefix + (isModel ? "hysteron_model_call" : "hysteron_invoke")).str(),
      result, pointer, pointer, pointer);
  IRBuilder<> builder(BasicBlock::Create(context, "", function));
  auto *type = ArrayType::get(pointer, interface.tensors.size());
  Value *tensors = builder.CreateAlloca(type);
  for (unsigned i = 0; i < interface.tensors.size(); ++i)
    builder.CreateStore(
        function->getArg(1 + i),
        builder.CreateConstInBoundsGEP2_32(type, tensors, 0, i));
  CallInst *call =
      builder.CreateCall(invoke, {function->getArg(0), descriptor, tensors});
  if (isModel)
    builder.CreateRetVoid();
  else
    builder.CreateRet(call);
  return function;
}

Function *hysteron::addWrapper(Module &module,
                               const FunctionInterface &interface,
                               ArrayRef<WrappedKernel> kernels, Caller caller,
                               StringRef prefix) {
  Wrapper wrapper(module, interface);
  return wrapper.function(wrapper.descriptor(kernels), caller, prefix);
}
