//===- Kernels.cpp - What hysteron-bench measures -------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Kernels.h"

#include "hysteron/Dialect/Act/IR/Act.h"

#include "mlir/Parser/Parser.h"

using namespace mlir;
using namespace hysteron;
using namespace hysteron::bench;

std::vector<Case> bench::listCases(MLIRContext &context) {
  // Constants that have no default.
  Builder b(&context);
  DictionaryAttr constants = b.getDictionaryAttr(
      {b.getNamedAttr("alpha", b.getF64FloatAttr(0.5)),
       b.getNamedAttr("beta", b.getF64FloatAttr(1)),
       b.getNamedAttr("slope", b.getF64FloatAttr(0.01))});
  std::vector<Case> cases;
  for (RegisteredOperationName op : context.getRegisteredOperations()) {
    if (!op.hasInterface<act::ActivationOpInterface>() ||
        op.getTypeID() == TypeID::get<act::ApplyOp>())
      continue;
    Case base;
    base.name = base.op = op.stripDialect().str();
    SmallVector<NamedAttribute> used;
    for (StringAttr name : op.getAttributeNames())
      if (Attribute value = constants.get(name))
        used.emplace_back(name, value);
    DictionaryAttr attributes = b.getDictionaryAttr(used);
    act::Activation activation(base.op, attributes, b.getF32Type(), nullptr);
    base.residuals = {"input"};
    if (activation.hasOutputForm())
      base.residuals.push_back("output");
    if (activation.hasMask())
      base.residuals.push_back("mask");
    if (!used.empty())
      llvm::raw_string_ostream(base.attributes) << attributes;
    if (op.hasTrait<OpTrait::NOperands<2>::Impl>())
      base.parameters = {0.25}; // slope
    if (op.hasTrait<OpTrait::NOperands<3>::Impl>())
      base.parameters = {0.01, 1}; // lambda and kappa
    cases.push_back(base);
    if (llvm::is_contained(op.getAttributeNames(), "approximate")) {
      cases.push_back(base);
      cases.back().name += "_tanh";
      cases.back().attributes = "{approximate = \"tanh\"}";
    }
    if (base.parameters.size() == 2) {
      cases.push_back(base);
      cases.back().name += "_short";
      cases.back().parameters[0] = 0.5;
    }
  }
  return cases;
}

FailureOr<std::unique_ptr<Program>>
Program::compile(MLIRContext &context, const std::string &target,
                 StringRef source, Mode mode, StringRef residual) {
  CompileOptions options;
  options.targets = {target};
  options.mode = mode;
  options.residual = residual.str();
  OwningOpRef<ModuleOp> module =
      parseSourceString<ModuleOp>(source, &context, "benchmark");
  if (!module || failed(lowerToKernels(*module, options)) ||
      failed(lowerToPipelines(*module)))
    return failure();
  auto executor = createTargetExecutor(*module, options, /*threads=*/0);
  if (failed(executor))
    return failure();
  auto program = std::make_unique<Program>();
  program->executor = std::move(*executor);
  return program;
}

FailureOr<std::unique_ptr<Program>>
Program::compile(MLIRContext &context, const std::string &target,
                 const Case &which, StringRef residual, StringRef type) {
  std::string x = ("tensor<?x" + type + ">").str(),
              p = ("tensor<" + type + ">").str(), source;
  llvm::raw_string_ostream out(source);
  out << "func.func @f(%x: " << x;
  for (unsigned i = 0; i < which.parameters.size(); ++i)
    out << ", %p" << i << ": " << p;
  out << ") -> " << x << " {\n  %y = act." << which.op << " %x";
  for (unsigned i = 0; i < which.parameters.size(); ++i)
    out << ", %p" << i;
  out << " " << which.attributes << " : " << x;
  for (unsigned i = 0; i < which.parameters.size(); ++i)
    out << ", " << p;
  out << "\n  return %y : " << x << "\n}\n";
  return compile(context, target, source, Mode::Training, residual);
}

FailureOr<std::unique_ptr<Program>>
Program::compileCopy(MLIRContext &context, const std::string &target,
                     unsigned inputs, StringRef type) {
  std::string x = ("tensor<?x" + type + ">").str(), source;
  llvm::raw_string_ostream out(source);
  auto list = [&](StringRef prefix, StringRef suffix) {
    llvm::ListSeparator separator;
    for (unsigned i = 0; i < inputs; ++i)
      out << StringRef(separator) << prefix << i << suffix;
  };
  auto repeat = [&](StringRef text, unsigned times) {
    llvm::ListSeparator separator;
    while (times--)
      out << StringRef(separator) << text;
  };
  out << "func.func @f(";
  list("%x", ": " + x);
  out << ") -> " << x << " {\n  %y = linalg.generic {indexing_maps = [";
  repeat("affine_map<(d0) -> (d0)>", inputs + 1);
  out << "], iterator_types = [\"parallel\"]} ins(";
  list("%x", "");
  out << " : ";
  repeat(x, inputs);
  out << ") outs(%x0 : " << x << ") {\n  ^bb0(";
  list("%a", (": " + type).str());
  out << ", %o: " << type << "):\n";
  for (unsigned i = 1; i < inputs; ++i)
    out << "    %s" << i << " = arith.addf "
        << (i == 1 ? "%a0" : "%s" + std::to_string(i - 1)) << ", %a" << i
        << " : " << type << "\n";
  out << "    linalg.yield "
      << (inputs == 1 ? "%a0" : "%s" + std::to_string(inputs - 1)) << " : "
      << type << "\n  } -> " << x << "\n  return %y : " << x << "\n}\n";
  return compile(context, target, source, Mode::Inference, "auto");
}

int64_t bench::getBytes(const Signature::Slot &slot, int64_t elements) {
  if (slot.type.getRank() == 0)
    return 0;
  Type type = slot.type.getElementType();
  // What is no float is a mask.
  return isa<FloatType>(type) ? elements * type.getIntOrFloatBitWidth() / 8
                              : llvm::divideCeil(elements, 512) * 64;
}

Memory bench::allocateOn(CudaDevice &device, int64_t bytes,
                         ArrayRef<char> pattern) {
  FailureOr<void *> memory = device.allocate(bytes, pattern);
  return Memory(succeeded(memory) ? *memory : nullptr,
                [&device](void *memory) { device.release(memory); });
}

DLTensor *Tensors::get(const Signature::Slot &slot) {
  Tensor &entry = tensors[slot.role];
  if (entry.data)
    return &entry.tensor;
  Type type = slot.type.getElementType();
  int64_t size = type.getIntOrFloatBitWidth() / 8;
  int64_t bytes = std::max(getBytes(slot, elements), size);
  entry.shape[0] = bytes / size;
  // A device repeats what it gets.
  int64_t here = device ? std::min<int64_t>(bytes, 1 << 20) : bytes;
  entry.data = Memory(std::aligned_alloc(4096, llvm::alignTo(here, 4096)),
                      std::free);
  MutableArrayRef<char> data(static_cast<char *>(entry.data.get()), here);
  std::memset(data.data(), 0, here);
  StringRef number = slot.role;
  if (slot.type.getRank() == 0 && number.consume_front("argument ")) {
    unsigned argument;
    bool isNumber = !number.getAsInteger(10, argument);
    assert(isNumber && argument >= 1 && "roles of arguments are numbered");
    (void)isNumber;
    fillTensor(data, type, parameters[argument - 1]);
  } else {
    fillTensor(data, type);
  }
  if (device)
    entry.data = allocateOn(*device, bytes, data);
  if (!entry.data)
    return nullptr;
  entry.tensor = {};
  entry.tensor.data = entry.data.get();
  entry.tensor.device = {device ? kDLCUDA : kDLCPU, 0};
  entry.tensor.ndim = slot.type.getRank();
  entry.tensor.shape = entry.shape;
  entry.tensor.dtype = getDataType(type);
  return &entry.tensor;
}

FailureOr<SmallVector<DLTensor *>>
Tensors::get(const Signature &function) {
  SmallVector<DLTensor *> all;
  for (const Signature::Slot &slot :
       llvm::concat<const Signature::Slot>(function.inputs, function.outputs)) {
    all.push_back(get(slot));
    if (!all.back())
      return failure();
  }
  return all;
}
