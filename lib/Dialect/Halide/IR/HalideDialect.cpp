//===- HalideDialect.cpp - The halide dialect -----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Halide/IR/Halide.h"
#include "Bound.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace hysteron::halide;

#include "hysteron/Dialect/Halide/IR/HalideDialect.cpp.inc"
#include "hysteron/Dialect/Halide/IR/HalideEnums.cpp.inc"
#include "hysteron/Dialect/Halide/IR/HalideInterfaces.cpp.inc"
#define GET_ATTRDEF_CLASSES
#include "hysteron/Dialect/Halide/IR/HalideAttributes.cpp.inc"

void HalideDialect::initialize() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "hysteron/Dialect/Halide/IR/HalideAttributes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "hysteron/Dialect/Halide/IR/HalideOps.cpp.inc"
      >();
}

ParseResult hysteron::halide::parseBound(AsmParser &parser, BoundAttr &bound) {
  int64_t value = 1, dim = 0, maximum = 0;
  FlatSymbolRefAttr buffer;
  bool blocks = succeeded(parser.parseOptionalKeyword("ceildiv"));
  if (blocks || succeeded(parser.parseOptionalKeyword("extent"))) {
    if (parser.parseAttribute(buffer) || parser.parseInteger(dim))
      return failure();
    if (dim < 0)
      return parser.emitError(parser.getNameLoc(), "a dimension is not negative");
  }
  if (!buffer || blocks) {
    if (blocks && parser.parseKeyword("by"))
      return failure();
    SMLoc loc = parser.getCurrentLocation();
    if (parser.parseInteger(value))
      return failure();
    if (value < (blocks ? 1 : 0))
      return parser.emitError(loc, "a bound is not negative, a block has at least one point");
  }
  if (buffer && succeeded(parser.parseOptionalKeyword("max"))) {
    SMLoc loc = parser.getCurrentLocation();
    if (parser.parseInteger(maximum))
      return failure();
    if (maximum < 1)
      return parser.emitError(loc, "a maximum is positive");
  }
  bound = BoundAttr::get(parser.getContext(), value, buffer, dim, maximum);
  return success();
}

void hysteron::halide::printBound(AsmPrinter &printer, BoundAttr bound) {
  if (bound.isConstant())
    printer << bound.getValue();
  else if (bound.getValue() == 1)
    printer << "extent " << bound.getBuffer() << ' ' << bound.getDim();
  else
    printer << "ceildiv " << bound.getBuffer() << ' ' << bound.getDim()
            << " by " << bound.getValue();
  if (bound.getMaximum())
    printer << " max " << bound.getMaximum();
}

Attribute BoundAttr::parse(AsmParser &parser, Type) {
  BoundAttr bound;
  if (parser.parseLess() || parseBound(parser, bound) || parser.parseGreater())
    return {};
  return bound;
}

void BoundAttr::print(AsmPrinter &printer) const {
  printer << '<';
  printBound(printer, *this);
  printer << '>';
}
