//===- ReductionTest.cpp - The one-pass backward --------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// dx and the gradient of a parameter in one pass over x and dy, for any number
// of elements; the sum has the same bits under every schedule.
//
//===----------------------------------------------------------------------===//

#include "Kernel.h"

#include <cstring>

using namespace hysteron;
using namespace hysteron::test;

static const std::string pipeline = R"(halide.pipeline @bwd {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.input @dy : tensor<?xf32> symbols [0] groups [1]
  halide.input @s : tensor<f32> symbols [] groups []
  halide.func @d(%i) -> (f32, f32) {
    %n = halide.extent @x 0
    %one = arith.constant 1 : index
    %last = arith.subi %n, %one : index
    %l = halide.likely %i : index
    %c = arith.minsi %l, %last : index
    %x = halide.read @x[%c] : f32
    %dy = halide.read @dy[%c] : f32
    %s = halide.read @s[] : f32
    %zero = arith.constant 0.0 : f32
    %pos = arith.cmpf ogt, %x, %zero : f32
    %sdy = arith.mulf %s, %dy : f32
    %dx = arith.select %pos, %dy, %sdy : f32
    %xdy = arith.mulf %x, %dy : f32
    %t = arith.select %pos, %zero, %xdy : f32
    halide.yield %dx, %t : f32, f32
  }
  halide.func @dx(%i) -> f32 {
    %d:2 = halide.read @d[%i] : f32, f32
    halide.yield %d#0 : f32
  }
  halide.func @pv(%v, %b) -> f32 {
    %zero = arith.constant 0.0 : f32
    halide.yield %zero : f32
  }
  halide.update @pv(%v, %b) reduce(%r : 256) {
    %n = halide.extent @x 0
    %block = arith.constant 4096 : index
    %lanes = arith.constant 16 : index
    %0 = arith.muli %b, %block : index
    %1 = arith.muli %r, %lanes : index
    %2 = arith.addi %0, %1 : index
    %i = arith.addi %2, %v : index
    %in = arith.cmpi slt, %i, %n : index
    %lin = halide.likely %in : i1
    %d:2 = halide.read @d[%i] : f32, f32
    %zero = arith.constant 0.0 : f32
    %t = arith.select %lin, %d#1, %zero : f32
    %old = halide.read @pv[%v, %b] : f32
    %new = arith.addf %old, %t : f32
    halide.yield %new : f32
  }
  halide.func @ps(%b) -> f32 {
    %zero = arith.constant 0.0 : f32
    halide.yield %zero : f32
  }
  halide.update @ps(%b) reduce(%r : 16) {
    %t = halide.read @pv[%r, %b] : f32
    %old = halide.read @ps[%b] : f32
    %new = arith.addf %old, %t : f32
    halide.yield %new : f32
  }
  halide.func @ds() -> f32 {
    %zero = arith.constant 0.0 : f32
    halide.yield %zero : f32
  }
  halide.update @ds() reduce(%q : ceildiv @x 0 by 4096) {
    %t = halide.read @ps[%q] : f32
    %old = halide.read @ds[] : f32
    %new = arith.addf %old, %t : f32
    halide.yield %new : f32
  }
  halide.output @dx : tensor<?xf32> symbols [0] groups [1]
  halide.output @ds : tensor<f32> symbols [] groups []
})";

static const std::string onePass = R"(
halide.schedule @bwd for "host" {
  halide.bound @dx, "i" to extent @x 0
  halide.split @dx, "i" into "b", "ii" by 4096 tail guard
  halide.split @dx, "ii" into "io", "v" by 8 tail guard
  halide.vectorize @dx, "v"
  halide.parallel @dx, "b"
  halide.compute_root @ps
  halide.parallel @ps update 0, "b"
  halide.compute_with @ps update 0 with @dx, "b"
  halide.compute_at @d at @dx, "b"
  halide.split @d, "i" into "io", "v" by 8 tail round_up
  halide.vectorize @d, "v"
  halide.compute_at @pv at @ps update 0, "b"
  halide.bound_extent @pv, "v" to 16
  halide.vectorize @pv, "v"
  halide.reorder @pv update 0, ["v", "r"]
  halide.vectorize @pv update 0, "v"
})";

static const std::string kernels = R"(
halide.schedule @bwd for "host-opencl" {
  halide.split @dx, "i" into "o", "t" by 256 tail guard
  halide.gpu_blocks @dx, "o"
  halide.gpu_threads @dx, "t"
  halide.compute_root @pv
  halide.bound @pv, "v" to 16
  halide.split @pv, "b" into "o", "t" by 8 tail guard
  halide.reorder @pv, ["v", "t", "o"]
  halide.gpu_blocks @pv, "o"
  halide.gpu_threads @pv, "t"
  halide.gpu_threads @pv, "v"
  halide.split @pv update 0, "b" into "o", "t" by 8 tail guard
  halide.reorder @pv update 0, ["r", "v", "t", "o"]
  halide.gpu_blocks @pv update 0, "o"
  halide.gpu_threads @pv update 0, "t"
  halide.gpu_threads @pv update 0, "v"
  halide.compute_root @ps
  halide.split @ps, "b" into "o", "t" by 64 tail guard
  halide.gpu_blocks @ps, "o"
  halide.gpu_threads @ps, "t"
  halide.split @ps update 0, "b" into "o", "t" by 64 tail guard
  halide.gpu_blocks @ps update 0, "o"
  halide.gpu_threads @ps update 0, "t"
  halide.gpu_single_thread @ds
  halide.gpu_single_thread @ds update 0
})";

/// Blocks of 4096, 16 lanes in a block, lanes then blocks in order.
static float orderedSum(const std::vector<float> &terms) {
  float sum = 0;
  for (size_t block = 0; block < terms.size(); block += 4096) {
    float lanes[16] = {}, partial = 0;
    for (size_t i = 0; i < 4096; ++i)
      lanes[i % 16] += block + i < terms.size() ? terms[block + i] : 0;
    for (float lane : lanes)
      partial += lane;
    sum += partial;
  }
  return sum;
}

static void check(const std::string &schedule, const char *target) {
  if (!canRun(target))
    return;
  Kernel kernel(pipeline + schedule, target);
  for (int n : {0, 1, 37, 4096, 4096 + 5, 100003}) {
    // Halide's device interfaces have no empty buffers; the wrapper fills the
    // results itself.
    if (n == 0 && schedule == kernels)
      continue;
    std::vector<float> x(n), dy(n), terms(n);
    uint32_t state = 1;
    auto next = [&] { return int32_t(state = state * 1664525 + 1013904223) * 0x1p-31f; };
    for (int i = 0; i < n; ++i) {
      x[i] = next(), dy[i] = next();
      terms[i] = x[i] > 0 ? 0 : x[i] * dy[i];
    }
    Buffer<float> bx(x), bdy(dy), slope = Buffer<float>::scalar(0.25f), dx(std::vector<float>(n, -7));
    Buffer<float> ds = Buffer<float>::scalar(-7);
    ASSERT_TRUE(kernel(bx, bdy, slope, dx, ds)) << n;
    for (int i = 0; i < n; ++i)
      ASSERT_EQ(dx.values[i], x[i] > 0 ? dy[i] : 0.25f * dy[i]) << i << " of " << n << " for " << target;
    EXPECT_EQ(ds.values[0], orderedSum(terms)) << n << " for " << target;
  }
}

TEST(Reduction, OnePass) {
  for (const char *target : {"host", "x86-64-linux-sse41", "x86-64-linux-avx-avx2-f16c-fma-sse41"})
    check(onePass, target);
}
TEST(Reduction, Unscheduled) { check("", "host"); }
TEST(Reduction, DeviceKernels) { check(kernels, "host-opencl"); }

TEST(Reduction, SameBytes) {
  // A kernel in between must not change what comes after it.
  Source source(pipeline + onePass), other(pipeline + kernels);
  for (Artifact artifact : {Artifact::Bitcode, Artifact::Object, Artifact::Assembly, Artifact::Stmt, Artifact::Html}) {
    std::string first = source.text("x86-64-linux-avx2", artifact);
    other.text("x86-64-linux-opencl", Artifact::Object);
    EXPECT_FALSE(first.empty());
    EXPECT_TRUE(first == source.text("x86-64-linux-avx2", artifact));
  }
}
