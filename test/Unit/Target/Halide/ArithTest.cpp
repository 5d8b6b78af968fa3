//===- ArithTest.cpp - Scalar ops keep IEEE's semantics -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every op on every pair of special values, vectorized and by levels of x86,
// against the C++ of this machine, as bits.
//
//===----------------------------------------------------------------------===//

#include "Kernel.h"

#include <cmath>
#include <cstring>
#include <limits>

using namespace hysteron;
using namespace hysteron::test;

static const float inf = std::numeric_limits<float>::infinity();
static const float nan_ = std::numeric_limits<float>::quiet_NaN();
static const std::vector<float> specials = {0.0f,  -0.0f, 1.0f,      -1.0f,   0.5f,   -0.5f,  1.5f,  2.5f, -2.5f, 3.7f, -3.7f, inf,
                                            -inf,  nan_,  1e-45f,    -1e-45f, 1e-38f, 3e38f,  -3e38f, 1e10f, 0.1f, -0.3f, 16777217.0f, 8388609.5f};

/// Two vectors with every pair of special values.
static void pairs(std::vector<float> &a, std::vector<float> &b) {
  for (float x : specials)
    for (float y : specials)
      a.push_back(x), b.push_back(y);
}

static std::string pipeline(const std::string &body, const std::string &type, const std::string &tensor, llvm::StringRef target = "host") {
  std::string text = R"(
halide.pipeline @k {
  halide.input @a : tensor<?xf32> symbols [0] groups [1]
  halide.input @b : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i) -> )" + tensor + R"( {
    %a = halide.read @a[%i] : f32
    %b = halide.read @b[%i] : f32
)" + body + R"(
    halide.yield %r : )" + type + R"(
  }
  halide.output @y : tensor<?x)" + tensor + R"(> symbols [0] groups [1]
}
halide.schedule @k for "host" {
  halide.split @y, "i" into "o", "v" by 16 tail guard
)";
  if (target.contains("opencl"))
    return text + "halide.gpu_blocks @y, \"o\"\n halide.gpu_threads @y, \"v\"\n }\n";
  return text + "halide.vectorize @y, \"v\"\n }\n";
}

static uint32_t bits(float x) {
  uint32_t u;
  std::memcpy(&u, &x, 4);
  return u;
}

static const char *const levels[] = {"x86-64-linux-sse41", "x86-64-linux-avx-avx2-f16c-fma-sse41", "host", "host-opencl"};

static void checkBinary(const std::string &op, float (*expected)(float, float), bool onDevice = true) {
  for (const char *target : levels) {
    if ((!onDevice && llvm::StringRef(target).contains("opencl")) || !canRun(target))
      continue;
    Kernel kernel(pipeline(op, "f32", "f32", target), target);
    std::vector<float> a, b;
    pairs(a, b);
    Buffer<float> x(a), y(b), z(std::vector<float>(a.size()));
    ASSERT_TRUE(kernel(x, y, z)) << op;
    for (size_t i = 0; i < a.size(); ++i) {
      float want = expected(a[i], b[i]);
      if (std::isnan(want))
        EXPECT_TRUE(std::isnan(z.values[i])) << op << " " << a[i] << " " << b[i] << " for " << target;
      else
        EXPECT_EQ(bits(z.values[i]), bits(want)) << op << " " << a[i] << " " << b[i] << " gives " << z.values[i] << " for " << target;
    }
  }
}

TEST(Arith, Arithmetic) {
  checkBinary("%r = arith.addf %a, %b : f32", [](float a, float b) { return a + b; });
  checkBinary("%r = arith.subf %a, %b : f32", [](float a, float b) { return a - b; });
  checkBinary("%r = arith.mulf %a, %b : f32", [](float a, float b) { return a * b; });
  checkBinary("%r = arith.divf %a, %b : f32", [](float a, float b) { return a / b; });
  checkBinary("%r = arith.negf %a : f32", [](float a, float) { return -a; });
  // No identity that is false for some float may be applied.
  checkBinary("%r = arith.subf %a, %a : f32", [](float a, float) { return a - a; });
  checkBinary("%r = arith.divf %a, %a : f32", [](float a, float) { return a / a; });
  checkBinary("%zero = arith.constant 0.0 : f32\n %r = arith.addf %a, %zero : f32", [](float a, float) { return a + 0.0f; });
}

/// max and min of arith: NaN wins, -0.0 is less than +0.0.
static float maximum(float a, float b) {
  if (std::isnan(a) || std::isnan(b))
    return nan_;
  return a == b ? (std::signbit(a) ? b : a) : std::max(a, b);
}
static float minimum(float a, float b) {
  if (std::isnan(a) || std::isnan(b))
    return nan_;
  return a == b ? (std::signbit(a) ? a : b) : std::min(a, b);
}

TEST(Arith, MaximumAndMinimum) {
  checkBinary("%r = arith.maximumf %a, %b : f32", maximum);
  checkBinary("%r = arith.minimumf %a, %b : f32", minimum);
  checkBinary("%r = arith.maxnumf %a, %b : f32",
              [](float a, float b) { return std::isnan(a) ? b : std::isnan(b) ? a : maximum(a, b); });
  checkBinary("%r = arith.minnumf %a, %b : f32",
              [](float a, float b) { return std::isnan(a) ? b : std::isnan(b) ? a : minimum(a, b); });
}

/// A maximum with a literal takes another way.
TEST(Arith, MaximumOfLiteral) {
  checkBinary("%c = arith.constant 0.0 : f32\n %r = arith.maximumf %a, %c : f32", [](float a, float) { return maximum(a, 0.0f); });
  checkBinary("%c = arith.constant 0.0 : f32\n %r = arith.minimumf %a, %c : f32", [](float a, float) { return minimum(a, 0.0f); });
  checkBinary("%c = arith.constant -0.0 : f32\n %r = arith.maximumf %c, %a : f32", [](float a, float) { return maximum(a, -0.0f); });
  checkBinary("%c = arith.constant -0.0 : f32\n %r = arith.minimumf %a, %c : f32", [](float a, float) { return minimum(a, -0.0f); });
  checkBinary("%c = arith.constant 1.5 : f32\n %r = arith.maximumf %c, %a : f32", [](float a, float) { return maximum(a, 1.5f); });
}

/// Both zeros are different values of a select.
TEST(Arith, SignedZeros) {
  checkBinary(R"(
    %minus = arith.constant -0.0 : f32
    %plus = arith.constant 0.0 : f32
    %c = arith.cmpf olt, %a, %b : f32
    %r = arith.select %c, %minus, %plus : f32)",
              [](float a, float b) { return a < b ? -0.0f : 0.0f; });
}

TEST(Arith, SpecialLiterals) {
  checkBinary("%c = arith.constant 0x7FC00000 : f32\n %d = arith.cmpf olt, %a, %b : f32\n %r = arith.select %d, %c, %a : f32",
              [](float a, float b) { return a < b ? nan_ : a; });
  checkBinary("%c = arith.constant 0x7F800000 : f32\n %r = arith.mulf %a, %c : f32", [](float a, float) { return a * inf; });
}

/// All predicates of one pair of operands as the bits of a number, in one kernel.
static void checkCompare(const std::string &first, const std::string &second) {
  using Predicate = bool (*)(float, float);
  const std::pair<const char *, Predicate> predicates[] = {
      {"oeq", [](float a, float b) { return a == b; }},
      {"ogt", [](float a, float b) { return a > b; }},
      {"oge", [](float a, float b) { return a >= b; }},
      {"olt", [](float a, float b) { return a < b; }},
      {"ole", [](float a, float b) { return a <= b; }},
      {"one", [](float a, float b) { return a < b || a > b; }},
      {"ord", [](float a, float b) { return !std::isnan(a) && !std::isnan(b); }},
      {"ueq", [](float a, float b) { return !(a < b || a > b); }},
      {"ugt", [](float a, float b) { return !(a <= b); }},
      {"uge", [](float a, float b) { return !(a < b); }},
      {"ult", [](float a, float b) { return !(a >= b); }},
      {"ule", [](float a, float b) { return !(a > b); }},
      {"une", [](float a, float b) { return !(a == b); }},
      {"uno", [](float a, float b) { return std::isnan(a) || std::isnan(b); }}};
  std::string body = "%zero = arith.constant 0.0 : f32\n %s0 = arith.constant 0 : i16\n";
  int count = 0;
  for (auto &[name, function] : predicates) {
    std::string n = std::to_string(count++), next = n == "13" ? "%r" : "%s" + std::to_string(count);
    body += "%c" + n + " = arith.cmpf " + name + ", " + first + ", " + second + " : f32\n %b" + n + " = arith.extui %c" + n +
            " : i1 to i16\n %k" + n + " = arith.constant " + n + " : i16\n %h" + n + " = arith.shli %b" + n + ", %k" + n +
            " : i16\n " + next + " = arith.ori %s" + n + ", %h" + n + " : i16\n";
  }
  for (const char *target : levels) {
    if (!canRun(target))
      continue;
    Kernel kernel(pipeline(body, "i16", "i16", target), target);
    std::vector<float> a, b;
    pairs(a, b);
    Buffer<float> x(a), y(b);
    Buffer<uint16_t> z(std::vector<uint16_t>(a.size()));
    ASSERT_TRUE(kernel(x, y, z));
    for (size_t i = 0; i < a.size(); ++i) {
      auto pick = [&](const std::string &name) { return name == "%a" ? a[i] : name == "%b" ? b[i] : 0.0f; };
      for (int k = 0; k < count; ++k)
        EXPECT_EQ(z.values[i] >> k & 1, predicates[k].second(pick(first), pick(second)))
            << predicates[k].first << " " << first << "=" << pick(first) << " " << second << "=" << pick(second) << " for " << target;
    }
  }
}

TEST(Arith, Compare) {
  checkCompare("%a", "%b");
  checkCompare("%a", "%a");
  checkCompare("%a", "%zero");
  checkCompare("%zero", "%b");
}

TEST(Math, Rounding) {
  checkBinary("%r = math.absf %a : f32", [](float a, float) { return std::fabs(a); });
  checkBinary("%r = math.copysign %a, %b : f32", [](float a, float b) { return std::copysign(a, b); });
  checkBinary("%r = math.floor %a : f32", [](float a, float) { return std::floor(a); });
  checkBinary("%r = math.ceil %a : f32", [](float a, float) { return std::ceil(a); });
  checkBinary("%r = math.trunc %a : f32", [](float a, float) { return std::trunc(a); });
  checkBinary("%r = math.round %a : f32", [](float a, float) { return std::round(a); });
  checkBinary("%r = math.roundeven %a : f32", [](float a, float) { return std::nearbyint(a); });
  checkBinary("%r = math.sqrt %a : f32", [](float a, float) { return std::sqrt(a); });
}

TEST(Math, FusedMultiplyAdd) {
  // Exact with and without the instruction.
  checkBinary("%r = math.fma %a, %b, %a : f32", [](float a, float b) { return std::fma(a, b, a); });
  checkBinary("%c = arith.constant -0.010000001 : f32\n %r = math.fma %a, %b, %c : f32", [](float a, float b) { return std::fma(a, b, -0.010000001f); });
}

TEST(Math, Classes) {
  auto number = [](const std::string &op) {
    return "%c = " + op + " %a : f32\n %s = arith.constant 1.0 : f32\n %z = arith.constant 0.0 : f32\n %r = arith.select %c, %s, %z : f32";
  };
  checkBinary(number("math.isnan"), [](float a, float) { return float(std::isnan(a)); });
  checkBinary(number("math.isinf"), [](float a, float) { return float(std::isinf(a)); });
  checkBinary(number("math.isfinite"), [](float a, float) { return float(std::isfinite(a)); });
}

/// What nobody expanded is the C library's.
TEST(Math, Library) {
  checkBinary("%r = math.sin %a : f32", [](float a, float) { return std::sin(a); }, /*onDevice=*/false);
  checkBinary("%r = math.powf %a, %b : f32", [](float a, float b) { return std::pow(a, b); }, /*onDevice=*/false);
}

/// Only what is allowed to be contracted is, and only where there is an fma.
TEST(Math, Contraction) {
  auto assembly = [](const std::string &flags, const char *target) {
    return Source(pipeline("%p = arith.mulf %a, %b" + flags + " : f32\n %r = arith.addf %p, %b" + flags + " : f32", "f32", "f32"))
        .text(target, Artifact::Assembly);
  };
  EXPECT_NE(assembly(" fastmath<contract>", levels[1]).find("vfmadd"), std::string::npos);
  EXPECT_EQ(assembly("", levels[1]).find("vfmadd"), std::string::npos);
  EXPECT_EQ(assembly(" fastmath<contract>", levels[0]).find("fma"), std::string::npos);
  EXPECT_NE(assembly(" fastmath<contract>", "x86-64-linux-avx512_skylake").find("vfmadd"), std::string::npos);
  EXPECT_NE(assembly(" fastmath<contract>", "arm-64-linux").find("fmla\tv"), std::string::npos);
  EXPECT_EQ(assembly("", "arm-64-linux").find("fmla"), std::string::npos);
}
