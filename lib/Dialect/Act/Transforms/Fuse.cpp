//===- Fuse.cpp - Join neighbouring kernels -------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "mlir/Dialect/MemRef/Transforms/Transforms.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace hysteron::act {
#define GEN_PASS_DEF_ACTFUSE
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;

/// Both loop nests visit the same elements in the same order of loops: `a` and
/// `b` have the same number of loops and share a tensor, read or made by `a`
/// and read by `b`, that all loops index in the same way.
static bool haveSameLoops(linalg::GenericOp a, linalg::GenericOp b) {
  if (a.getNumLoops() != b.getNumLoops())
    return false;
  for (OpOperand *input : b.getDpsInputOperands()) {
    AffineMap map = b.getMatchingIndexingMap(input);
    if (!map.isPermutation())
      continue;
    for (OpOperand &operand : a->getOpOperands())
      if (a.getMatchingIndexingMap(&operand) == map &&
          (a.isDpsInput(&operand) ? operand.get() == input->get()
                                  : a.getTiedOpResult(&operand) == input->get()))
        return true;
  }
  return false;
}

/// `b` reads each result of `a` at the element where it was made, and no loop
/// of `a` sums into it.
static bool readsElementwise(linalg::GenericOp a, linalg::GenericOp b) {
  for (OpOperand &operand : b->getOpOperands()) {
    if (operand.get().getDefiningOp() != a)
      continue;
    unsigned result = cast<OpResult>(operand.get()).getResultNumber();
    AffineMap made = a.getIndexingMapMatchingResult(a->getResult(result));
    if (!b.isDpsInput(&operand) || !made.isPermutation() ||
        made != b.getMatchingIndexingMap(&operand))
      return false;
  }
  return true;
}

/// Moves what `b` needs, other than results of `a`, in front of `a`. Fails if
/// some of that depends on `a`.
static LogicalResult hoistOperands(linalg::GenericOp a, linalg::GenericOp b) {
  llvm::SetVector<Operation *> needed;
  needed.insert(b);
  bool dependsOnA = false;
  for (unsigned i = 0; i < needed.size(); ++i)
    // Bodies capture values, too.
    needed[i]->walk([&](Operation *nested) {
      for (Value operand : nested->getOperands()) {
        Operation *op = operand.getDefiningOp();
        dependsOnA |= op == a && nested != b;
        if (op && op != a && op->getBlock() == a->getBlock() && a->isBeforeInBlock(op))
          needed.insert(op);
      }
    });
  if (dependsOnA)
    return failure();
  SmallVector<Operation *> ordered(llvm::drop_begin(needed));
  llvm::sort(ordered, [](Operation *x, Operation *y) { return x->isBeforeInBlock(y); });
  for (Operation *op : ordered)
    op->moveBefore(a);
  return success();
}

static void join(linalg::GenericOp a, linalg::GenericOp b, RewriterBase &rewriter) {
  SmallVector<Value> ins, outs;
  SmallVector<AffineMap> inMaps, outMaps;
  SmallVector<Value> results; // of a and b, those that stay
  IRMapping mapping;          // filled with the new arguments below
  SmallVector<std::pair<Value, unsigned>> arguments; // old argument -> operand

  auto addInput = [&](linalg::GenericOp op, OpOperand *operand) {
    AffineMap map = op.getMatchingIndexingMap(operand);
    unsigned i = 0;
    while (i < ins.size() && (ins[i] != operand->get() || inMaps[i] != map))
      ++i;
    if (i == ins.size()) {
      ins.push_back(operand->get());
      inMaps.push_back(map);
    }
    arguments.push_back({op.getMatchingBlockArgument(operand), i});
  };
  for (OpOperand *operand : a.getDpsInputOperands())
    addInput(a, operand);
  for (OpOperand *operand : b.getDpsInputOperands())
    if (operand->get().getDefiningOp() != a)
      addInput(b, operand);
  SmallVector<std::pair<Value, unsigned>> outArguments;
  for (linalg::GenericOp op : {a, b})
    for (OpOperand &operand : op.getDpsInitsMutable()) {
      OpResult result = op.getTiedOpResult(&operand);
      Value argument = op.getMatchingBlockArgument(&operand);
      bool onlyForB = llvm::all_of(result.getUsers(), [&](Operation *user) { return user == b; });
      if (op == a && onlyForB && argument.use_empty())
        continue;
      outArguments.push_back({argument, static_cast<unsigned>(outs.size())});
      outs.push_back(operand.get());
      outMaps.push_back(op.getMatchingIndexingMap(&operand));
      results.push_back(result);
    }

  SmallVector<AffineMap> maps = inMaps;
  llvm::append_range(maps, outMaps);
  SmallVector<utils::IteratorType> loops = a.getIteratorTypesArray();
  for (auto [loop, type] : llvm::enumerate(b.getIteratorTypesArray()))
    if (type == utils::IteratorType::reduction)
      loops[loop] = type;

  rewriter.setInsertionPoint(a);
  auto joined = linalg::GenericOp::create(
      rewriter, rewriter.getFusedLoc({a.getLoc(), b.getLoc()}),
      ValueRange(results).getTypes(), ins, outs, maps, loops,
      [&](OpBuilder &builder, Location loc, ValueRange elements) {
        for (auto [argument, i] : arguments)
          mapping.map(argument, elements[i]);
        for (auto [argument, i] : outArguments)
          mapping.map(argument, elements[ins.size() + i]);
        for (Operation &op : a.getBody()->without_terminator())
          builder.clone(op, mapping);
        auto yieldOf = [&](OpResult result) {
          auto generic = cast<linalg::GenericOp>(result.getOwner());
          Value value = generic.getBody()->getTerminator()->getOperand(result.getResultNumber());
          return mapping.lookupOrDefault(value);
        };
        for (OpOperand *operand : b.getDpsInputOperands())
          if (operand->get().getDefiningOp() == a)
            mapping.map(b.getMatchingBlockArgument(operand), yieldOf(cast<OpResult>(operand->get())));
        for (Operation &op : b.getBody()->without_terminator())
          builder.clone(op, mapping);
        SmallVector<Value> yields;
        for (Value result : results)
          yields.push_back(yieldOf(cast<OpResult>(result)));
        linalg::YieldOp::create(builder, loc, yields);
      });
  for (auto [old, value] : llvm::zip_equal(results, joined.getResults()))
    rewriter.replaceAllUsesExcept(old, value, b);
  rewriter.eraseOp(b);
  rewriter.eraseOp(a);
}

/// Joins `b` with a generic before it, the nearest first; null if there is none.
static bool joinWithEarlier(linalg::GenericOp b, RewriterBase &rewriter) {
  for (Operation *op = b->getPrevNode(); op; op = op->getPrevNode()) {
    auto a = dyn_cast<linalg::GenericOp>(op);
    if (!a || !haveSameLoops(a, b) || !readsElementwise(a, b) ||
        failed(hoistOperands(a, b)))
      continue;
    join(a, b, rewriter);
    return true;
  }
  return false;
}

namespace {
struct Fuse : hysteron::act::impl::ActFuseBase<Fuse> {
  void runOnOperation() override {
    // The extent of a result asked of the operands, so that no shape
    // computation stands between two kernels.
    RewritePatternSet patterns(&getContext());
    memref::populateResolveRankedShapedTypeResultDimsPatterns(patterns);
    tensor::DimOp::getCanonicalizationPatterns(patterns, &getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      return signalPassFailure();

    IRRewriter rewriter(&getContext());
    getOperation().walk([&](func::FuncOp f) {
      for (Block &block : f.getBody()) {
        // Every join leaves one generic fewer; start over until none joins.
        bool changed = true;
        while (changed) {
          changed = false;
          for (auto op : llvm::make_early_inc_range(block.getOps<linalg::GenericOp>()))
            if (joinWithEarlier(op, rewriter)) {
              changed = true;
              break;
            }
        }
      }
    });
  }
};
} // namespace
