//===- Parameters.cpp - What only parameters decide, once -----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a formula computes of a parameter per channel, such as its logarithm, goes into
// a Func over channels, of which there are fewer than elements. That a value is computed
// elsewhere changes no bit. Of single numbers LLVM moves it out of the loops by itself.
//
//===----------------------------------------------------------------------===//

#include "PipelineBuilder.h"

#include "hysteron/Support/Contracted.h"

#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace hysteron;

namespace {
/// Ops of a Func that depend on nothing but some reads and constants.
class Dependents {
public:
  Dependents(Block &body, ArrayRef<halide::ReadOp> reads) : body(body), reads(reads) { collect(); }

  /// In their order.
  llvm::SetVector<Operation *> ops;
  /// Those whose values others need.
  SmallVector<Operation *> needed;

private:
  void collect();
  bool isAvailable(Value value) const;
  /// Whether others can have it from memory.
  static bool isStorable(Operation *op);

  Block &body;
  ArrayRef<halide::ReadOp> reads;
  llvm::SmallPtrSet<Operation *, 8> excluded;
};
} // namespace

bool Dependents::isAvailable(Value value) const {
  Operation *op = value.getDefiningOp();
  return op && (ops.contains(op) || llvm::is_contained(reads, op) || op->hasTrait<OpTrait::ConstantLike>());
}

bool Dependents::isStorable(Operation *op) {
  if (!isa<FloatType>(op->getResult(0).getType()))
    return false;
  // A product that need not be rounded must not be rounded by being stored.
  return llvm::none_of(op->getUsers(), [&](Operation *user) {
    return llvm::any_of(llvm::seq(user->getNumOperands()),
                        [&](unsigned i) { return getContracted(user, i) == op; });
  });
}

void Dependents::collect() {
  while (true) {
    ops.clear();
    needed.clear();
    for (Operation &op : body)
      if (isa<arith::ArithDialect, math::MathDialect>(op.getDialect()) && !op.hasTrait<OpTrait::ConstantLike>() && !excluded.contains(&op) &&
          llvm::all_of(op.getOperands(), [&](Value operand) { return isAvailable(operand); }))
        ops.insert(&op);
    size_t before = excluded.size();
    for (Operation *op : ops) {
      if (llvm::all_of(op->getUsers(), [&](Operation *user) { return ops.contains(user); }))
        continue;
      if (isStorable(op))
        needed.push_back(op);
      else
        excluded.insert(op);
    }
    if (excluded.size() == before)
      return;
  }
}

/// The reads of a Func by their coordinates, of which there are some, but fewer than the
/// Func has.
static SmallVector<SmallVector<halide::ReadOp>> readsOfLowerRank(Block &body) {
  SmallVector<SmallVector<halide::ReadOp>> all;
  for (auto read : body.getOps<halide::ReadOp>()) {
    if (read.getCoordinates().empty() || read.getCoordinates().size() >= body.getNumArguments())
      continue;
    auto same = llvm::find_if(all, [&](auto &reads) { return reads.front().getCoordinates() == read.getCoordinates(); });
    if (same == all.end())
      all.push_back({read});
    else
      same->push_back(read);
  }
  return all;
}

LogicalResult PipelineBuilder::separateParameters(halide::FuncOp func) {
  Block &body = *func.getBody();
  SmallVector<halide::ReadOp> numbers;
  for (auto read : body.getOps<halide::ReadOp>())
    if (read.getCoordinates().empty())
      numbers.push_back(read);
  for (SmallVector<halide::ReadOp> &reads : readsOfLowerRank(body)) {
    halide::ReadOp first = reads.front();
    reads.append(numbers);
    Dependents dependents(body, reads);
    // A value that is read costs about as much as an op or two.
    if (dependents.ops.size() <= 2 * dependents.needed.size())
      continue;
    ValueRange coordinates = first.getCoordinates();
    auto types = llvm::map_to_vector(dependents.needed, [](Operation *op) { return op->getResult(0).getType(); });
    std::string name = uniqueName("parameters");
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPoint(func);
    if (failed(createFunc(func.getLoc(), name, loopNames(coordinates.size()), types, "parameters",
                          [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
                            IRMapping mapping;
                            mapping.map(coordinates, args);
                            for (Operation &op : body)
                              if (dependents.ops.contains(&op) || op.hasTrait<OpTrait::ConstantLike>() ||
                                  llvm::is_contained(reads, &op))
                                b.clone(op, mapping);
                            for (Operation *op : dependents.needed)
                              results.push_back(mapping.lookup(op->getResult(0)));
                            return success();
                          })))
      return failure();
    auto b = ImplicitLocOpBuilder::atBlockBegin(func.getLoc(), &body);
    b.setInsertionPoint(first);
    ValueRange values = readFunc(b, name, types, coordinates);
    for (auto [op, value] : llvm::zip_equal(dependents.needed, values))
      op->getResult(0).replaceAllUsesWith(value);
    for (Operation *op : llvm::reverse(dependents.ops))
      op->erase();
  }
  return success();
}
