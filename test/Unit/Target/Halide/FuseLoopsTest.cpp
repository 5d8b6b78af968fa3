//===- FuseLoopsTest.cpp - Which loops become one -------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two Funcs over the same input, the second of which reads the first at its own
// coordinate, before it or after it.
//
//===----------------------------------------------------------------------===//

#include "Kernel.h"

using namespace hysteron;
using namespace hysteron::test;

/// f(i) = x(i) + x(i); g(i) = f(at) + x(i), where `at` is made from %i.
static std::string pipeline(const std::string &at, const std::string &schedule = "") {
  return R"(halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @f(%i) -> f32 {
    %x = halide.read @x[%i] : f32
    %y = arith.addf %x, %x : f32
    halide.yield %y : f32
  }
  halide.func @g(%i) -> f32 {
    %n = halide.extent @x 0
    %zero = arith.constant 0 : index
    %one = arith.constant 1 : index
    %last = arith.subi %n, %one : index
)" + at + R"(
    %f = halide.read @f[%at] : f32
    %x = halide.read @x[%i] : f32
    %y = arith.addf %f, %x : f32
    halide.yield %y : f32
  }
  halide.output @f : tensor<?xf32> symbols [0] groups [1]
  halide.output @g : tensor<?xf32> symbols [0] groups [1]
}
halide.schedule @p for "host" {
  halide.bound @f, "i" to extent @x 0
  halide.bound @g, "i" to extent @x 0
)" + schedule + "}";
}

static void check(const std::string &at, int distance, bool isFused, const std::string &schedule = "") {
  std::string text = pipeline(at, schedule);
  std::string stmt = Source(text).text("host", Artifact::Stmt);
  EXPECT_EQ(stmt.find("f.s0.i.g.s0.i") != std::string::npos, isFused) << stmt;
  Kernel kernel(text);
  for (int n : {1, 2, 5, 100}) {
    std::vector<float> x(n);
    for (int i = 0; i < n; ++i)
      x[i] = 1 + i * i;
    Buffer<float> bx(x), f(std::vector<float>(n, -7)), g(std::vector<float>(n, -7));
    ASSERT_TRUE(kernel(bx, f, g)) << n;
    for (int i = 0; i < n; ++i) {
      EXPECT_EQ(f.values[i], 2 * x[i]);
      EXPECT_EQ(g.values[i], 2 * x[std::clamp(i + distance, 0, n - 1)] + x[i]) << i << " of " << n;
    }
  }
}

static const std::string own = "%at = arith.addi %i, %zero : index";
static const std::string before = "%j = arith.subi %i, %one : index\n%k = arith.maxsi %j, %zero : index\n"
                                  "%at = arith.minsi %k, %last : index";
static const std::string after = "%j = arith.addi %i, %one : index\n%at = arith.minsi %j, %last : index";

TEST(FuseLoops, OwnElement) { check(own, 0, true); }
TEST(FuseLoops, ElementBefore) { check(before, -1, true); }
TEST(FuseLoops, ElementAfter) {
  check(after, 1, false);
  // Though both loops are as long.
  std::string stmt = Source(pipeline(after)).text("host", Artifact::Stmt);
  for (const char *loop : {"for (f.s0.i, 0, x.extent.0)", "for (g.s0.i, 0, x.extent.0)"})
    EXPECT_NE(stmt.find(loop), std::string::npos) << stmt;
}
TEST(FuseLoops, OtherSteps) {
  check(own, 0, false, "halide.split @g, \"i\" into \"o\", \"v\" by 4 tail guard\nhalide.unroll @g, \"v\"\n");
}
TEST(FuseLoops, Parallel) { check(own, 0, false, "halide.parallel @f, \"i\"\nhalide.parallel @g, \"i\"\n"); }
