//===- Formula.cpp - Formulas and backward rules of activations -----------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/IR/Formula.h"
#include "Coefficients.h"
#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/Dialect/Act/IR/Derivative.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

FloatType act::getComputeType(Type elementType) {
  return elementType.isF64() ? cast<FloatType>(elementType)
                             : Float32Type::get(elementType.getContext());
}

double Formula::number(StringRef name, double fallback) const {
  auto attr = constants.getAs<FloatAttr>(name);
  return attr ? attr.getValueAsDouble() : fallback;
}

StringRef Formula::option(StringRef name, StringRef fallback) const {
  auto attr = constants.getAs<StringAttr>(name);
  return attr ? attr.getValue() : fallback;
}

Scalar act::isPositiveZero(Scalar y) {
  auto &builder = y.getBuilder();
  Type bits = builder.getIntegerType(y.getFloatType().getWidth());
  Value asBits = arith::BitcastOp::create(builder, bits, y.get());
  Value zero = arith::ConstantOp::create(builder, builder.getZeroAttr(bits));
  return Scalar(builder, y.getFloatType(),
                arith::CmpIOp::create(builder, arith::CmpIPredicate::eq, asBits,
                                      zero));
}

Scalar act::log1pTail(Scalar q) {
  return q.getFloatType().isF64() ? polynomial(q, coefficients::log1pTail64) : polynomial(q, coefficients::log1pTail32);
}

double act::normalTailsEnd(Scalar z) { return z.getFloatType().isF64() ? 37.6 : coefficients::normalTailsEnd32; }

Scalar act::normalTails(Scalar z) {
  if (z.getFloatType().isF64())
    return erfc(sqrtHalf * z);
  return boundedExp2(z, polynomial(z, coefficients::normalTails32));
}

//===----------------------------------------------------------------------===//
// Apa
//===----------------------------------------------------------------------===//

Apa::Apa(Scalar x, Scalar rawLambda, Scalar rawKappa, Scalar lambdaMin)
    : x(x), kappa(0), floored(0), rate(0), above(0), power(0), q(0), tail(0), softplus(0), vanished(0) {
  double floor = static_cast<float>(lambdaMin.getLiteral());
  floored = rawLambda < floor;
  // p is 1 for any lambda above 1e15, and a product with a finite x finite for any kappa.
  Scalar lambda = clamp(rawLambda, floor, 1e15);
  kappa = clamp(rawKappa, -1e30, 1e30);
  rate = 1 / lambda;
  Scalar logLambda = log(lambda), logT = muladd(-kappa, x, logLambda);
  above = logT > 0;
  // Up to where e^(kappa x) may be used. A kappa of 0 outweighs an infinite x.
  double end = -ExpRange(x).low;
  Scalar most = min(end / abs(kappa), 3e38), near = atLeast(atMost(x, most), -most);
  power = boundedExp(select(above, -near, near), -kappa);
  power = select(logT <= abs(logLambda) - end, 0, power);
  q = select(above, rate, lambda) * power;
  tail = log1pTail(q);
  Scalar log1p = muladd(q * q, tail, q);
  softplus = select(above, logT + log1p, log1p);
  vanished = softplus >= end * lambda;
}

Scalar Apa::value() const { return select(vanished, 0, boundedExp(softplus, -rate)); }

// p t/(1+t) / lambda, t/lambda being the power.
Scalar Apa::slope() const { return value() * (select(above, rate, power) * inverse()); }

Scalar Apa::timesX(Scalar f) const { return select(f == 0, 0, x * f); }

// dp/dlambda = p (log(1 + t) - t/(1+t)) / lambda^2. For small t both terms are about t;
// without it they are q + q^2 tail and q - q^2/(1+q).
Scalar Apa::dlambda() const {
  Scalar v = inverse();
  Scalar difference = select(above, softplus - v, q * q * (tail + v));
  Scalar gradient = value() * (difference * (rate * rate));
  // The floor passes at equality, as PyTorch's clamp does.
  return select(vanished || floored, 0, gradient);
}

//===----------------------------------------------------------------------===//
// Activation
//===----------------------------------------------------------------------===//

std::optional<RegisteredOperationName>
act::lookupActivation(StringRef name, MLIRContext *context) {
  auto info = RegisteredOperationName::lookup(("act." + name).str(), context);
  return info && info->hasInterface<ActivationOpInterface>() ? info
                                                             : std::nullopt;
}

DictionaryAttr act::getConstants(Operation *op) {
  SmallVector<NamedAttribute> kept;
  for (NamedAttribute attr : op->getAttrDictionary())
    if (attr.getName() != "residual" && attr.getName() != "channel_dim")
      kept.push_back(attr);
  return DictionaryAttr::get(op->getContext(), kept);
}

Activation::Activation(StringRef name, DictionaryAttr constants,
                       Type elementType, Operation *scope)
    : name(name), constants(constants),
      narrow(elementType.getIntOrFloatBitWidth() < 32) {
  MLIRContext *context = constants.getContext();
  auto lookup = [&](StringRef attr) -> Operation * {
    auto symbol = constants.getAs<FlatSymbolRefAttr>(attr);
    return symbol ? SymbolTable::lookupNearestSymbolFrom<DefineOp>(scope, symbol)
                  : nullptr;
  };
  auto info = lookupActivation(name, context);
  if (!info)
    return;
  rule = info->getInterface<ActivationOpInterface>()->getRule();
  if (!rule)
    define = lookup("callee");
  surrogate = lookup("gradient");
}

Activation::Activation(Operation *op)
    : Activation(op->getName().stripDialect(), act::getConstants(op),
                 getElementTypeOrSelf(op->getOperand(0)), op) {
  numParameters = op->getNumOperands() - 1;
}

std::optional<double> Activation::shift() const {
  auto attr = constants.getAs<ShiftAttr>("gradient");
  return attr ? std::optional(attr.getOffset().getValueAsDouble()) : std::nullopt;
}

std::optional<double> Activation::leak() const {
  auto attr = constants.getAs<LeakAttr>("gradient");
  return attr ? std::optional(attr.getSlope().getValueAsDouble()) : std::nullopt;
}

bool Activation::hasForm(ResidualKind kind) const {
  switch (kind) {
  case ResidualKind::Input:
  case ResidualKind::Recompute:
    return true;
  case ResidualKind::Output:
    return hasOutputForm();
  case ResidualKind::Mask:
    return hasMask();
  }
  llvm_unreachable("unknown residual");
}

bool Activation::hasMask() const {
  // A parameter's gradient needs x itself.
  return rule && rule->blocks && !rule->parameterTerms && !surrogate;
}

bool Activation::hasOutputForm() const {
  if (!rule || rule->parameterTerms || surrogate || shift())
    return false;
  return (rule->blocksFromOutput || rule->derivativeFromOutput) &&
         rule->outputHolds(formula(std::nullopt, {}));
}

bool Activation::marksZeros() const { return rule && rule->marksZeros; }

bool Activation::hasChosenRule() const {
  auto own = dyn_cast_or_null<DefineOp>(define);
  return constants.contains("gradient") || (rule && rule->surrogate) ||
         (own && !own.getBackward().empty());
}

ResidualKind Activation::getDefaultResidual() const {
  return hasOutputForm() ? ResidualKind::Output : ResidualKind::Input;
}

Formula Activation::formula(std::optional<Scalar> x,
                            ArrayRef<Scalar> parameters) const {
  Formula result(constants, narrow);
  result.input = x;
  result.parameters.assign(parameters.begin(), parameters.end());
  return result;
}

/// Clones a region of act.define behind the builder and returns what it yields.
static SmallVector<Value> inlineRegion(ImplicitLocOpBuilder &builder,
                                       Region &region, ValueRange arguments,
                                       SmallVectorImpl<Operation *> *cloned) {
  IRMapping mapping;
  mapping.map(region.getArguments(), arguments);
  Block &block = region.front();
  for (Operation &op : block.without_terminator()) {
    Operation *copy = builder.clone(op, mapping);
    if (cloned)
      cloned->push_back(copy);
  }
  SmallVector<Value> results;
  for (Value value : block.getTerminator()->getOperands())
    results.push_back(mapping.lookupOrDefault(value));
  return results;
}

static SmallVector<Value> regionArguments(Scalar x, ArrayRef<Scalar> parameters) {
  SmallVector<Value> arguments = {x.get()};
  for (Scalar parameter : parameters)
    arguments.push_back(parameter.get());
  return arguments;
}

static SmallVector<Scalar> backwardOfDefine(DefineOp define, Scalar x,
                                            ArrayRef<Scalar> parameters,
                                            Scalar dy) {
  ImplicitLocOpBuilder &builder = x.getBuilder();
  SmallVector<Value> arguments = regionArguments(x, parameters);
  SmallVector<Operation *> ops;
  Value y =
      inlineRegion(builder, define.getForward(), arguments, &ops).front();
  SmallVector<Value> gradients;
  if (!define.getBackward().empty()) {
    SmallVector<Value> all = arguments;
    all.append({y, dy.get()});
    gradients = inlineRegion(builder, define.getBackward(), all, nullptr);
  } else {
    gradients = differentiate(builder, ops, arguments, y, dy.get());
  }
  SmallVector<Scalar> result;
  for (Value gradient : gradients)
    result.push_back(gradient ? Scalar(builder, gradient) : Scalar(0).as(x));
  return result;
}

Scalar Activation::forward(Scalar x, ArrayRef<Scalar> parameters,
                           bool marked) const {
  if (!rule)
    return Scalar(x.getBuilder(),
                  inlineRegion(x.getBuilder(), cast<DefineOp>(define).getForward(),
                               regionArguments(x, parameters), nullptr)
                      .front());
  Formula f = formula(x, parameters);
  Scalar y = rule->forward(f).as(x);
  if (!marked || !rule->marksZeros)
    return y;
  return select(y == 0, select(rule->blocks(f), 0.0, -0.0), y);
}

/// Where the rule is evaluated.
Scalar Activation::ruleInput(Scalar x) const {
  return shift() ? x + *shift() : x;
}

Scalar Activation::blocks(Scalar x) const {
  Formula f = formula(ruleInput(x), {});
  return rule->blocks(f);
}

/// c dy, where a constant 0 blocks even NaN.
static Scalar scale(Scalar c, Scalar dy) {
  if (c.isLiteral(0) || c.isLiteral(1))
    return c.isLiteral(0) ? c : dy;
  return c * dy;
}

/// dx by a user's definition. With `leak`, that slope where its dy/dx is 0.
static Scalar dxOfDefine(DefineOp define, Scalar x, ArrayRef<Scalar> parameters,
                         Scalar dy, std::optional<double> leak) {
  Scalar dx = backwardOfDefine(define, x, parameters, dy).front();
  if (!leak)
    return dx;
  Scalar slope = backwardOfDefine(define, x, parameters, Scalar(1).as(x)).front();
  return select(slope == 0, *leak * dy, dx);
}

Scalar Activation::dxOfRule(ResidualKind residual, Scalar kept,
                            ArrayRef<Scalar> parameters, Scalar dy) const {
  Formula f = formula(std::nullopt, parameters);
  bool fromOutput = residual == ResidualKind::Output;
  bool fromMask = residual == ResidualKind::Mask;
  // Every name must be bound; a form reads only what it may.
  f.input = fromMask ? dy : fromOutput ? kept : ruleInput(kept);
  f.output = kept;
  if (!rule->blocks) {
    Scalar slope = fromOutput ? rule->derivativeFromOutput(f) : rule->derivative(f);
    if (leak())
      slope = select(slope == 0, *leak(), slope);
    return slope * dy;
  }
  Scalar blocked = fromMask     ? kept
                   : fromOutput ? rule->blocksFromOutput(f)
                                : rule->blocks(f);
  Scalar low = rule->low(f);
  if (leak() && low.isLiteral(0))
    low = *leak();
  return select(blocked, scale(low, dy), scale(rule->high(f), dy));
}

SmallVector<Scalar> Activation::backward(ResidualKind residual, Scalar kept,
                                         ArrayRef<Scalar> parameters,
                                         Scalar dy) const {
  auto own = dyn_cast_or_null<DefineOp>(define);
  SmallVector<Scalar> result;
  if (surrogate)
    result.push_back(dxOfDefine(cast<DefineOp>(surrogate), kept, {}, dy, {}));
  else if (own)
    result.push_back(dxOfDefine(own, ruleInput(kept), parameters, dy, leak()));
  else
    result.push_back(dxOfRule(residual, kept, parameters, dy));

  // `gradient` replaces dx alone.
  if (own) {
    SmallVector<Scalar> terms = backwardOfDefine(own, kept, parameters, dy);
    llvm::append_range(result, ArrayRef<Scalar>(terms).drop_front());
  } else if (rule->parameterTerms) {
    Formula f = formula(kept, parameters);
    f.cotangent = dy;
    llvm::append_range(result, rule->parameterTerms(f));
  }
  return result;
}
