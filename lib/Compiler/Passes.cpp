//===- Passes.cpp - The passes between a module and pipelines -------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Compile.h"

#include "Host.h"

#include "hysteron/Dialect/Act/IR/Act.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"

using namespace mlir;
using namespace hysteron;

/// What a DLTensor can be, as our C interface has it.
static LogicalResult checkTensor(func::FuncOp function, Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor)
    return function.emitError("only ranked tensors go in and out of a "
                              "compiled function, not ")
           << type;
  if (!act::isStorable(tensor.getElementType()))
    return function.emitError("elements of type ")
           << tensor.getElementType()
           << " do not go in or out of a compiled function";
  if (tensor.getEncoding())
    return function.emitError("only dense tensors go in and out of a "
                              "compiled function, not ")
           << type;
  int64_t bytes = tensor.getElementTypeBitWidth() / 8;
  for (int64_t extent : tensor.getShape())
    if (!ShapedType::isDynamic(extent) &&
        __builtin_mul_overflow(bytes, extent, &bytes))
      return function.emitError() << type << " is larger than any memory";
  return success();
}

FailureOr<std::string> hysteron::selectFunction(ModuleOp module,
                                                StringRef name) {
  SmallVector<func::FuncOp> functions;
  for (auto function : module.getOps<func::FuncOp>())
    if (name.empty() ? function.isPublic() && !function.isDeclaration()
                     : function.getSymName() == name)
      functions.push_back(function);
  if (functions.empty())
    return emitError(UnknownLoc::get(module.getContext()))
           << (name.empty() ? "there is no function to compile"
                            : "there is no function '" + name.str() + "'");
  if (functions.size() > 1) {
    InFlightDiagnostic error = functions[1].emitError(
        "there are several functions; say which one to compile");
    error.attachNote(functions[0].getLoc()) << "another one is here";
    return error;
  }
  func::FuncOp function = functions.front();
  if (function.isDeclaration())
    return function.emitError("the function to compile has no body");
  if (!isCName(function.getSymName()))
    return function.emitError("'")
           << function.getSymName() << "' is no name of a C function";
  if (function.getNumResults() == 0)
    return function.emitError("the function to compile has no results");
  for (Type type : llvm::concat<const Type>(function.getArgumentTypes(),
                                            function.getResultTypes()))
    if (failed(checkTensor(function, type)))
      return failure();
  // What it calls is kept, for the passes to inline or to reject.
  for (auto other : llvm::make_early_inc_range(module.getOps<func::FuncOp>()))
    if (other != function)
      other.setPrivate();
  function.setPublic();
  if (failed(runPasses(module, "symbol-dce")))
    return failure();
  return function.getSymName().str();
}

LogicalResult hysteron::runPasses(ModuleOp module, StringRef passes) {
  PassManager manager(module.getContext(), ModuleOp::getOperationName());
  std::string message;
  llvm::raw_string_ostream stream(message);
  if (failed(parsePassPipeline(passes, manager, stream)))
    return emitError(module.getLoc()) << StringRef(message).trim();
  return manager.run(module);
}

LogicalResult hysteron::importModel(ModuleOp module) {
  if (failed(runPasses(module, "act-raise")))
    return failure();
  bool hasTosa = module
                     ->walk([](Operation *op) {
                       return isa_and_nonnull<tosa::TosaDialect>(op->getDialect())
                                  ? WalkResult::interrupt()
                                  : WalkResult::advance();
                     })
                     .wasInterrupted();
  if (!hasTosa)
    return success();
  return runPasses(
      module,
      "func.func(tosa-optional-decompositions,tosa-infer-shapes,"
      "tosa-make-broadcastable,tosa-to-linalg-named,canonicalize,"
      "tosa-layerwise-constant-fold,tosa-make-broadcastable,tosa-to-linalg,"
      "tosa-to-scf,tosa-to-tensor,tosa-to-arith),canonicalize,cse");
}

/// MLIR's verifier leaves some dimensions to run time, where they are undefined, and
/// sees 32 bits of others.
static LogicalResult checkDimensions(ModuleOp module) {
  auto check = [](Operation *op, Type type, ArrayRef<int64_t> dims) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    for (int64_t dim : dims)
      if (tensor && (dim < 0 || dim >= tensor.getRank())) {
        op->emitError() << type << " has no dimension " << dim;
        return WalkResult::interrupt();
      }
    return WalkResult::advance();
  };
  auto checkGroups = [&](Operation *op, Type type, ArrayRef<ReassociationIndices> groups) {
    for (ArrayRef<int64_t> group : groups)
      if (check(op, type, group).wasInterrupted())
        return WalkResult::interrupt();
    return WalkResult::advance();
  };
  WalkResult result = module.walk([&](Operation *op) {
    if (auto dim = dyn_cast<tensor::DimOp>(op))
      if (std::optional<int64_t> index = dim.getConstantIndex())
        return check(op, dim.getSource().getType(), *index);
    if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(op))
      return checkGroups(op, collapse.getSrcType(), collapse.getReassociationIndices());
    if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op))
      return checkGroups(op, expand.getResultType(), expand.getReassociationIndices());
    return WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}

static LogicalResult checkAndImport(ModuleOp module,
                                    const CompileOptions &options) {
  if (!llvm::is_contained({"auto", "input", "output", "mask", "recompute"},
                          options.residual))
    return emitError(UnknownLoc::get(module.getContext()))
           << "unknown residual '" << options.residual
           << "', expected auto, input, output, mask or recompute";
  if (options.mode == Mode::Training)
    for (auto function : module.getOps<func::FuncOp>())
      if (function.isPublic() &&
          llvm::none_of(function.getArgumentTypes(), [](Type type) {
            return isa<FloatType>(getElementTypeOrSelf(type));
          }))
        return function.emitError("no argument is a tensor of floats, which a "
                                  "gradient could be of");
  if (failed(checkDimensions(module)))
    return failure();
  return importModel(module);
}

LogicalResult hysteron::planResiduals(ModuleOp module,
                                      const CompileOptions &options) {
  if (failed(checkAndImport(module, options)))
    return failure();
  return runPasses(module,
                   "act-plan-residuals{residual=" + options.residual + "}");
}

LogicalResult hysteron::lowerToKernels(ModuleOp module,
                                       const CompileOptions &options) {
  bool training = options.mode == Mode::Training;
  if (failed(training ? planResiduals(module, options)
                      : checkAndImport(module, options)))
    return failure();
  std::string passes = training ? "act-differentiate" : "act-fold-inference";
  return runPasses(module, passes + ",canonicalize,cse,convert-act-to-linalg,"
                                    "act-generalize,canonicalize,cse,"
                                    "act-fuse,canonicalize,cse");
}

LogicalResult hysteron::lowerToPipelines(ModuleOp module) {
  if (failed(runPasses(module, "act-outline-kernels")) ||
      failed(separateHost(module)))
    return failure();
  return runPasses(module, "convert-math-to-arith,canonicalize,cse,"
                           "convert-linalg-to-halide");
}
