//===- Interval.h - What is known of a number's size ------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Formulas clamp and take magnitudes; an expansion that knows its argument's
// range leaves out what only other arguments need.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_CONVERSION_MATHTOARITH_INTERVAL_H
#define HYSTERON_LIB_CONVERSION_MATHTOARITH_INTERVAL_H

#include "hysteron/Support/Scalar.h"
#include <limits>

namespace hysteron {

/// low <= x <= high, or x is NaN.
struct Interval {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

/// The range of a float from the arith and math ops that compute it; everything
/// where they do not tell.
Interval intervalOf(mlir::Value value);

} // namespace hysteron

#endif // HYSTERON_LIB_CONVERSION_MATHTOARITH_INTERVAL_H
