//===- Raise.cpp - Find activations in linalg and TOSA code ---------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For a tensor y and a tensor x that it is computed from, the code in between is
// read as an expression over x. An activation is tried with what the code offers
// for its constants and parameters: the values at two points reject nearly all
// of them, the normal forms prove the rest.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "hysteron/Dialect/Act/Utils/ElementwiseReader.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include <charconv>
#include <cmath>

namespace hysteron::act {
#define GEN_PASS_DEF_ACTRAISE
#include "hysteron/Dialect/Act/Transforms/Passes.h.inc"
} // namespace hysteron::act

using namespace mlir;
using namespace hysteron;
using namespace hysteron::act;

//===----------------------------------------------------------------------===//
// What there is to find
//===----------------------------------------------------------------------===//

namespace {
/// An activation with its words chosen; numbers are arguments of the formula,
/// after x and the parameters.
struct Form {
  OperationName name;
  DictionaryAttr words;
  SmallVector<Rule::Constant> numbers;
  unsigned numParameters;
  std::shared_ptr<Block> formula;
  Value result;
  bool isPiecewisePolynomial;

  unsigned numUnknowns() const { return numParameters + numbers.size(); }

  template <typename T>
  std::optional<T> evaluate(ArrayRef<T> arguments) const {
    DenseMap<Value, T> values;
    for (auto [argument, value] : llvm::zip_equal(formula->getArguments(), arguments))
      values.insert({argument, value});
    SmallVector<T> operands;
    for (Operation &op : *formula) {
      FloatAttr number;
      std::optional<T> value;
      operands.clear();
      if (matchPattern(&op, m_Constant(&number))) {
        value = constantLike(arguments.front(), Interval::literal(number.getValue()));
      } else {
        for (Value operand : op.getOperands())
          operands.push_back(values.find(operand)->second);
        value = readScalarOp<T>(&op, operands);
      }
      if (!value)
        return std::nullopt;
      values.insert({op.getResult(0), *value});
    }
    return values.find(result)->second;
  }
};
} // namespace

static Form makeForm(OperationName name, const Rule &rule, DictionaryAttr words) {
  MLIRContext *context = name.getContext();
  auto block = std::make_shared<Block>();
  ImplicitLocOpBuilder builder(UnknownLoc::get(context), context);
  builder.setInsertionPointToEnd(block.get());
  auto argument = [&] { return Scalar(builder, block->addArgument(builder.getF64Type(), builder.getLoc())); };

  Formula formula(words, /*narrow=*/false);
  SmallVector<Rule::Constant> numbers;
  formula.input = argument();
  for (unsigned i = 0; i < rule.numParameters; ++i)
    formula.parameters.push_back(argument());
  for (const Rule::Constant &constant : rule.constants)
    if (constant.words.empty()) {
      formula.symbols.insert({constant.name, argument()});
      numbers.push_back(constant);
    }
  Scalar y = (rule.textbook ? rule.textbook : rule.forward)(formula).as(*formula.input);
  bool isPiecewisePolynomial = llvm::none_of(*block, [](Operation &op) {
    return isa<math::MathDialect>(op.getDialect()) && !isa<math::AbsFOp>(op);
  });
  return {name, words, std::move(numbers), rule.numParameters, std::move(block), y.get(), isPiecewisePolynomial};
}

/// Every activation, those with the fewest parameters and numbers first: helu is
/// relu with a number that its formula does not need.
static SmallVector<Form> makeForms(MLIRContext *context) {
  SmallVector<Form> forms;
  for (RegisteredOperationName name : context->getRegisteredOperations()) {
    auto *interface = name.getInterface<ActivationOpInterface>();
    const Rule *rule = interface ? interface->getRule() : nullptr;
    if (!rule)
      continue;
    SmallVector<DictionaryAttr> choices = {DictionaryAttr::get(context)};
    for (const Rule::Constant &constant : rule->constants)
      for (StringRef word : constant.words)
        choices.push_back(DictionaryAttr::get(
            context, NamedAttribute(StringAttr::get(context, constant.name), StringAttr::get(context, word))));
    // The first word is the default, and need not be said.
    if (choices.size() > 1)
      choices.erase(choices.begin() + 1);
    for (DictionaryAttr words : choices)
      forms.push_back(makeForm(name, *rule, words));
  }
  llvm::stable_sort(forms, [](const Form &a, const Form &b) { 
    return std::pair(a.numParameters, a.numbers.size()) < std::pair(b.numParameters, b.numbers.size());
  });
  return forms;
}

//===----------------------------------------------------------------------===//
// Comparison
//===----------------------------------------------------------------------===//

namespace {
/// What a constant or parameter of an activation is.
struct Binding {
  double number = 0;
  const Parameter *parameter = nullptr;
  SmallVector<double, 2> samples = {}; // a parameter's at the points
};

struct Match {
  const Form *form = nullptr;
  SmallVector<Binding> bindings; // parameters, then numbers
};

/// Compares the code between x and y with the forms.
class Matcher {
public:
  Matcher(Algebra &algebra, const ElementwiseReader &reader, const Expression &y, RankedTensorType type)
      : algebra(algebra), x(*reader.x()), y(y) {
    for (const Parameter &parameter : reader.parameters) {
      Type element = getElementTypeOrSelf(parameter.tensor);
      if (element == type.getElementType() || element.isF32())
        values.push_back({0, &parameter});
    }
    addNumber(1);
    for (double literal : reader.literals)
      addNumber(literal);
    // 1 / beta where beta is meant, and subtraction where addition is.
    for (double number : SmallVector<double>(ArrayRef(literals)))
      for (double other : {-number, 1 / number, -1 / number})
        addNumber(other);
    llvm::stable_sort(literals, [](double a, double b) { return std::abs(a) < std::abs(b); });
    // Parameters of a typical size.
    SmallVector<double> variables;
    for (unsigned i = 0; i <= reader.parameters.size(); ++i)
      variables.push_back(0.3 + 0.07 * i);
    for (double point : points) {
      variables[0] = point;
      wanted.push_back(y.evaluate(variables));
      for (Binding &value : values)
        value.samples.push_back(value.parameter->value.evaluate(variables));
    }
  }

  std::optional<Match> match(const Form &form) {
    if (form.isPiecewisePolynomial != y.isPiecewisePolynomial())
      return std::nullopt;
    Match match{&form, {}};
    return tryBindings(match) ? std::optional(match) : std::nullopt;
  }

private:
  void addNumber(double number) {
    if (std::abs(number) > 1e-30 && std::abs(number) < 1e30 && !llvm::is_contained(literals, number))
      literals.push_back(number);
  }

  bool tryBindings(Match &match) {
    unsigned bound = match.bindings.size();
    if (bound == match.form->numUnknowns())
      return looksEqual(match) && isEqual(match);
    auto tryBinding = [&](Binding binding) {
      match.bindings.push_back(binding);
      if (tryBindings(match))
        return true;
      match.bindings.pop_back();
      return false;
    };
    if (bound < match.form->numParameters)
      for (const Binding &value : values)
        if (tryBinding(value))
          return true;
    bool positive = bound >= match.form->numParameters && match.form->numbers[bound - match.form->numParameters].positive;
    for (double number : literals)
      if ((number > 0 || !positive) && tryBinding({number}))
        return true;
    return false;
  }

  /// At two points, to the accuracy of the coarsest type.
  bool looksEqual(const Match &match) const {
    for (auto [i, point] : llvm::enumerate(points)) {
      SmallVector<double> arguments = {point};
      for (const Binding &binding : match.bindings)
        arguments.push_back(binding.parameter ? binding.samples[i] : binding.number);
      auto value = match.form->evaluate<double>(arguments);
      if (!value || !(std::abs(*value - wanted[i]) <= 0.05 * std::abs(wanted[i]) + 1e-6))
        return false;
    }
    return true;
  }

  bool isEqual(const Match &match) const {
    Algebra::Mark mark(algebra);
    SmallVector<Expression> arguments = {x};
    for (const Binding &binding : match.bindings)
      arguments.push_back(binding.parameter ? binding.parameter->value : algebra.number(binding.number));
    auto value = match.form->evaluate<Expression>(arguments);
    return value && !algebra.failed && (*value - y).isZero();
  }

  static constexpr double points[] = {0.7, -1.3};
  Algebra &algebra;
  Expression x;
  const Expression &y;
  SmallVector<Binding> values;
  SmallVector<double> literals, wanted;
};
} // namespace

//===----------------------------------------------------------------------===//
// Replacement
//===----------------------------------------------------------------------===//

/// The shortest decimal that the formula's arithmetic cannot tell from `number`.
static double shorten(double number, Type elementType) {
  auto narrow = static_cast<float>(number);
  if (elementType.isF64() || narrow != number)
    return number;
  char digits[32];
  auto end = std::to_chars(digits, digits + sizeof(digits), narrow).ptr;
  *end = 0;
  return std::strtod(digits, nullptr);
}

/// As the operand of an activation: of rank 0, or of rank 1.
static Value makeParameter(ImplicitLocOpBuilder &builder, const Binding &binding, Type elementType) {
  if (!binding.parameter) {
    Type type = elementType.isF64() ? elementType : builder.getF32Type();
    auto tensor = RankedTensorType::get({}, type);
    return arith::ConstantOp::create(
        builder, DenseElementsAttr::get(tensor, builder.getFloatAttr(type, binding.number)));
  }
  Value value = binding.parameter->tensor;
  auto type = cast<RankedTensorType>(value.getType());
  if (type.getRank() <= 1)
    return value;
  SmallVector<ReassociationIndices> groups;
  if (binding.parameter->channel)
    groups.push_back(llvm::to_vector(llvm::seq<int64_t>(0, type.getRank())));
  return tensor::CollapseShapeOp::create(builder, value, groups);
}

static Operation *create(ImplicitLocOpBuilder &builder, const Match &match, Value x) {
  Type element = getElementTypeOrSelf(x);
  const Form &form = *match.form;
  OperationState state(builder.getLoc(), form.name);
  state.addOperands(x);
  std::optional<unsigned> channel;
  for (const Binding &binding : ArrayRef(match.bindings).take_front(form.numParameters)) {
    state.addOperands(makeParameter(builder, binding, element));
    if (binding.parameter && binding.parameter->channel)
      channel = binding.parameter->channel;
  }
  state.addAttributes(form.words.getValue());
  for (const auto &[number, binding] : llvm::zip_equal(form.numbers, ArrayRef(match.bindings).drop_front(form.numParameters)))
    state.addAttribute(number.name, builder.getF64FloatAttr(shorten(binding.number, element)));
  if (channel)
    state.addAttribute("channel_dim", builder.getI64IntegerAttr(*channel));
  state.addTypes(x.getType());
  return builder.create(state);
}

static bool isCandidate(Value y) {
  auto type = dyn_cast<RankedTensorType>(y.getType());
  Operation *op = y.getDefiningOp();
  return type && isa<FloatType>(type.getElementType()) && !y.use_empty() &&
         (isa<linalg::LinalgOp>(op) || isa_and_present<tosa::TosaDialect>(op->getDialect()) ||
          OpTrait::hasElementwiseMappableTraits(op));
}

/// The tensors that y is computed from element by element, the nearest first.
static SmallVector<Value> findInputs(Value y) {
  Algebra algebra;
  ElementwiseReader reader(algebra, cast<RankedTensorType>(y.getType()), /*x=*/{}, /*foldParameters=*/false);
  reader.read(y);
  SmallVector<Value> inputs(llvm::make_filter_range(reader.tensors, [&](Value value) { return value != y; }));
  Operation *root = y.getDefiningOp();
  auto isLocal = [&](Value value) {
    return value.getDefiningOp() && value.getDefiningOp()->getBlock() == root->getBlock();
  };
  llvm::stable_sort(inputs, [&](Value a, Value b) {
    return isLocal(a) && (!isLocal(b) || b.getDefiningOp()->isBeforeInBlock(a.getDefiningOp()));
  });
  return inputs;
}

namespace {
/// An activation, and the code that it was found in.
struct Found {
  Algebra algebra;
  ElementwiseReader reader;
  Value x;
  Match match;

  Found(Value x, RankedTensorType type, bool foldParameters) : reader(algebra, type, x, foldParameters), x(x) {}
};
} // namespace

/// `tooLarge` where the code between is longer than any activation.
static std::unique_ptr<Found> findBetween(Value x, Value y, ArrayRef<Form> forms, bool foldParameters,
                                          bool &tooLarge) {
  auto type = cast<RankedTensorType>(y.getType());
  auto found = std::make_unique<Found>(x, type, foldParameters);
  std::optional<Expression> formula = found->reader.read(y);
  tooLarge = found->algebra.failed;
  if (!formula || found->algebra.failed || (*formula - *found->reader.x()).isZero())
    return nullptr;
  Matcher matcher(found->algebra, found->reader, *formula, type);
  for (const Form &form : forms)
    if (std::optional<Match> match = matcher.match(form)) {
      found->match = *match;
      return found;
    }
  return nullptr;
}

namespace {
struct Raise : hysteron::act::impl::ActRaiseBase<Raise> {
  void runOnOperation() override {
    forms = makeForms(&getContext());
    SmallVector<Operation *> ops;
    getOperation().walk<WalkOrder::PreOrder>([&](Operation *op) {
      ops.push_back(op);
      return isa<linalg::LinalgOp>(op) ? WalkResult::skip() : WalkResult::advance();
    });
    // From the results back: the whole before its parts, and users before what
    // only they used.
    for (Operation *op : llvm::reverse(ops)) {
      for (Value y : op->getResults())
        if (isCandidate(y))
          raise(y);
      if (touched.contains(op) && isOpTriviallyDead(op)) {
        op->walk([&](Operation *inner) {
          for (Value operand : inner->getOperands())
            touched.insert(operand.getDefiningOp());
        });
        for (Value result : op->getResults())
          activations.erase(result);
        op->erase();
      }
    }
    touched.clear();
    activations.clear();
    forms.clear();
  }

private:
  void raise(Value y) {
    std::unique_ptr<Found> found = find(y);
    if (!found)
      return;
    ImplicitLocOpBuilder builder(y.getLoc(), y.getDefiningOp());
    y.replaceAllUsesWith(create(builder, found->match, found->x)->getResult(0));
    for (const auto &[assertion, divisor] : found->reader.divisors)
      if (divisor.isPositive())
        assertion->erase();
    touched.insert(y.getDefiningOp());
    touched.insert(found->reader.ops.begin(), found->reader.ops.end());
  }

  bool isActivation(Value x) {
    Operation *op = x.getDefiningOp();
    if (!op || !isCandidate(x))
      return op && isa<ActivationOpInterface>(op);
    if (auto it = activations.find(x); it != activations.end())
      return it->second;
    bool result = find(x) != nullptr;
    activations[x] = result;
    return result;
  }

  /// From the nearest input, if that is itself an activation or there is no
  /// other: min(x, 6) is none, so that relu(min(x, 6)) is relu6(x).
  std::unique_ptr<Found> find(Value y) {
    SmallVector<Value> inputs = findInputs(y);
    for (bool foldParameters : {false, true}) {
      std::unique_ptr<Found> best;
      bool tooLarge = false;
      for (Value x : inputs) {
        if (tooLarge || (best && isActivation(best->x)))
          break;
        if (auto found = findBetween(x, y, forms, foldParameters, tooLarge))
          best = std::move(found);
      }
      if (best)
        return best;
    }
    return nullptr;
  }

  SmallVector<Form> forms;
  /// Whether a tensor is one.
  llvm::DenseMap<Value, bool> activations;
  /// What may have lost its users.
  llvm::SmallPtrSet<Operation *, 16> touched;
};
} // namespace
