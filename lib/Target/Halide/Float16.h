//===- Float16.h - Conversions of 16-bit floats -----------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// f16 and bf16 are held as uint16. Conversions are exact for NaN, infinities
// and subnormals and round to nearest even, once, from f64 too.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_FLOAT16_H
#define HYSTERON_LIB_TARGET_HALIDE_FLOAT16_H

#include "HalideAPI.h"

namespace hysteron {

/// A sum of f64 whose error was `error`, so rounded that rounding it again to
/// f32 or less gives what one rounding would have given (to odd).
Halide::Expr roundToOdd(Halide::Expr sum, Halide::Expr error);

/// To f32. `native`: the target has an instruction for f16.
Halide::Expr widenF16(Halide::Expr bits, bool native);
Halide::Expr widenBF16(Halide::Expr bits);
/// From f32 or f64.
Halide::Expr narrowToF16(Halide::Expr x, bool native);
Halide::Expr narrowToBF16(Halide::Expr x);

} // namespace hysteron

#endif // HYSTERON_LIB_TARGET_HALIDE_FLOAT16_H
