//===- ActVerify.cpp - What activations may be given ----------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The same is asked of the op of an activation and of act.backward and
// act.mask, which name the activation that they belong to.
//
//===----------------------------------------------------------------------===//

#include "Constants.h"

#include "hysteron/Dialect/Act/IR/Act.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

namespace {
/// An activation where it is used.
struct Use {
  Operation *op;
  StringRef name;
  const Rule *rule; // null for act.apply
  DictionaryAttr constants;
  RankedTensorType x;
  ValueRange parameters;
  IntegerAttr channelDim;
};
} // namespace

static LogicalResult verifyConstantsOf(const Use &use) {
  return verifyConstants(use.op, use.rule, use.constants,
                         getComputeType(use.x.getElementType()));
}

static Use getUse(Operation *op) {
  return {op,
          op->getName().stripDialect(),
          cast<ActivationOpInterface>(op).getRule(),
          getConstants(op),
          cast<RankedTensorType>(op->getOperand(0).getType()),
          op->getOperands().drop_front(),
          op->getAttrOfType<IntegerAttr>("channel_dim")};
}

//===----------------------------------------------------------------------===//
// Parameters
//===----------------------------------------------------------------------===//

/// `channel_dim` is meaningful only for more than one value, but harmless.
static LogicalResult verifyParameters(const Use &use) {
  Operation *op = use.op;
  if (use.channelDim) {
    if (use.parameters.empty())
      return op->emitOpError("has channel_dim but no parameters");
    int64_t dim = use.channelDim.getInt();
    if (dim < 0 || dim >= use.x.getRank())
      return op->emitOpError()
             << "channel_dim " << dim << " is not a dimension of " << use.x;
  }
  for (auto [i, operand] : llvm::enumerate(use.parameters)) {
    auto parameter = cast<RankedTensorType>(operand.getType());
    Type element = parameter.getElementType();
    if (element != use.x.getElementType() && !element.isF32())
      return op->emitOpError()
             << "parameter " << i << " must have elements of type "
             << use.x.getElementType() << " or f32, but is " << parameter;
    bool single = parameter.getRank() == 0 ||
                  (parameter.getRank() == 1 && parameter.getDimSize(0) == 1);
    if (single)
      continue;
    if (!use.channelDim || parameter.getRank() != 1)
      return op->emitOpError() << "parameter " << i << " must be one value"
                               << (use.channelDim ? " or one per channel"
                                                  : " without channel_dim")
                               << ", but is " << parameter;
    int64_t given = parameter.getDimSize(0);
    int64_t wanted = use.x.getDimSize(use.channelDim.getInt());
    if (failed(verifyCompatibleDims({given, wanted})))
      return op->emitOpError()
             << "parameter " << i << " has " << given << " channels, but "
             << use.x << " has " << wanted << " in dimension "
             << use.channelDim.getInt();
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Symbols
//===----------------------------------------------------------------------===//

/// The act.define of this name, or null and an error.
static DefineOp findDefine(const Use &use, StringRef attr,
                           SymbolTableCollection &tables) {
  auto name = use.constants.getAs<FlatSymbolRefAttr>(attr);
  auto define = tables.lookupNearestSymbolFrom<DefineOp>(use.op, name);
  if (!define) {
    use.op->emitOpError() << "no act.define is named " << name;
    return {};
  }
  FloatType type = getComputeType(use.x.getElementType());
  if (define.getFloatType() == type)
    return define;
  use.op->emitOpError() << "computes in " << type << ", but " << name
                        << " is over " << define.getFloatType();
  return {};
}

static LogicalResult verifySymbols(const Use &use,
                                   SymbolTableCollection &tables) {
  DefineOp define;
  if (!use.rule && !(define = findDefine(use, "callee", tables)))
    return failure();
  unsigned taken =
      use.rule ? use.rule->numParameters : define.getNumParameters();
  if (taken != use.parameters.size())
    return use.op->emitOpError()
           << "passes " << use.parameters.size() << " parameters, but "
           << (use.rule ? use.name.str() : "@" + define.getSymName().str())
           << " takes " << taken;
  if (!isa_and_nonnull<FlatSymbolRefAttr>(use.constants.get("gradient")))
    return success();
  DefineOp rule = findDefine(use, "gradient", tables);
  if (!rule)
    return failure();
  if (rule.getNumParameters() != 0)
    return use.op->emitOpError() << "the gradient @" << rule.getSymName()
                                 << " must not take parameters";
  return success();
}

//===----------------------------------------------------------------------===//
// Activations
//===----------------------------------------------------------------------===//

LogicalResult act::verifyActivation(Operation *op) {
  Use use = getUse(op);
  if (failed(verifyConstantsOf(use)) || failed(verifyParameters(use)))
    return failure();
  if (use.x != op->getResult(0).getType())
    return op->emitOpError() << "must return the type of x, " << use.x;
  return success();
}

LogicalResult act::verifyActivationSymbols(Operation *op,
                                           SymbolTableCollection &tables) {
  Use use = getUse(op);
  if (failed(verifySymbols(use, tables)))
    return failure();
  auto residual = op->getAttrOfType<ResidualAttr>("residual");
  if (!residual)
    return success();
  Activation activation(op);
  if (residual.getValue() == ResidualKind::Mask && !activation.hasMask())
    return op->emitOpError(
        "has no backward from a bit per element: residual cannot be mask");
  if (residual.getValue() == ResidualKind::Output &&
      !activation.hasOutputForm())
    return op->emitOpError("has no backward from its output with these "
                           "attributes: residual cannot be output");
  return success();
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

/// The use that an op is derived from, or an error if there is no such
/// activation or its op could not have these constants.
template <typename DerivedOp>
static FailureOr<Use> getUse(DerivedOp op, Value x, ValueRange parameters = {},
                             IntegerAttr channelDim = {}) {
  auto info = lookupActivation(op.getActivation(), op.getContext());
  if (!info)
    return op.emitOpError("there is no activation \"")
           << op.getActivation() << "\"";
  NamedAttrList constants(op.getConstants());
  if (failed(info->verifyInherentAttrs(constants,
                                       [&] { return op.emitOpError(); })))
    return failure();
  return Use{op,
             op.getActivation(),
             info->template getInterface<ActivationOpInterface>()->getRule(),
             op.getConstants(),
             cast<RankedTensorType>(x.getType()),
             parameters,
             channelDim};
}

static FailureOr<Use> getUse(BackwardOp op) {
  return getUse(op, op.getCotangent(), op.getParameters(),
                op.getChannelDimAttr());
}

LogicalResult BackwardOp::verify() {
  FailureOr<Use> use = getUse(*this);
  if (failed(use) || failed(verifyConstantsOf(*use)) ||
      failed(verifyParameters(*use)))
    return failure();
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

LogicalResult BackwardOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (failed(verifySymbols(*getUse(*this), tables)))
    return failure();
  if (getResidual() == ResidualKind::Recompute)
    return emitOpError("recompute is not a kept value");
  if (getResidual() == ResidualKind::Mask && !getFunction().hasMask())
    return emitOpError("has no backward from a bit per element");
  if (getResidual() == ResidualKind::Output && !getFunction().hasOutputForm())
    return emitOpError("has no backward from its output");
  return success();
}

LogicalResult MaskOp::verify() {
  FailureOr<Use> use = getUse(*this, getX());
  if (failed(use) || failed(verifyConstantsOf(*use)))
    return failure();
  RankedTensorType wanted = getMaskType(use->x);
  if (getMask().getType() != wanted)
    return emitOpError("must return ") << wanted;
  return success();
}

LogicalResult MaskOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (!getFunction().hasMask())
    return emitOpError("there is no two-valued rule of \"")
           << getActivation() << "\"";
  return verifySymbols(*getUse(*this, getX()), tables);
}
