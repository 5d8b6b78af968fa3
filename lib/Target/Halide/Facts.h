//===- Facts.h - What is known about variables ------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_FACTS_H
#define HYSTERON_LIB_TARGET_HALIDE_FACTS_H

#include <Halide.h>

#include <map>
#include <string>

namespace hysteron::halide {

/// What is known about the variables at a place in a statement.
class Facts {
public:
  using Expr = ::Halide::Expr;
  using Interval = ::Halide::Internal::Interval;

  /// Whether an expression is a number for indices, the same wherever its
  /// variables are.
  static bool isIndex(const Expr &expr);

  void addName(const std::string &name, const Expr &value);
  void addLoop(const std::string &name, const Interval &values);
  void addLoop(const ::Halide::Internal::For *loop);

  /// A name of the same value.
  const std::string *find(const Expr &value) const;
  /// In terms of loops and what is given.
  Expr expand(const Expr &expr) const;
  /// The same, as a sum with each of its terms once: of equal sums often the same one.
  Expr gather(const Expr &index) const;
  bool isEqual(const Expr &a, const Expr &b) const;
  /// False also where that is not seen, as all of the following.
  bool isTrue(const Expr &condition) const;
  bool isFalse(const Expr &condition) const;
  /// Whether all of `a` lies before all of `b`.
  bool isBefore(const Interval &a, const Interval &b) const;

private:
  // Of what is expanded.
  bool isAtMost(const Expr &a, const Expr &b) const;
  bool areSame(const Expr &a, const Expr &b) const;
  bool isKnown(const Expr &condition, bool value) const;

  std::map<std::string, Expr> names;
  std::map<std::string, Interval> loops;
};

} // namespace hysteron::halide

#endif // HYSTERON_LIB_TARGET_HALIDE_FACTS_H
