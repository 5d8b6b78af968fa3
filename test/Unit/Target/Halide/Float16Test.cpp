//===- Float16Test.cpp - Conversions of 16-bit floats ---------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Against APFloat: every 16-bit value widened, and every number halfway
// between two of them, and its neighbours, narrowed.
//
//===----------------------------------------------------------------------===//

#include "Kernel.h"

#include "llvm/ADT/APFloat.h"

#include <cmath>
#include <cstring>

using namespace hysteron;
using namespace hysteron::test;

static std::string convert(const char *op, const std::string &from, const std::string &to, llvm::StringRef target) {
  std::string text = R"(
halide.pipeline @k {
  halide.input @x : tensor<?x)" + from + R"(> symbols [0] groups [1]
  halide.func @y(%i) -> )" + to + R"( {
    %x = halide.read @x[%i] : )" + from + R"(
    %y = )" + op + " %x : " + from + " to " + to + R"(
    halide.yield %y : )" + to + R"(
  }
  halide.output @y : tensor<?x)" + to + R"(> symbols [0] groups [1]
}
halide.schedule @k for "host" {
  halide.split @y, "i" into "o", "v" by 16 tail guard
)";
  if (target.contains("opencl"))
    return text + "halide.gpu_blocks @y, \"o\"\n halide.gpu_threads @y, \"v\"\n }\n";
  return text + "halide.vectorize @y, \"v\"\n }\n";
}

static const char *const targets[] = {"x86-64-linux-sse41", "x86-64-linux-avx-avx2-f16c-fma-sse41", "host", "host-opencl"};

static const llvm::fltSemantics &semanticsOf(const std::string &type) {
  return type == "f16" ? llvm::APFloat::IEEEhalf() : llvm::APFloat::BFloat();
}
static double valueOf(const std::string &type, uint16_t bits) {
  return llvm::APFloat(semanticsOf(type), llvm::APInt(16, bits)).convertToDouble();
}

class Float16 : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Types, Float16, testing::Values("f16", "bf16"));

TEST_P(Float16, Widens) {
  for (const char *target : targets) {
    if (!canRun(target))
      continue;
    Kernel kernel(convert("arith.extf", GetParam(), "f32", target), target);
    Buffer<uint16_t> x(std::vector<uint16_t>(65536));
    for (int i = 0; i < 65536; ++i)
      x.values[i] = i;
    Buffer<float> y(std::vector<float>(65536));
    ASSERT_TRUE(kernel(x, y));
    for (int i = 0; i < 65536; ++i) {
      float want = valueOf(GetParam(), i);
      if (std::isnan(want))
        EXPECT_TRUE(std::isnan(y.values[i])) << i << " for " << target;
      else
        EXPECT_TRUE(want == y.values[i] && std::signbit(want) == std::signbit(y.values[i])) << i << " gives " << y.values[i] << " for " << target;
    }
  }
}

template <typename T>
static void checkNarrow(const std::string &type, const std::string &from) {
  // Between two neighbours, at them, and one bit to the side of each.
  std::vector<T> inputs = {T(1e30), T(-1e30), T(3.4e38), std::numeric_limits<T>::max(), std::numeric_limits<T>::infinity(),
                           std::numeric_limits<T>::quiet_NaN(), std::numeric_limits<T>::denorm_min(), T(65520), T(65519.99)};
  // A NaN whose payload would be rounded up to another number, and one whose
  // payload would be cut off.
  T ones;
  std::memset(&ones, 0xff, sizeof(ones));
  inputs.insert(inputs.end(), {ones, std::copysign(ones, T(1)), std::numeric_limits<T>::signaling_NaN()});
  for (int i = 0; i < 65535; ++i) {
    double a = valueOf(type, i), b = valueOf(type, i + 1);
    if (!std::isfinite(a) || !std::isfinite(b) || std::signbit(a) != std::signbit(b))
      continue;
    for (T x : {T(a), T((a + b) / 2)})
      for (T y : {x, std::nextafter(x, T(INFINITY)), std::nextafter(x, T(-INFINITY))})
        inputs.push_back(y);
  }
  for (const char *target : targets) {
    if (!canRun(target))
      continue;
    Kernel kernel(convert("arith.truncf", from, type, target), target);
    Buffer<T> x(inputs);
    Buffer<uint16_t> y(std::vector<uint16_t>(inputs.size()));
    ASSERT_TRUE(kernel(x, y));
    for (size_t i = 0; i < inputs.size(); ++i) {
      llvm::APFloat want(inputs[i]);
      bool inexact;
      want.convert(semanticsOf(type), llvm::APFloat::rmNearestTiesToEven, &inexact);
      if (want.isNaN())
        EXPECT_TRUE(std::isnan(valueOf(type, y.values[i]))) << inputs[i] << " for " << target;
      else
        EXPECT_EQ(y.values[i], want.bitcastToAPInt().getZExtValue()) << inputs[i] << " for " << target;
    }
  }
}

TEST_P(Float16, NarrowsFromF32) { checkNarrow<float>(GetParam(), "f32"); }
TEST_P(Float16, NarrowsFromF64Once) { checkNarrow<double>(GetParam(), "f64"); }
