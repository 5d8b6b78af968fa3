//===- Kernel.cpp - The parts of a pipeline that a schedule treats --------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Kernel.h"

using namespace mlir;
using namespace hysteron::halide;

static bool isKind(FuncOp func, StringRef kind) {
  auto attr = func->getAttrOfType<StringAttr>("kind");
  return attr && attr.getValue() == kind;
}

bool Kernel::isOfParameters(FuncOp func) { return isKind(func, "parameters"); }

static void forEachRead(FuncOp func, llvm::function_ref<void(ReadOp)> visit) {
  func.walk(visit);
  for (UpdateOp update : func.getUpdates())
    update.walk(visit);
}

/// Whether the pure definition reads `source` exactly at its own coordinates,
/// and nowhere else.
static bool readsInPlace(FuncOp func, FuncOp source) {
  bool inPlace = true;
  func.walk([&](ReadOp read) {
    if (read.getSource() == source.getSymName())
      inPlace &= llvm::equal(read.getCoordinates(), func.getBody()->getArguments());
  });
  return inPlace && func.getUpdates().empty();
}

OutputOp Kernel::outputOf(FuncOp func) const {
  for (auto output : PipelineOp(pipeline).getOps<OutputOp>())
    if (output.getFunc() == func.getSymName())
      return output;
  return OutputOp();
}

SmallVector<FuncOp> Kernel::readers(FuncOp source) const {
  SmallVector<FuncOp> readers;
  for (auto func : PipelineOp(pipeline).getOps<FuncOp>()) {
    bool reads = false;
    forEachRead(func, [&](ReadOp read) { reads |= read.getSource() == source.getSymName(); });
    if (reads && func != source)
      readers.push_back(func);
  }
  return readers;
}

Kernel::Kernel(PipelineOp pipeline) : pipeline(pipeline) {
  findReductions();
  findBundles();
  findMasks();
  findStored();
  for (auto func : pipeline.getOps<FuncOp>())
    if (isOutput(func) && !isPlaced(func) && func.getUpdates().empty())
      elementwise.push_back(func);
}

/// Funcs that are computed in place in `func`, and itself.
static void forEachInlined(const Kernel &kernel, FuncOp func, llvm::SmallPtrSetImpl<Operation *> &seen,
                           llvm::function_ref<void(FuncOp)> visit) {
  if (!seen.insert(func).second)
    return;
  visit(func);
  forEachRead(func, [&](ReadOp read) {
    FuncOp source = func->getParentOfType<PipelineOp>().lookupFunc(read.getSource());
    if (source && !kernel.isOutput(source) && source.getUpdates().empty())
      forEachInlined(kernel, source, seen, visit);
  });
}

/// Whether computing `func` takes a value that must have been stored before.
static bool readsStored(const Kernel &kernel, FuncOp func) {
  bool found = false;
  llvm::SmallPtrSet<Operation *, 8> seen;
  forEachInlined(kernel, func, seen, [&](FuncOp inlined) {
    forEachRead(inlined, [&](ReadOp read) {
      FuncOp source = func->getParentOfType<PipelineOp>().lookupFunc(read.getSource());
      found |= source && (kernel.isOutput(source) || !source.getUpdates().empty());
    });
  });
  return found;
}

/// The Func other than itself that the only update of `func` reads, or its pure
/// definition if it has no update.
static FuncOp accumulated(FuncOp func) {
  auto updates = func.getUpdates();
  if (updates.size() > 1)
    return FuncOp();
  FuncOp source;
  Operation *definition = updates.empty() ? func.getOperation() : updates.front().getOperation();
  definition->walk([&](ReadOp read) {
    if (read.getSource() != func.getSymName())
      source = func->getParentOfType<PipelineOp>().lookupFunc(read.getSource());
  });
  return source;
}

void Kernel::findReductions() {
  for (auto totals : pipeline.getOps<FuncOp>()) {
    if (!isKind(totals, "totals"))
      continue;
    Reduction reduction;
    reduction.totals = totals;
    FuncOp terms = totals;
    for (auto [kind, place] : {std::pair("sums", &reduction.sums), {"blocks", &reduction.blocks},
                               {"parts", &reduction.parts}, {"lanes", &reduction.lanes}, {"terms", &terms}})
      if (terms) {
        terms = accumulated(terms);
        *place = terms = terms && isKind(terms, kind) ? terms : FuncOp();
      }
    if (!terms || !terms.getUpdates().empty())
      continue;
    FuncOp lanes = reduction.lanes;
    for (auto [number, var] : llvm::enumerate(lanes.getVars().getAsValueRange<StringAttr>()))
      if (var == "v")
        reduction.position = number;
    auto steps = cast<BoundAttr>(lanes.getUpdates().front().getBounds()[0]);
    reduction.isBlockFixed = steps.isConstant();
    reduction.block = (steps.isConstant() ? steps.getValue() : steps.getMaximum()) * kLanes;
    auto pass = llvm::find_if(passes, [&](Bundle &pass) { return pass.terms == terms; });
    if (pass == passes.end()) {
      passes.emplace_back().terms = terms;
      pass = std::prev(passes.end());
    }
    pass->reductions.push_back(reduction);
    placed.insert_range(ArrayRef<Operation *>{terms, lanes, reduction.parts, reduction.blocks, reduction.sums,
                                              totals});
  }
  for (Bundle &pass : passes) {
    const Reduction &first = pass.reductions.front();
    pass.fused = first.block > 0;
    for (Reduction &reduction : pass.reductions)
      pass.fused &= reduction.position == first.position && reduction.block == first.block;
    SmallVector<FuncOp> outputs;
    for (FuncOp reader : readers(pass.terms)) {
      if (isOutput(reader) && readsInPlace(reader, pass.terms) && !readsStored(*this, reader))
        outputs.push_back(reader);
      else if (!isKind(reader, "lanes"))
        pass.fused = false;
    }
    // Without an element-wise result there is nothing to share loops with.
    pass.fused &= !outputs.empty();
    if (pass.fused) {
      pass.outputs = outputs;
      placed.insert(outputs.begin(), outputs.end());
    }
  }
}

/// Several element-wise outputs of one formula.
void Kernel::findBundles() {
  for (auto func : pipeline.getOps<FuncOp>()) {
    if (!func.getUpdates().empty() || isPlaced(func))
      continue;
    SmallVector<FuncOp> found = readers(func);
    if (found.size() < 2 || !llvm::all_of(found, [&](FuncOp reader) {
          return isOutput(reader) && !isPlaced(reader) && readsInPlace(reader, func) && !readsStored(*this, reader);
        }))
      continue;
    Bundle &pass = passes.emplace_back();
    pass.terms = func;
    pass.outputs = found;
    pass.fused = true;
    placed.insert(func);
    placed.insert(found.begin(), found.end());
  }
}

void Kernel::findMasks() {
  for (auto bits : pipeline.getOps<FuncOp>()) {
    auto updates = bits.getUpdates();
    if (updates.size() != 1 || bits.getRank() != 1 || bits.getTypes().size() != 1)
      continue;
    auto found = readers(bits);
    OutputOp output = found.size() == 1 ? outputOf(found[0]) : OutputOp();
    if (!output || !output.getMaskOf() || !readsInPlace(found[0], bits))
      continue;
    Mask mask{bits, found[0], FuncOp()};
    placed.insert(bits);
    placed.insert(found[0]);
    // What is read for the bits is read for an output of the same shape too.
    auto masked = dyn_cast_or_null<InputOp>(SymbolTable::lookupSymbolIn(pipeline, *output.getMaskOf()));
    if (masked && masked.getRank() == 1) {
      for (auto other : pipeline.getOps<OutputOp>()) {
        FuncOp func = pipeline.lookupFunc(other.getFunc());
        if (isPlaced(func) || !func.getUpdates().empty() || other.getMaskOf() || other.getRank() != 1 ||
            other.getSymbols() != masked.getSymbols() || other.getTensor().getShape() != masked.getTensor().getShape())
          continue;
        mask.partner = func;
        placed.insert(func);
        break;
      }
    }
    masks.push_back(mask);
  }
}

void Kernel::findStored() {
  for (auto func : pipeline.getOps<FuncOp>()) {
    if (isPlaced(func) || isOutput(func))
      continue;
    bool isSmall = false;
    if (func.getUpdates().empty()) {
      // A transformed parameter: once, not for every element.
      bool computes = false;
      func.walk([&](Operation *op) {
        computes |= !isa<ReadOp, YieldOp, FuncOp, ExtentOp, LikelyOp>(op) && !op->hasTrait<OpTrait::ConstantLike>() &&
                    !llvm::any_of(op->getResultTypes(), [](Type type) { return type.isIndex(); });
      });
      for (FuncOp reader : readers(func))
        isSmall |= computes && reader.getRank() > func.getRank();
    }
    if (!func.getUpdates().empty() || isSmall) {
      stored.push_back(func);
      placed.insert(func);
    }
  }
  for (Bundle &pass : passes)
    for (Reduction &reduction : pass.reductions)
      stored.push_back(reduction.totals);
}

std::pair<unsigned, unsigned> Kernel::floatBytes(FuncOp func) const {
  unsigned least = 8, most = 1;
  llvm::SmallPtrSet<Operation *, 8> seen;
  auto note = [&](Operation *op) {
    for (Type type : llvm::concat<const Type>(llvm::to_vector(op->getResultTypes()), llvm::to_vector(op->getOperandTypes())))
      if (auto number = dyn_cast<FloatType>(type)) {
        least = std::min(least, number.getWidth() / 8);
        most = std::max(most, number.getWidth() / 8);
      }
  };
  forEachInlined(*this, func, seen, [&](FuncOp inlined) {
    inlined.walk(note);
    for (UpdateOp update : inlined.getUpdates())
      update.walk(note);
  });
  return {std::min(least, most), most};
}

unsigned Kernel::formulaSize(FuncOp func) const {
  unsigned size = 0;
  llvm::SmallPtrSet<Operation *, 8> seen;
  forEachInlined(*this, func, seen, [&](FuncOp inlined) { inlined.walk([&](Operation *) { ++size; }); });
  return size;
}

bool Kernel::readsMask(FuncOp func) const {
  bool found = false;
  llvm::SmallPtrSet<Operation *, 8> seen;
  forEachInlined(*this, func, seen, [&](FuncOp inlined) {
    forEachRead(inlined, [&](ReadOp read) {
      auto input = dyn_cast_or_null<InputOp>(SymbolTable::lookupSymbolIn(pipeline, read.getSource()));
      found |= input && input.getMaskOf();
    });
  });
  return found;
}

std::optional<int64_t> Kernel::extent(FuncOp func, unsigned dim) const {
  OutputOp output = outputOf(func);
  if (!output)
    return std::nullopt;
  auto groups = output.getGroups();
  if (dim >= groups.size())
    return std::nullopt;
  unsigned number = groups.size() - 1 - dim, first = 0;
  for (unsigned i = 0; i < number; ++i)
    first += groups[i];
  int64_t product = 1;
  for (int64_t size : cast<RankedTensorType>(output.getTensor()).getShape().slice(first, groups[number])) {
    if (ShapedType::isDynamic(size))
      return std::nullopt;
    product *= size;
  }
  return product;
}
