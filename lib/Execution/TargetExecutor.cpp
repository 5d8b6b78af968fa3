//===- TargetExecutor.cpp - Calls functions compiled for a target ---------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Execution/Execution.h"

#include "Caller.h"
#include "Emulator.h"
#include "Jit.h"
#include "hysteron/Target/Halide/Emit.h"

#include "mlir/IR/Diagnostics.h"
#include "llvm/TargetParser/Host.h"

#include "../Runtime/Context.h"

using namespace mlir;
using namespace hysteron;

int64_t HostTensor::getElementCount() const {
  return std::accumulate(shape.begin(), shape.end(), int64_t(1),
                         std::multiplies<int64_t>());
}

DLTensor HostTensor::getView() const {
  DLTensor view = {};
  view.data = const_cast<char *>(data.data());
  view.device = {kDLCPU, 0};
  view.ndim = shape.size();
  view.shape = const_cast<int64_t *>(shape.data());
  view.dtype = getDataType(element);
  return view;
}

DLDataType hysteron::getDataType(Type element) {
  auto code = element.isBF16()          ? kDLBfloat
              : isa<FloatType>(element) ? kDLFloat
                                        : kDLInt;
  return {uint8_t(code), uint8_t(element.getIntOrFloatBitWidth()), 1};
}

const Signature *Executor::find(StringRef name) const {
  for (const Signature &signature : signatures)
    if (signature.name == name)
      return &signature;
  return nullptr;
}

FailureOr<std::vector<HostTensor>>
hysteron::allocateOutputs(const FunctionInterface &interface,
                          ArrayRef<const HostTensor *> inputs,
                          Location location) {
  SmallVector<int64_t> symbols(interface.getSymbolCount(), -1);
  for (auto [tensor, input] : llvm::zip(
           ArrayRef(interface.tensors).take_front(interface.inputs), inputs)) {
    for (auto [symbol, extent] :
         llvm::zip_equal(tensor.symbols, input->shape)) {
      if (symbol < 0)
        continue;
      if (symbols[symbol] < 0)
        symbols[symbol] = extent;
      if (symbols[symbol] != extent)
        return emitError(location)
               << "in " << interface.name << ", a dimension of " << tensor.role
               << " is " << extent << " where another tensor's is "
               << symbols[symbol];
    }
  }
  // By the arguments alone; negative where they do not tell.
  auto shapeOf = [&](const TensorInterface &tensor) {
    SmallVector<int64_t> shape(tensor.type.getShape());
    for (auto [symbol, extent] : llvm::zip_equal(tensor.symbols, shape))
      if (symbol >= 0)
        extent = symbols[symbol];
    return shape;
  };
  auto isKnown = [](ArrayRef<int64_t> shape) {
    return llvm::all_of(shape, [](int64_t extent) { return extent >= 0; });
  };
  std::vector<HostTensor> outputs;
  for (const TensorInterface &tensor :
       ArrayRef(interface.tensors).drop_front(interface.inputs)) {
    SmallVector<int64_t> shape = shapeOf(tensor);
    if (tensor.maskOf >= 0 && !isKnown(shape)) {
      SmallVector<int64_t> masked = shapeOf(interface.tensors[tensor.maskOf]);
      if (isKnown(masked))
        shape = {64 * int64_t(llvm::divideCeil(ShapedType::getNumElements(masked), 512))};
    }
    if (!isKnown(shape))
      return emitError(location) << "no argument tells the extents of "
                                 << tensor.role << " of " << interface.name;
    HostTensor output{tensor.type.getElementType(), std::move(shape), {}};
    output.data.resize(output.getElementCount() *
                       tensor.type.getElementTypeBitWidth() / 8);
    outputs.push_back(std::move(output));
  }
  return outputs;
}

static llvm::Expected<std::string>
makeCaller(const FunctionInterface &interface) {
  llvm::LLVMContext context;
  llvm::Module module("caller", context);
  module.setTargetTriple(llvm::Triple(llvm::sys::getDefaultTargetTriple()));
  addCaller(module, interface.name, interface.name + ".caller",
            1 + interface.tensors.size(), llvm::Type::getInt32Ty(context));
  return emitModule(module, llvm::CodeGenFileType::ObjectFile);
}

namespace {

class CompiledExecutor : public TargetExecutor {
public:
  CompiledExecutor(CompiledTarget compiled, std::string runtime, int threads,
                 bool emulated, Location location)
      : compiled(std::move(compiled)), runtime(std::move(runtime)),
        threads(threads), emulated(emulated), location(location) {}

  LogicalResult prepare();
  FailureOr<std::vector<HostTensor>>
  call(const Signature &function, ArrayRef<const HostTensor *> inputs) override;
  LogicalResult call(const Signature &function, ArrayRef<DLTensor *> tensors,
                     int threads) override;

private:
  LogicalResult report(llvm::Error error) {
    return emitError(location) << llvm::toString(std::move(error));
  }
  LogicalResult callHere(const Signature &function,
                         ArrayRef<const HostTensor *> inputs,
                         MutableArrayRef<HostTensor> outputs);

  CompiledTarget compiled;
  std::string runtime;
  int threads;
  bool emulated;
  Location location;
  std::vector<std::string> objects;
  std::unique_ptr<Jit> jit;
  /// Each function, taking the context and its tensors as one array.
  std::vector<int (*)(void **)> callers;
};

} // namespace

LogicalResult CompiledExecutor::prepare() {
  for (const CompiledTarget::Function &function : compiled.functions) {
    Signature signature;
    signature.name = function.interface.name;
    for (auto [i, tensor] : llvm::enumerate(function.interface.tensors))
      (i < function.interface.inputs ? signature.inputs : signature.outputs)
          .push_back({tensor.role, tensor.type});
    signatures.push_back(std::move(signature));
    llvm::LLVMContext context;
    auto module =
        linkFunction(context, function.interface, function.kernel, "");
    if (!module)
      return report(module.takeError());
    auto object = emitModule(**module, llvm::CodeGenFileType::ObjectFile);
    if (!object)
      return report(object.takeError());
    objects.push_back(std::move(*object));
  }
  if (emulated)
    return success();
  auto created = Jit::create();
  if (!created)
    return report(created.takeError());
  jit = std::move(*created);
  std::vector<std::string> code = objects;
  code.push_back(runtime);
  for (const CompiledTarget::Function &function : compiled.functions) {
    auto caller = makeCaller(function.interface);
    if (!caller)
      return report(caller.takeError());
    code.push_back(std::move(*caller));
  }
  for (std::string &object : code)
    if (llvm::Error error = jit->add(std::move(object)))
      return report(std::move(error));
  auto construct = jit->lookup("hysteron_construct");
  if (!construct)
    return report(construct.takeError());
  reinterpret_cast<void (*)()>(*construct)();
  for (const Signature &signature : signatures) {
    auto caller = jit->lookup(signature.name + ".caller");
    if (!caller)
      return report(caller.takeError());
    callers.push_back(reinterpret_cast<int (*)(void **)>(*caller));
  }
  return success();
}

LogicalResult CompiledExecutor::call(const Signature &function,
                                     ArrayRef<DLTensor *> tensors,
                                     int threads) {
  assert(jit && "the function is not in this process");
  char message[512] = "";
  hysteron_context context = {threads, 0, nullptr, message, sizeof message};
  SmallVector<void *> arguments = {&context};
  arguments.append(tensors.begin(), tensors.end());
  if (callers[&function - signatures.data()](arguments.data()))
    return emitError(location) << message;
  return success();
}

LogicalResult CompiledExecutor::callHere(const Signature &function,
                                         ArrayRef<const HostTensor *> inputs,
                                         MutableArrayRef<HostTensor> outputs) {
  std::vector<DLTensor> tensors;
  for (const HostTensor *input : inputs)
    tensors.push_back(input->getView());
  for (const HostTensor &output : outputs)
    tensors.push_back(output.getView());
  SmallVector<DLTensor *> pointers;
  for (DLTensor &tensor : tensors)
    pointers.push_back(&tensor);
  return call(function, pointers, threads);
}

FailureOr<std::vector<HostTensor>>
CompiledExecutor::call(const Signature &signature,
                       ArrayRef<const HostTensor *> inputs) {
  unsigned number = &signature - signatures.data();
  const FunctionInterface &interface = compiled.functions[number].interface;
  auto outputs = allocateOutputs(interface, inputs, location);
  if (failed(outputs))
    return failure();
  LogicalResult result =
      emulated ? callInEmulator(interface, objects[number], runtime, threads,
                                inputs, *outputs, location)
               : callHere(signature, inputs, *outputs);
  if (failed(result))
    return failure();
  return outputs;
}

FailureOr<std::unique_ptr<TargetExecutor>>
hysteron::createTargetExecutor(ModuleOp module, const CompileOptions &options,
                               int threads) {
  StringRef target = options.targets.front();
  Location location = UnknownLoc::get(module.getContext());
  auto info = parseTarget(target, [&] { return emitError(location); });
  if (failed(info))
    return failure();
  bool emulated = info->arch == Arch::Arm &&
                  llvm::Triple(llvm::sys::getDefaultTargetTriple()).getArch() !=
                      llvm::Triple::aarch64;
  auto compiled = compileForTarget(module, target, options);
  if (failed(compiled))
    return failure();
  auto runtime = compileRuntime(target, location, "");
  if (failed(runtime))
    return failure();
  auto executor = std::make_unique<CompiledExecutor>(
      std::move(*compiled), std::move(*runtime), threads, emulated, location);
  if (failed(executor->prepare()))
    return failure();
  return std::unique_ptr<TargetExecutor>(std::move(executor));
}
