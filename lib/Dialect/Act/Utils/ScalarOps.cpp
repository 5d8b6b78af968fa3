//===- ScalarOps.cpp - What scalar ops compute ----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One line per op, a formula. NaN is left out of it: an activation gives NaN for
// NaN, however the code that it replaces orders its comparisons.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Utils/ElementwiseReader.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/StringMap.h"
#include <cmath>

using namespace mlir;
using namespace hysteron::act;

using std::erf;
using std::exp;
using std::log;

/// Activations are continuous: whether a border belongs to one side or the other
/// makes no difference.
template <typename T>
static std::optional<T> compare(Operation *op, ArrayRef<T> a) {
  using arith::CmpFPredicate;
  switch (cast<arith::CmpFOp>(op).getPredicate()) {
  case CmpFPredicate::OGT:
  case CmpFPredicate::OGE:
  case CmpFPredicate::UGT:
  case CmpFPredicate::UGE:
    return step(a[0] - a[1]);
  case CmpFPredicate::OLT:
  case CmpFPredicate::OLE:
  case CmpFPredicate::ULT:
  case CmpFPredicate::ULE:
    return step(a[1] - a[0]);
  case CmpFPredicate::ORD:
    return constantLike(a[0], 1);
  case CmpFPredicate::UNO:
    return constantLike(a[0], 0);
  default:
    return std::nullopt;
  }
}

/// A bound at the end of the type's range is none.
template <typename T>
static std::optional<T> clamp(Operation *op, ArrayRef<T> a) {
  auto clampOp = cast<tosa::ClampOp>(op);
  auto low = dyn_cast<FloatAttr>(clampOp.getMinValAttr());
  auto high = dyn_cast<FloatAttr>(clampOp.getMaxValAttr());
  if (!low || !high)
    return std::nullopt;
  T result = a[0];
  if (!low.getValue().isLargest() && !low.getValue().isInfinity())
    result = max(result, constantLike(result, Interval::literal(low.getValue())));
  if (!high.getValue().isLargest() && !high.getValue().isInfinity())
    result = min(result, constantLike(result, Interval::literal(high.getValue())));
  return result;
}

template <typename T>
static std::optional<T> root(const T &a, double exponent) {
  return pow(a, constantLike(a, exponent));
}

namespace {
template <typename T>
using Meaning = std::optional<T> (*)(Operation *, ArrayRef<T>);

template <typename T>
struct Meanings : llvm::StringMap<Meaning<T>> {
  void set(std::initializer_list<StringRef> names, Meaning<T> meaning) {
    for (StringRef name : names)
      this->insert({name, meaning});
  }

  Meanings() {
#define MEANS(formula) [](Operation *op, ArrayRef<T> a) -> std::optional<T> { return formula; }
#define ONE constantLike(a[0], 1)
    set({"arith.addf", "tosa.add"}, MEANS(a[0] + a[1]));
    set({"arith.subf", "tosa.sub"}, MEANS(a[0] - a[1]));
    set({"arith.mulf", "tosa.mul"}, MEANS(a[0] * a[1]));
    set({"arith.divf"}, MEANS(a[0] * inverse(a[1])));
    set({"math.fma"}, MEANS(a[0] * a[1] + a[2]));
    set({"arith.negf", "tosa.negate"}, MEANS(-a[0]));
    set({"tosa.reciprocal"}, MEANS(inverse(a[0])));
    set({"math.absf", "tosa.abs"}, MEANS(max(a[0], -a[0])));
    set({"arith.maximumf", "arith.maxnumf", "tosa.maximum"}, MEANS(max(a[0], a[1])));
    set({"arith.minimumf", "arith.minnumf", "tosa.minimum"}, MEANS(min(a[0], a[1])));
    set({"tosa.clamp"}, clamp<T>);

    set({"math.exp", "tosa.exp"}, MEANS(exp(a[0])));
    set({"math.exp2"}, MEANS(exp(a[0] * constantLike(a[0], M_LN2))));
    set({"math.expm1"}, MEANS(exp(a[0]) - ONE));
    set({"math.log", "tosa.log"}, MEANS(log(a[0])));
    set({"math.log1p"}, MEANS(log(ONE + a[0])));
    set({"math.log2"}, MEANS(log(a[0]) * constantLike(a[0], M_LOG2E)));
    set({"math.erf", "tosa.erf"}, MEANS(erf(a[0])));
    set({"math.erfc"}, MEANS(ONE - erf(a[0])));
    set({"math.tanh", "tosa.tanh"}, MEANS(tanh(a[0])));
    set({"tosa.sigmoid"}, MEANS(inverse(ONE + exp(-a[0]))));
    set({"math.powf", "math.fpowi", "tosa.pow"}, MEANS(pow(a[0], a[1])));
    set({"math.sqrt"}, MEANS(root(a[0], 0.5)));
    set({"math.rsqrt", "tosa.rsqrt"}, MEANS(root(a[0], -0.5)));

    set({"arith.cmpf"}, compare<T>);
    set({"tosa.greater", "tosa.greater_equal"}, MEANS(step(a[0] - a[1])));
    set({"arith.andi", "tosa.logical_and"}, MEANS(a[0] * a[1]));
    set({"arith.ori", "tosa.logical_or"}, MEANS(a[0] + a[1] - a[0] * a[1]));
    set({"tosa.logical_not"}, MEANS(ONE - a[0]));
    set({"arith.select", "tosa.select"}, MEANS(select(a[0], a[1], a[2])));
#undef ONE
#undef MEANS
  }
};
} // namespace

template <typename T>
std::optional<T> hysteron::act::readScalarOp(Operation *op, ArrayRef<T> operands) {
  static const Meanings<T> meanings;
  auto meaning = meanings.find(op->getName().getStringRef());
  return meaning == meanings.end() ? std::nullopt : meaning->second(op, operands);
}

template std::optional<double> hysteron::act::readScalarOp(Operation *, ArrayRef<double>);
template std::optional<Expression> hysteron::act::readScalarOp(Operation *, ArrayRef<Expression>);
