//===- Interface.cpp - The C interface of a compiled function -------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Interface.h"

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "hysteron/Dialect/Act/Utils/Extents.h"
#include "hysteron/Dialect/Halide/IR/Halide.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace hysteron;

int64_t FunctionInterface::getSymbolCount() const {
  int64_t count = 0;
  for (const TensorInterface &tensor : tensors)
    for (int64_t symbol : tensor.symbols)
      count = std::max(count, symbol + 1);
  return count;
}

template <typename BufferOp>
static TensorInterface getTensor(BufferOp op, StringRef fallback) {
  TensorInterface tensor;
  auto role = op->template getAttrOfType<StringAttr>("role");
  tensor.role = role ? role.str() : fallback.str();
  tensor.type = cast<RankedTensorType>(op.getTensor());
  tensor.symbols.assign(op.getSymbols().begin(), op.getSymbols().end());
  tensor.groups.assign(op.getGroups().begin(), op.getGroups().end());
  tensor.alignment = tensor.type.getElementTypeBitWidth() / 8;
  return tensor;
}

/// Whether `value` is coordinate `number` of the Func, or that kept in bounds.
static bool isCoordinate(Value value, unsigned number) {
  if (auto argument = dyn_cast<BlockArgument>(value))
    return argument.getArgNumber() == number;
  if (auto likely = value.getDefiningOp<halide::LikelyOp>())
    return isCoordinate(likely.getValue(), number);
  if (Operation *op = value.getDefiningOp())
    if (isa<arith::MinSIOp, arith::MinUIOp>(op))
      return isCoordinate(op->getOperand(0), number) ||
             isCoordinate(op->getOperand(1), number);
  return false;
}

/// Whether each element of the only output depends on no element of any
/// same-shaped input but the one in its own place, and is written once.
static bool worksInPlace(halide::PipelineOp pipeline,
                         ArrayRef<halide::ScheduleOp> schedules) {
  if (llvm::range_size(pipeline.getOps<halide::OutputOp>()) != 1 ||
      !pipeline.getOps<halide::UpdateOp>().empty())
    return false;
  auto output = *pipeline.getOps<halide::OutputOp>().begin();
  bool works = true;
  pipeline.walk([&](halide::ReadOp read) {
    // What is read at fewer coordinates has another shape than the output.
    auto coordinates = read.getCoordinates();
    if (coordinates.size() != output.getRank())
      return;
    for (auto [number, coordinate] : llvm::enumerate(coordinates))
      works &= isCoordinate(coordinate, number);
  });
  for (halide::ScheduleOp schedule : schedules)
    schedule.walk([&](halide::SplitOp split) {
      // These compute elements of the last part twice.
      works &= split.getTail() != halide::Tail::shift_inwards &&
               split.getTail() != halide::Tail::auto_;
    });
  return works;
}

/// Whether the parts of a range of elements can be computed one by one: all
/// tensors are one row of the same elements, single values, or masks, and
/// nothing is summed over the row, only over so many elements at a time.
static bool isSplittable(halide::PipelineOp pipeline,
                         const FunctionInterface &interface) {
  for (auto update : pipeline.getOps<halide::UpdateOp>()) {
    for (auto bound : update.getBounds().getAsRange<halide::BoundAttr>())
      if (!bound.isConstant())
        return false;
    for (auto output : pipeline.getOps<halide::OutputOp>())
      if (output.getRank() == 0)
        return false;
  }
  const TensorInterface *row = nullptr;
  for (const TensorInterface &tensor : interface.tensors) {
    if (tensor.groups.size() > 1)
      return false;
    if (tensor.groups.empty() || tensor.maskOf >= 0)
      continue;
    if (!row)
      row = &tensor;
    if (tensor.type.getShape() != row->type.getShape() ||
        tensor.symbols != row->symbols)
      return false;
  }
  return row;
}

FunctionInterface
hysteron::getInterface(halide::PipelineOp pipeline,
                       ArrayRef<halide::ScheduleOp> schedules) {
  FunctionInterface interface;
  interface.name = pipeline.getSymName().str();
  llvm::StringMap<unsigned> numbers;
  SmallVector<FlatSymbolRefAttr> masks;
  for (auto input : pipeline.getOps<halide::InputOp>()) {
    unsigned number = interface.tensors.size();
    numbers[input.getSymName()] = number;
    masks.push_back(input.getMaskOfAttr());
    interface.tensors.push_back(
        getTensor(input, ("argument " + Twine(number)).str()));
  }
  interface.inputs = interface.tensors.size();
  for (auto output : pipeline.getOps<halide::OutputOp>()) {
    unsigned number = interface.tensors.size();
    numbers[output.getFunc()] = number;
    masks.push_back(output.getMaskOfAttr());
    interface.tensors.push_back(getTensor(
        output, ("result " + Twine(number - interface.inputs)).str()));
  }
  for (auto [tensor, mask] : llvm::zip_equal(interface.tensors, masks))
    if (mask)
      tensor.maskOf = numbers.lookup(mask.getValue());
  for (halide::ScheduleOp schedule : schedules)
    schedule.walk([&](halide::HostAlignmentOp op) {
      TensorInterface &tensor =
          interface.tensors[numbers.lookup(op.getBuffer())];
      tensor.alignment = std::max<int64_t>(tensor.alignment, op.getBytes());
    });
  interface.splittable = isSplittable(pipeline, interface);
  interface.inPlace = worksInPlace(pipeline, schedules);
  return interface;
}

FunctionInterface hysteron::getInterface(func::FuncOp function) {
  FunctionInterface interface;
  interface.name = function.getSymName().str();
  interface.inputs = function.getNumArguments();
  act::Extents extents(function);
  act::ExtentSymbols symbols(extents);
  auto add = [&](Value value, StringAttr role, const Twine &fallback) {
    TensorInterface tensor;
    tensor.role = role ? role.str() : fallback.str();
    tensor.type = extents.getType(value);
    tensor.symbols = symbols.get(value);
    tensor.groups.assign(tensor.type.getRank(), 1);
    tensor.alignment = tensor.type.getElementTypeBitWidth() / 8;
    interface.tensors.push_back(std::move(tensor));
  };
  for (auto [i, value] : llvm::enumerate(function.getArguments()))
    add(value, function.getArgAttrOfType<StringAttr>(i, act::roleAttrName),
        "argument " + Twine(i));
  for (auto [i, value] :
       llvm::enumerate(function.front().getTerminator()->getOperands()))
    add(value, function.getResultAttrOfType<StringAttr>(i, act::roleAttrName),
        "result " + Twine(i));
  return interface;
}

bool hysteron::isCName(StringRef name) {
  return !name.empty() && !llvm::isDigit(name.front()) &&
         llvm::all_of(name,
                      [](char c) { return llvm::isAlnum(c) || c == '_'; });
}
