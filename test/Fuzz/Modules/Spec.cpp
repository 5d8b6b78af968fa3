//===- Spec.cpp - Random modules as text ----------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Spec.h"

using namespace fuzz;

const char *fuzz::getName(Element element) {
  switch (element) {
  case Element::F16:
    return "f16";
  case Element::BF16:
    return "bf16";
  case Element::F32:
    return "f32";
  case Element::F64:
    return "f64";
  }
  return "";
}

Element fuzz::getTermType(const Parameter &parameter) {
  return getComputeType(parameter.element);
}

int64_t Spec::getElementCount() const {
  int64_t count = 1;
  for (int64_t extent : shape)
    count *= extent;
  return count;
}

namespace {

std::string join(const std::vector<std::string> &parts) {
  std::string text;
  for (const std::string &part : parts)
    text += (text.empty() ? "" : ", ") + part;
  return text;
}

/// Prints functions with types and names of their own.
class Printer {
public:
  using Names = std::vector<std::string>;
  explicit Printer(const Spec &spec) : spec(spec) {}

  std::string printDefines() const {
    std::string text;
    for (size_t i = 0; i < spec.defines.size(); ++i)
      text += spec.defines[i].print("d" + std::to_string(i));
    return text;
  }
  std::string printStep(const Step &step, const std::string &result,
                        const Names &names, const Names &types,
                        const std::string &resultType, bool keepsChannels) const {
    std::string operands = join(names), text = "  " + result + " = ";
    if (!step.isActivation()) {
      text += step.op + " " + operands + " : " + types[0];
      return text + (step.operands.size() == 1 ? " to " + resultType : "") + "\n";
    }
    Names attributes;
    if (!step.constants.empty())
      attributes.push_back(step.constants);
    if (step.channelDim >= 0)
      attributes.push_back("channel_dim = " +
                           std::to_string(keepsChannels ? step.channelDim : 0));
    else if (!step.parameters.empty() && !keepsChannels)
      attributes.push_back("channel_dim = 0");
    if (!step.gradient.empty())
      attributes.push_back("gradient = " + step.gradient);
    std::string dictionary = attributes.empty() ? "" : " {" + join(attributes) + "}";
    if (step.define >= 0)
      return text + "act.apply @d" + std::to_string(step.define) + "(" +
             operands + ")" + dictionary + " : (" + join(types) + ") -> " +
             resultType + "\n";
    return text + step.op + " " + operands + dictionary + " : " + join(types) + "\n";
  }

private:
  const Spec &spec;
};

} // namespace

std::string Spec::print() const {
  auto tensor = [&](Element element) {
    std::string text = "tensor<";
    for (size_t i = 0; i < shape.size(); ++i)
      text += (dynamic[i] ? "?" : std::to_string(shape[i])) + "x";
    return text + getName(element) + ">";
  };
  auto parameterType = [&](const Parameter &parameter) {
    std::string text = "tensor<";
    if (parameter.extent == Extent::One)
      text += "1x";
    if (parameter.extent == Extent::Channel)
      text += (dynamic[parameter.channelDim]
                   ? "?"
                   : std::to_string(shape[parameter.channelDim])) +
              "x";
    return text + getName(parameter.element) + ">";
  };
  Printer printer(*this);
  std::vector<std::string> declared, returned, types;
  for (size_t i = 0; i < arguments.size(); ++i)
    declared.push_back("%" + std::to_string(i) + ": " + tensor(arguments[i]));
  for (size_t i = 0; i < parameters.size(); ++i)
    declared.push_back("%p" + std::to_string(i) + ": " + parameterType(parameters[i]));
  for (unsigned value : results) {
    returned.push_back("%" + std::to_string(value));
    types.push_back(tensor(getElement(value)));
  }
  // Numbers name values of the parser's own in order: ours get a letter.
  auto named = [](std::string text) {
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
      result += text[i];
      if (text[i] == '%' && isdigit(text[i + 1]))
        result += 'x';
    }
    return result;
  };
  std::string text = "func.func @f(" + join(declared) + ") -> (" + join(types) + ") {\n";
  for (size_t i = 0; i < steps.size(); ++i) {
    const Step &step = steps[i];
    std::vector<std::string> names, operandTypes;
    for (unsigned operand : step.operands) {
      names.push_back("%" + std::to_string(operand));
      operandTypes.push_back(tensor(getElement(operand)));
    }
    for (unsigned parameter : step.parameters) {
      names.push_back("%p" + std::to_string(parameter));
      operandTypes.push_back(parameterType(parameters[parameter]));
    }
    text += printer.printStep(step, "%" + std::to_string(arguments.size() + i),
                              names, operandTypes, tensor(step.result), true);
  }
  text += "  return " + join(returned) + " : " + join(types) + "\n}\n";
  return printer.printDefines() + named(text);
}

std::string Spec::printSteps() const {
  auto vector = [](Element element) {
    return std::string("tensor<?x") + getName(element) + ">";
  };
  Printer printer(*this);
  std::string text = printer.printDefines();
  for (size_t i = 0; i < steps.size(); ++i) {
    const Step &step = steps[i];
    std::vector<std::string> names, types, declared;
    auto add = [&](Element element) {
      names.push_back("%a" + std::to_string(names.size()));
      types.push_back(vector(element));
      declared.push_back(names.back() + ": " + types.back());
    };
    for (unsigned operand : step.operands)
      add(getElement(operand));
    for (unsigned parameter : step.parameters)
      add(getTermType(parameters[parameter]));
    std::string type = vector(step.result);
    text += "func.func @s" + std::to_string(i) + "(" + join(declared) + ") -> " +
            type + " {\n" +
            printer.printStep(step, "%y", names, types, type, false) +
            "  return %y : " + type + "\n}\n";
  }
  return text;
}
