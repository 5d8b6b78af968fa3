//===- ToF64.cpp - The same function in f64 -------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ToF64.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/AttrTypeSubElements.h"
#include "mlir/IR/Verifier.h"

using namespace mlir;
using namespace hysteron;

static double toDouble(llvm::APFloat value) {
  bool exact;
  value.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven,
                &exact);
  return value.convertToDouble();
}

LogicalResult hysteron::convertToF64(ModuleOp module) {
  auto f64 = Float64Type::get(module.getContext());
  AttrTypeReplacer replacer;
  replacer.addReplacement([=](FloatType) -> Type { return f64; });
  // What has a float's bits in it cannot just change its type.
  using Replaced = std::optional<std::pair<Attribute, WalkResult>>;
  replacer.addReplacement([=](FloatAttr value) -> Replaced {
    return {
        {FloatAttr::get(f64, toDouble(value.getValue())), WalkResult::skip()}};
  });
  replacer.addReplacement([=](DenseFPElementsAttr values) -> Replaced {
    return {{values.mapValues(
                 f64,
                 [](const llvm::APFloat &value) {
                   return llvm::APFloat(toDouble(value)).bitcastToAPInt();
                 }),
             WalkResult::skip()}};
  });
  replacer.recursivelyReplaceElementsIn(module, /*replaceAttrs=*/true,
                                        /*replaceLocs=*/false,
                                        /*replaceTypes=*/true);
  module.walk([](Operation *op) {
    if (!isa<arith::ExtFOp, arith::TruncFOp>(op))
      return;
    op->getResult(0).replaceAllUsesWith(op->getOperand(0));
    op->erase();
  });
  return verify(module);
}

HostTensor hysteron::convertToF64(HostTensor tensor) {
  auto type = dyn_cast<FloatType>(tensor.element);
  if (!type || type.isF64())
    return tensor;
  HostTensor wide{Float64Type::get(type.getContext()), tensor.shape, {}};
  unsigned size = type.getWidth() / 8;
  wide.data.resize(tensor.data.size() / size * sizeof(double));
  auto *to = reinterpret_cast<double *>(wide.data.data());
  for (size_t i = 0; i < tensor.data.size(); i += size) {
    uint64_t bits = 0;
    memcpy(&bits, &tensor.data[i], size);
    *to++ = toDouble(llvm::APFloat(type.getFloatSemantics(),
                                   llvm::APInt(type.getWidth(), bits)));
  }
  return wide;
}
