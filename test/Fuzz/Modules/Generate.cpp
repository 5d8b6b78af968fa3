//===- Generate.cpp - Random modules, and smaller ones --------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Spec.h"

#include <algorithm>

using namespace fuzz;

/// More elements only take longer.
static constexpr int64_t kLargest = 1 << 15;

namespace {

class Generator {
public:
  explicit Generator(uint64_t seed) : random(seed) { spec.seed = seed; }
  Spec run();

private:
  void chooseShape();
  void addStep();
  void addActivation(Step &step);
  void addArithmetic(Step &step);
  unsigned addDefine(Element element, unsigned parameters);
  unsigned chooseParameter(Element element, int channelDim);
  std::string number(double low, double high) {
    return std::to_string(random.uniform(low, high)) + " : f64";
  }
  unsigned getValueCount() const {
    return spec.arguments.size() + spec.steps.size();
  }
  unsigned chooseValue() {
    // Chains: the last value more often than the others.
    return random.chance(0.5) ? getValueCount() - 1 : random.below(getValueCount());
  }

  Random random;
  Spec spec;
};

} // namespace

void Generator::chooseShape() {
  unsigned rank = random.pick({0, 1, 1, 2, 2, 3, 4});
  for (unsigned i = 0; i < rank; ++i) {
    int64_t extent = random.chance(0.04) ? 0
                     : random.chance(0.15)
                         ? 1
                         : random.pick({2, 3, 5, 7, 8, 13, 16, 17, 31, 37});
    spec.shape.push_back(extent);
    spec.dynamic.push_back(random.chance(0.5));
  }
  // Over the ends of vectors, mask blocks and summation blocks.
  if (rank > 0 && random.chance(0.3)) {
    int64_t others = spec.getElementCount() / std::max<int64_t>(1, spec.shape.back());
    int64_t extent = random.pick({127, 511, 512, 513, 1021, 4096, 4099, 8209, 12289});
    spec.shape.back() = others * extent <= kLargest ? extent : spec.shape.back();
  }
  for (int64_t &extent : spec.shape)
    if (spec.getElementCount() > kLargest)
      extent = 2;
}

unsigned Generator::addDefine(Element element, unsigned parameters) {
  Define define;
  define.seed = random.next();
  define.element = getComputeType(element);
  define.parameters = parameters;
  define.size = 1 + random.below(8);
  define.hasBackward = random.chance(0.4);
  define.libraryCalls = random.chance(0.2);
  spec.defines.push_back(define);
  return spec.defines.size() - 1;
}

unsigned Generator::chooseParameter(Element element, int channelDim) {
  Parameter parameter;
  parameter.element = random.chance(0.5) ? Element::F32 : element;
  parameter.extent = channelDim >= 0 && random.chance(0.8) ? Extent::Channel
                     : random.chance(0.7)                  ? Extent::Rank0
                                                           : Extent::One;
  parameter.channelDim = parameter.extent == Extent::Channel ? channelDim : -1;
  if (random.chance(0.25))
    for (size_t i = 0; i < spec.parameters.size(); ++i)
      if (spec.parameters[i].element == parameter.element &&
          spec.parameters[i].channelDim == parameter.channelDim)
        return i;
  spec.parameters.push_back(parameter);
  return spec.parameters.size() - 1;
}

void Generator::addActivation(Step &step) {
  struct Known {
    const char *name;
    unsigned parameters;
  };
  static const std::vector<Known> ops = {
      {"relu", 0},    {"helu", 0},         {"helu", 0},       {"necro_relu", 0},
      {"prelu", 1},   {"leaky_relu", 0},   {"elu", 0},        {"selu", 0},
      {"sigmoid", 0}, {"softplus", 0},     {"tanh", 0},       {"abs", 0},
      {"gelu", 0},    {"silu", 0},         {"mish", 0},       {"hard_sigmoid", 0},
      {"relu6", 0},   {"hard_swish", 0},   {"apa", 2},        {"aglu", 2},
      {"apply", 0},   {"apply", 1},        {"apply", 2},      {"apply", 0}};
  const Known &known = random.pick(ops);
  std::string name = known.name;
  Element element = spec.getElement(step.operands[0]);
  step.result = element;
  step.op = name == "apply" ? name : "act." + name;
  if (name == "apply")
    step.define = addDefine(element, known.parameters);
  if (name == "helu")
    step.constants = "alpha = " + number(-1, 2);
  if (name == "leaky_relu")
    step.constants = "slope = " + number(-0.5, 1);
  if (name == "necro_relu" && random.chance(0.5))
    step.constants = "slope = " + number(-0.5, 1);
  if (name == "elu")
    step.constants = "alpha = " + number(-1, 2);
  if (name == "softplus")
    step.constants = "beta = " + number(0.2, 4);
  if (name == "gelu" && random.chance(0.5))
    step.constants = "approximate = \"tanh\"";
  if ((name == "apa" || name == "aglu") && random.chance(0.3))
    step.constants = "lambda_min = " + number(0.01, 0.5);
  if (known.parameters > 0 && !spec.shape.empty() && random.chance(0.6))
    step.channelDim = random.below(spec.shape.size());
  for (unsigned i = 0; i < known.parameters; ++i)
    step.parameters.push_back(chooseParameter(element, step.channelDim));
  if (random.chance(0.25)) {
    switch (random.below(3)) {
    case 0:
      step.shift = random.uniform(-1, 1);
      step.gradient = "#act.shift<" + std::to_string(step.shift) + " : f64>";
      break;
    case 1:
      step.gradient = "#act.leak<" + number(-0.5, 0.5) + ">";
      break;
    case 2:
      step.gradientDefine = addDefine(element, 0);
      step.gradient = "@d" + std::to_string(step.gradientDefine);
      break;
    }
  }
}

void Generator::addArithmetic(Step &step) {
  Element element = spec.getElement(step.operands[0]);
  step.result = element;
  std::vector<unsigned> others;
  for (unsigned value = 0; value < getValueCount(); ++value)
    if (spec.getElement(value) == element)
      others.push_back(value);
  if (random.chance(0.2)) {
    std::vector<Element> wider, narrower;
    auto bits = [](Element e) {
      return e == Element::F64 ? 64 : e == Element::F32 ? 32 : 16;
    };
    for (Element other : {Element::F16, Element::BF16, Element::F32, Element::F64}) {
      if (bits(other) > bits(element))
        wider.push_back(other);
      if (bits(other) < bits(element))
        narrower.push_back(other);
    }
    bool extends = !wider.empty() && (narrower.empty() || random.chance(0.5));
    step.op = extends ? "arith.extf" : "arith.truncf";
    step.result = random.pick(extends ? wider : narrower);
    return;
  }
  step.op = random.pick<const char *>({"arith.addf", "arith.mulf", "arith.subf",
                                       "arith.maximumf", "arith.minimumf",
                                       "arith.divf"});
  step.operands.push_back(random.pick(others));
}

void Generator::addStep() {
  Step step;
  step.operands = {chooseValue()};
  if (random.chance(0.8))
    addActivation(step);
  else
    addArithmetic(step);
  spec.steps.push_back(step);
}

Spec Generator::run() {
  chooseShape();
  unsigned arguments = random.chance(0.25) ? 2 : 1;
  for (unsigned i = 0; i < arguments; ++i)
    spec.arguments.push_back(random.pick({Element::F16, Element::BF16, Element::F32,
                                          Element::F32, Element::F64}));
  unsigned steps = random.pick({1, 1, 2, 2, 3, 4, 6});
  for (unsigned i = 0; i < steps; ++i)
    addStep();
  spec.results = {getValueCount() - 1};
  for (unsigned value = spec.arguments.size(); value + 1 < getValueCount(); ++value)
    if (random.chance(0.2))
      spec.results.push_back(value);
  spec.residual = random.pick<const char *>({"auto", "auto", "auto", "input",
                                             "output", "mask", "recompute"});
  spec.training = random.chance(0.8);
  spec.threads = random.pick({1, 2, 3});
  return spec;
}

Spec fuzz::makeSpec(uint64_t seed) { return Generator(seed).run(); }

//===----------------------------------------------------------------------===//
// Smaller ones
//===----------------------------------------------------------------------===//

/// Without a step: who used its result uses its operand.
static Spec withoutStep(const Spec &spec, size_t removed) {
  Spec smaller = spec;
  unsigned value = spec.arguments.size() + removed;
  unsigned instead = spec.steps[removed].operands[0];
  auto renumber = [&](unsigned &number) {
    number = number == value ? instead : number > value ? number - 1 : number;
  };
  smaller.steps.erase(smaller.steps.begin() + removed);
  for (Step &step : smaller.steps)
    for (unsigned &operand : step.operands)
      renumber(operand);
  std::vector<unsigned> results;
  for (unsigned result : spec.results) {
    renumber(result);
    if (result >= spec.arguments.size() &&
        std::find(results.begin(), results.end(), result) == results.end())
      results.push_back(result);
  }
  smaller.results = results;
  return smaller;
}

/// Without parameters and regions that nothing uses.
static Spec withoutUnused(Spec spec) {
  for (size_t i = spec.parameters.size(); i-- > 0;) {
    bool used = false;
    for (Step &step : spec.steps)
      for (unsigned parameter : step.parameters)
        used |= parameter == i;
    if (used)
      continue;
    spec.parameters.erase(spec.parameters.begin() + i);
    for (Step &step : spec.steps)
      for (unsigned &parameter : step.parameters)
        parameter -= parameter > i;
  }
  return spec;
}

std::vector<Spec> fuzz::shrink(const Spec &spec) {
  std::vector<Spec> smaller;
  auto change = [&](auto &&edit) {
    Spec copy = spec;
    edit(copy);
    smaller.push_back(withoutUnused(copy));
  };
  for (size_t i = spec.steps.size(); spec.steps.size() > 1 && i-- > 0;)
    if (spec.getElement(spec.steps[i].operands[0]) == spec.steps[i].result) {
      Spec copy = withoutStep(spec, i);
      if (!copy.results.empty())
        smaller.push_back(withoutUnused(copy));
    }
  for (size_t i = 0; spec.results.size() > 1 && i < spec.results.size(); ++i)
    change([&](Spec &s) { s.results.erase(s.results.begin() + i); });
  for (size_t i = 0; i < spec.shape.size(); ++i) {
    for (int64_t extent : {int64_t(1), spec.shape[i] / 2, spec.shape[i] - 1})
      if (extent > 0 && extent < spec.shape[i])
        change([&](Spec &s) { s.shape[i] = extent; });
    if (spec.dynamic[i])
      change([&](Spec &s) { s.dynamic[i] = false; });
  }
  for (size_t i = 0; i < spec.steps.size(); ++i) {
    if (!spec.steps[i].gradient.empty())
      change([&](Spec &s) {
        s.steps[i].gradient = "";
        s.steps[i].shift = 0;
        s.steps[i].gradientDefine = -1;
      });
  }
  for (size_t i = 0; i < spec.parameters.size(); ++i)
    if (spec.parameters[i].extent != Extent::Rank0)
      change([&](Spec &s) { s.parameters[i] = {s.parameters[i].element, Extent::Rank0, -1}; });
  for (size_t i = 0; i < spec.defines.size(); ++i) {
    if (spec.defines[i].hasBackward)
      change([&](Spec &s) { s.defines[i].hasBackward = false; });
    if (spec.defines[i].size > 1)
      change([&](Spec &s) { --s.defines[i].size; });
  }
  if (spec.residual != "auto")
    change([](Spec &s) { s.residual = "auto"; });
  if (spec.threads != 1)
    change([](Spec &s) { s.threads = 1; });
  return smaller;
}
