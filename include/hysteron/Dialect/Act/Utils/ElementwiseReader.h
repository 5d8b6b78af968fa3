//===- ElementwiseReader.h - What element-wise ops compute ------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads linalg, arith, math and TOSA ops on tensors, however they are cut into
// ops, as one formula for an element of the last one.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_UTILS_ELEMENTWISEREADER_H
#define HYSTERON_DIALECT_ACT_UTILS_ELEMENTWISEREADER_H

#include "hysteron/Dialect/Act/Utils/Expression.h"
#include "mlir/IR/AffineMap.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Operation.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"

namespace hysteron::act {

/// The value of an arith, math or TOSA op on scalars or elements, over
/// Expression or double. Nothing if the op has no such meaning.
template <typename T>
std::optional<T> readScalarOp(mlir::Operation *op, llvm::ArrayRef<T> operands);

/// A tensor with one value, or one value per index of dimension `channel`.
struct Parameter {
  mlir::Value tensor;
  std::optional<unsigned> channel;
  Expression value;
};

class ElementwiseReader {
public:
  /// Elements of `x` are the variable 0, those of `type` are what is asked for.
  /// Without `x`, every tensor that is not computed here is a variable.
  /// `foldParameters`: one-dimensional constants of equal elements are numbers.
  ElementwiseReader(Algebra &algebra, mlir::RankedTensorType type, mlir::Value x, bool foldParameters);

  /// The element of `value`, of the type given above, at the loops' indices.
  std::optional<Expression> read(mlir::Value value);

  /// The variable for x.
  const std::optional<Expression> &x() const { return variable; }

  /// What was read on the way: tensors of the type given above, parameters,
  /// literals as they are in the code, and ops.
  llvm::SetVector<mlir::Value> tensors;
  llvm::SmallVector<Parameter> parameters;
  llvm::SmallVector<double> literals;
  llvm::SetVector<mlir::Operation *> ops;
  /// Conditions `value != 0` that the code asserts.
  llvm::DenseMap<mlir::Operation *, Expression> divisors;

private:
  using Environment = llvm::DenseMap<mlir::Value, Expression>;

  std::optional<Expression> readTensor(mlir::Value value, mlir::AffineMap map);
  std::optional<Expression> readProducer(mlir::Operation *op, mlir::Value value, mlir::AffineMap map);
  std::optional<Expression> readStructured(mlir::Operation *op, mlir::Value value, mlir::AffineMap map);
  std::optional<Expression> readBroadcast(mlir::Operation *op, mlir::AffineMap map);
  std::optional<Expression> readReshape(mlir::Operation *op, mlir::AffineMap map);
  std::optional<Expression> readScalar(mlir::Value value, Environment &known);
  std::optional<Expression> readConstant(mlir::Attribute attr, mlir::Type type, mlir::AffineMap map,
                                         bool isTosa);
  std::optional<Expression> readConversion(mlir::Operation *op, const Expression &operand);
  Expression literal(const llvm::APFloat &value);

  Algebra &algebra;
  mlir::RankedTensorType type;
  mlir::AffineMap identity;
  mlir::Value input;
  bool foldParameters;
  std::optional<Expression> variable;
  llvm::DenseMap<std::pair<mlir::Value, mlir::AffineMap>, std::optional<Expression>> known;
};

} // namespace hysteron::act

#endif // HYSTERON_DIALECT_ACT_UTILS_ELEMENTWISEREADER_H
