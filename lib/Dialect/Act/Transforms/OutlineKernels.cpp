//===- OutlineKernels.cpp - Kernels as functions of their own -------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "hysteron/Dialect/Act/Utils/KernelForm.h"
#include "mlir/Analysis/TopologicalSortUtils.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/SymbolTable.h"
#include "llvm/ADT/EquivalenceClasses.h"

namespace hysteron::act {
#define GEN_PASS_DEF_ACTOUTLINEKERNELS
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;
using namespace hysteron::act;

/// Everything from outside that an op reads, in its regions, too.
static SmallVector<Value> getOperands(Operation *op) {
  SmallVector<Value> operands;
  op->walk([&](Operation *nested) {
    for (Value operand : nested->getOperands())
      if (!op->isAncestor(operand.getParentBlock()->getParentOp()))
        operands.push_back(operand);
  });
  return operands;
}

namespace {

class Outliner {
public:
  Outliner(func::FuncOp func, SymbolTable &symbols)
      : func(func), symbols(symbols), builder(func.getContext()) {}
  void run();

private:
  /// How many times the way to a value changed between kernels and other ops,
  /// where a kernel reads it and where another op does.
  struct Level {
    unsigned inKernel = 0, elsewhere = 0;
  };
  bool isKernel(Operation *op) const { return kernels.contains(op); }
  bool isCloned(Value value) {
    Operation *op = value.getDefiningOp();
    return op && op->getBlock() == &func.front() && isGlue(op);
  }
  void findKernels();
  void assignLevels();
  void findProducers(Value value, llvm::SmallPtrSetImpl<Operation *> &producers);
  SmallVector<SmallVector<Operation *>> cluster();
  func::FuncOp share(func::FuncOp kernel);
  void outline(ArrayRef<Operation *> ops);

  func::FuncOp func;
  SymbolTable &symbols;
  OpBuilder builder;
  llvm::SetVector<Operation *> kernels;
  llvm::DenseMap<Operation *, Level> levels;
  SmallVector<func::FuncOp> outlined;
};

} // namespace

/// A kernel takes tensors only; its scalars must be computable from those.
void Outliner::findKernels() {
  llvm::DenseMap<Value, bool> cloneable;
  for (Operation &op : func.front()) {
    SmallVector<Value> operands = getOperands(&op);
    bool reachable = llvm::all_of(operands, [&](Value value) {
      return isa<RankedTensorType>(value.getType()) || cloneable.lookup(value);
    });
    if (reachable && isKernelOp(&op))
      kernels.insert(&op);
    for (Value result : op.getResults())
      cloneable[result] = reachable && isGlue(&op);
  }
}

void Outliner::assignLevels() {
  for (Operation &op : func.front()) {
    Level level;
    for (Value operand : getOperands(&op)) {
      Level before = levels.lookup(operand.getDefiningOp());
      level.inKernel = std::max(level.inKernel, before.inKernel);
      level.elsewhere = std::max(level.elsewhere, before.elsewhere);
    }
    if (isKernel(&op))
      level.elsewhere = level.inKernel + 1;
    else if (!isGlue(&op))
      level.inKernel = level.elsewhere + 1;
    levels[&op] = level;
  }
}

void Outliner::findProducers(Value value,
                             llvm::SmallPtrSetImpl<Operation *> &producers) {
  Operation *op = value.getDefiningOp();
  if (!op)
    return;
  if (isKernel(op))
    producers.insert(op);
  else if (isCloned(value))
    for (Value operand : op->getOperands())
      findProducers(operand, producers);
}

/// Kernels of one level that read each other. A way from one op of a cluster to
/// another through an op that is in none would change the level, so a
/// cluster can be one call.
SmallVector<SmallVector<Operation *>> Outliner::cluster() {
  llvm::EquivalenceClasses<Operation *> classes;
  for (Operation *op : kernels) {
    classes.insert(op);
    llvm::SmallPtrSet<Operation *, 8> producers;
    for (Value operand : getOperands(op))
      findProducers(operand, producers);
    for (Operation *producer : producers)
      if (levels[producer].inKernel == levels[op].inKernel)
        classes.unionSets(op, producer);
  }
  llvm::MapVector<Operation *, SmallVector<Operation *>> clusters;
  for (Operation *op : kernels)
    clusters[classes.getLeaderValue(op)].push_back(op);
  return llvm::to_vector(llvm::make_second_range(clusters));
}

/// Layers of a network often are the same kernel: an earlier one that is equal.
func::FuncOp Outliner::share(func::FuncOp kernel) {
  for (func::FuncOp other : outlined)
    if (other.getFunctionType() == kernel.getFunctionType() &&
        OperationEquivalence::isRegionEquivalentTo(
            &other.getBody(), &kernel.getBody(),
            OperationEquivalence::IgnoreLocations)) {
      kernel.erase();
      return other;
    }
  symbols.insert(kernel);
  outlined.push_back(kernel);
  return kernel;
}

void Outliner::outline(ArrayRef<Operation *> ops) {
  llvm::SmallPtrSet<Operation *, 8> inside(llvm::from_range, ops);
  SmallVector<Value> inputs, results;
  IRMapping mapping;
  builder.setInsertionPoint(func);
  Location loc = builder.getFusedLoc(
      llvm::map_to_vector(ops, [](Operation *op) { return op->getLoc(); }));
  auto kernel = func::FuncOp::create(
      builder, loc, (func.getSymName() + "_kernel" + Twine(outlined.size())).str(),
      builder.getFunctionType({}, {}));
  kernel.setPrivate();
  Block *block = kernel.addEntryBlock();
  builder.setInsertionPointToEnd(block);
  std::function<void(Value)> import = [&](Value value) {
    if (mapping.contains(value))
      return;
    if (!isCloned(value)) {
      inputs.push_back(value);
      mapping.map(value, block->addArgument(value.getType(), value.getLoc()));
      return;
    }
    Operation *op = value.getDefiningOp();
    for (Value operand : op->getOperands())
      import(operand);
    builder.clone(*op, mapping);
  };
  for (Operation *op : ops) {
    for (Value operand : getOperands(op))
      import(operand);
    builder.clone(*op, mapping);
    for (Value result : op->getResults())
      if (llvm::any_of(result.getUsers(), [&](Operation *user) {
            return !inside.contains(func.front().findAncestorOpInBlock(*user));
          }))
        results.push_back(result);
  }
  auto returned = func::ReturnOp::create(
      builder, loc,
      llvm::map_to_vector(results, [&](Value v) { return mapping.lookup(v); }));
  kernel.setType(builder.getFunctionType(block->getArgumentTypes(),
                                         returned.getOperandTypes()));
  kernel = share(kernel);

  builder.setInsertionPointAfter(ops.back());
  auto call = func::CallOp::create(builder, loc, kernel, inputs);
  for (auto [result, value] : llvm::zip_equal(results, call.getResults()))
    result.replaceUsesWithIf(value, [&](OpOperand &use) {
      return !inside.contains(func.front().findAncestorOpInBlock(*use.getOwner()));
    });
  for (Operation *op : llvm::reverse(ops)) {
    kernels.remove(op);
    op->erase();
  }
  sortTopologically(&func.front());
}

void Outliner::run() {
  findKernels();
  assignLevels();
  for (ArrayRef<Operation *> ops : cluster())
    outline(ops);
  // Shapes and views that kernels only have read.
  IRRewriter rewriter(func.getContext());
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(func.front())))
    if (isOpTriviallyDead(&op))
      rewriter.eraseOp(&op);
}

namespace {
struct OutlineKernels
    : hysteron::act::impl::ActOutlineKernelsBase<OutlineKernels> {
  void runOnOperation() override {
    SymbolTable symbols(getOperation());
    for (auto func : llvm::make_early_inc_range(getOperation().getOps<func::FuncOp>()))
      if (!func.isExternal() && func.getBody().hasOneBlock() && !isInKernelForm(func))
        Outliner(func, symbols).run();
  }
};
} // namespace
