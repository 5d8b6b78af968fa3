//===- Extents.h - Which extents of tensors are equal -----------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_UTILS_EXTENTS_H
#define HYSTERON_DIALECT_ACT_UTILS_EXTENTS_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace hysteron::act {

/// The extents of all tensors and loops in the one block of a function, in
/// classes of which every member is equal wherever the function is defined.
class Extents {
public:
  explicit Extents(mlir::func::FuncOp func);

  /// Classes are numbered in the order of the function's values.
  unsigned getClass(mlir::Value tensor, int64_t dim) {
    return find(node(tensor.getAsOpaquePointer(), dim));
  }
  unsigned getClass(mlir::linalg::LinalgOp op, int64_t loop) {
    return find(node(op.getOperation(), loop));
  }
  /// The value of a class, or ShapedType::kDynamic.
  int64_t getStatic(unsigned extentClass) const {
    return known.lookup_or(extentClass, mlir::ShapedType::kDynamic);
  }
  bool contains(mlir::Value tensor) const {
    return firstNode.count(tensor.getAsOpaquePointer());
  }
  /// The tensor's type with every extent that is known.
  mlir::RankedTensorType getType(mlir::Value tensor);

private:
  // A union-find; the nodes of one value or op are consecutive.
  unsigned addNodes(unsigned count);
  void addTensor(mlir::Value tensor);
  void uniteExtents(mlir::Operation *op);
  void uniteCall(mlir::func::CallOp call);
  void unite(unsigned a, unsigned b);
  unsigned find(unsigned node);
  unsigned node(const void *key, int64_t i) const {
    return firstNode.lookup(key) + i;
  }

  llvm::DenseMap<const void *, unsigned> firstNode;
  llvm::SmallVector<unsigned> parent;
  llvm::DenseMap<unsigned, int64_t> known;
};

/// Numbers for the dynamic extents of a function's interface, in the order in
/// which they are asked for; -1 for a static one.
class ExtentSymbols {
public:
  explicit ExtentSymbols(Extents &extents) : extents(extents) {}
  llvm::SmallVector<int64_t> get(mlir::Value tensor);

private:
  Extents &extents;
  llvm::DenseMap<unsigned, int64_t> numbers;
};

} // namespace hysteron::act

#endif // HYSTERON_DIALECT_ACT_UTILS_EXTENTS_H
