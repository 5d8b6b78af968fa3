//===- IntegerTest.cpp - Integers wrap, coordinates do not ----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Kernel.h"

#include <cstring>

using namespace hysteron;
using namespace hysteron::test;

static const std::vector<int32_t> specials = {0, 1, -1, 2, -2, 3, 7, -7, 31, 100, INT32_MAX, INT32_MIN, INT32_MAX - 1, 0x3f800000};

static void check(const std::string &op, int32_t (*expected)(int32_t, int32_t), bool (*defined)(int32_t, int32_t) = nullptr) {
  for (const char *target : {"x86-64-linux-sse41", "host"}) {
    Kernel kernel(R"(
halide.pipeline @k {
  halide.input @a : tensor<?xi32> symbols [0] groups [1]
  halide.input @b : tensor<?xi32> symbols [0] groups [1]
  halide.func @y(%i) -> i32 {
    %a = halide.read @a[%i] : i32
    %b = halide.read @b[%i] : i32
    )" + op + R"(
    halide.yield %r : i32
  }
  halide.output @y : tensor<?xi32> symbols [0] groups [1]
}
halide.schedule @k for "host" {
  halide.split @y, "i" into "o", "v" by 8 tail guard
  halide.vectorize @y, "v"
})",
                  target);
    std::vector<int32_t> a, b;
    for (int32_t x : specials)
      for (int32_t y : specials)
        if (!defined || defined(x, y))
          a.push_back(x), b.push_back(y);
    Buffer<int32_t> x(a), y(b), z(std::vector<int32_t>(a.size()));
    ASSERT_TRUE(kernel(x, y, z)) << op;
    for (size_t i = 0; i < a.size(); ++i)
      EXPECT_EQ(z.values[i], expected(a[i], b[i])) << op << " " << a[i] << " " << b[i] << " for " << target;
  }
}

static bool divides(int32_t a, int32_t b) { return b != 0 && !(a == INT32_MIN && b == -1); }
static bool shifts(int32_t, int32_t b) { return b >= 0 && b < 32; }

TEST(Integer, Wraps) {
  check("%r = arith.addi %a, %b : i32", [](int32_t a, int32_t b) { return int32_t(uint32_t(a) + uint32_t(b)); });
  check("%r = arith.subi %a, %b : i32", [](int32_t a, int32_t b) { return int32_t(uint32_t(a) - uint32_t(b)); });
  check("%r = arith.muli %a, %b : i32", [](int32_t a, int32_t b) { return int32_t(uint32_t(a) * uint32_t(b)); });
}

TEST(Integer, Divides) {
  check("%r = arith.divsi %a, %b : i32", [](int32_t a, int32_t b) { return a / b; }, divides);
  check("%r = arith.remsi %a, %b : i32", [](int32_t a, int32_t b) { return a % b; }, divides);
  check("%r = arith.floordivsi %a, %b : i32",
        [](int32_t a, int32_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }, divides);
  check("%r = arith.divui %a, %b : i32", [](int32_t a, int32_t b) { return int32_t(uint32_t(a) / uint32_t(b)); }, divides);
  check("%r = arith.remui %a, %b : i32", [](int32_t a, int32_t b) { return int32_t(uint32_t(a) % uint32_t(b)); }, divides);
}

TEST(Integer, Bits) {
  check("%r = arith.shli %a, %b : i32", [](int32_t a, int32_t b) { return int32_t(uint32_t(a) << b); }, shifts);
  check("%r = arith.shrui %a, %b : i32", [](int32_t a, int32_t b) { return int32_t(uint32_t(a) >> b); }, shifts);
  check("%r = arith.shrsi %a, %b : i32", [](int32_t a, int32_t b) { return a >> b; }, shifts);
  check("%r = arith.xori %a, %b : i32", [](int32_t a, int32_t b) { return a ^ b; });
}

TEST(Integer, Compares) {
  check("%r = arith.minsi %a, %b : i32", [](int32_t a, int32_t b) { return std::min(a, b); });
  check("%r = arith.maxsi %a, %b : i32", [](int32_t a, int32_t b) { return std::max(a, b); });
  check("%r = arith.minui %a, %b : i32", [](int32_t a, int32_t b) { return int32_t(std::min(uint32_t(a), uint32_t(b))); });
  for (auto &[name, function] : std::initializer_list<std::pair<const char *, int32_t (*)(int32_t, int32_t)>>{
           {"slt", [](int32_t a, int32_t b) { return -int32_t(a < b); }},
           {"sge", [](int32_t a, int32_t b) { return -int32_t(a >= b); }},
           {"ult", [](int32_t a, int32_t b) { return -int32_t(uint32_t(a) < uint32_t(b)); }},
           {"uge", [](int32_t a, int32_t b) { return -int32_t(uint32_t(a) >= uint32_t(b)); }},
           {"eq", [](int32_t a, int32_t b) { return -int32_t(a == b); }}})
    check("%c = arith.cmpi " + std::string(name) + ", %a, %b : i32\n %r = arith.extsi %c : i1 to i32", function);
}

TEST(Integer, Conversions) {
  check("%t = arith.trunci %a : i32 to i8\n %r = arith.extsi %t : i8 to i32", [](int32_t a, int32_t) { return int32_t(int8_t(a)); });
  check("%t = arith.trunci %a : i32 to i8\n %r = arith.extui %t : i8 to i32", [](int32_t a, int32_t) { return int32_t(uint8_t(a)); });
  check("%t = arith.extsi %a : i32 to i64\n %q = arith.muli %t, %t : i64\n %s = arith.constant 32 : i64\n %h = arith.shrui %q, %s : i64\n %r = arith.trunci %h : i64 to i32",
        [](int32_t a, int32_t) { return int32_t(int64_t(a) * a >> 32); });
  check("%t = arith.sitofp %a : i32 to f64\n %r = arith.fptosi %t : f64 to i32", [](int32_t a, int32_t) { return a; });
  check("%t = arith.uitofp %a : i32 to f32\n %r = arith.bitcast %t : f32 to i32", [](int32_t a, int32_t) {
    float f = uint32_t(a);
    int32_t bits;
    std::memcpy(&bits, &f, 4);
    return bits;
  });
  check("%t = arith.index_cast %a : i32 to index\n %r = arith.index_cast %t : index to i32", [](int32_t a, int32_t) { return a; });
}

/// The bit mask: bit k of byte l of block b is element 512 b + 64 k + l.
TEST(Integer, PacksMask) {
  Kernel kernel(R"(
halide.pipeline @k {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @m(%p) -> i8 {
    %zero = arith.constant 0 : i8
    halide.yield %zero : i8
  }
  halide.update @m(%p) reduce(%k : 8) {
    %n = halide.extent @x 0
    %one = arith.constant 1 : index
    %c64 = arith.constant 64 : index
    %c512 = arith.constant 512 : index
    %b = arith.divui %p, %c64 : index
    %l = arith.remui %p, %c64 : index
    %start = arith.muli %b, %c512 : index
    %row = arith.muli %k, %c64 : index
    %s = arith.addi %start, %row : index
    %e = arith.addi %s, %l : index
    %last = arith.subi %n, %one : index
    %at = arith.minui %e, %last : index
    %x = halide.read @x[%at] : f32
    %zero = arith.constant 0.0 : f32
    %positive = arith.cmpf ogt, %x, %zero : f32
    %inside = arith.cmpi ult, %e, %n : index
    %set = arith.andi %positive, %inside : i1
    %bit = arith.extui %set : i1 to i8
    %shift = arith.index_castui %k : index to i8
    %shifted = arith.shli %bit, %shift : i8
    %old = halide.read @m[%p] : i8
    %new = arith.ori %old, %shifted : i8
    halide.yield %new : i8
  }
  halide.output @m : tensor<?xi8> symbols [1] groups [1] mask_of @x
})");
  const int n = 1000;
  std::vector<float> x(n);
  for (int i = 0; i < n; ++i)
    x[i] = (i * 7919) % 13 - 6;
  Buffer<float> bx(x);
  Buffer<uint8_t> mask(std::vector<uint8_t>(64 * ((n + 511) / 512)));
  ASSERT_TRUE(kernel(bx, mask));
  for (size_t e = 0; e < mask.values.size() * 8; ++e) {
    size_t byte = 64 * (e / 512) + e % 64, bit = e % 512 / 64;
    EXPECT_EQ(mask.values[byte] >> bit & 1, e < n && x[e] > 0) << e;
  }
}
