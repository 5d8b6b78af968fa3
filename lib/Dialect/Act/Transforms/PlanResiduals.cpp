//===- PlanResiduals.cpp - Choose what forward keeps ----------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Derivation.h"
#include "hysteron/Dialect/Act/Transforms/ResidualPlan.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Matchers.h"
#include "llvm/Support/Threading.h"

namespace hysteron::act {
#define GEN_PASS_DEF_ACTPLANRESIDUALS
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;
using namespace hysteron::act;

static SmallVector<ActivationOpInterface> getActivations(func::FuncOp f) {
  SmallVector<ActivationOpInterface> activations;
  f.walk([&](ActivationOpInterface op) { activations.push_back(op); });
  return activations;
}

/// In the order in which they choose: what has a mask never needs a tensor of
/// its own, so it waits for the others.
static SmallVector<ActivationOpInterface>
orderByChoice(ArrayRef<ActivationOpInterface> activations) {
  SmallVector<ActivationOpInterface> first, last;
  for (ActivationOpInterface op : activations)
    (Activation(op).hasMask() ? last : first).push_back(op);
  llvm::append_range(first, last);
  return first;
}

static unsigned getBits(Value tensor) {
  return getElementTypeOrSelf(tensor).getIntOrFloatBitWidth();
}

namespace {
/// The tensors that are there for backward, as far as residuals are known.
class Alive {
public:
  explicit Alive(func::FuncOp f);

  ResidualCost getCost(ActivationOpInterface op, ResidualKind kind) const;
  ResidualKind choose(ActivationOpInterface op) const;
  void keep(ActivationOpInterface op, ResidualKind kind);
  bool contains(Value value) const {
    return isSource(value) || others.contains(value);
  }

private:
  /// Recomputation starts from these.
  bool isSource(Value value) const {
    return isa<BlockArgument>(value) || kept.contains(value);
  }
  bool canRecompute(Value x) const;
  void findOthers(func::FuncOp f);

  llvm::DenseSet<Value> kept;   // results, and what activations keep
  llvm::DenseSet<Value> others; // operands and results that other ops keep
};
} // namespace

Alive::Alive(func::FuncOp f) {
  if (f.isExternal() || !f.getBody().hasOneBlock())
    return;
  kept.insert_range(f.front().getTerminator()->getOperands());
  for (ActivationOpInterface op : getActivations(f))
    kept.insert_range(op->getOperands().drop_front());
  findOthers(f);
}

/// Differentiates a copy to see what its other ops keep.
void Alive::findOthers(func::FuncOp f) {
  // If this is not possible, act-differentiate is there to say so.
  uint64_t thread = llvm::get_threadid();
  ScopedDiagnosticHandler silence(f.getContext(), [thread](Diagnostic &) {
    return success(llvm::get_threadid() == thread);
  });
  OwningOpRef<ModuleOp> scratch = ModuleOp::create(f.getLoc());
  IRMapping copies;
  func::FuncOp copy = f.clone(copies);
  scratch->push_back(copy);
  FailureOr<SmallVector<Value>> found = Derivation(copy).probe();
  if (failed(found))
    return;
  llvm::DenseSet<Value> needed(found->begin(), found->end());
  // Only activations are surely still the ops that they were.
  for (ActivationOpInterface op : getActivations(f)) {
    Operation *same = copies.lookup(op.getOperation());
    if (needed.contains(same->getOperand(0)))
      others.insert(op->getOperand(0));
    if (needed.contains(same->getResult(0)))
      others.insert(op->getResult(0));
  }
}

/// Whether one element-wise op makes x from tensors that are there.
bool Alive::canRecompute(Value x) const {
  Operation *op = x.getDefiningOp();
  if (!op || !(isa<ActivationOpInterface>(op) ||
               OpTrait::hasElementwiseMappableTraits(op)))
    return false;
  return llvm::all_of(op->getOperands(), [&](Value operand) {
    return isSource(operand) || matchPattern(operand, m_Constant());
  });
}

ResidualCost Alive::getCost(ActivationOpInterface op, ResidualKind kind) const {
  Value x = op->getOperand(0), y = op->getResult(0);
  unsigned bits = getBits(x);
  ResidualCost cost = {0, 2 * bits, 2 * bits};
  auto keepTensor = [&](Value tensor) {
    cost.kept = contains(tensor) ? 0 : bits;
    cost.backward += bits;
  };
  switch (kind) {
  case ResidualKind::Input:
    keepTensor(x);
    break;
  case ResidualKind::Output:
    keepTensor(y);
    break;
  case ResidualKind::Mask:
    cost.kept = 1;
    cost.forward += 1;
    cost.backward += 1;
    break;
  case ResidualKind::Recompute: {
    auto shape = cast<RankedTensorType>(x.getType()).getShape();
    auto reads = [&](Value tensor) {
      auto type = dyn_cast<RankedTensorType>(tensor.getType());
      if (type && type.getShape() == shape)
        cost.backward += getBits(tensor);
    };
    if (isSource(x) || !x.getDefiningOp())
      reads(x);
    else
      llvm::for_each(x.getDefiningOp()->getOperands(), reads);
    break;
  }
  }
  return cost;
}

ResidualKind Alive::choose(ActivationOpInterface op) const {
  Activation activation(op);
  std::optional<ResidualKind> best;
  unsigned least = 0;
  for (ResidualKind kind : {ResidualKind::Output, ResidualKind::Input,
                            ResidualKind::Mask, ResidualKind::Recompute}) {
    if (!activation.hasForm(kind) ||
        (kind == ResidualKind::Recompute && !canRecompute(op->getOperand(0))))
      continue;
    ResidualCost cost = getCost(op, kind);
    // Memory first: a mask would be read faster, but has to be kept.
    if (kind != ResidualKind::Recompute && cost.kept == 0)
      return kind;
    if (!best || cost.total() < least) {
      best = kind;
      least = cost.total();
    }
  }
  return *best;
}

void Alive::keep(ActivationOpInterface op, ResidualKind kind) {
  if (kind == ResidualKind::Input)
    kept.insert(op->getOperand(0));
  if (kind == ResidualKind::Output)
    kept.insert(op->getResult(0));
}

void hysteron::act::planResiduals(func::FuncOp f,
                                  std::optional<ResidualKind> wanted) {
  Alive alive(f);
  auto decide = [&](ActivationOpInterface op, ResidualKind kind) {
    op->setAttr("residual", ResidualAttr::get(f.getContext(), kind));
    alive.keep(op, kind);
  };
  SmallVector<ActivationOpInterface> undecided;
  for (ActivationOpInterface op : getActivations(f)) {
    Activation activation(op);
    if (auto own = op->getAttrOfType<ResidualAttr>("residual"))
      decide(op, own.getValue());
    else if (wanted && activation.hasForm(*wanted))
      decide(op, *wanted);
    else
      undecided.push_back(op);
  }
  for (ActivationOpInterface op : orderByChoice(undecided))
    decide(op, alive.choose(op));
}

SmallVector<PlannedResidual> hysteron::act::getPlan(func::FuncOp f) {
  Alive alive(f);
  SmallVector<ActivationOpInterface> activations = getActivations(f);
  llvm::DenseMap<Operation *, PlannedResidual> planned;
  for (ActivationOpInterface op : orderByChoice(activations)) {
    ResidualKind kind = op->getAttrOfType<ResidualAttr>("residual").getValue();
    Value tensor = kind == ResidualKind::Input    ? op->getOperand(0)
                   : kind == ResidualKind::Output ? Value(op->getResult(0))
                                                  : Value();
    planned[op] = {op, kind, alive.getCost(op, kind), tensor,
                   tensor && alive.contains(tensor)};
    alive.keep(op, kind);
  }
  return llvm::map_to_vector(activations, [&](ActivationOpInterface op) {
    return planned.lookup(op);
  });
}

namespace {
struct PlanResiduals : hysteron::act::impl::ActPlanResidualsBase<PlanResiduals> {
  using ActPlanResidualsBase::ActPlanResidualsBase;

  void runOnOperation() override {
    std::optional<ResidualKind> wanted = symbolizeResidualKind(residual);
    if (!wanted && residual != "auto") {
      emitError(UnknownLoc::get(&getContext()))
          << "residual must be auto, input, output, mask or recompute, not '"
          << residual << "'";
      return signalPassFailure();
    }
    getOperation().walk([&](func::FuncOp f) { planResiduals(f, wanted); });
  }
};
} // namespace
