//===- InterfaceTest.cpp - What a pipeline allows its callers -------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Interface.h"

#include "hysteron/Dialect/Halide/IR/Halide.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Parser/Parser.h"
#include <gtest/gtest.h>

using namespace mlir;
using namespace hysteron;

namespace {
class InterfaceTest : public testing::Test {
protected:
  InterfaceTest() {
    context.loadDialect<halide::HalideDialect, arith::ArithDialect,
                        math::MathDialect>();
  }
  FunctionInterface get(StringRef text) {
    module = parseSourceString<ModuleOp>(text, &context);
    EXPECT_TRUE(module);
    SmallVector<halide::ScheduleOp> schedules(
        module->getOps<halide::ScheduleOp>());
    return getInterface(*module->getOps<halide::PipelineOp>().begin(),
                        schedules);
  }
  MLIRContext context;
  OwningOpRef<ModuleOp> module;
};
} // namespace

static std::string elementwise(StringRef schedule,
                               StringRef coordinate = "%i") {
  return (R"(
    halide.pipeline @f {
      halide.input @x : tensor<?x4xf32> symbols [0, -1] groups [2] {role = "cotangent 0"}
      halide.func @y(%i) -> f32 {
        %c7 = arith.constant 7 : index
        %kept = arith.minsi %i, %c7 : index
        %other = arith.addi %i, %c7 : index
        %v = halide.read @x[)" +
          coordinate + R"(] : f32
        halide.yield %v : f32
      }
      halide.output @y : tensor<?x4xf32> symbols [0, -1] groups [2]
    }
    halide.schedule @f for "host" {
    )" + schedule +
          "}")
      .str();
}

TEST_F(InterfaceTest, Elementwise) {
  FunctionInterface f =
      get(elementwise(R"(halide.split @y, "i" into "o", "n" by 8 tail guard)"));
  EXPECT_EQ(f.name, "f");
  EXPECT_EQ(f.inputs, 1u);
  EXPECT_EQ(f.tensors.size(), 2u);
  EXPECT_EQ(f.tensors[0].role, "cotangent 0");
  EXPECT_EQ(f.tensors[1].role, "result 0");
  EXPECT_EQ(f.tensors[1].alignment, 4);
  EXPECT_EQ(f.getSymbolCount(), 1);
  EXPECT_TRUE(f.inPlace);
  EXPECT_TRUE(f.splittable);
}

TEST_F(InterfaceTest, ClampedCoordinatesAreInPlace) {
  EXPECT_TRUE(get(elementwise("", "%kept")).inPlace);
  EXPECT_FALSE(get(elementwise("", "%other")).inPlace);
}

TEST_F(InterfaceTest, RecomputedElementsAreNotInPlace) {
  EXPECT_FALSE(
      get(elementwise(
              R"(halide.split @y, "i" into "o", "n" by 4 tail shift_inwards)"))
          .inPlace);
  EXPECT_FALSE(
      get(elementwise(R"(halide.split @y, "i" into "o", "n" by 4)")).inPlace);
}

TEST_F(InterfaceTest, AlignmentThatTheScheduleAsksFor) {
  FunctionInterface f = get(elementwise("halide.host_alignment @x to 16"));
  EXPECT_EQ(f.tensors[0].alignment, 16);
  EXPECT_EQ(f.tensors[1].alignment, 4);
}

TEST_F(InterfaceTest, SumsAreNotSplittable) {
  FunctionInterface f = get(R"(
    halide.pipeline @f {
      halide.input @x : tensor<?xf32> symbols [0] groups [1]
      halide.func @s() -> f32 {
        %zero = arith.constant 0.0 : f32
        halide.yield %zero : f32
      }
      halide.update @s() reduce(%r : extent @x 0) {
        %old = halide.read @s[] : f32
        %v = halide.read @x[%r] : f32
        %new = arith.addf %old, %v : f32
        halide.yield %new : f32
      }
      halide.output @s : tensor<f32> symbols [] groups []
    })");
  EXPECT_FALSE(f.splittable);
  EXPECT_FALSE(f.inPlace);
}

TEST_F(InterfaceTest, MasksAreSplittable) {
  FunctionInterface f = get(R"(
    halide.pipeline @f {
      halide.input @x : tensor<?xf32> symbols [0] groups [1]
      halide.func @m(%p) -> i8 {
        %zero = arith.constant 0 : i8
        halide.yield %zero : i8
      }
      halide.update @m(%p) reduce(%k : 8) {
        %old = halide.read @m[%p] : i8
        halide.yield %old : i8
      }
      halide.output @m : tensor<?xi8> symbols [1] groups [1] mask_of @x
    })");
  EXPECT_TRUE(f.splittable);
  EXPECT_EQ(f.tensors[1].maskOf, 0);
}

TEST_F(InterfaceTest, ChannelsAreNotSplittable) {
  FunctionInterface f = get(R"(
    halide.pipeline @f {
      halide.input @x : tensor<?x4xf32> symbols [0, -1] groups [1, 1]
      halide.input @p : tensor<4xf32> symbols [-1] groups [1]
      halide.func @y(%c, %o) -> f32 {
        %v = halide.read @x[%c, %o] : f32
        %s = halide.read @p[%c] : f32
        %r = arith.mulf %v, %s : f32
        halide.yield %r : f32
      }
      halide.output @y : tensor<?x4xf32> symbols [0, -1] groups [1, 1]
    })");
  EXPECT_FALSE(f.splittable);
  EXPECT_TRUE(f.inPlace);
}
