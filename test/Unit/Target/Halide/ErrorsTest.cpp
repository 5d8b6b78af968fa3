//===- ErrorsTest.cpp - Errors of emission are diagnostics ----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Kernel.h"

using namespace hysteron;
using namespace hysteron::test;

static std::string pipeline(const std::string &body, const std::string &directives = "") {
  return R"(
halide.pipeline @k {
  halide.input @x : tensor<?xf64> symbols [0] groups [1]
  halide.func @a(%i) -> f64 {
    %x = halide.read @x[%i] : f64
)" + body + R"(
    halide.yield %r : f64
  }
  halide.func @y(%i) -> f64 {
    %x = halide.read @a[%i] : f64
    halide.yield %x : f64
  }
  halide.output @y : tensor<?xf64> symbols [0] groups [1]
}
halide.schedule @k for "host" {
)" + directives + "}\n";
}
static const std::string plain = "%r = arith.mulf %x, %x : f64";

/// One error, with this text in it, and no code.
static void expectError(const std::string &text, const char *target, const std::string &message) {
  Source source(text);
  EXPECT_TRUE(mlir::failed(source.emit(target, {Artifact::Object})));
  ASSERT_EQ(source.errors.size(), 1u) << target;
  EXPECT_NE(source.errors[0].find(message), std::string::npos) << source.errors[0];
}

TEST(Errors, Targets) {
  const std::pair<const char *, const char *> targets[] = {
      {"foo", "'foo' is no part of a target"},
      {"", "'' is no part of a target"},
      {"avx2", "names no architecture"},
      {"x86-32-linux", "32-bit targets are not supported"},
      {"x86-64-windows", "operating system 'windows' is not supported, only linux"},
      {"riscv-64-linux", "architecture 'riscv' is not supported, only x86 and arm"},
      {"arm-64-linux-avx2", "feature 'avx2' is not one of arm"},
      {"x86-64-linux-arm_fp16", "feature 'arm_fp16' is not one of x86"},
      {"x86-64-linux-arm-64", "names two architectures"},
      {"x86-64-linux-cuda-opencl", "a kernel is for one device, 'cuda' or 'opencl'"},
      {"x86-64-linux-cuda_capability_80", "feature 'cuda_capability_80' needs 'cuda'"},
      {"x86-64-linux-metal", "feature 'metal' is not supported"},
      {"x86-64-linux-jit", "feature 'jit' is not supported"},
      {"arm-64-linux-sve2", "SVE needs the length of its vectors"}};
  for (auto &[target, message] : targets)
    expectError(pipeline(plain), target, std::string("target '") + target + "': " + message);
}

TEST(Errors, UnknownOp) {
  expectError(pipeline("%q = arith.fptosi %x : f64 to i32\n %n = math.ctlz %q : i32\n %r = arith.sitofp %n : i32 to f64"), "host",
              "'math.ctlz' cannot be compiled to a kernel for ");
}

TEST(Errors, ExactFMAWithoutInstruction) {
  expectError(pipeline("%r = math.fma %x, %x, %x : f64"), "x86-64-linux-sse41", "'math.fma' cannot be compiled to a kernel for ");
}

TEST(Errors, BigIndex) {
  expectError(pipeline("%big = arith.constant 4294967296 : index\n %n = arith.index_cast %big : index to i64\n %r = arith.sitofp %n : i64 to f64"),
              "host", "index 4294967296 does not fit into 32 bits");
}

/// What only Halide knows is its message, at the directive or the pipeline.
TEST(Errors, Halide) {
  expectError(pipeline(plain, "halide.vectorize @y, \"i\"\n"), "host", "'halide.schedule' op rejected by Halide: ");
  expectError(pipeline(plain, "halide.store_at @a at @y, \"i\"\n"), "host", "rejected by Halide: ");
}

TEST(Errors, VectorsInOpenCL) {
  expectError(pipeline(plain, "halide.split @y, \"i\" into \"o\", \"v\" by 4 tail guard\n halide.gpu_blocks @y, \"o\"\n halide.vectorize @y, \"v\"\n"),
              "x86-64-linux-opencl", "OpenCL kernels are not vectorized by Halide");
}

/// LLVM cannot select an instruction of the GPU's for a stage left on the host,
/// and would take the process with it.
TEST(Errors, CrashOfTheCodeGenerator) {
  expectError(pipeline(plain, "halide.compute_root @a\n halide.split @y, \"i\" into \"o\", \"t\" by 64 tail guard\n"
                              "halide.gpu_blocks @y, \"o\"\n halide.gpu_threads @y, \"t\"\n"),
              "x86-64-linux-cuda", "the code generator crashed");
}

/// Kernels that are compiled at the same time fail as if it were one after the other.
TEST(Errors, OfSeveralKernels) {
  Source source(pipeline(plain, "halide.vectorize @y, \"i\"\n"));
  std::pair<halide::PipelineOp, halide::ScheduleOp> good(source.pipeline, nullptr), bad(source.pipeline, source.schedule);
  EXPECT_TRUE(mlir::failed(emitKernels({good, bad, good, bad}, "host", {Artifact::Object})));
  EXPECT_EQ(source.errors.size(), 1u);

  auto all = emitKernels(std::vector(9, good), "host", {Artifact::Object});
  ASSERT_TRUE(mlir::succeeded(all));
  ASSERT_EQ(all->size(), 9u);
  for (const Artifacts &one : *all)
    EXPECT_EQ(one, all->front());
}
