//===- HalideOps.cpp - What a kernel computes -----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Halide/IR/Halide.h"
#include "Bound.h"

#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace hysteron::halide;

#define GET_OP_CLASSES
#include "hysteron/Dialect/Halide/IR/HalideOps.cpp.inc"

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

static PipelineOp pipelineOf(Operation *op) { return op->getParentOfType<PipelineOp>(); }

/// What Halide can keep in a Func; `stored` also in a buffer.
static bool isValueType(Type type, bool stored) {
  if (type.isF16() || type.isBF16() || type.isF32() || type.isF64())
    return true;
  auto integer = dyn_cast<IntegerType>(type);
  return integer && integer.isSignless() &&
         (llvm::is_contained({8u, 16u, 32u, 64u}, integer.getWidth()) ||
          (!stored && integer.getWidth() == 1));
}

static bool isIdentifier(StringRef name) {
  return !name.empty() && !llvm::isDigit(name.front()) &&
         llvm::all_of(name, [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

/// Names of variables become names of Halide's loops.
static LogicalResult verifyVars(Operation *op, ArrayAttr vars, llvm::StringSet<> &seen) {
  for (StringRef name : vars.getAsValueRange<StringAttr>()) {
    if (!isIdentifier(name))
      return op->emitOpError() << "variable '" << name << "' is not an identifier";
    if (!seen.insert(name).second)
      return op->emitOpError() << "variable '" << name << "' occurs twice";
  }
  return success();
}

static LogicalResult verifyYield(Operation *op, Block &block, ArrayAttr types) {
  auto yield = block.empty() ? YieldOp() : dyn_cast<YieldOp>(block.back());
  if (!yield)
    return op->emitOpError("region must end with 'halide.yield'");
  auto expected = types.getAsValueRange<TypeAttr>();
  if (!llvm::equal(yield.getOperandTypes(), expected)) {
    InFlightDiagnostic diag = yield.emitOpError("yields (");
    llvm::interleaveComma(yield.getOperandTypes(), diag);
    diag << ") where the Func has (";
    llvm::interleaveComma(expected, diag);
    return diag << ")";
  }
  return success();
}

static LogicalResult verifyBody(Operation *op, Block &block, size_t vars) {
  if (block.getNumArguments() != vars || !llvm::all_of(block.getArgumentTypes(), [](Type type) { return type.isIndex(); }))
    return op->emitOpError("region must have one index argument per variable");
  return success();
}

/// "%i" -> "i" as an attribute.
static ArrayAttr varNames(Builder &builder, ArrayRef<OpAsmParser::Argument> arguments) {
  SmallVector<StringRef> names;
  for (const OpAsmParser::Argument &argument : arguments)
    names.push_back(argument.ssaName.name.drop_front());
  return builder.getStrArrayAttr(names);
}

static ParseResult parseVars(OpAsmParser &parser, SmallVectorImpl<OpAsmParser::Argument> &arguments) {
  return parser.parseCommaSeparatedList(AsmParser::Delimiter::Paren, [&] {
    OpAsmParser::Argument &argument = arguments.emplace_back();
    argument.type = parser.getBuilder().getIndexType();
    return parser.parseArgument(argument);
  });
}

static ParseResult parseBody(OpAsmParser &parser, OperationState &result, ArrayRef<OpAsmParser::Argument> arguments) {
  return failure(parser.parseOptionalAttrDictWithKeyword(result.attributes) ||
                 parser.parseRegion(*result.addRegion(), arguments));
}

static void printVars(OpAsmPrinter &printer, Block::BlockArgListType arguments) {
  printer << '(';
  llvm::interleaveComma(arguments, printer, [&](Value value) { printer << value; });
  printer << ')';
}

//===----------------------------------------------------------------------===//
// PipelineOp
//===----------------------------------------------------------------------===//

FuncOp PipelineOp::lookupFunc(StringRef name) {
  return dyn_cast_or_null<FuncOp>(mlir::SymbolTable::lookupSymbolIn(getOperation(), name));
}

SmallVector<Type> PipelineOp::getTypesOf(StringRef name) {
  Operation *op = mlir::SymbolTable::lookupSymbolIn(getOperation(), name);
  if (auto input = dyn_cast_or_null<InputOp>(op))
    return {input.getElementType()};
  if (auto func = dyn_cast_or_null<FuncOp>(op))
    return llvm::to_vector(func.getTypes().getAsValueRange<TypeAttr>());
  return {};
}

std::optional<unsigned> PipelineOp::getBufferRank(StringRef name) {
  if (auto input = dyn_cast_or_null<InputOp>(mlir::SymbolTable::lookupSymbolIn(getOperation(), name)))
    return input.getRank();
  for (auto output : getOps<OutputOp>())
    if (output.getFunc() == name)
      return output.getRank();
  return std::nullopt;
}

LogicalResult PipelineOp::verifyRegions() {
  if (getOps<OutputOp>().empty())
    return emitOpError("has no 'halide.output'");
  for (Operation &op : *getBody()) {
    if (!isa<InputOp, FuncOp, UpdateOp, OutputOp>(op))
      return op.emitOpError("cannot stand in a 'halide.pipeline'");
    // Names become those of buffers, loops and C functions.
    if (auto name = op.getAttrOfType<StringAttr>(mlir::SymbolTable::getSymbolAttrName()); name && !isIdentifier(name))
      return op.emitOpError() << "name '" << name.getValue() << "' is not an identifier";
  }
  if (!isIdentifier(getSymName()))
    return emitOpError() << "name '" << getSymName() << "' is not an identifier";
  return success();
}

//===----------------------------------------------------------------------===//
// InputOp, OutputOp
//===----------------------------------------------------------------------===//

template <typename BufferOp>
static LogicalResult verifyBuffer(BufferOp op) {
  auto tensor = cast<RankedTensorType>(op.getTensor());
  if (!isValueType(tensor.getElementType(), /*stored=*/true))
    return op.emitOpError() << "elements of type " << tensor.getElementType() << " cannot be passed to a kernel";
  int64_t collapsed = 0;
  for (int64_t group : op.getGroups()) {
    if (group < 1)
      return op.emitOpError("a group has at least one dimension");
    collapsed += group;
  }
  // A buffer of one element may have dimensions that it does not show.
  if (collapsed != tensor.getRank())
    return op.emitOpError() << "groups cover " << collapsed << " dimensions of " << tensor.getRank();
  if (int64_t(op.getSymbols().size()) != tensor.getRank())
    return op.emitOpError() << "has " << op.getSymbols().size() << " symbols for " << tensor.getRank() << " dimensions";
  for (auto [symbol, extent] : llvm::zip(op.getSymbols(), tensor.getShape()))
    if ((symbol < 0) != !ShapedType::isDynamic(extent))
      return op.emitOpError("a dimension has a symbol if and only if its extent is dynamic");
  if (op.getMaskOf() && !pipelineOf(op).getBufferRank(*op.getMaskOf()))
    return op.emitOpError() << "mask_of names no input or output: @" << *op.getMaskOf();
  if (op.getMaskOf() && (tensor.getRank() != 1 || !tensor.getElementType().isInteger(8)))
    return op.emitOpError() << "a mask is a row of i8, not " << tensor;
  return success();
}

LogicalResult InputOp::verifySymbolUses(SymbolTableCollection &) { return verifyBuffer(*this); }

LogicalResult OutputOp::verifySymbolUses(SymbolTableCollection &) {
  FuncOp func = pipelineOf(*this).lookupFunc(getFunc());
  if (!func)
    return emitOpError() << "no Func named @" << getFunc();
  if (func.getTypes().size() != 1)
    return emitOpError() << "@" << getFunc() << " has " << func.getTypes().size() << " values, an output has one";
  if (cast<TypeAttr>(func.getTypes()[0]).getValue() != getElementType())
    return emitOpError() << "@" << getFunc() << " has values of type " << func.getTypes()[0] << ", not " << getElementType();
  if (func.getRank() != getRank())
    return emitOpError() << "@" << getFunc() << " has " << func.getRank() << " dimensions, not " << getRank();
  for (auto other : pipelineOf(*this).getOps<OutputOp>())
    if (other != *this && other->isBeforeInBlock(*this) && other.getFunc() == getFunc())
      return emitOpError() << "@" << getFunc() << " is an output already";
  return verifyBuffer(*this);
}

//===----------------------------------------------------------------------===//
// FuncOp
//===----------------------------------------------------------------------===//

ParseResult FuncOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  SmallVector<OpAsmParser::Argument> arguments;
  SmallVector<Type> types;
  if (parser.parseSymbolName(name, getSymNameAttrName(result.name), result.attributes) ||
      parseVars(parser, arguments) || parser.parseArrowTypeList(types))
    return failure();
  Builder &builder = parser.getBuilder();
  result.addAttribute(getVarsAttrName(result.name), varNames(builder, arguments));
  result.addAttribute(getTypesAttrName(result.name), builder.getTypeArrayAttr(types));
  return parseBody(parser, result, arguments);
}

void FuncOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  printer.printSymbolName(getSymName());
  printVars(printer, getBody()->getArguments());
  printer.printArrowTypeList(getTypes().getAsValueRange<TypeAttr>());
  printer.printOptionalAttrDictWithKeyword(
      (*this)->getAttrs(), {getSymNameAttrName(), getVarsAttrName(), getTypesAttrName()});
  printer << ' ';
  printer.printRegion(getBodyRegion(), /*printEntryBlockArgs=*/false);
}

void FuncOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  for (auto [argument, name] : llvm::zip(region.getArguments(), getVars().getAsValueRange<StringAttr>()))
    setName(argument, name);
}

LogicalResult FuncOp::verify() {
  llvm::StringSet<> seen;
  if (failed(verifyVars(*this, getVars(), seen)) ||
      failed(verifyBody(*this, *getBody(), getVars().size())))
    return failure();
  if (getTypes().empty())
    return emitOpError("has no value");
  for (Type type : getTypes().getAsValueRange<TypeAttr>())
    if (!isValueType(type, /*stored=*/false))
      return emitOpError() << "cannot have values of type " << type;
  return verifyYield(*this, *getBody(), getTypes());
}

std::vector<UpdateOp> FuncOp::getUpdates() {
  std::vector<UpdateOp> updates;
  for (auto update : (*this)->getBlock()->getOps<UpdateOp>())
    if (update.getFunc() == getSymName())
      updates.push_back(update);
  return updates;
}

//===----------------------------------------------------------------------===//
// UpdateOp
//===----------------------------------------------------------------------===//

ParseResult UpdateOp::parse(OpAsmParser &parser, OperationState &result) {
  FlatSymbolRefAttr func;
  SmallVector<OpAsmParser::Argument> arguments, reductions;
  SmallVector<Attribute> bounds;
  if (parser.parseAttribute(func, getFuncAttrName(result.name), result.attributes) ||
      parseVars(parser, arguments))
    return failure();
  if (succeeded(parser.parseOptionalKeyword("reduce")) &&
      parser.parseCommaSeparatedList(AsmParser::Delimiter::Paren, [&]() -> ParseResult {
        OpAsmParser::Argument &argument = reductions.emplace_back();
        argument.type = parser.getBuilder().getIndexType();
        BoundAttr bound;
        if (parser.parseArgument(argument) || parser.parseColon() || parseBound(parser, bound))
          return failure();
        bounds.push_back(bound);
        return success();
      }))
    return failure();
  Builder &builder = parser.getBuilder();
  result.addAttribute(getVarsAttrName(result.name), varNames(builder, arguments));
  result.addAttribute(getReductionVarsAttrName(result.name), varNames(builder, reductions));
  result.addAttribute(getBoundsAttrName(result.name), builder.getArrayAttr(bounds));
  arguments.append(reductions);
  return parseBody(parser, result, arguments);
}

void UpdateOp::print(OpAsmPrinter &printer) {
  printer << ' ' << getFuncAttr();
  auto arguments = getBody()->getArguments();
  printVars(printer, arguments.take_front(getVars().size()));
  if (!getReductionVars().empty()) {
    printer << " reduce(";
    llvm::interleaveComma(llvm::zip(arguments.drop_front(getVars().size()), getBounds()), printer, [&](auto pair) {
      printer << std::get<0>(pair) << " : ";
      printBound(printer, cast<BoundAttr>(std::get<1>(pair)));
    });
    printer << ')';
  }
  printer.printOptionalAttrDictWithKeyword(
      (*this)->getAttrs(), {getFuncAttrName(), getVarsAttrName(), getReductionVarsAttrName(), getBoundsAttrName()});
  printer << ' ';
  printer.printRegion(getBodyRegion(), /*printEntryBlockArgs=*/false);
}

void UpdateOp::getAsmBlockArgumentNames(Region &region, OpAsmSetValueNameFn setName) {
  auto names = llvm::concat<const Attribute>(getVars().getValue(), getReductionVars().getValue());
  for (auto [argument, name] : llvm::zip(region.getArguments(), names))
    setName(argument, cast<StringAttr>(name).getValue());
}

LogicalResult UpdateOp::verifySymbolUses(SymbolTableCollection &) {
  FuncOp func = pipelineOf(*this).lookupFunc(getFunc());
  if (!func)
    return emitOpError() << "no Func named @" << getFunc();
  if (!func->isBeforeInBlock(*this))
    return emitOpError() << "stands before the definition of @" << getFunc();
  if (func.getVars() != getVars())
    return emitOpError() << "has other variables than the pure definition of @" << getFunc();
  llvm::StringSet<> seen;
  if (failed(verifyVars(*this, getVars(), seen)) || failed(verifyVars(*this, getReductionVars(), seen)) ||
      failed(verifyBody(*this, *getBody(), getVars().size() + getReductionVars().size())))
    return failure();
  if (getBounds().size() != getReductionVars().size())
    return emitOpError("must have one bound per reduction variable");
  for (auto bound : getBounds().getAsRange<BoundAttr>())
    if (failed(verifyBound(*this, pipelineOf(*this), bound)))
      return failure();
  return verifyYield(*this, *getBody(), func.getTypes());
}

LogicalResult WhereOp::verify() {
  if (cast<UpdateOp>((*this)->getParentOp()).getReductionVars().empty())
    return emitOpError("needs a reduction variable");
  return success();
}

//===----------------------------------------------------------------------===//
// ReadOp, ExtentOp
//===----------------------------------------------------------------------===//

static LogicalResult verifyExtent(Operation *op, PipelineOp pipeline, StringRef buffer, int64_t dim) {
  std::optional<unsigned> rank = pipeline.getBufferRank(buffer);
  if (!rank)
    return op->emitOpError() << "no input or output named @" << buffer;
  if (dim < 0 || dim >= *rank)
    return op->emitOpError() << "@" << buffer << " has no dimension " << dim << ": its rank is " << *rank;
  return success();
}

LogicalResult hysteron::halide::verifyBound(Operation *op, PipelineOp pipeline, BoundAttr bound) {
  if (!llvm::isInt<32>(bound.getValue()) || !llvm::isInt<32>(bound.getMaximum()))
    return op->emitOpError("a bound fits into 32 bits");
  if (!bound.isConstant())
    return verifyExtent(op, pipeline, bound.getBuffer().getValue(), bound.getDim());
  if (bound.getValue() < 0)
    return op->emitOpError("a bound is not negative");
  return success();
}

LogicalResult ExtentOp::verifySymbolUses(SymbolTableCollection &) {
  if (!pipelineOf(*this))
    return emitOpError("must stand in a 'halide.pipeline'");
  return verifyExtent(*this, pipelineOf(*this), getBuffer(), getDim());
}

LogicalResult ReadOp::verifySymbolUses(SymbolTableCollection &) {
  PipelineOp pipeline = pipelineOf(*this);
  if (!pipeline)
    return emitOpError("must stand in a 'halide.pipeline'");
  Operation *source = mlir::SymbolTable::lookupSymbolIn(pipeline, getSource());
  if (!isa_and_nonnull<InputOp, FuncOp>(source))
    return emitOpError() << "no input or Func named @" << getSource();
  // A definition sees what stands before it, and an update also its own Func.
  Operation *definition = (*this)->getParentOp();
  while (definition->getParentOp() != pipeline)
    definition = definition->getParentOp();
  if (!source->isBeforeInBlock(definition))
    return emitOpError() << "@" << getSource() << " is defined only later";
  auto func = dyn_cast<FuncOp>(source);
  unsigned rank = func ? func.getRank() : cast<InputOp>(source).getRank();
  if (getCoordinates().size() != rank)
    return emitOpError() << "@" << getSource() << " has " << rank << " dimensions, not " << getCoordinates().size();
  SmallVector<Type> types = pipeline.getTypesOf(getSource());
  if (!llvm::equal(getResultTypes(), types)) {
    InFlightDiagnostic diag = emitOpError() << "@" << getSource() << " has values (";
    llvm::interleaveComma(types, diag);
    return diag << ")";
  }
  return success();
}
