//===- Differentiate.cpp - Split functions into forward and backward ------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Derivation.h"
#include "hysteron/Dialect/Act/Utils/Kernel.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/SymbolTable.h"

namespace hysteron::act {
#define GEN_PASS_DEF_ACTDIFFERENTIATE
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

static bool isFloatTensor(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  return tensor && isa<FloatType>(tensor.getElementType());
}

/// Brings everything element-wise into one form, and rejects what is unknown.
LogicalResult Derivation::prepare() {
  if (f.isExternal() || !f.getBody().hasOneBlock())
    return f.emitError() << "@" << f.getSymName()
                         << " cannot be differentiated: it has no body of one block";
  IRRewriter rewriter(f.getContext());
  for (Operation &op : llvm::make_early_inc_range(f.front())) {
    rewriter.setInsertionPoint(&op);
    if (succeeded(convertElementwise(rewriter, &op)))
      continue;
    if (auto named = dyn_cast<linalg::LinalgOp>(op);
        named && !isa<linalg::GenericOp, linalg::FillOp>(op))
      (void)linalg::generalizeNamedOp(rewriter, named);
  }
  return success();
}

void Derivation::markActive() {
  for (Value argument : f.getArguments())
    if (isFloatTensor(argument.getType()))
      active.insert(argument);
  for (Operation &op : f.front()) {
    // Shapes and freshly made tensors carry no derivative.
    if (isa<tensor::DimOp, tensor::EmptyOp>(op) || !findActive(&op, [](Value) { return true; }))
      continue;
    for (Value result : op.getResults())
      if (isa<FloatType>(getElementTypeOrSelf(result)))
        active.insert(result);
  }
}

/// An active value of a kind that the op reads, also inside its regions.
Value Derivation::findActive(Operation *op, llvm::function_ref<bool(Value)> isWanted) {
  Value found;
  op->walk([&](Operation *inner) {
    for (Value operand : inner->getOperands())
      if (isActive(operand) && isWanted(operand))
        found = operand;
  });
  return found;
}

void Derivation::accumulate(Value primal, Value cotangent) {
  if (!isActive(primal))
    return;
  Value &sum = adjoint[primal];
  sum = sum ? arith::AddFOp::create(builder, sum, cotangent).getResult()
            : cotangent;
}

LogicalResult Derivation::pullActivation(ActivationOpInterface op) {
  Value x = op->getOperand(0), y = op->getResult(0);
  ValueRange parameters = op->getOperands().drop_front();
  if (probing) {
    // Any cotangents of the right types lead on to the other ops.
    accumulate(x, adjoint.lookup(y));
    for (Value parameter : parameters)
      accumulate(parameter, keep(parameter));
    return success();
  }

  Activation activation(op);
  ResidualKind kind = getResidual(op);
  Value value;
  switch (kind) {
  case ResidualKind::Input:
    value = keep(x);
    break;
  case ResidualKind::Recompute:
    value = recompute(x);
    kind = ResidualKind::Input;
    break;
  case ResidualKind::Output:
    value = keep(y);
    break;
  case ResidualKind::Mask: {
    ImplicitLocOpBuilder forward(op.getLoc(), op);
    value = keep(MaskOp::create(
        forward, getMaskType(cast<RankedTensorType>(x.getType())),
        forward.getStringAttr(activation.getName()), activation.getConstants(), x));
    break;
  }
  }
  // Forward marks zeros only where backward reads the marks.
  if (kind == ResidualKind::Output && activation.marksZeros())
    op->setAttr("residual", ResidualAttr::get(f.getContext(), kind));
  else
    op->removeAttr("residual");

  SmallVector<Value> keptParameters;
  for (Value parameter : parameters)
    keptParameters.push_back(keep(parameter));
  SmallVector<Type> types = {y.getType()};
  llvm::append_range(types, parameters.getTypes());
  auto gradients = BackwardOp::create(
      builder, types, builder.getStringAttr(activation.getName()),
      activation.getConstants(), value, keptParameters, adjoint.lookup(y),
      ResidualAttr::get(f.getContext(), kind),
      op->getAttrOfType<IntegerAttr>("channel_dim"));
  for (auto [operand, gradient] :
       llvm::zip_equal(op->getOperands(), gradients.getGradients()))
    accumulate(operand, gradient);
  return success();
}

void Derivation::pullReshape(Operation *op) {
  Value dy = adjoint.lookup(op->getResult(0));
  Value source = op->getOperand(0);
  auto type = cast<RankedTensorType>(source.getType());
  Value dx;
  if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(op)) {
    SmallVector<OpFoldResult> sizes;
    if (type.hasStaticShape())
      sizes = getAsIndexOpFoldResult(f.getContext(), type.getShape());
    else
      sizes = tensor::getMixedSizes(builder, builder.getLoc(), keep(source));
    dx = tensor::ExpandShapeOp::create(builder, type, dy, collapse.getReassociationIndices(), sizes);
  } else if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op)) {
    dx = tensor::CollapseShapeOp::create(builder, type, dy, expand.getReassociationIndices());
  } else {
    dx = tensor::CastOp::create(builder, type, dy);
  }
  accumulate(source, dx);
}

LogicalResult Derivation::pull(Operation *op) {
  builder.setLoc(op->getLoc());
  if (llvm::none_of(op->getResults(), [&](Value v) { return adjoint.contains(v); }))
    return success();
  if (Value element = findActive(op, [](Value v) { return isa<FloatType>(v.getType()); }))
    return element.getDefiningOp()->emitError("the derivative by a single element is not known");
  if (auto activation = dyn_cast<ActivationOpInterface>(op))
    return pullActivation(activation);
  if (auto generic = dyn_cast<linalg::GenericOp>(op))
    return pullGeneric(generic);
  if (isa<tensor::CollapseShapeOp, tensor::ExpandShapeOp, tensor::CastOp>(op)) {
    pullReshape(op);
    return success();
  }
  // linalg.fill overwrites what it gets: the derivative ends there.
  if (isa<linalg::FillOp>(op))
    return success();
  return op->emitError() << "the derivative of '" << op->getName() << "' is not known";
}

/// Signatures and roles, residuals in the order arguments, results, others.
void Derivation::finish() {
  func::ReturnOp ret = getReturn();
  unsigned numResults = ret.getNumOperands();
  struct Kept {
    unsigned group, index;
    BlockArgument argument;
  };
  SmallVector<Kept> order;
  for (auto [primal, argument] : kept) {
    auto result = llvm::find(ret.getOperands(), primal);
    if (auto blockArgument = dyn_cast<BlockArgument>(primal)) {
      order.push_back({0, blockArgument.getArgNumber(), argument});
    } else if (result != ret.getOperands().end()) {
      order.push_back({1, static_cast<unsigned>(result.getIndex()), argument});
    } else {
      order.push_back({2, static_cast<unsigned>(residuals.size()), argument});
      residuals.push_back(primal);
    }
  }
  llvm::sort(order, [](const Kept &a, const Kept &b) {
    return std::tie(a.group, a.index) < std::tie(b.group, b.index);
  });

  // The cotangents were added first; they go last.
  Block &block = backward.front();
  unsigned numCotangents = block.getNumArguments() - order.size();
  SmallVector<Value> previous(block.getArguments());
  SmallVector<Attribute> roles;
  static constexpr StringLiteral kinds[] = {"argument", "result", "residual"};
  for (Kept &item : order) {
    BlockArgument moved = block.addArgument(item.argument.getType(), item.argument.getLoc());
    item.argument.replaceAllUsesWith(moved);
    roles.push_back(role(kinds[item.group], item.index));
  }
  for (unsigned i = 0, cotangent = 0; i < numResults; ++i) {
    if (!isFloatTensor(ret.getOperand(i).getType()))
      continue;
    BlockArgument argument = block.getArgument(cotangent++);
    argument.replaceAllUsesWith(block.addArgument(argument.getType(), argument.getLoc()));
    roles.push_back(role("cotangent", i));
  }
  block.eraseArguments(0, numCotangents + order.size());

  auto ends = cast<func::ReturnOp>(block.back());
  backward.setType(builder.getFunctionType(block.getArgumentTypes(), ends.getOperandTypes()));
  for (auto [i, attr] : llvm::enumerate(roles))
    backward.setArgAttr(i, roleAttrName, attr);
  for (unsigned i = 0, result = 0; i < f.getNumArguments(); ++i)
    if (isFloatTensor(f.getArgument(i).getType()))
      backward.setResultAttr(result++, roleAttrName, role("gradient", i));

  ret->insertOperands(numResults, residuals);
  f.setType(builder.getFunctionType(f.getArgumentTypes(), ret.getOperandTypes()));
  for (unsigned i = 0; i < f.getNumArguments(); ++i)
    f.setArgAttr(i, roleAttrName, role("argument", i));
  for (unsigned i = 0; i < ret.getNumOperands(); ++i)
    f.setResultAttr(i, roleAttrName,
                    i < numResults ? role("result", i) : role("residual", i - numResults));
}

LogicalResult Derivation::pullAll() {
  if (failed(prepare()))
    return failure();
  markActive();
  if (!probing)
    markPlanned();
  std::string name = f.getSymName().str();
  f.setSymName(name + "_forward");
  builder.setInsertionPointAfter(f);
  backward = func::FuncOp::create(builder, name + "_backward", builder.getFunctionType({}, {}));
  builder.setInsertionPointToStart(backward.addEntryBlock());
  for (Value result : getReturn().getOperands()) {
    if (!isFloatTensor(result.getType()))
      continue;
    Value cotangent = backward.front().addArgument(result.getType(), result.getLoc());
    accumulate(result, cotangent);
  }
  for (Operation &op : llvm::reverse(f.front().without_terminator()))
    if (failed(pull(&op)))
      return failure();
  return success();
}

LogicalResult Derivation::run() {
  if (failed(pullAll()))
    return failure();
  builder.setLoc(f.getLoc());
  SmallVector<Value> gradients;
  for (Value argument : f.getArguments()) {
    if (!isFloatTensor(argument.getType()))
      continue;
    Value gradient = adjoint.lookup(argument);
    gradients.push_back(gradient ? gradient : zeros(argument));
  }
  func::ReturnOp::create(builder, gradients);
  finish();
  return success();
}

FailureOr<SmallVector<Value>> Derivation::probe() {
  probing = true;
  if (failed(pullAll()))
    return failure();
  return llvm::to_vector(llvm::make_first_range(kept));
}

LogicalResult act::differentiate(func::FuncOp f) {
  for (unsigned i = 0; i < f.getNumResults(); ++i)
    if (f.getResultAttr(i, roleAttrName))
      return f.emitError() << "@" << f.getSymName()
                           << " was made by act-differentiate: it cannot be "
                              "differentiated again";
  return Derivation(f).run();
}

namespace {
struct Differentiate : hysteron::act::impl::ActDifferentiateBase<Differentiate> {
  using ActDifferentiateBase::ActDifferentiateBase;

  void runOnOperation() override {
    SymbolTable symbols(getOperation());
    SmallVector<func::FuncOp> chosen;
    for (StringRef name : functions) {
      auto f = symbols.lookup<func::FuncOp>(name);
      if (!f) {
        getOperation().emitError() << "there is no function @" << name;
        return signalPassFailure();
      }
      chosen.push_back(f);
    }
    if (functions.empty())
      for (auto f : getOperation().getOps<func::FuncOp>())
        if (!f.isExternal())
          chosen.push_back(f);
    for (func::FuncOp f : chosen) {
      for (StringRef suffix : {"_forward", "_backward"})
        if (symbols.lookup((f.getSymName() + suffix).str())) {
          f.emitError() << "@" << f.getSymName() << suffix << " exists already";
          return signalPassFailure();
        }
      if (failed(differentiate(f)))
        return signalPassFailure();
    }
  }
};
} // namespace
