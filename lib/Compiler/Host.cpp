//===- Host.cpp - The code of models around their kernels -----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Host.h"

#include "hysteron/Compiler/Compile.h"
#include "hysteron/Dialect/Act/Utils/KernelForm.h"
#include "hysteron/Target/Halide/Emit.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace hysteron;

static constexpr StringLiteral hostName = "host";

ModuleOp hysteron::findHost(ModuleOp module) {
  return module.lookupSymbol<ModuleOp>(hostName);
}

bool hysteron::isHostOp(Operation *op) {
  return isa_and_nonnull<affine::AffineDialect, arith::ArithDialect,
                         func::FuncDialect, linalg::LinalgDialect,
                         math::MathDialect, scf::SCFDialect,
                         tensor::TensorDialect>(op->getDialect());
}

static LogicalResult checkOps(func::FuncOp model) {
  WalkResult walked = model.walk([&](Operation *op) {
    if (isHostOp(op))
      return WalkResult::advance();
    op->emitError() << "'" << op->getName() << "' cannot be compiled";
    return WalkResult::interrupt();
  });
  return failure(walked.wasInterrupted());
}

LogicalResult hysteron::separateHost(ModuleOp module) {
  SmallVector<func::FuncOp> models;
  for (auto function : module.getOps<func::FuncOp>())
    if (!function.isExternal() && !act::isInKernelForm(function))
      models.push_back(function);
  if (models.empty())
    return success();
  OpBuilder builder = OpBuilder::atBlockEnd(module.getBody());
  auto host = ModuleOp::create(builder, module.getLoc(), hostName);
  SymbolTable outer(module), inner(host);
  builder.setInsertionPointToEnd(host.getBody());
  for (func::FuncOp model : models) {
    if (failed(checkOps(model)))
      return failure();
    SmallVector<func::CallOp> calls(model.getOps<func::CallOp>());
    outer.remove(model);
    model->moveBefore(host.getBody(), host.getBody()->end());
    inner.insert(model);
    for (func::CallOp call : calls) {
      auto kernel = outer.lookup<func::FuncOp>(call.getCallee());
      if (!kernel || !act::isInKernelForm(kernel))
        return call.emitError() << "the call of @" << call.getCallee()
                                << " cannot be compiled";
      if (!inner.lookup(call.getCallee()))
        inner.insert(builder.clone(*kernel));
    }
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Destination-passing style
//===----------------------------------------------------------------------===//

/// The tensor.empty that `tensor` is the final contents of, if any.
static tensor::EmptyOp findEmpty(Value tensor) {
  Operation *op = tensor.getDefiningOp();
  if (auto empty = dyn_cast_or_null<tensor::EmptyOp>(op))
    return empty;
  if (auto destination = dyn_cast_or_null<DestinationStyleOpInterface>(op))
    return findEmpty(
        destination.getTiedOpOperand(cast<OpResult>(tensor))->get());
  return {};
}

/// A tensor.empty for each result of a call, with the extents that the kernel
/// computes from its arguments.
static LogicalResult addDestinations(func::CallOp call, func::FuncOp kernel,
                                     SmallVectorImpl<Value> &destinations) {
  OpBuilder builder(call);
  IRMapping mapping;
  mapping.map(kernel.getArguments(), call.getOperands());
  std::function<Value(Value)> import = [&](Value value) -> Value {
    if (Value known = mapping.lookupOrNull(value))
      return known;
    Operation *op = value.getDefiningOp();
    for (Value operand : op->getOperands())
      import(operand);
    builder.clone(*op, mapping);
    return mapping.lookup(value);
  };
  for (Value returned : kernel.front().getTerminator()->getOperands()) {
    tensor::EmptyOp empty = findEmpty(returned);
    if (!empty)
      return call.emitError("the extents of the results are not known before "
                            "the call");
    SmallVector<OpFoldResult> sizes = empty.getMixedSizes();
    for (OpFoldResult &size : sizes)
      if (auto value = dyn_cast<Value>(size))
        size = import(value);
    destinations.push_back(tensor::EmptyOp::create(
        builder, call.getLoc(), sizes, empty.getType().getElementType()));
  }
  return success();
}

/// Results are written to tensors that the caller gives; the first argument is
/// the call of the model, which the runtime knows and kernels hand back to it.
static LogicalResult passDestinations(ModuleOp host) {
  host.getContext()
      ->loadDialect<LLVM::LLVMDialect, bufferization::BufferizationDialect>();
  OpBuilder builder(host.getContext());
  auto callType = LLVM::LLVMPointerType::get(host.getContext());
  SymbolTable symbols(host);
  SmallVector<func::CallOp> calls;
  host.walk([&](func::CallOp call) { calls.push_back(call); });
  llvm::DenseMap<func::CallOp, SmallVector<Value>> destinations;
  for (func::CallOp call : calls)
    if (failed(addDestinations(call, symbols.lookup<func::FuncOp>(call.getCallee()),
                               destinations[call])))
      return failure();
  for (auto function : host.getOps<func::FuncOp>()) {
    Block &block = function.front();
    block.insertArgument(0u, callType, function.getLoc());
    auto ret = cast<func::ReturnOp>(block.getTerminator());
    builder.setInsertionPoint(ret);
    for (OpOperand &result : ret->getOpOperands()) {
      Value value = result.get();
      Value destination = block.addArgument(value.getType(), value.getLoc());
      result.set(bufferization::MaterializeInDestinationOp::create(
                     builder, value.getLoc(), value.getType(), value, destination)
                     ->getResult(0));
    }
    function.removeArgAttrsAttr();
    function.removeResAttrsAttr();
    function.setType(builder.getFunctionType(block.getArgumentTypes(),
                                             ret.getOperandTypes()));
  }
  for (func::CallOp call : calls) {
    SmallVector<Value> operands = {
        call->getParentOfType<func::FuncOp>().getArgument(0)};
    llvm::append_range(operands, call.getOperands());
    llvm::append_range(operands, destinations[call]);
    call->setOperands(operands);
  }
  return success();
}

//===----------------------------------------------------------------------===//
// To LLVM
//===----------------------------------------------------------------------===//

FailureOr<KernelVersion>
hysteron::compileModel(func::FuncOp model, const FunctionInterface &interface,
                       ArrayRef<ModelKernel> kernels, StringRef target,
                       StringRef prefix) {
  Location location = model.getLoc();
  OwningOpRef<ModuleOp> host =
      cast<ModuleOp>(model->getParentOp()->clone());
  for (auto other : host->getOps<func::FuncOp>())
    if (other.getSymName() != model.getSymName())
      other.setPrivate();
  if (failed(runPasses(*host, "symbol-dce")) || failed(passDestinations(*host)))
    return failure();
  // Public functions would keep their results.
  for (auto function : host->getOps<func::FuncOp>())
    function.setPrivate();
  if (failed(runPasses(*host, "act-order-loops,eliminate-empty-tensors")) ||
      failed(bufferize(*host)) ||
      failed(runPasses(*host, "drop-equivalent-buffer-results")))
    return failure();
  llvm::StringSet<> called;
  for (auto function : host->getOps<func::FuncOp>()) {
    if (function.getNumResults())
      return function.emitError("a result has memory of its own");
    function->setAttr(LLVM::LLVMDialect::getEmitCWrapperAttrName(),
                      UnitAttr::get(function.getContext()));
    if (function.getSymName() == model.getSymName()) {
      function.setPublic();
      continue;
    }
    called.insert(function.getSymName());
    function.eraseBody();
  }
  if (failed(runPasses(*host, "canonicalize,cse,buffer-deallocation-pipeline")) ||
      failed(lowerToLLVM(*host)))
    return failure();
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> code = translateModuleToLLVMIR(*host, context);
  if (!code)
    return emitError(location, "cannot be translated to LLVM");
  FailureOr<std::string> empty = emitEmpty(target, location);
  if (failed(empty))
    return failure();
  std::vector<ModelKernel> used;
  for (const ModelKernel &kernel : kernels)
    if (called.contains(kernel.first.name))
      used.push_back(kernel);
  auto bitcode = linkModel(std::move(code), *empty, interface, used, prefix);
  if (!bitcode)
    return emitError(location) << llvm::toString(bitcode.takeError());
  return KernelVersion{target.str(), std::move(*bitcode)};
}
