//===- Body.cpp - Scalar code as Halide expressions -----------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Body.h"
#include "Float16.h"
#include "Scalars.h"

#include "hysteron/Support/Contracted.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/TypeSwitch.h"
#include <deque>

using namespace mlir;
using namespace hysteron;
using ::Halide::Expr;
namespace hir = ::Halide::Internal;

Halide::Type hysteron::halideType(Type type) {
  if (type.isIndex())
    return ::Halide::Int(32);
  if (type.isInteger(1))
    return ::Halide::Bool();
  if (type.isF32() || type.isF64())
    return ::Halide::Float(type.getIntOrFloatBitWidth());
  return ::Halide::UInt(type.getIntOrFloatBitWidth());
}

Expr Sources::extent(StringRef buffer, int64_t dim) const {
  return hir::Variable::make(::Halide::Int(32), (buffer + ".extent." + Twine(dim)).str(), buffers.lookup(buffer));
}

Expr Sources::bound(halide::BoundAttr bound) const {
  if (bound.isConstant())
    return int32_t(bound.getValue());
  Expr points = extent(bound.getBuffer().getValue(), bound.getDim());
  int32_t block = bound.getValue();
  if (block != 1)
    points = (points + (block - 1)) / block;
  return bound.getMaximum() ? min(points, int32_t(bound.getMaximum())) : points;
}

namespace {
class Emitter {
public:
  Emitter(const Sources &sources, const Machine &machine) : sources(sources), machine(machine), scalars(machine) {}

  /// Emits what the op computes.
  LogicalResult emit(Operation *op);

  void set(Value value, Expr expr) { values[value] = expr; }
  /// As it is kept.
  Expr get(Value value) const { return values.lookup(value); }
  /// The same, with all that it names around it.
  Expr getClosed(Value value) const;

private:
  static bool isHalf(Type type) { return type.isF16() || type.isBF16(); }
  /// A float to compute with: f32 or f64.
  Expr number(Value value) const {
    Expr expr = get(value);
    if (value.getType().isF16())
      return widenF16(expr, machine.hasF16());
    return value.getType().isBF16() ? widenBF16(expr) : expr;
  }
  /// The other way.
  Expr kept(Type type, Expr number) const {
    if (type.isF16())
      return narrowToF16(number, machine.hasF16());
    if (type.isBF16())
      return narrowToBF16(number);
    return number.type() == halideType(type) ? number : cast(halideType(type), number);
  }
  /// An integer to compute with as a signed number.
  Expr asSigned(Value value) const {
    Expr expr = get(value);
    return value.getType().isIndex() ? expr : reinterpret(expr.type().with_code(halide_type_int), expr);
  }

  /// Halide walks expressions as trees: a value used twice by values used twice
  /// takes time exponential in the depth unless it has a name.
  Expr bind(Expr expr);

  FailureOr<Expr> emitConstant(arith::ConstantOp op);
  FailureOr<Expr> emitRead(halide::ReadOp op, unsigned result);
  FailureOr<Expr> emitInteger(Operation *op);
  FailureOr<Expr> emitCast(Operation *op);
  FailureOr<Expr> emitFloat(Operation *op);
  /// a * b + c where add is `contract` and so is its only multiplication.
  FailureOr<Expr> emitContracted(Operation *op);

  const Sources &sources;
  const Machine &machine;
  Scalars scalars;
  llvm::DenseMap<Value, Expr> values;
  llvm::MapVector<StringRef, Expr> bindings; // in the order of definition
  std::deque<std::string> names;
};

/// The names that an expression speaks of.
struct FindNames : hir::IRGraphVisitor {
  using IRGraphVisitor::visit;
  void visit(const hir::Variable *op) override { names.insert(op->name); }
  llvm::StringSet<> names;
};
} // namespace

Expr Emitter::bind(Expr expr) {
  if (expr.as<hir::Variable>() || hir::is_const(expr))
    return expr;
  names.push_back("v" + std::to_string(names.size()));
  bindings[names.back()] = expr;
  return hir::Variable::make(expr.type(), names.back());
}

Expr Emitter::getClosed(Value value) const {
  Expr result = get(value);
  FindNames needed;
  result.accept(&needed);
  for (const auto &[name, expr] : llvm::reverse(bindings)) {
    if (!needed.names.contains(name))
      continue;
    expr.accept(&needed);
    result = hir::Let::make(name.str(), expr, result);
  }
  return result;
}

FailureOr<Expr> Emitter::emitConstant(arith::ConstantOp op) {
  Type type = op.getType();
  if (auto integer = dyn_cast<IntegerAttr>(op.getValue())) {
    if (type.isIndex()) {
      if (!llvm::isInt<32>(integer.getInt()))
        return op.emitError() << "index " << integer.getInt() << " does not fit into 32 bits";
      return Expr(int32_t(integer.getInt()));
    }
    return Expr(hir::UIntImm::make(halideType(type), integer.getValue().getZExtValue()));
  }
  auto number = dyn_cast<FloatAttr>(op.getValue());
  if (!number)
    return op.emitError("'arith.constant' of this type cannot be compiled to a kernel");
  uint64_t bits = number.getValue().bitcastToAPInt().getZExtValue();
  if (isHalf(type))
    return Expr(hir::UIntImm::make(::Halide::UInt(16), bits));
  // Halide takes -0.0 for 0.0 and has no word for a NaN, and it writes every
  // constant of OpenCL as a float: those go as bits.
  double value = number.getValueAsDouble();
  bool isCut = machine.target.has_feature(::Halide::Target::OpenCL) && value != static_cast<float>(value);
  if (number.getValue().isNegZero() || !number.getValue().isFinite() || isCut)
    return reinterpret(halideType(type), hir::UIntImm::make(::Halide::UInt(type.getIntOrFloatBitWidth()), bits));
  return Expr(hir::FloatImm::make(halideType(type), value));
}

FailureOr<Expr> Emitter::emitRead(halide::ReadOp op, unsigned result) {
  std::vector<Expr> coordinates;
  for (Value coordinate : op.getCoordinates())
    coordinates.push_back(get(coordinate));
  auto func = sources.funcs.find(op.getSource());
  if (func != sources.funcs.end())
    return hir::Call::make(func->second, coordinates, result);
  return hir::Call::make(sources.buffers.lookup(op.getSource()), coordinates);
}

FailureOr<Expr> Emitter::emitInteger(Operation *op) {
  Expr a = op->getNumOperands() > 0 ? get(op->getOperand(0)) : Expr();
  Expr b = op->getNumOperands() > 1 ? get(op->getOperand(1)) : Expr();
  Type type = op->getResult(0).getType();
  bool isBool = type.isInteger(1), isIndex = type.isIndex();
  auto asSigned = [&](auto combine) -> Expr {
    Expr result = combine(this->asSigned(op->getOperand(0)), this->asSigned(op->getOperand(1)));
    return isIndex ? result : reinterpret(halideType(type), result);
  };
  return llvm::TypeSwitch<Operation *, FailureOr<Expr>>(op)
      .Case([&](arith::AddIOp) { return isBool ? a != b : a + b; })
      .Case([&](arith::SubIOp) { return isBool ? a != b : a - b; })
      .Case([&](arith::MulIOp) { return isBool ? a && b : a * b; })
      .Case([&](arith::AndIOp) { return isBool ? a && b : a & b; })
      .Case([&](arith::OrIOp) { return isBool ? a || b : a | b; })
      .Case([&](arith::XOrIOp) { return isBool ? a != b : a ^ b; })
      .Case([&](arith::ShLIOp) { return a << b; })
      .Case([&](arith::ShRUIOp) { return a >> b; })
      .Case([&](arith::ShRSIOp) { return asSigned([&](Expr x, Expr y) { return x >> y; }); })
      // Halide's division of non-negative numbers, and by a positive one
      // towards minus infinity.
      .Case<arith::DivUIOp>([&](auto) { return a / b; })
      .Case<arith::RemUIOp>([&](auto) { return a % b; })
      .Case([&](arith::FloorDivSIOp) { return asSigned(Scalars::floorDiv); })
      .Case([&](arith::DivSIOp) { return asSigned(Scalars::truncDiv); })
      .Case([&](arith::RemSIOp) { return asSigned([](Expr x, Expr y) { return x - Scalars::truncDiv(x, y) * y; }); })
      .Case<arith::MinUIOp>([&](auto) { return min(a, b); })
      .Case<arith::MaxUIOp>([&](auto) { return max(a, b); })
      .Case([&](arith::MinSIOp) { return asSigned([](Expr x, Expr y) { return min(x, y); }); })
      .Case([&](arith::MaxSIOp) { return asSigned([](Expr x, Expr y) { return max(x, y); }); })
      .Case([&](arith::CmpIOp cmp) -> Expr {
        if (a.type().is_bool())
          a = cast(::Halide::UInt(8), a), b = cast(::Halide::UInt(8), b);
        Expr sa = reinterpret(a.type().with_code(halide_type_int), a), sb = reinterpret(b.type().with_code(halide_type_int), b);
        switch (cmp.getPredicate()) {
        case arith::CmpIPredicate::eq: return a == b;
        case arith::CmpIPredicate::ne: return a != b;
        case arith::CmpIPredicate::ult: return a < b;
        case arith::CmpIPredicate::ule: return a <= b;
        case arith::CmpIPredicate::ugt: return a > b;
        case arith::CmpIPredicate::uge: return a >= b;
        case arith::CmpIPredicate::slt: return sa < sb;
        case arith::CmpIPredicate::sle: return sa <= sb;
        case arith::CmpIPredicate::sgt: return sa > sb;
        case arith::CmpIPredicate::sge: return sa >= sb;
        }
        return Expr();
      })
      .Default([](Operation *) { return failure(); });
}

FailureOr<Expr> Emitter::emitCast(Operation *op) {
  if (op->getNumOperands() != 1)
    return failure();
  Value operand = op->getOperand(0);
  Type from = operand.getType(), to = op->getResult(0).getType();
  Expr x = get(operand);
  bool fromBool = from.isInteger(1), toBool = to.isInteger(1);
  return llvm::TypeSwitch<Operation *, FailureOr<Expr>>(op)
      .Case<arith::ExtFOp>([&](auto) { return kept(to, number(operand)); })
      .Case<arith::TruncFOp>([&](auto) { return kept(to, number(operand)); })
      .Case<arith::BitcastOp>([&](auto) -> Expr {
        return x.type() == halideType(to) ? x : reinterpret(halideType(to), x);
      })
      .Case<arith::ExtUIOp>([&](auto) { return cast(halideType(to), x); })
      .Case<arith::ExtSIOp>([&](auto) -> Expr {
        if (fromBool)
          return select(x, ~hir::make_zero(halideType(to)), hir::make_zero(halideType(to)));
        return reinterpret(halideType(to), cast(halideType(to).with_code(halide_type_int), asSigned(operand)));
      })
      .Case<arith::TruncIOp>([&](auto) -> Expr {
        return toBool ? (x & hir::make_one(x.type())) != hir::make_zero(x.type()) : cast(halideType(to), x);
      })
      .Case<arith::IndexCastOp>([&](auto) -> Expr {
        if (to.isIndex())
          return fromBool ? select(x, Expr(-1), Expr(0)) : cast(::Halide::Int(32), asSigned(operand));
        return cast(halideType(to), cast(::Halide::Int(64), x));
      })
      .Case<arith::IndexCastUIOp>([&](auto) -> Expr { return cast(halideType(to), x); })
      .Case<arith::SIToFPOp>([&](auto) -> Expr {
        Expr value = fromBool ? select(x, Expr(-1), Expr(0)) : asSigned(operand);
        return kept(to, cast(isHalf(to) ? ::Halide::Float(64) : halideType(to), value));
      })
      .Case<arith::UIToFPOp>([&](auto) -> Expr {
        return kept(to, cast(isHalf(to) ? ::Halide::Float(64) : halideType(to), x));
      })
      .Case<arith::FPToSIOp>([&](auto) -> Expr {
        Expr value = cast(::Halide::Int(std::max(8u, to.getIntOrFloatBitWidth())), number(operand));
        return toBool ? value != 0 : reinterpret(halideType(to), value);
      })
      .Case<arith::FPToUIOp>([&](auto) -> Expr {
        Expr value = cast(::Halide::UInt(std::max(8u, to.getIntOrFloatBitWidth())), number(operand));
        return toBool ? value != hir::make_zero(value.type()) : value;
      })
      .Default([](Operation *) { return failure(); });
}

FailureOr<Expr> Emitter::emitContracted(Operation *op) {
  if (!machine.hasFMA() || isHalf(op->getResult(0).getType()))
    return failure();
  for (unsigned side : {0u, 1u}) {
    arith::MulFOp product = getContracted(op, side);
    if (!product)
      continue;
    Expr a = get(product.getLhs()), b = get(product.getRhs()), c = get(op->getOperand(1 - side));
    if (isa<arith::SubFOp>(op)) {
      if (side == 0)
        c = scalars.negate(c);
      else
        a = scalars.negate(a);
    }
    return scalars.hardwareFMA(a, b, c);
  }
  return failure();
}

FailureOr<Expr> Emitter::emitFloat(Operation *op) {
  if (!llvm::all_of(op->getOperandTypes(), [](Type type) { return isa<FloatType>(type); }))
    return failure();
  FailureOr<Expr> fused = emitContracted(op);
  if (succeeded(fused))
    return fused;
  std::vector<Expr> x;
  for (Value operand : op->getOperands())
    x.push_back(number(operand));
  if (auto cmp = dyn_cast<arith::CmpFOp>(op))
    return scalars.compare(cmp.getPredicate(), x[0], x[1], cmp.getLhs() == cmp.getRhs());
  FailureOr<Expr> result = scalars.emit(op, x);
  if (failed(result))
    return failure();
  Type type = op->getResult(0).getType();
  return isa<FloatType>(type) ? kept(type, *result) : *result;
}

LogicalResult Emitter::emit(Operation *op) {
  // Errors of our own are reported where they are found.
  bool reported = false;
  auto note = [&](FailureOr<Expr> result) {
    reported = failed(result);
    return result;
  };
  for (OpResult result : op->getResults()) {
    FailureOr<Expr> expr = failure();
    std::string message;
    bool ok = guarded(message, [&] {
      expr = llvm::TypeSwitch<Operation *, FailureOr<Expr>>(op)
                 .Case([&](arith::ConstantOp op) { return note(emitConstant(op)); })
                 .Case([&](halide::ReadOp op) { return emitRead(op, result.getResultNumber()); })
                 .Case([&](halide::ExtentOp op) { return sources.extent(op.getBuffer(), op.getDim()); })
                 .Case([&](halide::LikelyOp op) { return ::Halide::likely(get(op.getValue())); })
                 .Case([&](arith::SelectOp op) -> FailureOr<Expr> {
                   return select(get(op.getCondition()), get(op.getTrueValue()), get(op.getFalseValue()));
                 })
                 .Default([&](Operation *op) -> FailureOr<Expr> {
                   for (auto emit : {&Emitter::emitFloat, &Emitter::emitCast, &Emitter::emitInteger})
                     if (FailureOr<Expr> found = (this->*emit)(op); succeeded(found))
                       return found;
                   return failure();
                 });
    });
    if (!ok)
      return op->emitError() << "Halide: " << message;
    if (failed(expr) && reported)
      return failure();
    if (failed(expr))
      return op->emitError() << "'" << op->getName() << "' cannot be compiled to a kernel for '" << machine.target.to_string() << "'";
    // Coordinates stay as they are, in sight of Halide's bounds inference.
    bool named = !result.getType().isIndex() && !result.getType().isInteger(1);
    set(result, named ? bind(*expr) : *expr);
  }
  return success();
}

FailureOr<std::vector<Expr>> hysteron::emitBody(Block &body, ArrayRef<Expr> arguments, const Sources &sources,
                                                const Machine &machine) {
  Emitter emitter(sources, machine);
  for (auto [argument, expr] : llvm::zip(body.getArguments(), arguments))
    emitter.set(argument, expr);
  for (Operation &op : body.without_terminator())
    if (failed(emitter.emit(&op)))
      return failure();
  std::vector<Expr> results;
  for (Value value : body.getTerminator()->getOperands())
    results.push_back(emitter.getClosed(value));
  for (auto where : body.getOps<halide::WhereOp>())
    results.push_back(emitter.getClosed(where.getCondition()));
  return results;
}
