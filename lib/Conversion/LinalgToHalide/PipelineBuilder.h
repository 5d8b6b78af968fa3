//===- PipelineBuilder.h - One function as a pipeline -----------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_CONVERSION_LINALGTOHALIDE_PIPELINEBUILDER_H
#define HYSTERON_LIB_CONVERSION_LINALGTOHALIDE_PIPELINEBUILDER_H

#include "KernelShapes.h"

#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/Dialect/Halide/IR/Halide.h"

#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "llvm/ADT/StringMap.h"

namespace hysteron {

/// Where the elements of a tensor come from.
struct Source {
  /// An input or Func.
  std::string name;
  /// Which of its values.
  unsigned index = 0;
};

/// The one op by which a result of a generic accumulates floats, or null where
/// the old value is used in another way.
mlir::Operation *getCombiner(mlir::linalg::GenericOp generic, unsigned result);

/// Coordinates or groups in the order of the tensor's dimensions, outermost
/// first. Halide's order is the reverse, made when an op is created.
using Coordinates = llvm::SmallVector<mlir::Value>;

class PipelineBuilder {
public:
  explicit PipelineBuilder(mlir::func::FuncOp func);
  mlir::FailureOr<halide::PipelineOp> build();

private:
  using Builder = mlir::ImplicitLocOpBuilder;
  using Body = llvm::function_ref<mlir::LogicalResult(Builder &, mlir::ValueRange, mlir::SmallVectorImpl<mlir::Value> &)>;
  using Replacements = llvm::DenseMap<mlir::Operation *, mlir::Value>;
  using Names = llvm::ArrayRef<std::string>;

  // The function's interface.
  mlir::LogicalResult checkInterface();
  void nameBuffers();
  void createInputs();
  mlir::LogicalResult createOutputs(mlir::func::ReturnOp op);
  mlir::LogicalResult createOutput(mlir::Value tensor, unsigned number);
  void findMasks(mlir::linalg::GenericOp generic);

  // Ops of its body.
  mlir::LogicalResult convert(mlir::Operation *op);
  mlir::LogicalResult convertGeneric(mlir::linalg::GenericOp generic);
  mlir::LogicalResult convertElementwise(mlir::linalg::GenericOp generic);
  mlir::LogicalResult convertFold(mlir::linalg::GenericOp generic);
  mlir::LogicalResult convertSums(mlir::linalg::GenericOp generic);
  /// Lanes, blocks and totals of the results `sums` (of one map), whose terms
  /// are values of the Func `terms`.
  mlir::LogicalResult addSums(mlir::linalg::GenericOp generic, llvm::ArrayRef<unsigned> sums, llvm::StringRef terms);

  /// A Func with the variables `vars` (innermost first), whose region `body`
  /// fills.
  mlir::LogicalResult createFunc(mlir::Location loc, llvm::StringRef name, Names vars, mlir::TypeRange types,
                                 llvm::StringRef kind, Body body);
  mlir::LogicalResult createUpdate(mlir::Location loc, llvm::StringRef name, Names vars, Names reductionVars,
                                   llvm::ArrayRef<mlir::Attribute> bounds, Body body);
  /// Moves what `func` computes of values of fewer dimensions than its own to Funcs.
  mlir::LogicalResult separateParameters(halide::FuncOp func);
  std::string uniqueName(llvm::StringRef base);

  // Expressions in a region.
  /// All values of a Func at coordinates in Halide's order.
  mlir::ValueRange readFunc(Builder &b, llvm::StringRef name, mlir::TypeRange types, mlir::ValueRange coordinates);
  /// One element of a tensor.
  mlir::Value readTensor(Builder &b, mlir::Value tensor, mlir::ArrayRef<mlir::Value> coordinates);
  /// The body of a generic at the coordinates of its loops (one per group),
  /// `inits` in place of the old values of its results, and another value in
  /// place of the result of each op that `replaced` names; fills `yields`.
  mlir::LogicalResult inlineBody(Builder &b, mlir::linalg::GenericOp generic, mlir::ArrayRef<mlir::Value> loops,
                                 mlir::ValueRange inits, const Replacements &replaced,
                                 mlir::SmallVectorImpl<mlir::Value> &yields);
  mlir::Value linearize(Builder &b, mlir::linalg::GenericOp generic, mlir::ArrayRef<mlir::Value> loops);
  mlir::FailureOr<mlir::Value> captured(Builder &b, mlir::Value value, mlir::Operation *user);
  mlir::Value initOf(Builder &b, mlir::linalg::GenericOp generic, unsigned result, mlir::ArrayRef<mlir::Value> loops);
  mlir::Value extentOf(Builder &b, Product product);
  /// min(c, extent - 1) for each: reads stay inside when a schedule
  /// computes more than is asked for.
  Coordinates clamp(Builder &b, mlir::linalg::GenericOp generic, mlir::ArrayRef<mlir::Value> loops);
  /// The bound of a reduction over `product`, in blocks, at most `maximum`
  /// where that is not 0; null if no buffer has this extent.
  mlir::Attribute boundOf(Product product, int64_t block = 1, int64_t maximum = 0);

  struct Buffer {
    std::string name;
    mlir::Value tensor;
  };
  /// The dimension (Halide's number) of a buffer that has this extent.
  std::optional<std::pair<mlir::StringRef, int64_t>> findDim(const Product &product);

  mlir::func::FuncOp func;
  KernelShapes shapes;
  act::ExtentSymbols symbols;
  halide::PipelineOp pipeline;
  llvm::SmallVector<Buffer> inputs, outputs;
  llvm::DenseMap<mlir::Value, Source> sources;
  llvm::DenseMap<mlir::Value, std::string> maskOf;
  llvm::StringMap<llvm::SmallVector<mlir::Type>> funcTypes;
  llvm::StringMap<unsigned> usedNames;
  mlir::OpBuilder builder;
};

/// Names of a nest's variables, innermost first: i, j, k, ...
llvm::SmallVector<std::string> loopNames(unsigned rank);

} // namespace hysteron

#endif // HYSTERON_LIB_CONVERSION_LINALGTOHALIDE_PIPELINEBUILDER_H
