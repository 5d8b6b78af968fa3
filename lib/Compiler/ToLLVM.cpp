//===- ToLLVM.cpp - From linalg on tensors to LLVM ------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// MLIR's own passes, for models around their kernels and for the reference.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Compile.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Linalg/Utils/Utils.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

using namespace mlir;
using namespace hysteron;

LogicalResult hysteron::bufferize(ModuleOp module) {
  return runPasses(
      module, "one-shot-bufferize{bufferize-function-boundaries "
              "function-boundary-type-conversion=identity-layout-map}");
}

/// Copies of memory as loops: LLVM's lowering of those that are not contiguous
/// would call a library.
static void convertCopies(ModuleOp module) {
  SmallVector<memref::CopyOp> copies;
  module.walk([&](memref::CopyOp copy) { copies.push_back(copy); });
  for (memref::CopyOp copy : copies) {
    OpBuilder builder(copy);
    linalg::makeMemRefCopyOp(builder, copy.getLoc(), copy.getSource(), copy.getTarget());
    copy.erase();
  }
}

/// f64 to bf16, which arith-expand does not know, by way of an f32 that is
/// rounded to odd, so that only the last step rounds.
static Value narrowToBF16(ImplicitLocOpBuilder &b, Value x) {
  Type f32 = b.getF32Type(), i32 = b.getI32Type();
  Value near = arith::TruncFOp::create(b, f32, x);
  Value back = arith::ExtFOp::create(b, x.getType(), near);
  auto size = [&](Value v) -> Value { return math::AbsFOp::create(b, v); };
  auto compare = [&](arith::CmpFPredicate predicate, Value u, Value v) -> Value {
    return arith::ExtUIOp::create(b, i32, arith::CmpFOp::create(b, predicate, u, v));
  };
  // Toward zero, with the lost bits in the last one.
  Value bits = arith::BitcastOp::create(b, i32, near);
  bits = arith::SubIOp::create(b, bits, compare(arith::CmpFPredicate::OGT, size(back), size(x)));
  bits = arith::OrIOp::create(b, bits, compare(arith::CmpFPredicate::ONE, back, x));
  return arith::TruncFOp::create(b, b.getBF16Type(), arith::BitcastOp::create(b, f32, bits));
}

/// What arith-expand does not do, or not to the bit: its comparisons would take
/// either of two zeros.
static void lowerArithmetic(ModuleOp module) {
  module.getContext()->getOrLoadDialect<LLVM::LLVMDialect>();
  module.walk([](Operation *op) {
    ImplicitLocOpBuilder builder(op->getLoc(), op);
    if (auto trunc = dyn_cast<arith::TruncFOp>(op);
        trunc && trunc.getType().isBF16() && trunc.getIn().getType().isF64()) {
      trunc.replaceAllUsesWith(narrowToBF16(builder, trunc.getIn()));
      trunc.erase();
      return;
    }
    if (!isa<arith::MaximumFOp, arith::MinimumFOp>(op))
      return;
    Type type = op->getResult(0).getType(), wide = type;
    SmallVector<Value, 2> in(op->getOperands());
    if (type.getIntOrFloatBitWidth() < 32) {
      wide = builder.getF32Type();
      for (Value &value : in)
        value = arith::ExtFOp::create(builder, wide, value);
    }
    Value y = isa<arith::MaximumFOp>(op)
                  ? LLVM::MaximumOp::create(builder, wide, in[0], in[1]).getResult()
                  : LLVM::MinimumOp::create(builder, wide, in[0], in[1]).getResult();
    if (wide != type)
      y = arith::TruncFOp::create(builder, type, y);
    op->getResult(0).replaceAllUsesWith(y);
    op->erase();
  });
}

LogicalResult hysteron::lowerToLLVM(ModuleOp module) {
  convertCopies(module);
  if (failed(runPasses(
          module,
          "func.func(convert-linalg-to-loops),expand-strided-metadata,"
          "affine-expand-index-ops,lower-affine,convert-scf-to-cf,canonicalize,"
          "cse")))
    return failure();
  lowerArithmetic(module);
  // There is no rsqrt in libm.
  return runPasses(
      module,
      "arith-expand{include-bf16=true},math-expand-ops{ops=rsqrt},"
      "convert-math-to-libm,"
      "convert-math-to-llvm,convert-index-to-llvm,convert-arith-to-llvm,"
      "finalize-memref-to-llvm,convert-func-to-llvm,convert-cf-to-llvm,"
      "reconcile-unrealized-casts");
}
