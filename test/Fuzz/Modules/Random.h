//===- Random.h - Random choices from a seed --------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_TEST_FUZZ_MODULES_RANDOM_H
#define HYSTERON_TEST_FUZZ_MODULES_RANDOM_H

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace fuzz {

/// SplitMix64: the same numbers everywhere, unlike the standard library's
/// distributions.
class Random {
public:
  explicit Random(uint64_t seed) : state(seed) {}

  uint64_t next() {
    uint64_t z = state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  /// Less than `end`.
  unsigned below(unsigned end) { return next() % end; }
  bool chance(double probability) { return uniform() < probability; }
  double uniform() { return (next() >> 11) * 0x1p-53; }
  double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }
  template <typename T>
  T pick(std::initializer_list<T> choices) {
    return choices.begin()[below(choices.size())];
  }
  template <typename T>
  const T &pick(const std::vector<T> &choices) {
    return choices[below(choices.size())];
  }

private:
  uint64_t state;
};

} // namespace fuzz

#endif // HYSTERON_TEST_FUZZ_MODULES_RANDOM_H
