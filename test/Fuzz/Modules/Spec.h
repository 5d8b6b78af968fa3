//===- Spec.h - A random module, before it is text --------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A module is kept as data, so that it can be printed in two ways (as one
// function, and as one function for each of its ops) and made smaller.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_TEST_FUZZ_MODULES_SPEC_H
#define HYSTERON_TEST_FUZZ_MODULES_SPEC_H

#include "Random.h"

#include <string>
#include <vector>

namespace fuzz {

enum class Element { F16, BF16, F32, F64 };
const char *getName(Element element);
/// What scalar code computes in.
inline Element getComputeType(Element element) {
  return element == Element::F64 ? Element::F64 : Element::F32;
}

/// A user's activation. Its code follows from its seed and size.
struct Define {
  uint64_t seed;
  Element element; ///< F32 or F64
  unsigned parameters;
  unsigned size;
  bool hasBackward;
  /// Functions that are the C library's own on each machine may be used.
  bool libraryCalls;

  std::string print(const std::string &name) const;
};

enum class Extent { Rank0, One, Channel };

struct Parameter {
  Element element;
  Extent extent;
  int channelDim; ///< where extent is Channel, else -1
};

/// One op: an activation, or element-wise arithmetic.
struct Step {
  std::string op; ///< "act.relu", "arith.addf", or "apply" of `define`
  int define = -1;
  std::vector<unsigned> operands;   ///< numbers of values
  std::vector<unsigned> parameters; ///< numbers of parameters
  int channelDim = -1;
  std::string constants; ///< "alpha = 0.5 : f64"
  std::string gradient;  ///< "#act.shift<...>" or empty
  double shift = 0;      ///< its offset
  int gradientDefine = -1;
  Element result;

  bool isActivation() const { return op.rfind("arith.", 0) != 0; }
  bool leaks() const { return gradient.rfind("#act.leak", 0) == 0; }
};

/// Values are numbered: arguments first, then the results of steps.
struct Spec {
  uint64_t seed = 0;
  std::vector<int64_t> shape;
  std::vector<bool> dynamic;
  std::vector<Element> arguments;
  std::vector<Parameter> parameters;
  std::vector<Define> defines;
  std::vector<Step> steps;
  std::vector<unsigned> results;
  std::string residual = "auto";
  bool training = true;
  int threads = 1;
  /// The first number of the data: a smaller module can keep the failing ones.
  uint64_t firstElement = 0;

  Element getElement(unsigned value) const {
    return value < arguments.size() ? arguments[value]
                                    : steps[value - arguments.size()].result;
  }
  int64_t getElementCount() const;

  /// @f(arguments, parameters) -> results.
  std::string print() const;
  /// One function @s0, @s1, ... for each step, on vectors of unknown length,
  /// with parameters for each element.
  std::string printSteps() const;
};

/// Of a step on its own a parameter is as wide as the sum of its gradient, so
/// that each term is seen.
Element getTermType(const Parameter &parameter);

Spec makeSpec(uint64_t seed);
/// Smaller modules, the most promising first.
std::vector<Spec> shrink(const Spec &spec);

} // namespace fuzz

#endif // HYSTERON_TEST_FUZZ_MODULES_SPEC_H
