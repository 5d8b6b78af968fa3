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

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

/// The generated parser would report what is wrong with the value again.
static ParseResult parseNumber(AsmParser &parser, FloatAttr &number) {
  return parser.parseAttribute(number);
}

static void printNumber(AsmPrinter &printer, FloatAttr number) {
  printer << number;
}

static ParseResult parseResidualKind(AsmParser &parser, ResidualKind &kind) {
  SMLoc location = parser.getCurrentLocation();
  StringRef word;
  if (parser.parseKeyword(&word))
    return failure();
  std::optional<ResidualKind> parsed = symbolizeResidualKind(word);
  if (!parsed)
    return parser.emitError(location,
                            "expected input, output, mask or recompute");
  kind = *parsed;
  return success();
}

static void printResidualKind(AsmPrinter &printer, ResidualKind kind) {
  printer << stringifyResidualKind(kind);
}

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

bool act::isStorable(Type element) {
  return element.isF16() || element.isBF16() || element.isF32() ||
         element.isF64() ||
         llvm::any_of(std::array{8, 16, 32, 64}, [&](unsigned width) {
           return element.isSignlessInteger(width);
         });
}

bool act::isComputable(Type scalar) {
  return isStorable(scalar) || scalar.isSignlessInteger(1) || scalar.isIndex();
}

RankedTensorType act::getMaskType(RankedTensorType type) {
  int64_t bytes = type.hasStaticShape()
                      ? llvm::divideCeil(type.getNumElements(), 512) * 64
                      : ShapedType::kDynamic;
  return RankedTensorType::get(bytes, IntegerType::get(type.getContext(), 8));
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
    for (Type type : op.getResultTypes())
      if (!isComputable(type))
        return op.emitError() << "kernels cannot compute with values of type "
                              << type;
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

#define GET_OP_CLASSES
#include "hysteron/Dialect/Act/IR/ActOps.cpp.inc"
