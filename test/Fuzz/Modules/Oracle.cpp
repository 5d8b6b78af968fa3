//===- Oracle.cpp - Whether a module computes what its ops do -------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Oracle.h"

#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/Target/Halide/Emit.h"

#include "hysteron/Support/Contracted.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"

#include <cmath>
#include <map>

using namespace mlir;
using namespace hysteron;
using namespace fuzz;

namespace {

/// Tensors by their role: "argument 0", "residual 0", ...
using Values = std::map<std::string, HostTensor>;

/// What a comparison found; thrown across the layers of this test by return.
struct Problem {
  std::string text;
  explicit operator bool() const { return !text.empty(); }
};

class Oracle {
public:
  Oracle(MLIRContext &context, const Spec &spec)
      : context(context), spec(spec), inputs(makeInputs(context, spec)),
        handler(&context, [this](Diagnostic &diagnostic) {
          std::string text;
          llvm::raw_string_ostream(text) << diagnostic.getLocation() << ": " << diagnostic.str();
          diagnostics += text + "\n";
        }) {}

  std::string run(ArrayRef<std::string> targets);

private:
  enum class Arithmetic { LibM, Expanded, Contracted };
  std::unique_ptr<Executor> makeReference(Arithmetic arithmetic);
  std::unique_ptr<Executor> makeTarget(const std::string &target);
  bool copyPlan(ModuleOp steps);
  bool isRaised();
  CompileOptions getOptions() const {
    CompileOptions options;
    options.mode = spec.training ? Mode::Training : Mode::Inference;
    options.residual = spec.residual;
    return options;
  }
  bool call(Executor &executor, const std::string &name, Values &values);

  /// Runs op after op; fills in `wanted`.
  bool compose(Executor &steps);
  bool composeBackward(Executor &steps);
  bool sumsDifferently() const;
  void accumulate(std::optional<HostTensor> &sum, HostTensor share, Element element);
  HostTensor spread(unsigned parameter);
  Problem compareTarget(const std::string &target);
  Problem compareSteps(Executor &libm);
  Problem compareSums(const std::string &what, const HostTensor &got, size_t number);
  Problem compare(const std::string &what, const HostTensor &got,
                  const HostTensor &wanted, Element element, bool isSum);

  MLIRContext &context;
  const Spec &spec;
  Inputs inputs;
  std::string diagnostics;
  ScopedDiagnosticHandler handler;

  /// Per step, all that went in and out of its functions.
  std::vector<Values> traces;
  /// Of the module as a whole: results, then gradients in the order of its
  /// arguments.
  std::vector<HostTensor> wanted;
  std::vector<Element> wantedElements;
  /// Where another order of the sum is as right: how far it may be, once. The
  /// first target's bits are then what the others must have.
  std::vector<std::optional<std::vector<double>>> slack;
};

} // namespace

Inputs fuzz::makeInputs(MLIRContext &context, const Spec &spec) {
  Inputs inputs;
  unsigned stream = 0;
  auto make = [&](Element element, std::vector<int64_t> shape, Data data) {
    HostTensor tensor = makeTensor(context, element, shape);
    fill(tensor, element, data, spec.seed, stream++,
         data == Data::Parameter ? 0 : spec.firstElement);
    return tensor;
  };
  for (Element element : spec.arguments)
    inputs.arguments.push_back(make(element, spec.shape, Data::Input));
  for (unsigned value : spec.results)
    inputs.cotangents.push_back(make(spec.getElement(value), spec.shape, Data::Cotangent));
  for (const Parameter &parameter : spec.parameters) {
    std::vector<int64_t> shape;
    if (parameter.extent == Extent::One)
      shape = {1};
    if (parameter.extent == Extent::Channel)
      shape = {spec.shape[parameter.channelDim]};
    inputs.parameters.push_back(make(parameter.element, shape, Data::Parameter));
  }
  return inputs;
}

//===----------------------------------------------------------------------===//
// Compiling and calling
//===----------------------------------------------------------------------===//

/// What an activation keeps depends on its neighbours, and on that the last bits
/// of some gradients: the steps keep what the whole keeps.
bool Oracle::copyPlan(ModuleOp steps) {
  auto whole = parseSourceString<ModuleOp>(spec.print(), &context);
  if (!whole ||
      failed(runPasses(*whole, "act-plan-residuals{residual=" + spec.residual + "}")))
    return false;
  std::vector<Attribute> residuals;
  whole->walk([&](act::ActivationOpInterface op) {
    residuals.push_back(op->getAttr("residual"));
  });
  auto next = residuals.begin();
  steps.walk([&](act::ActivationOpInterface op) {
    op->setAttr("residual", *next++);
  });
  return true;
}

/// Whether act-raise finds an activation in the arithmetic. It is equal as a function
/// of real numbers only, so the ops one by one are no measure of it.
bool Oracle::isRaised() {
  auto module = parseSourceString<ModuleOp>(spec.print(), &context);
  auto count = [&] {
    unsigned number = 0;
    module->walk([&](act::ActivationOpInterface) { ++number; });
    return number;
  };
  unsigned before = module ? count() : 0;
  return module && succeeded(runPasses(*module, "act-raise")) && count() != before;
}

std::unique_ptr<Executor> Oracle::makeReference(Arithmetic arithmetic) {
  auto module = parseSourceString<ModuleOp>(spec.printSteps(), &context);
  if (!module || (spec.training && !copyPlan(*module)) || failed(lowerToKernels(*module, getOptions())))
    return nullptr;
  if (arithmetic != Arithmetic::LibM &&
      failed(runPasses(*module, "convert-math-to-arith,canonicalize,cse")))
    return nullptr;
  if (arithmetic == Arithmetic::Contracted)
    hysteron::contract(*module);
  auto executor = createReferenceExecutor(*module);
  return succeeded(executor) ? std::move(*executor) : nullptr;
}

std::unique_ptr<Executor> Oracle::makeTarget(const std::string &target) {
  CompileOptions options = getOptions();
  options.targets = {target};
  auto module = parseSourceString<ModuleOp>(spec.print(), &context);
  if (!module || failed(lowerToKernels(*module, options)) ||
      failed(lowerToPipelines(*module)))
    return nullptr;
  auto executor = createTargetExecutor(*module, options, spec.threads);
  return succeeded(executor) ? std::move(*executor) : nullptr;
}

bool Oracle::call(Executor &executor, const std::string &name, Values &values) {
  const Signature *signature = executor.find(name);
  if (!signature) {
    diagnostics += "there is no function " + name + "\n";
    return false;
  }
  std::vector<const HostTensor *> arguments;
  for (const Signature::Slot &slot : signature->inputs)
    arguments.push_back(&values.at(slot.role));
  auto results = executor.call(*signature, arguments);
  if (failed(results))
    return false;
  for (auto [slot, result] : llvm::zip_equal(signature->outputs, *results))
    values[slot.role] = std::move(result);
  return true;
}

//===----------------------------------------------------------------------===//
// Op by op
//===----------------------------------------------------------------------===//

/// A parameter for each element.
HostTensor Oracle::spread(unsigned number) {
  const Parameter &parameter = spec.parameters[number];
  const HostTensor &tensor = inputs.parameters[number];
  int64_t inner = 1;
  for (size_t dim = spec.shape.size(); dim-- > size_t(parameter.channelDim + 1);)
    inner *= spec.shape[dim];
  Element type = getTermType(parameter);
  HostTensor each = makeTensor(context, type, {spec.getElementCount()});
  for (int64_t i = 0, n = spec.getElementCount(); i < n; ++i) {
    int64_t at = parameter.extent == Extent::Channel
                     ? i / inner % spec.shape[parameter.channelDim]
                     : 0;
    setBits(each, i, toBits(toDouble(getBits(tensor, at), parameter.element), type));
  }
  return each;
}

void Oracle::accumulate(std::optional<HostTensor> &sum, HostTensor share,
                        Element element) {
  if (!sum) {
    sum = std::move(share);
    return;
  }
  for (int64_t i = 0, n = share.getElementCount(); i < n; ++i) {
    double a = toDouble(getBits(*sum, i), element), b = toDouble(getBits(share, i), element);
    setBits(*sum, i, toBits(element == Element::F64 ? a + b : float(a) + float(b), element));
  }
}

bool Oracle::compose(Executor &steps) {
  std::vector<HostTensor> values = inputs.arguments;
  for (HostTensor &value : values)
    value.shape = {spec.getElementCount()};
  traces.clear();
  for (auto [i, step] : llvm::enumerate(spec.steps)) {
    Values &trace = traces.emplace_back();
    unsigned argument = 0;
    for (unsigned operand : step.operands)
      trace["argument " + std::to_string(argument++)] = values[operand];
    for (unsigned parameter : step.parameters)
      trace["argument " + std::to_string(argument++)] = spread(parameter);
    if (!call(steps, "s" + std::to_string(i) + (spec.training ? "_forward" : ""), trace))
      return false;
    values.push_back(trace["result 0"]);
  }
  wanted.clear();
  wantedElements.clear();
  slack.clear();
  for (unsigned result : spec.results) {
    wanted.push_back(values[result]);
    wantedElements.push_back(spec.getElement(result));
  }
  return !spec.training || composeBackward(steps);
}

/// A kernel that sums over different loops keeps them apart, so that its rows
/// are shorter than those of either sum alone.
bool Oracle::sumsDifferently() const {
  return llvm::any_of(spec.parameters, [&](const Parameter &parameter) {
    return parameter.channelDim != spec.parameters.front().channelDim;
  });
}

bool Oracle::composeBackward(Executor &steps) {
  std::vector<std::optional<HostTensor>> adjoints(spec.arguments.size() + spec.steps.size());
  std::vector<std::optional<HostTensor>> gradients(spec.parameters.size());
  std::vector<std::vector<double>> sizes(spec.parameters.size());
  for (auto [result, cotangent] : llvm::zip_equal(spec.results, inputs.cotangents))
    accumulate(adjoints[result], cotangent, spec.getElement(result));
  for (size_t i = spec.steps.size(); i-- > 0;) {
    const Step &step = spec.steps[i];
    std::optional<HostTensor> &dy = adjoints[spec.arguments.size() + i];
    if (!dy)
      continue;
    Values &trace = traces[i];
    trace["cotangent 0"] = *dy;
    trace["cotangent 0"].shape = {spec.getElementCount()};
    if (!call(steps, "s" + std::to_string(i) + "_backward", trace))
      return false;
    unsigned gradient = 0;
    for (unsigned operand : step.operands)
      accumulate(adjoints[operand], trace["gradient " + std::to_string(gradient++)],
                 spec.getElement(operand));
    for (unsigned number : step.parameters) {
      const Parameter &parameter = spec.parameters[number];
      const HostTensor &terms = trace["gradient " + std::to_string(gradient++)];
      std::vector<double> sums =
          sumTerms(terms, getTermType(parameter), spec.shape, parameter.channelDim);
      HostTensor share = inputs.parameters[number];
      for (auto [at, sum] : llvm::enumerate(sums))
        setBits(share, at, toBits(sum, parameter.element));
      accumulate(gradients[number], share, parameter.element);
      sizes[number].resize(sums.size());
      for (auto [sum, size] : llvm::zip_equal(sizes[number], sumSizes(terms, getTermType(parameter), spec.shape, parameter.channelDim)))
        sum += size;
    }
  }
  for (auto [i, argument] : llvm::enumerate(spec.arguments)) {
    HostTensor zeros = makeTensor(context, argument, {spec.getElementCount()});
    wanted.push_back(adjoints[i].value_or(zeros));
    wantedElements.push_back(argument);
  }
  for (auto [i, parameter] : llvm::enumerate(spec.parameters)) {
    HostTensor zeros = makeTensor(
        context, parameter.element,
        {inputs.parameters[i].shape.begin(), inputs.parameters[i].shape.end()});
    wanted.push_back(gradients[i].value_or(zeros));
    wantedElements.push_back(parameter.element);
    if (sumsDifferently()) {
      slack.resize(wanted.size());
      slack.back() = sizes[i];
    }
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Comparing
//===----------------------------------------------------------------------===//

static std::string print(double number) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format("%.17g (%a)", number, number);
  return text;
}

Problem Oracle::compare(const std::string &what, const HostTensor &got,
                        const HostTensor &wanted, Element element, bool isSum) {
  if (got.getElementCount() != wanted.getElementCount())
    return {what + ": " + std::to_string(got.getElementCount()) + " elements, wanted " +
            std::to_string(wanted.getElementCount())};
  for (int64_t i = 0, n = got.getElementCount(); i < n; ++i) {
    uint64_t a = getBits(got, i), b = getBits(wanted, i);
    // One term is not added to zero everywhere, so it may stay -0.
    bool zeros = isSum && toDouble(a, element) == 0 && toDouble(b, element) == 0;
    if (!zeros && !isSame(a, b, element))
      return {what + ": at element " + std::to_string(i) + " got " +
              print(toDouble(a, element)) + ", wanted " + print(toDouble(b, element))};
  }
  return {};
}

/// At most 256 + 16 + blocks additions follow each other, in either order.
Problem Oracle::compareSums(const std::string &what, const HostTensor &got, size_t number) {
  Element element = wantedElements[number];
  double epsilon = getComputeType(element) == Element::F64 ? 0x1p-53 : 0x1p-24;
  int64_t additions = 600 + spec.getElementCount() / 256;
  for (auto [i, size] : llvm::enumerate(*slack[number])) {
    double a = toDouble(getBits(got, i), element), b = toDouble(getBits(wanted[number], i), element);
    bool near = std::isfinite(a) && std::isfinite(b)
                    ? std::abs(a - b) <= size * epsilon * additions + 2 * getUlp(b, element)
                    : true;
    if (!near)
      return {what + ": at element " + std::to_string(i) + " got " + print(a) + ", wanted about " + print(b)};
  }
  return {};
}

Problem Oracle::compareTarget(const std::string &target) {
  auto executor = makeTarget(target);
  if (!executor)
    return {target + ": does not compile"};
  Values values;
  unsigned number = 0;
  for (auto *tensors : {&inputs.arguments, &inputs.parameters})
    for (const HostTensor &tensor : *tensors)
      values["argument " + std::to_string(number++)] = tensor;
  for (auto [i, cotangent] : llvm::enumerate(inputs.cotangents))
    values["cotangent " + std::to_string(i)] = cotangent;
  if (!call(*executor, spec.training ? "f_forward" : "f", values) ||
      (spec.training && !call(*executor, "f_backward", values)))
    return {target + ": cannot be called"};
  for (size_t i = 0; i < wanted.size(); ++i) {
    std::string role = i < spec.results.size()
                           ? "result " + std::to_string(i)
                           : "gradient " + std::to_string(i - spec.results.size());
    if (i < slack.size() && slack[i]) {
      if (Problem problem = compareSums(target + ": " + role, values.at(role), i))
        return problem;
      wanted[i] = values.at(role);
      slack[i].reset();
      continue;
    }
    if (Problem problem = compare(target + ": " + role, values.at(role), wanted[i],
                                  wantedElements[i],
                                  i >= spec.results.size() + spec.arguments.size()))
      return problem;
  }
  return {};
}

/// Each built-in activation alone against libm, on the values that it had.
Problem Oracle::compareSteps(Executor &libm) {
  for (auto [i, step] : llvm::enumerate(spec.steps)) {
    if (!step.isActivation() || step.define >= 0)
      continue;
    std::string name = "s" + std::to_string(i);
    Values values = traces[i];
    bool differentiated = values.count("cotangent 0");
    if (!call(libm, name + (spec.training ? "_forward" : ""), values) ||
        (differentiated && !call(libm, name + "_backward", values)))
      return {"the reference cannot be called"};
    Element element = step.result;
    const HostTensor &x = values["argument 0"], &dy = values["cotangent 0"];
    for (const auto &[role, got] : traces[i]) {
      bool gradient = role.rfind("gradient", 0) == 0;
      if (!gradient && role != "result 0")
        continue;
      // A leak jumps where a smooth rule reaches 0, which a last bit decides.
      if (role == "gradient 0" && (step.gradientDefine >= 0 || step.leaks()))
        continue;
      Element type = gradient && role != "gradient 0"
                         ? getTermType(spec.parameters[step.parameters[role.back() - '1']])
                         : element;
      for (int64_t at = 0, n = got.getElementCount(); at < n; ++at) {
        double scale = gradient ? toDouble(getBits(dy, at), element) : 1;
        double where = toDouble(getBits(x, at), element);
        // Infinity and NaN times almost nothing may be anything.
        if (!std::isfinite(scale))
          continue;
        double result = toDouble(getBits(got, at), type);
        double reference = toDouble(getBits(values[role], at), type);
        double size = std::abs(where) + (gradient ? std::abs(step.shift) : 0);
        if (!isNear(result, reference, type, size, scale))
          return {step.op + " and libm: " + role + " at element " + std::to_string(at) +
                  " for x = " + print(where) + " and dy = " + print(scale) + " is " +
                  print(result) + ", by libm " + print(reference)};
      }
    }
  }
  return {};
}

std::string Oracle::run(ArrayRef<std::string> targets) {
  auto finish = [&](Problem problem) {
    return problem ? problem.text + "\n" + diagnostics : diagnostics;
  };
  if (isRaised())
    return finish({});
  auto libm = makeReference(Arithmetic::LibM);
  if (!libm)
    return finish({"the reference does not compile"});
  for (Arithmetic arithmetic : {Arithmetic::Expanded, Arithmetic::Contracted}) {
    std::vector<std::string> members;
    for (const std::string &target : targets) {
      auto info = parseTarget(target, [&] { return emitError(UnknownLoc::get(&context)); });
      if (failed(info))
        return finish({"no target"});
      if ((info->hasFMA || info->arch == Arch::Arm) == (arithmetic == Arithmetic::Contracted))
        members.push_back(target);
    }
    if (members.empty())
      continue;
    auto steps = makeReference(arithmetic);
    if (!steps || !compose(*steps))
      return finish({"the reference of the expanded ops fails"});
    if (Problem problem = compareSteps(*libm))
      return finish(problem);
    for (const std::string &target : members)
      if (Problem problem = compareTarget(target))
        return finish(problem);
  }
  return finish({});
}

std::string fuzz::check(MLIRContext &context, const Spec &spec,
                        ArrayRef<std::string> targets) {
  return Oracle(context, spec).run(targets);
}
