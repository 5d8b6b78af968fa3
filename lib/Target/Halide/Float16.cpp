//===- Float16.cpp - Conversions of 16-bit floats -------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Float16.h"

using namespace Halide;

static Expr u32(uint32_t value) { return Internal::UIntImm::make(UInt(32), value); }
static Expr u64(uint64_t value) { return Internal::UIntImm::make(UInt(64), value); }

/// The exponent of a float moves by `bias` as bits.
static constexpr uint32_t biasF16 = 112u << 23;

Expr hysteron::roundToOdd(Expr sum, Expr error) {
  Expr bits = reinterpret(UInt(64), sum);
  Expr inexact = error > Internal::FloatImm::make(Float(64), 0.0) || error < Internal::FloatImm::make(Float(64), 0.0);
  Expr even = (bits & u64(1)) == u64(0);
  Expr away = (error > Internal::FloatImm::make(Float(64), 0.0)) == (sum > Internal::FloatImm::make(Float(64), 0.0));
  return reinterpret(Float(64), select(inexact && even, select(away, bits + u64(1), bits - u64(1)), bits));
}

/// f64 to f32, rounded to odd, so that the next rounding is the only one.
static Expr toFloatOdd(Expr x) {
  if (x.type().bits() == 32)
    return x;
  Expr near = cast(Float(32), x);
  Expr bits = reinterpret(UInt(32), near);
  Expr back = abs(cast(Float(64), near)), exact = abs(x);
  Expr inexact = back > exact || back < exact;
  Expr odd = select(back > exact, bits - u32(1), bits + u32(1));
  return reinterpret(Float(32), select(inexact && (bits & u32(1)) == u32(0), odd, bits));
}

Expr hysteron::widenBF16(Expr bits) { return reinterpret(Float(32), cast(UInt(32), bits) << u32(16)); }

Expr hysteron::narrowToBF16(Expr x) {
  x = toFloatOdd(x);
  Expr isNaN = Internal::Call::make(Bool(), "is_nan_f32", {x}, Internal::Call::PureExtern);
  Expr bits = reinterpret(UInt(32), x);
  // One NaN for all, and one still after the last bit is added: to mask the first
  // addition costs AVX-512 nothing.
  Expr half = select(isNaN, u32(0x7fc00000), bits + u32(0x7fff));
  return cast(UInt(16), (half + ((bits >> u32(16)) & u32(1))) >> u32(16));
}

Expr hysteron::widenF16(Expr half, bool native) {
  if (native)
    return cast(Float(32), reinterpret(Float(16), half));
  Expr bits = cast(UInt(32), half);
  Expr magnitude = bits & u32(0x7fff);
  // Subnormals are multiples of 2^-24; an exponent of all ones stays so.
  Expr tiny = reinterpret(UInt(32), cast(Float(32), reinterpret(Int(32), magnitude)) *
                                        Internal::FloatImm::make(Float(32), 0x1p-24));
  Expr normal = (magnitude << u32(13)) + u32(biasF16);
  Expr special = (magnitude << u32(13)) | u32(0x7f800000);
  Expr wide = select(magnitude < u32(0x400), tiny, select(magnitude < u32(0x7c00), normal, special));
  return reinterpret(Float(32), wide | ((bits & u32(0x8000)) << u32(16)));
}

Expr hysteron::narrowToF16(Expr x, bool native) {
  x = toFloatOdd(x);
  if (native)
    return reinterpret(UInt(16), cast(Float(16), x));
  Expr bits = reinterpret(UInt(32), x);
  Expr magnitude = bits & u32(0x7fffffff);
  // The sum with 0.5 rounds to a multiple of 2^-24, where its last bit is.
  Expr half = Internal::FloatImm::make(Float(32), 0.5);
  Expr tiny = reinterpret(UInt(32), reinterpret(Float(32), magnitude) + half) - u32(0x3f000000);
  Expr normal = (magnitude - u32(biasF16) + u32(0xfff) + ((magnitude >> u32(13)) & u32(1))) >> u32(13);
  Expr special = select(magnitude > u32(0x7f800000), u32(0x7e00), u32(0x7c00));
  Expr narrow = select(magnitude < u32(0x38800000), tiny, select(magnitude < u32(0x47800000), normal, special));
  return cast(UInt(16), narrow | ((bits >> u32(16)) & u32(0x8000)));
}
