//===- Define.cpp - Random scalar code ------------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Spec.h"

using namespace fuzz;

namespace {

/// Appends ops on floats of one type to a region.
class Code {
public:
  Code(Random &random, const Define &define)
      : random(random), define(define), type(getName(define.element)) {}

  void add(const std::string &value) { values.push_back(value); }
  void grow(unsigned size) {
    for (unsigned i = 0; i < size; ++i)
      addOp();
  }
  const std::string &last() const { return values.back(); }
  const std::string &some() { return random.pick(values); }
  std::string emit(const std::string &expression) {
    std::string name = "%v" + std::to_string(count++);
    text += "  " + name + " = " + expression + "\n";
    return name;
  }
  std::string yield(const std::vector<std::string> &yielded) const {
    std::string names, types;
    for (const std::string &value : yielded) {
      names += (names.empty() ? "" : ", ") + value;
      types += (types.empty() ? "" : ", ") + type;
    }
    return text + "  act.yield " + names + " : " + types + "\n}";
  }

private:
  std::string constant() {
    return emit("arith.constant " +
                random.pick<std::string>({"0.5", "-1.0", "2.0", "3.0", "-0.25",
                                          "1.0e-3", "0.1", "6.0"}) +
                " : " + type);
  }
  std::string condition() {
    std::string left = some(), right = random.chance(0.5) ? some() : constant();
    std::string result = emit(
        "arith.cmpf " +
        random.pick<std::string>({"olt", "ole", "ogt", "oge", "oeq", "one",
                                  "ult", "ule", "ugt", "uge", "ueq", "une",
                                  "uno", "ord"}) +
        ", " + left + ", " + right + " : " + type);
    if (random.chance(0.25)) {
      std::string second = condition();
      result = emit("arith." +
                    random.pick<std::string>({"andi", "ori", "xori"}) + " " +
                    result + ", " + second + " : i1");
    }
    return result;
  }
  void addOp() {
    unsigned kind = random.below(10);
    if (kind < 4) {
      // Of two zeros, what maxnumf gives is open, so one operand is none.
      bool takesNumber = random.chance(0.15);
      std::string op = takesNumber
                           ? random.pick<std::string>({"maxnumf", "minnumf"})
                           : random.pick<std::string>({"addf", "subf", "mulf",
                                                       "divf", "maximumf",
                                                       "minimumf"});
      std::string left = some(),
                  right = takesNumber || random.chance(0.5) ? constant() : some();
      add(emit("arith." + op + " " + left + ", " + right + " : " + type));
    } else if (kind < 6) {
      std::string test = condition(), left = some(), right = some();
      add(emit("arith.select " + test + ", " + left + ", " + right + " : " + type));
    } else if (kind == 6 && define.element == Element::F32) {
      // In f64, fma needs a machine that has it.
      std::string a = some(), b = some(), c = random.chance(0.5) ? constant() : some();
      add(emit("math.fma " + a + ", " + b + ", " + c + " : " + type));
    } else if (kind == 7 && define.libraryCalls) {
      add(emit("math." +
               random.pick<std::string>({"sin", "cos", "tan", "atan", "asin", "acos"}) +
               " " + some() + " : " + type));
    } else {
      add(emit("math." +
               random.pick<std::string>(
                   {"absf", "ceil", "floor", "round", "roundeven", "trunc",
                    "sqrt", "rsqrt", "exp", "exp2", "expm1", "log", "log1p",
                    "log2", "log10", "erf", "erfc", "tanh", "sinh", "cosh"}) +
               " " + some() + " : " + type));
    }
  }

  Random &random;
  const Define &define;
  std::string type, text;
  std::vector<std::string> values;
  unsigned count = 0;
};

} // namespace

std::string Define::print(const std::string &name) const {
  Random random(seed);
  std::string type = getName(element), arguments = "%x: " + type;
  Code forward(random, *this), backward(random, *this);
  for (Code *code : {&forward, &backward})
    code->add("%x");
  for (unsigned i = 0; i < parameters; ++i) {
    std::string parameter = "%p" + std::to_string(i);
    arguments += ", " + parameter + ": " + type;
    forward.add(parameter);
    backward.add(parameter);
  }
  forward.grow(size);
  std::string text = "act.define @" + name + "(" + arguments + ") {\n" +
                     forward.yield({forward.last()});
  if (!hasBackward)
    return text + "\n";
  backward.add("%y");
  std::vector<std::string> gradients;
  for (unsigned i = 0; i <= parameters; ++i) {
    backward.grow(size / 2 + 1);
    gradients.push_back(
        backward.emit("arith.mulf %dy, " + backward.last() + " : " + type));
  }
  return text + " backward(" + arguments + ", %y: " + type + ", %dy: " + type +
         ") {\n" + backward.yield(gradients) + "\n";
}
