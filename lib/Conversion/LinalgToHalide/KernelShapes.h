//===- KernelShapes.h - Equal extents and collapsible dimensions -*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the function as a whole says about its tensors' dimensions: which
// extents are equal, and which neighbouring dimensions can be one because
// every access includes or leaves them out together.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_CONVERSION_LINALGTOHALIDE_KERNELSHAPES_H
#define HYSTERON_LIB_CONVERSION_LINALGTOHALIDE_KERNELSHAPES_H

#include "hysteron/Dialect/Act/Utils/Extents.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "llvm/ADT/BitVector.h"

namespace hysteron {

/// Neighbouring dimensions (of a tensor) or loops that became one.
struct Group {
  int64_t first;
  int64_t size;
};

/// The product of some extents: a constant and numbers of extent classes.
struct Product {
  int64_t factor = 1;
  llvm::SmallVector<unsigned> classes;
};

/// tensor.empty, linalg.fill or a splat: no element is ever read from memory.
bool isUniform(mlir::Value tensor);
/// tensor.cast, tensor.collapse_shape, tensor.expand_shape.
bool isView(mlir::Operation *op);
/// Whether an index runs over all loops, in order.
bool isFullIndex(mlir::Operation *op, mlir::linalg::GenericOp generic);
/// The loop that `map`'s result `dim` stands for; none for a constant.
std::optional<unsigned> loopOf(mlir::AffineMap map, unsigned dim);

class KernelShapes {
public:
  explicit KernelShapes(mlir::func::FuncOp func);

  /// Outermost first.
  llvm::SmallVector<Group> groups(mlir::Value tensor) const;
  llvm::SmallVector<Group> groups(mlir::linalg::GenericOp generic) const;

  Product extent(mlir::Value tensor, Group group);
  Product extent(mlir::linalg::GenericOp generic, Group group);
  /// The product that an index value in the function is, if it is one.
  std::optional<Product> product(mlir::Value index);

  act::Extents extents;

private:
  // Bit k of `apart` keeps dimensions k and k + 1 from becoming one.
  bool keepApart(const void *key, int64_t pair);
  bool areApart(const void *key, int64_t pair) const { return apart.lookup(key).test(pair); }
  bool propagate(mlir::linalg::GenericOp generic);
  bool propagateView(mlir::Operation *op);
  void separateByUse(mlir::linalg::GenericOp generic);
  void separateByExtent(mlir::Value index);
  llvm::SmallVector<Group> groups(const void *key, int64_t rank) const;

  llvm::DenseMap<const void *, llvm::BitVector> apart;
};

} // namespace hysteron

#endif // HYSTERON_LIB_CONVERSION_LINALGTOHALIDE_KERNELSHAPES_H
