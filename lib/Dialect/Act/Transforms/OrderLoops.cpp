//===- OrderLoops.cpp - Innermost loops along memory ----------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "hysteron/Dialect/Act/Utils/KernelForm.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

namespace hysteron::act {
#define GEN_PASS_DEF_ACTORDERLOOPS
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;

/// The loop along the last dimension of the only result.
static std::optional<unsigned> getInnermost(linalg::GenericOp op) {
  if (op->getNumResults() != 1)
    return std::nullopt;
  AffineMap map = op.getIndexingMapMatchingResult(op->getResult(0));
  if (map.getNumResults() == 0 || !map.isProjectedPermutation())
    return std::nullopt;
  return map.getDimPosition(map.getNumResults() - 1);
}

/// Copies an input so that its last dimension is the one of `loop`.
static void transposeInput(RewriterBase &rewriter, linalg::GenericOp op,
                           OpOperand *input, unsigned loop) {
  AffineMap map = op.getMatchingIndexingMap(input);
  std::optional<unsigned> position =
      map.getResultPosition(rewriter.getAffineDimExpr(loop));
  if (!map.isProjectedPermutation() || !position ||
      *position + 1 == map.getNumResults())
    return;
  SmallVector<int64_t> order =
      llvm::to_vector(llvm::seq<int64_t>(0, map.getNumResults()));
  order.erase(order.begin() + *position);
  order.push_back(*position);
  rewriter.setInsertionPoint(op);
  Value source = input->get();
  SmallVector<OpFoldResult> sizes = applyPermutation(
      tensor::getMixedSizes(rewriter, op.getLoc(), source), order);
  Value empty = tensor::EmptyOp::create(rewriter, op.getLoc(), sizes,
                                        getElementTypeOrSelf(source));
  input->set(linalg::TransposeOp::create(rewriter, op.getLoc(), source, empty, order)
                 ->getResult(0));
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  maps[input->getOperandNumber()] =
      AffineMap::get(map.getNumDims(), 0,
                     applyPermutation(map.getResults(), order), op.getContext());
  op.setIndexingMapsAttr(rewriter.getAffineMapArrayAttr(maps));
}

static void orderLoops(RewriterBase &rewriter, linalg::GenericOp op) {
  std::optional<unsigned> innermost = getInnermost(op);
  if (!innermost)
    return;
  for (OpOperand *input : op.getDpsInputOperands())
    transposeInput(rewriter, op, input, *innermost);
  SmallVector<unsigned> order;
  for (utils::IteratorType type :
       {utils::IteratorType::parallel, utils::IteratorType::reduction})
    for (auto [loop, loopType] : llvm::enumerate(op.getIteratorTypesArray()))
      if (loopType == type && loop != *innermost)
        order.push_back(loop);
  order.push_back(*innermost);
  rewriter.setInsertionPoint(op);
  (void)linalg::interchangeGenericOp(rewriter, op, order);
}

namespace {
struct OrderLoops : hysteron::act::impl::ActOrderLoopsBase<OrderLoops> {
  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    SmallVector<linalg::LinalgOp> contractions;
    getOperation().walk([&](linalg::LinalgOp op) {
      if (hysteron::act::isContraction(op) && op.hasPureTensorSemantics())
        contractions.push_back(op);
    });
    for (linalg::LinalgOp op : contractions) {
      rewriter.setInsertionPoint(op);
      auto generic = dyn_cast<linalg::GenericOp>(op.getOperation());
      if (!generic)
        if (auto made = linalg::generalizeNamedOp(rewriter, op); succeeded(made))
          generic = *made;
      if (generic)
        orderLoops(rewriter, generic);
    }
  }
};
} // namespace
