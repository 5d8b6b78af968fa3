//===- PipelineBuilder.cpp - One function as a pipeline -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PipelineBuilder.h"

#include "hysteron/Conversion/LinalgToHalide/Passes.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace hysteron;

FailureOr<halide::PipelineOp> hysteron::buildPipeline(func::FuncOp func) {
  if (func.isExternal())
    return func.emitError("function without a body cannot be compiled to a kernel");
  if (!func.getBody().hasOneBlock())
    return func.emitError("control flow cannot be compiled to a kernel");
  return PipelineBuilder(func).build();
}

SmallVector<std::string> hysteron::loopNames(unsigned rank) {
  SmallVector<std::string> names;
  for (unsigned loop = 0; loop < rank; ++loop)
    names.push_back(loop < 6 ? std::string(1, 'i' + loop) : "i" + std::to_string(loop));
  return names;
}

PipelineBuilder::PipelineBuilder(func::FuncOp func) : func(func), shapes(func), symbols(shapes.extents), builder(func) {}

FailureOr<halide::PipelineOp> PipelineBuilder::build() {
  if (failed(checkInterface()))
    return failure();
  pipeline = halide::PipelineOp::create(builder, func.getLoc(), func.getName(), func.getSymVisibilityAttr());
  builder.setInsertionPointToEnd(&pipeline->getRegion(0).emplaceBlock());
  nameBuffers();
  createInputs();
  for (Operation &op : func.front())
    if (failed(convert(&op))) {
      pipeline.erase();
      return failure();
    }
  return pipeline;
}

std::string PipelineBuilder::uniqueName(StringRef base) {
  unsigned count = usedNames[base]++;
  return count == 0 ? base.str() : uniqueName((base + "_" + Twine(count)).str());
}

//===----------------------------------------------------------------------===//
// Interface: inputs and outputs
//===----------------------------------------------------------------------===//

LogicalResult PipelineBuilder::checkInterface() {
  for (Type type : llvm::concat<const Type>(func.getArgumentTypes(), func.getResultTypes()))
    if (!isa<RankedTensorType>(type))
      return func.emitError() << "value of type " << type << " cannot be passed to a kernel";
  if (func.getNumResults() == 0)
    return func.emitError("function without a result cannot be compiled to a kernel");
  return success();
}

/// "gradient 0" -> gradient0.
static std::string bufferName(Attribute role, StringRef kind, unsigned number) {
  auto text = dyn_cast_or_null<StringAttr>(role);
  std::string name;
  for (char c : text ? text.getValue() : StringRef())
    if (llvm::isAlnum(c) || c == '_')
      name += c;
  return name.empty() || llvm::isDigit(name.front()) ? (kind + Twine(number)).str() : name;
}

void PipelineBuilder::nameBuffers() {
  for (auto [number, argument] : llvm::enumerate(func.getArguments()))
    inputs.push_back({uniqueName(bufferName(func.getArgAttr(number, "act.role"), "argument", number)), argument});
  auto results = func.front().getTerminator()->getOperands();
  for (auto [number, result] : llvm::enumerate(results))
    outputs.push_back({uniqueName(bufferName(func.getResultAttr(number, "act.role"), "result", number)), result});
  for (auto generic : func.front().getOps<linalg::GenericOp>())
    findMasks(generic);
}

/// The function's argument that views of a tensor lead to, else the tensor.
static Value underlying(Value tensor) {
  while (isView(tensor.getDefiningOp()))
    tensor = tensor.getDefiningOp()->getOperand(0);
  return tensor;
}

/// A mask is a one-dimensional i8 tensor that a generic fills from the elements
/// of a tensor, or whose bits it reads beside the elements of one.
void PipelineBuilder::findMasks(linalg::GenericOp generic) {
  auto isMask = [](Value value) {
    auto type = dyn_cast<RankedTensorType>(value.getType());
    return type && type.getRank() == 1 && type.getElementType().isInteger(8);
  };
  auto nameOf = [&](Value tensor) -> std::string {
    for (auto &buffer : llvm::concat<Buffer>(inputs, outputs))
      if (underlying(buffer.tensor) == tensor)
        return buffer.name;
    return "";
  };
  // A value that no buffer holds has the extents of one in the same loops.
  auto nameOfLike = [&](Value tensor) -> std::string {
    auto maker = tensor.getDefiningOp<linalg::GenericOp>();
    if (std::string name = nameOf(tensor); !maker || !name.empty())
      return name;
    for (OpOperand &operand : maker->getOpOperands()) {
      bool isInput = maker.isDpsInput(&operand);
      Value value = isInput ? operand.get() : Value(maker.getTiedOpResult(&operand));
      if (std::string name = nameOf(underlying(value));
          !name.empty() && maker.getMatchingIndexingMap(&operand).isIdentity())
        return name;
    }
    return "";
  };
  generic.getBody()->walk([&](tensor::ExtractOp extract) {
    Value read = underlying(extract.getTensor());
    if (isMask(read)) {
      auto values = llvm::concat<Value>(llvm::to_vector(ValueRange(generic.getInputs())),
                                        llvm::to_vector(ValueRange(generic.getResults())));
      auto maps = generic.getIndexingMapsArray();
      for (auto [value, map] : llvm::zip(values, maps))
        if (std::string name = nameOf(underlying(value)); map.isIdentity() && !name.empty()) {
          maskOf.try_emplace(read, name);
          return;
        }
    }
    for (Value result : generic.getResults())
      if (std::string name = nameOfLike(read); isMask(result) && !isMask(read) && !name.empty())
        maskOf.try_emplace(result, name);
  });
}

static SmallVector<int64_t> sizes(ArrayRef<Group> groups) {
  return llvm::map_to_vector(groups, [](Group group) { return group.size; });
}

static void setRole(Operation *op, Attribute role) {
  if (role)
    op->setAttr("role", role);
}

static FlatSymbolRefAttr maskRef(MLIRContext *context, StringRef name) {
  return name.empty() ? FlatSymbolRefAttr() : FlatSymbolRefAttr::get(context, name);
}

void PipelineBuilder::createInputs() {
  for (auto [number, input] : llvm::enumerate(inputs)) {
    auto op = halide::InputOp::create(builder, input.tensor.getLoc(), input.name, shapes.extents.getType(input.tensor),
                                      symbols.get(input.tensor), sizes(shapes.groups(input.tensor)),
                                      maskRef(builder.getContext(), maskOf.lookup(input.tensor)));
    setRole(op, func.getArgAttr(number, "act.role"));
    sources[input.tensor] = {input.name, 0};
    funcTypes[input.name] = {cast<RankedTensorType>(input.tensor.getType()).getElementType()};
  }
}

LogicalResult PipelineBuilder::createOutput(Value tensor, unsigned number) {
  const std::string &name = outputs[number].name;
  // The generic's own Func where it has the output's name, else a copy.
  if (Source source = sources.lookup(tensor); source.name != name) {
    auto groups = shapes.groups(tensor);
    Type type = cast<RankedTensorType>(tensor.getType()).getElementType();
    if (failed(createFunc(tensor.getLoc(), name, loopNames(groups.size()), type, "",
                          [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
                            Coordinates coordinates(llvm::reverse(args));
                            results.push_back(readTensor(b, tensor, coordinates));
                            return success(results.back() != nullptr);
                          })))
      return failure();
  }
  return success();
}

LogicalResult PipelineBuilder::createOutputs(func::ReturnOp op) {
  for (unsigned number = 0; number < outputs.size(); ++number)
    if (failed(createOutput(outputs[number].tensor, number)))
      return failure();
  for (auto [number, output] : llvm::enumerate(outputs)) {
    auto outputOp = halide::OutputOp::create(builder, op.getLoc(), output.name, shapes.extents.getType(output.tensor),
                                             symbols.get(output.tensor), sizes(shapes.groups(output.tensor)),
                                             maskRef(builder.getContext(), maskOf.lookup(output.tensor)));
    setRole(outputOp, func.getResultAttr(number, "act.role"));
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Ops of the function
//===----------------------------------------------------------------------===//

static InFlightDiagnostic unsupported(Operation *op) {
  return op->emitError() << "'" << op->getName() << "' cannot be compiled to a kernel";
}

LogicalResult PipelineBuilder::convert(Operation *op) {
  if (auto generic = dyn_cast<linalg::GenericOp>(op))
    return convertGeneric(generic);
  if (auto constant = dyn_cast<arith::ConstantOp>(op); constant && isa<ShapedType>(constant.getType())) {
    auto elements = dyn_cast<SplatElementsAttr>(constant.getValue());
    if (!elements || !isa<RankedTensorType>(constant.getType()))
      return unsupported(op) << " unless all elements are equal";
    return success();
  }
  if (auto fill = dyn_cast<linalg::FillOp>(op)) {
    if (fill->getNumResults() != 1)
      return unsupported(op) << " on memory";
    return success();
  }
  if (isa<tensor::EmptyOp, tensor::DimOp>(op))
    return success();
  if (isView(op)) {
    if (!isa<RankedTensorType>(op->getOperand(0).getType()) || !isa<RankedTensorType>(op->getResult(0).getType()))
      return unsupported(op) << " on unranked tensors";
    return success();
  }
  // Scalars are taken into the bodies that use them.
  if (isa<arith::ArithDialect, math::MathDialect>(op->getDialect()) || isa<tensor::ExtractOp>(op))
    if (llvm::none_of(op->getResultTypes(), llvm::IsaPred<ShapedType>))
      return success();
  if (auto ret = dyn_cast<func::ReturnOp>(op))
    return createOutputs(ret);
  return unsupported(op);
}

LogicalResult PipelineBuilder::convertGeneric(linalg::GenericOp generic) {
  if (!generic.hasPureTensorSemantics())
    return unsupported(generic) << " on memory";
  bool hasReduction = false, hasElementwise = false, hasSumsOnly = true;
  for (auto [number, map] : llvm::enumerate(generic.getIndexingMapsArray())) {
    bool isInit = number >= unsigned(generic.getNumDpsInputs());
    llvm::SmallBitVector seen(generic.getNumLoops());
    for (AffineExpr expr : map.getResults()) {
      auto dim = dyn_cast<AffineDimExpr>(expr);
      if ((!dim && (isInit || !isa<AffineConstantExpr>(expr))) || (dim && seen.test(dim.getPosition())))
        return generic.emitError() << "indexing map " << AffineMapAttr::get(map) << " cannot be compiled to a kernel";
      if (dim)
        seen.set(dim.getPosition());
    }
    if (!isInit)
      continue;
    for (unsigned dim = 0; dim + 1 < map.getNumResults(); ++dim)
      if (*loopOf(map, dim) > *loopOf(map, dim + 1))
        return generic.emitError() << "transposed result map " << AffineMapAttr::get(map) << " cannot be compiled to a kernel";
    (map.getNumResults() == map.getNumDims() ? hasElementwise : hasReduction) = true;
    if (map.getNumResults() != map.getNumDims())
      hasSumsOnly &= getCombiner(generic, number - generic.getNumDpsInputs()) != nullptr;
  }
  if (!hasReduction)
    return convertElementwise(generic);
  if (hasSumsOnly)
    return convertSums(generic);
  return convertFold(generic);
}

LogicalResult PipelineBuilder::convertElementwise(linalg::GenericOp generic) {
  auto groups = shapes.groups(generic);
  // A single result that is only returned is the output itself. Nothing reads an
  // output: Halide takes a buffer that a kernel writes for one of its own
  // making, aligned to vectors.
  bool isShared = generic->getNumResults() > 1 || !generic->getResult(0).hasOneUse();
  std::string name;
  for (Buffer &output : outputs)
    if (!isShared && output.tensor == generic->getResult(0) && name.empty())
      name = output.name;
  if (name.empty())
    name = uniqueName("values");
  SmallVector<Type> types;
  for (Value result : generic->getResults())
    types.push_back(cast<RankedTensorType>(result.getType()).getElementType());
  auto body = [&](Builder &b, ValueRange args, SmallVectorImpl<Value> &results) -> LogicalResult {
    Coordinates loops(llvm::reverse(args));
    if (isShared)
      loops = clamp(b, generic, loops);
    SmallVector<Value> inits;
    for (unsigned number = 0; number < types.size(); ++number)
      inits.push_back(initOf(b, generic, number, loops));
    return inlineBody(b, generic, loops, inits, Replacements(), results);
  };
  if (failed(createFunc(generic.getLoc(), name, loopNames(groups.size()), types, "", body)))
    return failure();
  for (auto [number, result] : llvm::enumerate(generic->getResults()))
    sources[result] = {name, unsigned(number)};
  return success();
}

//===----------------------------------------------------------------------===//
// Funcs
//===----------------------------------------------------------------------===//

static LogicalResult fillRegion(Location loc, Region &region, unsigned arguments,
                                llvm::function_ref<LogicalResult(ImplicitLocOpBuilder &, ValueRange,
                                                                 SmallVectorImpl<Value> &)> body) {
  Block &block = region.emplaceBlock();
  for (unsigned i = 0; i < arguments; ++i)
    block.addArgument(IndexType::get(loc.getContext()), loc);
  auto b = ImplicitLocOpBuilder::atBlockEnd(loc, &block);
  SmallVector<Value> results;
  if (failed(body(b, block.getArguments(), results)))
    return failure();
  halide::YieldOp::create(b, results);
  return success();
}

LogicalResult PipelineBuilder::createFunc(Location loc, StringRef name, Names vars, TypeRange types, StringRef kind,
                                          Body body) {
  SmallVector<StringRef> refs(vars.begin(), vars.end());
  auto func = halide::FuncOp::create(builder, loc, name, builder.getStrArrayAttr(refs),
                                     builder.getTypeArrayAttr(llvm::to_vector(types)));
  if (!kind.empty())
    func->setAttr("kind", builder.getStringAttr(kind));
  funcTypes[name] = llvm::to_vector(types);
  if (failed(fillRegion(loc, func.getBodyRegion(), vars.size(), body)))
    return failure();
  return separateParameters(func);
}

LogicalResult PipelineBuilder::createUpdate(Location loc, StringRef name, Names vars, Names reductionVars,
                                            ArrayRef<Attribute> bounds, Body body) {
  SmallVector<StringRef> refs(vars.begin(), vars.end()), reductionRefs(reductionVars.begin(), reductionVars.end());
  auto update = halide::UpdateOp::create(builder, loc, name, builder.getStrArrayAttr(refs),
                                         builder.getStrArrayAttr(reductionRefs), builder.getArrayAttr(bounds));
  return fillRegion(loc, update.getBodyRegion(), vars.size() + reductionVars.size(), body);
}

ValueRange PipelineBuilder::readFunc(Builder &b, StringRef name, TypeRange types, ValueRange coordinates) {
  return halide::ReadOp::create(b, types, name, coordinates).getResults();
}

//===----------------------------------------------------------------------===//
// Extents
//===----------------------------------------------------------------------===//

std::optional<std::pair<StringRef, int64_t>> PipelineBuilder::findDim(const Product &product) {
  for (Buffer &buffer : llvm::concat<Buffer>(inputs, outputs)) {
    auto groups = shapes.groups(buffer.tensor);
    for (auto [number, group] : llvm::enumerate(groups)) {
      Product extent = shapes.extent(buffer.tensor, group);
      if (extent.factor == product.factor && extent.classes == product.classes)
        return std::pair<StringRef, int64_t>(buffer.name, groups.size() - 1 - number);
    }
  }
  return std::nullopt;
}

static Value indexConstant(ImplicitLocOpBuilder &b, int64_t value) {
  return arith::ConstantIndexOp::create(b, value);
}

Value PipelineBuilder::extentOf(Builder &b, Product product) {
  if (product.classes.empty())
    return indexConstant(b, product.factor);
  if (auto dim = findDim(product))
    return halide::ExtentOp::create(b, b.getIndexType(), dim->first, dim->second);
  // Otherwise a product of dimensions of buffers, the largest groups first,
  // divided by the constants that those contain.
  Value extent;
  int64_t divisor = 1;
  SmallVector<unsigned> rest = product.classes;
  while (!rest.empty()) {
    StringRef bestName;
    int64_t bestDim = 0;
    Product best;
    for (Buffer &buffer : llvm::concat<Buffer>(inputs, outputs)) {
      auto groups = shapes.groups(buffer.tensor);
      for (auto [number, group] : llvm::enumerate(groups)) {
        Product part = shapes.extent(buffer.tensor, group);
        if (part.classes.size() > best.classes.size() &&
            std::includes(rest.begin(), rest.end(), part.classes.begin(), part.classes.end())) {
          best = part;
          bestName = buffer.name;
          bestDim = groups.size() - 1 - number;
        }
      }
    }
    if (best.classes.empty())
      return Value();
    SmallVector<unsigned> remaining;
    std::set_difference(rest.begin(), rest.end(), best.classes.begin(), best.classes.end(),
                        std::back_inserter(remaining));
    rest = remaining;
    divisor *= best.factor;
    Value part = halide::ExtentOp::create(b, b.getIndexType(), bestName, bestDim);
    extent = extent ? Value(arith::MulIOp::create(b, extent, part)) : part;
  }
  if (divisor == 0)
    return indexConstant(b, 0);
  int64_t common = std::gcd(divisor, product.factor);
  if (divisor / common != 1)
    extent = arith::DivUIOp::create(b, extent, indexConstant(b, divisor / common));
  if (product.factor / common != 1)
    extent = arith::MulIOp::create(b, extent, indexConstant(b, product.factor / common));
  return extent;
}

Attribute PipelineBuilder::boundOf(Product product, int64_t block, int64_t maximum) {
  if (product.classes.empty()) {
    int64_t count = llvm::divideCeil(product.factor, block);
    return halide::BoundAttr::get(builder.getContext(), maximum ? std::min(count, maximum) : count);
  }
  auto dim = findDim(product);
  if (!dim)
    return Attribute();
  return halide::BoundAttr::get(FlatSymbolRefAttr::get(builder.getContext(), dim->first), dim->second, block, maximum);
}

Coordinates PipelineBuilder::clamp(Builder &b, linalg::GenericOp generic, ArrayRef<Value> loops) {
  Coordinates clamped;
  auto groups = shapes.groups(generic);
  for (auto [number, loop] : llvm::enumerate(loops)) {
    Value extent = extentOf(b, shapes.extent(generic, groups[number]));
    if (!extent) {
      clamped.push_back(loop);
      continue;
    }
    Value last = arith::SubIOp::create(b, extent, indexConstant(b, 1));
    // Vectors run along the innermost dimension: only there is the clamp worth
    // loops of its own.
    Value inside = loop;
    if (number + 1 == groups.size())
      inside = halide::LikelyOp::create(b, loop.getType(), loop);
    clamped.push_back(arith::MinSIOp::create(b, inside, last));
  }
  return clamped;
}
