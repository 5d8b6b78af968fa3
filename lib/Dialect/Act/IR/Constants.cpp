//===- Constants.cpp - Constants of activations ---------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Constants.h"

#include "hysteron/Dialect/Act/IR/Act.h"

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

static llvm::APFloat round(FloatAttr number, FloatType type) {
  llvm::APFloat value = number.getValue();
  bool inexact;
  value.convert(type.getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven,
                &inexact);
  return value;
}

/// A number that formulas over `type` can compute with.
static LogicalResult verifyNumber(Operation *op, const Twine &what,
                                  FloatAttr number, FloatType type) {
  if (!number.getType().isF64())
    return op->emitOpError() << what << " must be an f64";
  if (!number.getValue().isFinite())
    return op->emitOpError()
           << what << " must be finite, but is "
           << (number.getValue().isNaN() ? "NaN" : "infinite");
  if (round(number, type).isInfinity())
    return op->emitOpError() << what << " is too large for " << type;
  return success();
}

static LogicalResult verifyConstant(Operation *op,
                                    const Rule::Constant &constant,
                                    Attribute value, FloatType type) {
  if (!value) {
    if (constant.required)
      return op->emitOpError()
             << "requires attribute '" << constant.name << "'";
    return success();
  }
  if (auto word = dyn_cast<StringAttr>(value)) {
    if (llvm::is_contained(constant.words, word.getValue()))
      return success();
    InFlightDiagnostic error = op->emitOpError()
                               << constant.name << " must be ";
    llvm::interleave(
        constant.words, error,
        [&](StringRef each) { error << '"' << each << '"'; }, " or ");
    return error << ", but is \"" << word.getValue() << "\"";
  }
  auto number = cast<FloatAttr>(value);
  if (constant.positive)
    type = Float32Type::get(op->getContext());
  if (failed(
          verifyNumber(op, "attribute '" + constant.name + "'", number, type)))
    return failure();
  llvm::APFloat rounded = round(number, type);
  if (constant.positive && (rounded.isNegative() || rounded.isZero()))
    return op->emitOpError()
           << constant.name << " must be positive as " << type;
  if (constant.nonZero && rounded.isZero())
    return op->emitOpError() << constant.name << " must not be 0 as " << type;
  return success();
}

LogicalResult act::verifyConstants(Operation *op, const Rule *rule,
                                   DictionaryAttr constants, FloatType type) {
  ArrayRef<Rule::Constant> known;
  if (rule)
    known = rule->constants;
  for (NamedAttribute attr : constants) {
    StringRef name = attr.getName();
    bool foreign = name.contains('.');
    if (!foreign && name != "gradient" && (rule || name != "callee") &&
        llvm::none_of(known,
                      [&](const auto &each) { return each.name == name; }))
      return op->emitOpError() << "has no attribute " << attr.getName();
  }
  for (const Rule::Constant &constant : known)
    if (failed(
            verifyConstant(op, constant, constants.get(constant.name), type)))
      return failure();
  if (!rule && !constants.contains("callee"))
    return op->emitOpError("requires attribute 'callee'");

  Attribute gradient = constants.get("gradient");
  if (auto shift = dyn_cast_or_null<ShiftAttr>(gradient))
    return verifyNumber(op, "the offset of #act.shift", shift.getOffset(),
                        type);
  if (auto leak = dyn_cast_or_null<LeakAttr>(gradient))
    return verifyNumber(op, "the slope of #act.leak", leak.getSlope(), type);
  return success();
}
