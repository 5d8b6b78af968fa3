//===- Act.cpp - The act dialect ------------------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/Dialect/Act/IR/Derivative.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "mlir/IR/PatternMatch.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

#include "hysteron/Dialect/Act/IR/ActDialect.cpp.inc"
#include "hysteron/Dialect/Act/IR/ActEnums.cpp.inc"
#include "hysteron/Dialect/Act/IR/ActInterfaces.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "hysteron/Dialect/Act/IR/ActAttributes.cpp.inc"

void ActDialect::initialize() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "hysteron/Dialect/Act/IR/ActAttributes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "hysteron/Dialect/Act/IR/ActOps.cpp.inc"
      >();
}

RankedTensorType act::getMaskType(RankedTensorType type) {
  int64_t bytes = type.hasStaticShape()
                      ? llvm::divideCeil(type.getNumElements(), 512) * 64
                      : ShapedType::kDynamic;
  return RankedTensorType::get(bytes, IntegerType::get(type.getContext(), 8));
}

//===----------------------------------------------------------------------===//
// Activations
//===----------------------------------------------------------------------===//

static LogicalResult verifyFinite(Operation *op, Twine what, FloatAttr number) {
  if (!number.getType().isF64())
    return op->emitOpError() << what << " must be an f64";
  if (number.getValue().isFinite())
    return success();
  return op->emitOpError() << what << " must be finite, but is "
                           << (number.getValue().isNaN() ? "NaN" : "infinite");
}

static LogicalResult verifyConstants(Operation *op) {
  for (NamedAttribute attr : op->getDiscardableAttrs())
    if (!attr.getName().getValue().contains('.'))
      return op->emitOpError() << "has no attribute " << attr.getName();

  for (NamedAttribute attr : op->getAttrDictionary())
    if (auto number = dyn_cast<FloatAttr>(attr.getValue()))
      if (failed(verifyFinite(op, "attribute '" + attr.getName().strref() + "'",
                              number)))
        return failure();

  Attribute gradient = op->getAttr("gradient");
  if (auto shift = dyn_cast_or_null<ShiftAttr>(gradient))
    return verifyFinite(op, "the offset of #act.shift", shift.getOffset());
  if (auto leak = dyn_cast_or_null<LeakAttr>(gradient))
    return verifyFinite(op, "the slope of #act.leak", leak.getSlope());
  return success();
}

static LogicalResult verifyParameters(Operation *op) {
  auto type = cast<RankedTensorType>(op->getOperand(0).getType());
  auto channelDim = op->getAttrOfType<IntegerAttr>("channel_dim");
  if (channelDim) {
    if (op->getNumOperands() == 1)
      return op->emitOpError("has channel_dim but no parameters");
    int64_t dim = channelDim.getInt();
    if (dim < 0 || dim >= type.getRank())
      return op->emitOpError() << "channel_dim " << dim
                               << " is not a dimension of " << type;
  }
  for (auto [i, operand] : llvm::enumerate(op->getOperands().drop_front())) {
    auto parameter = cast<RankedTensorType>(operand.getType());
    Type element = parameter.getElementType();
    if (element != type.getElementType() && !element.isF32())
      return op->emitOpError()
             << "parameter " << i << " must have elements of type "
             << type.getElementType() << " or f32, but is " << parameter;
    bool single = parameter.getRank() == 0 ||
                  (parameter.getRank() == 1 && parameter.getDimSize(0) == 1);
    if (single)
      continue;
    if (!channelDim || parameter.getRank() != 1)
      return op->emitOpError()
             << "parameter " << i << " must be one value"
             << (channelDim ? " or one per channel" : " without channel_dim")
             << ", but is " << parameter;
    int64_t given = parameter.getDimSize(0);
    int64_t wanted = type.getDimSize(channelDim.getInt());
    if (!ShapedType::isDynamic(given) && !ShapedType::isDynamic(wanted) &&
        given != wanted)
      return op->emitOpError()
             << "parameter " << i << " has " << given << " channels, but "
             << type << " has " << wanted << " in dimension "
             << channelDim.getInt();
  }
  return success();
}

/// `channel_dim` is meaningful only for more than one value, but harmless.
LogicalResult act::verifyActivation(Operation *op) {
  if (failed(verifyConstants(op)) || failed(verifyParameters(op)))
    return failure();
  if (op->getOperand(0).getType() != op->getResult(0).getType())
    return op->emitOpError() << "must return the type of x, "
                             << op->getOperand(0).getType();
  if (const Rule *rule = cast<ActivationOpInterface>(op).getRule())
    for (const Rule::Constant &constant : rule->constants)
      if (auto number = op->getAttrOfType<FloatAttr>(constant.name))
        if (constant.positive && number.getValueAsDouble() <= 0)
          return op->emitOpError() << constant.name << " must be positive";
  if (auto beta = op->getAttrOfType<FloatAttr>("beta"))
    if (beta.getValue().isZero())
      return op->emitOpError("beta must not be 0");
  return success();
}

static DefineOp lookupDefine(Operation *op, FlatSymbolRefAttr name,
                             SymbolTableCollection &tables) {
  auto define = tables.lookupNearestSymbolFrom<DefineOp>(op, name);
  if (!define)
    op->emitOpError() << "no act.define is named " << name;
  return define;
}

static LogicalResult verifyComputeType(Operation *op, DefineOp define) {
  Type element = getElementTypeOrSelf(op->getOperand(0));
  if (define.getFloatType() == getComputeType(element))
    return success();
  return op->emitOpError() << "computes in " << getComputeType(element)
                           << ", but @" << define.getSymName() << " is over "
                           << define.getFloatType();
}

LogicalResult act::verifyActivationSymbols(Operation *op,
                                           SymbolTableCollection &tables) {
  if (auto apply = dyn_cast<ApplyOp>(op)) {
    DefineOp define = lookupDefine(op, apply.getCalleeAttr(), tables);
    if (!define || failed(verifyComputeType(op, define)))
      return failure();
    if (define.getNumParameters() != apply.getParameters().size())
      return op->emitOpError()
             << "passes " << apply.getParameters().size() << " parameters, but @"
             << define.getSymName() << " takes " << define.getNumParameters();
  }
  if (auto name = op->getAttrOfType<FlatSymbolRefAttr>("gradient")) {
    DefineOp rule = lookupDefine(op, name, tables);
    if (!rule || failed(verifyComputeType(op, rule)))
      return failure();
    if (rule.getNumParameters() != 0)
      return op->emitOpError() << "the gradient @" << rule.getSymName()
                               << " must not take parameters";
  }
  auto residual = op->getAttrOfType<ResidualAttr>("residual");
  if (!residual)
    return success();
  Activation activation(op);
  if (residual.getValue() == ResidualKind::Mask && !activation.hasMask())
    return op->emitOpError(
        "has no backward from a bit per element: residual cannot be mask");
  if (residual.getValue() == ResidualKind::Output && !activation.hasOutputForm())
    return op->emitOpError("has no backward from its output with these "
                           "attributes: residual cannot be output");
  return success();
}

LogicalResult GeluOp::verify() {
  if (getApproximate() == "none" || getApproximate() == "tanh")
    return success();
  return emitOpError("approximate must be \"none\" or \"tanh\", but is \"")
         << getApproximate() << "\"";
}

//===----------------------------------------------------------------------===//
// act.define
//===----------------------------------------------------------------------===//

FloatType DefineOp::getFloatType() {
  return cast<FloatType>(getForward().getArgument(0).getType());
}

static ParseResult parseRegionWithArguments(OpAsmParser &parser, Region &region) {
  SmallVector<OpAsmParser::Argument> arguments;
  return failure(
      parser.parseArgumentList(arguments, OpAsmParser::Delimiter::Paren,
                               /*allowType=*/true) ||
      parser.parseRegion(region, arguments));
}

ParseResult DefineOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  if (parser.parseSymbolName(name, "sym_name", result.attributes) ||
      parseRegionWithArguments(parser, *result.addRegion()))
    return failure();
  Region *backward = result.addRegion();
  if (succeeded(parser.parseOptionalKeyword("backward")) &&
      parseRegionWithArguments(parser, *backward))
    return failure();
  return parser.parseOptionalAttrDictWithKeyword(result.attributes);
}

static void printRegionWithArguments(OpAsmPrinter &printer, Region &region) {
  printer << '(';
  llvm::interleaveComma(region.getArguments(), printer, [&](BlockArgument arg) {
    printer.printRegionArgument(arg);
  });
  printer << ") ";
  printer.printRegion(region, /*printEntryBlockArgs=*/false);
}

void DefineOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  printer.printSymbolName(getSymName());
  printRegionWithArguments(printer, getForward());
  if (!getBackward().empty()) {
    printer << " backward";
    printRegionWithArguments(printer, getBackward());
  }
  printer.printOptionalAttrDictWithKeyword((*this)->getAttrs(), {"sym_name"});
}

static LogicalResult verifyFormula(DefineOp define, Region &region,
                                   StringRef what, unsigned arguments,
                                   unsigned results, bool differentiated) {
  Block &block = region.front();
  if (block.getNumArguments() != arguments)
    return define.emitOpError() << "the " << what << " region takes "
                                << block.getNumArguments() << " values, but "
                                << arguments << " are passed";
  for (Type type : block.getArgumentTypes())
    if (type != define.getFloatType() || !(type.isF32() || type.isF64()))
      return define.emitOpError() << "the " << what
                                  << " region must be over f32 or f64 alone, "
                                     "but has an argument of type "
                                  << type;
  auto yield = dyn_cast<YieldOp>(block.back());
  if (!yield)
    return define.emitOpError() << "the " << what << " region must end in act.yield";
  if (yield.getValues().size() != results)
    return yield.emitOpError() << "the " << what << " region must yield "
                               << results << (results == 1 ? " value" : " values")
                               << ", but yields " << yield.getValues().size();
  for (Type type : yield.getValues().getTypes())
    if (type != define.getFloatType())
      return yield.emitOpError() << "must yield values of type "
                                 << define.getFloatType() << ", not " << type;
  for (Operation &op : block.without_terminator()) {
    bool scalar = isa_and_nonnull<arith::ArithDialect, math::MathDialect>(
                      op.getDialect()) &&
                  op.getNumRegions() == 0 &&
                  llvm::none_of(op.getResultTypes(),
                                llvm::IsaPred<ShapedType>);
    if (!scalar)
      return op.emitError() << "'" << op.getName()
                            << "' is not a scalar arith or math operation, "
                               "which is all that act.define may hold";
    if (differentiated && !isDifferentiable(&op))
      return op.emitError() << "the derivative of '" << op.getName()
                            << "' is not known: give a backward region";
  }
  return success();
}

LogicalResult DefineOp::verifyRegions() {
  if (getForward().getNumArguments() == 0)
    return emitOpError("the forward region must take x");
  if (!isa<FloatType>(getForward().getArgument(0).getType()))
    return emitOpError("the forward region must be over f32 or f64 alone, but "
                       "has an argument of type ")
           << getForward().getArgument(0).getType();
  unsigned inputs = getForward().getNumArguments();
  bool derived = getBackward().empty();
  if (failed(verifyFormula(*this, getForward(), "forward", inputs, 1, derived)))
    return failure();
  return derived ? success()
                 : verifyFormula(*this, getBackward(), "backward", inputs + 2,
                                 inputs, /*differentiated=*/false);
}

//===----------------------------------------------------------------------===//
// Derived ops
//===----------------------------------------------------------------------===//

Activation BackwardOp::getFunction() {
  return Activation(getActivation(), getConstants(),
                    getElementTypeOrSelf(getCotangent()), *this);
}

Activation MaskOp::getFunction() {
  return Activation(getActivation(), getConstants(),
                    getElementTypeOrSelf(getX()), *this);
}

LogicalResult BackwardOp::verify() {
  if (getGradients().size() != getParameters().size() + 1)
    return emitOpError("must return dx and one gradient per parameter");
  if (getGradients().front().getType() != getCotangent().getType())
    return emitOpError("dx must have the type of the cotangent, ")
           << getCotangent().getType();
  for (auto [gradient, parameter] :
       llvm::zip(getGradients().drop_front(), getParameters()))
    if (gradient.getType() != parameter.getType())
      return emitOpError("a parameter's gradient must have its type, ")
             << parameter.getType();
  auto wanted = cast<RankedTensorType>(getCotangent().getType());
  if (getResidual() == ResidualKind::Mask)
    wanted = getMaskType(wanted);
  if (failed(verifyCompatibleShape(getKept().getType(), wanted)) ||
      getElementTypeOrSelf(getKept()) != wanted.getElementType())
    return emitOpError("must keep a tensor like ")
           << wanted << ", not " << getKept().getType();
  return success();
}

LogicalResult BackwardOp::verifySymbolUses(SymbolTableCollection &) {
  if (!getFunction())
    return emitOpError("there is no activation \"") << getActivation() << "\"";
  if (getResidual() == ResidualKind::Recompute)
    return emitOpError("recompute is not a kept value");
  if (getResidual() == ResidualKind::Mask && !getFunction().hasMask())
    return emitOpError("has no backward from a bit per element");
  if (getResidual() == ResidualKind::Output && !getFunction().hasOutputForm())
    return emitOpError("has no backward from its output");
  return success();
}

LogicalResult MaskOp::verifySymbolUses(SymbolTableCollection &) {
  if (!getFunction() || !getFunction().hasMask())
    return emitOpError("there is no activation \"")
           << getActivation() << "\" with a two-valued rule";
  if (getMask().getType() != getMaskType(cast<RankedTensorType>(getX().getType())))
    return emitOpError("must return ")
           << getMaskType(cast<RankedTensorType>(getX().getType()));
  return success();
}

#define GET_OP_CLASSES
#include "hysteron/Dialect/Act/IR/ActOps.cpp.inc"
