//===- Contracted.h - a * b + c in one rounding -----------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_SUPPORT_CONTRACTED_H
#define HYSTERON_SUPPORT_CONTRACTED_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

namespace hysteron {

/// Whether a * b + c takes its product unrounded where there is an instruction for it: that
/// product, the operand of an addition or subtraction marked `contract`; null for any other
/// op. Only one that nobody sees: its rounding is then nobody's.
inline mlir::arith::MulFOp getContracted(mlir::Operation *sum, unsigned operand) {
  using namespace mlir::arith;
  auto contracts = [](mlir::Operation *op) {
    auto math = mlir::dyn_cast<ArithFastMathInterface>(op);
    return math && bitEnumContainsAll(math.getFastMathFlagsAttr().getValue(), FastMathFlags::contract);
  };
  auto isSum = [&](mlir::Operation *op) { return mlir::isa<AddFOp, SubFOp>(op) && contracts(op); };
  auto product = isSum(sum) ? sum->getOperand(operand).getDefiningOp<MulFOp>() : MulFOp();
  return product && contracts(product) && product->getBlock() == sum->getBlock() &&
                 llvm::all_of(product->getUsers(), isSum)
             ? product
             : MulFOp();
}

/// Writes as math.fma what a machine with that instruction rounds once.
inline void contract(mlir::Operation *root) {
  using namespace mlir::arith;
  root->walk([](mlir::Operation *sum) {
    for (unsigned side : {0u, 1u}) {
      MulFOp product = getContracted(sum, side);
      if (!product || sum->getResult(0).getType().getIntOrFloatBitWidth() < 32)
        continue;
      mlir::OpBuilder builder(sum);
      mlir::Value a = product.getLhs(), c = sum->getOperand(1 - side);
      if (mlir::isa<SubFOp>(sum)) {
        mlir::Value &negated = side == 0 ? c : a;
        negated = NegFOp::create(builder, sum->getLoc(), negated);
      }
      sum->getResult(0).replaceAllUsesWith(
          mlir::math::FmaOp::create(builder, sum->getLoc(), a, product.getRhs(), c));
      sum->erase();
      if (product->use_empty())
        product->erase();
      return;
    }
  });
}

} // namespace hysteron

#endif // HYSTERON_SUPPORT_CONTRACTED_H
