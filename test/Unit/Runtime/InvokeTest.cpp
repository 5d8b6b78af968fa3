//===- InvokeTest.cpp - Calls through the runtime -------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// This one knows of C++ by itself.
#include "HalideRuntime.h"
extern "C" {
#include "Runtime.h"
}

#include <algorithm>
#include <array>
#include <atomic>
#include <gtest/gtest.h>
#include <numeric>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

//===----------------------------------------------------------------------===//
// What Halide's runtime gives
//===----------------------------------------------------------------------===//

static bool outOfMemory = false;

extern "C" void *halide_malloc(void *, size_t size) {
  return outOfMemory ? nullptr : malloc(size);
}
extern "C" void halide_free(void *, void *data) { free(data); }
extern "C" int64_t hysteron_opencl_alignment(hysteron_call *, uint64_t) {
  return 0;
}
// As in Halide's pool: 0 before its first loop.
static int poolSize = 0;
extern "C" int halide_get_num_threads() { return poolSize; }
extern "C" int halide_set_num_threads(int n) {
  return std::exchange(poolSize, n ? n : 4);
}
extern "C" int halide_default_do_par_for(void *context, halide_task_t task,
                                         int min, int size, uint8_t *closure) {
  std::vector<std::thread> threads;
  std::atomic<int> error = 0;
  for (int i = min; i < min + size; ++i)
    threads.emplace_back([&, i] {
      if (int code = task(context, i, closure))
        error = code;
    });
  for (std::thread &thread : threads)
    thread.join();
  return error;
}

//===----------------------------------------------------------------------===//
// y = x + 1 on tensor<?x3xf32>, with a mask of ones
//===----------------------------------------------------------------------===//

static int runs = 0;
static int fails = 0;

static int addOne(void **arguments) {
  ++runs;
  void *context = *static_cast<void **>(arguments[0]);
  if (fails) {
    halide_error(context, "first reason\n");
    halide_error(context, "second reason\n");
    return fails == 1 ? -1 : 0;
  }
  auto *x = static_cast<halide_buffer_t *>(arguments[1]);
  auto *y = static_cast<halide_buffer_t *>(arguments[2]);
  auto *mask = static_cast<halide_buffer_t *>(arguments[3]);
  EXPECT_EQ(x->dimensions, 1);
  EXPECT_EQ(x->dim[0].extent, y->dim[0].extent);
  EXPECT_EQ(mask->dim[0].extent, 64 * ((x->dim[0].extent + 511) / 512));
  for (int i = 0; i < x->dim[0].extent; ++i)
    reinterpret_cast<float *>(y->host)[i] =
        reinterpret_cast<float *>(x->host)[i] + 1;
  for (int i = 0; i < mask->dim[0].extent; ++i)
    mask->host[i] = 1;
  return 0;
}

static const int64_t shape[] = {-1, 3}, maskShape[] = {-1};
static const int64_t symbols[] = {0, -1}, maskSymbols[] = {-1};
static const int64_t groups[] = {2}, maskGroups[] = {1};

namespace {

/// A tensor that owns its memory, shape and strides.
struct Tensor : DLTensor {
  std::vector<float> elements;
  std::vector<int64_t> extents, steps;
  Tensor(std::vector<int64_t> extents, int bits = 32, int code = kDLFloat)
      : DLTensor(), extents(extents) {
    int64_t count = 1;
    for (int64_t extent : extents)
      count *= extent;
    elements.resize(count);
    std::iota(elements.begin(), elements.end(), 0.0f);
    data = elements.data();
    device = {kDLCPU, 0};
    ndim = extents.size();
    dtype = {uint8_t(code), uint8_t(bits), 1};
    shape = this->extents.data();
  }
  void setStrides(std::vector<int64_t> strides) {
    steps = strides;
    DLTensor::strides = steps.data();
  }
};

class InvokeTest : public testing::Test {
protected:
  InvokeTest() {
    runs = fails = 0;
    outOfMemory = false;
    tensors[0] = {"argument 0", kDLFloat, 32,    2,       1,
                  -1,           4,        shape, symbols, groups};
    tensors[1] = {"result 0", kDLFloat, 32,    2,       1,
                  -1,         4,        shape, symbols, groups};
    tensors[2] = {"residual 0", kDLInt,      8,         1, 1, 0, 1,
                  maskShape,    maskSymbols, maskGroups};
    kernel = {0, "test", addOne};
    descriptor = {
        "f",    1, 2,       1,       HYSTERON_SPLITTABLE | HYSTERON_IN_PLACE,
        kDLCPU, 1, tensors, &kernel, nullptr};
  }
  int call(DLTensor *x, DLTensor *y, DLTensor *mask) {
    DLTensor *arguments[] = {x, y, mask};
    hysteron_context context = {0, 0, nullptr, message, sizeof message};
    return hysteron_invoke(&context, &descriptor, arguments);
  }
  void expectError(int code, const char *text, DLTensor *x, DLTensor *y,
                   DLTensor *mask) {
    EXPECT_EQ(call(x, y, mask), code);
    EXPECT_STREQ(message, text);
    EXPECT_EQ(runs, 0);
  }

  Tensor x{{2, 3}}, y{{2, 3}}, mask{{64}, 8, kDLInt};
  hysteron_tensor tensors[3];
  hysteron_kernel kernel;
  hysteron_descriptor descriptor;
  char message[256] = "";
};

} // namespace

TEST_F(InvokeTest, Contiguous) {
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
  EXPECT_EQ(y.elements, (std::vector<float>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(runs, 1);
}

TEST_F(InvokeTest, NullContext) {
  DLTensor *arguments[] = {&x, &y, nullptr};
  EXPECT_EQ(hysteron_invoke(nullptr, &descriptor, arguments),
            HYSTERON_ERROR_NULL);
  arguments[2] = &mask;
  EXPECT_EQ(hysteron_invoke(nullptr, &descriptor, arguments), HYSTERON_OK);
}

TEST_F(InvokeTest, OldMessageGoes) {
  expectError(HYSTERON_ERROR_NULL, "f: argument 0 is NULL", nullptr, &y, &mask);
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
  EXPECT_STREQ(message, "");
}

TEST_F(InvokeTest, MessageIsCut) {
  DLTensor *arguments[] = {nullptr, &y, &mask};
  char small[8] = "xxxxxxx";
  hysteron_context context = {0, 0, nullptr, small, 5};
  EXPECT_EQ(hysteron_invoke(&context, &descriptor, arguments),
            HYSTERON_ERROR_NULL);
  EXPECT_STREQ(small, "f: a");
  EXPECT_EQ(small[5], 'x');
}

TEST_F(InvokeTest, Types) {
  y.dtype.bits = 64;
  expectError(HYSTERON_ERROR_TYPE, "f: result 0 is float64, expected float32",
              &x, &y, &mask);
  y.dtype = {kDLBfloat, 16, 1};
  expectError(HYSTERON_ERROR_TYPE, "f: result 0 is bfloat16, expected float32",
              &x, &y, &mask);
  y.dtype = {kDLFloat, 32, 4};
  expectError(HYSTERON_ERROR_TYPE,
              "f: result 0 is a vector type, expected float32", &x, &y, &mask);
}

TEST_F(InvokeTest, MaskBytesMayBeUnsigned) {
  mask.dtype.code = kDLUInt;
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
}

TEST_F(InvokeTest, Shapes) {
  Tensor flat({6}), longer({3, 3}), wider({2, 4}), negative({2, 3});
  expectError(HYSTERON_ERROR_SHAPE,
              "f: argument 0 has 1 dimensions, expected 2", &flat, &y, &mask);
  expectError(
      HYSTERON_ERROR_SHAPE,
      "f: dimension 0 of result 0 is 3, but dimension 0 of argument 0 is 2", &x,
      &longer, &mask);
  expectError(HYSTERON_ERROR_SHAPE,
              "f: dimension 1 of argument 0 is 4, expected 3", &wider, &y,
              &mask);
  negative.extents[0] = -1;
  expectError(HYSTERON_ERROR_SHAPE,
              "f: dimension 0 of argument 0 is -1, which is negative",
              &negative, &y, &mask);
  x.shape = nullptr;
  expectError(HYSTERON_ERROR_NULL, "f: argument 0 has no shape", &x, &y, &mask);
}

TEST_F(InvokeTest, MaskSize) {
  Tensor bytes({128}, 8, kDLInt);
  expectError(HYSTERON_ERROR_SHAPE,
              "f: residual 0 has 128 bytes, expected 64 for the 6 elements of "
              "argument 0",
              &x, &y, &bytes);
}

TEST_F(InvokeTest, TooManyToCount) {
  x.extents[0] = INT64_MAX / 2;
  expectError(HYSTERON_ERROR_TOO_LARGE,
              "f: argument 0 has more elements than can be counted", &x, &y,
              &mask);
}

TEST_F(InvokeTest, NoData) {
  x.data = nullptr;
  expectError(HYSTERON_ERROR_NULL, "f: argument 0 has no data", &x, &y, &mask);
}

TEST_F(InvokeTest, EmptyNeedsNoDataAndNoRun) {
  Tensor none({0, 3}), noResult({0, 3}), noMask({0}, 8, kDLInt);
  none.data = noResult.data = noMask.data = nullptr;
  EXPECT_EQ(call(&none, &noResult, &noMask), HYSTERON_OK);
  EXPECT_EQ(runs, 0);
}

TEST_F(InvokeTest, Devices) {
  x.device.device_type = kDLCUDA;
  expectError(
      HYSTERON_ERROR_DEVICE,
      "f: argument 0 is on a CUDA device, but this kernel runs on the CPU", &x,
      &y, &mask);
  x.device.device_type = kDLCUDAHost;
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
}

TEST_F(InvokeTest, StridedInputAndOutput) {
  // Both are the transposes of 3x2 in memory.
  x.setStrides({1, 2});
  y.setStrides({1, 2});
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
  EXPECT_EQ(y.elements, (std::vector<float>{1, 2, 3, 4, 5, 6}));
  y.setStrides({3, 1});
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
  EXPECT_EQ(y.elements, (std::vector<float>{1, 3, 5, 2, 4, 6}));
}

TEST_F(InvokeTest, BroadcastAndReversedInput) {
  x.setStrides({0, -1});
  x.data = x.elements.data() + 2;
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
  EXPECT_EQ(y.elements, (std::vector<float>{3, 2, 1, 3, 2, 1}));
}

TEST_F(InvokeTest, OutputElementsMayNotMeet) {
  y.setStrides({0, 1});
  expectError(HYSTERON_ERROR_LAYOUT,
              "f: the strides of result 0 make its elements overlap", &x, &y,
              &mask);
  y.setStrides({2, 1});
  expectError(HYSTERON_ERROR_LAYOUT,
              "f: the strides of result 0 make its elements overlap", &x, &y,
              &mask);
}

TEST_F(InvokeTest, StridesReachTooFar) {
  x.setStrides({INT64_MAX / 2, 1});
  expectError(HYSTERON_ERROR_LAYOUT,
              "f: the strides of argument 0 reach too far", &x, &y, &mask);
}

TEST_F(InvokeTest, ByteOffset) {
  Tensor larger({3, 3});
  larger.extents[0] = 2;
  larger.byte_offset = 3 * sizeof(float);
  EXPECT_EQ(call(&larger, &y, &mask), HYSTERON_OK);
  EXPECT_EQ(y.elements, (std::vector<float>{4, 5, 6, 7, 8, 9}));
}

TEST_F(InvokeTest, MisalignedIsCopied) {
  std::vector<char> bytes(6 * sizeof(float) + 1);
  memcpy(bytes.data() + 1, x.data, 6 * sizeof(float));
  x.data = bytes.data() + 1;
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
  EXPECT_EQ(y.elements[5], 6);
  outOfMemory = true;
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_ERROR_MEMORY);
  EXPECT_STREQ(message, "f: no memory for a contiguous copy of argument 0");
}

TEST_F(InvokeTest, InPlace) {
  y.data = x.data;
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
  EXPECT_EQ(x.elements, (std::vector<float>{1, 2, 3, 4, 5, 6}));
}

TEST_F(InvokeTest, InPlaceThroughACopy) {
  descriptor.flags = 0;
  y.data = x.data;
  outOfMemory = true;
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_ERROR_MEMORY);
  outOfMemory = false;
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
  EXPECT_EQ(x.elements, (std::vector<float>{1, 2, 3, 4, 5, 6}));
}

TEST_F(InvokeTest, Overlaps) {
  Tensor larger({3, 3});
  larger.extents[0] = 2;
  y.data = larger.elements.data() + 1;
  expectError(
      HYSTERON_ERROR_OVERLAP,
      "f: result 0 overlaps argument 0 without being exactly the same memory",
      &larger, &y, &mask);
  mask.data = x.elements.data();
  y.data = y.elements.data();
  expectError(
      HYSTERON_ERROR_OVERLAP,
      "f: residual 0 overlaps argument 0 without being exactly the same memory",
      &x, &y, &mask);
  mask.data = y.elements.data();
  expectError(HYSTERON_ERROR_OVERLAP, "f: result 0 and residual 0 share memory",
              &x, &y, &mask);
}

TEST_F(InvokeTest, SplitsWhatIsTooLarge) {
  // 1024 elements a run, as this test is compiled.
  Tensor large({1000, 3}), result({1000, 3}), bytes({64 * 6}, 8, kDLInt);
  EXPECT_EQ(call(&large, &result, &bytes), HYSTERON_OK);
  EXPECT_EQ(runs, 3);
  for (int i = 0; i < 3000; ++i)
    ASSERT_EQ(result.elements[i], i + 1);
  for (int i = 0; i < 64 * 6; ++i)
    ASSERT_EQ(static_cast<char *>(bytes.data)[i], 1);
}

TEST_F(InvokeTest, CannotSplit) {
  Tensor large({1000, 3}), result({1000, 3}), bytes({64 * 6}, 8, kDLInt);
  descriptor.flags = 0;
  expectError(HYSTERON_ERROR_TOO_LARGE,
              "f: 3000 elements are more than the 1024 of this kernel, which "
              "cannot run in parts",
              &large, &result, &bytes);
}

TEST_F(InvokeTest, HalidesFirstErrorIsTheMessage) {
  // With and without a code from the kernel itself.
  for (fails = 1; fails <= 2; ++fails) {
    EXPECT_EQ(call(&x, &y, &mask), HYSTERON_ERROR_RUN);
    EXPECT_STREQ(message, "f: first reason");
  }
}

#if defined(__x86_64__)
TEST_F(InvokeTest, PicksWhatTheProcessorHas) {
  hysteron_kernel kernels[] = {{uint64_t(1) << 62, "best", nullptr}, kernel};
  descriptor.kernels = kernels;
  descriptor.kernel_count = 2;
  EXPECT_EQ(call(&x, &y, &mask), HYSTERON_OK);
  runs = 0;
  descriptor.kernel_count = 1;
  expectError(HYSTERON_ERROR_CPU,
              "f: compiled for best, whose instructions this processor lacks",
              &x, &y, &mask);
}
#endif

//===----------------------------------------------------------------------===//
// Threads
//===----------------------------------------------------------------------===//

namespace {
struct Work {
  std::atomic<int> running = 0, most = 0, done = 0;
  int failAt = -1;
};
} // namespace

static int work(void *, int i, uint8_t *closure) {
  auto *work = reinterpret_cast<Work *>(closure);
  int running = ++work->running, most = work->most;
  while (running > most && !work->most.compare_exchange_weak(most, running))
    ;
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  --work->running;
  ++work->done;
  return i == work->failAt ? -7 : 0;
}

TEST_F(InvokeTest, ThreadsAreLimited) {
  // At most as many as the pool has; 0 is all of them.
  for (int threads : {0, 1, 2, 3, 100}) {
    hysteron_context context = {threads, 0, nullptr, nullptr, 0};
    hysteron_call call = {&context, &descriptor, 0, 0};
    Work state;
    EXPECT_EQ(halide_do_par_for(&call, work, 5, 90,
                                reinterpret_cast<uint8_t *>(&state)),
              0);
    EXPECT_EQ(state.done, 90);
    EXPECT_LE(state.most, threads ? std::min(threads, 4) : 4);
    EXPECT_EQ(state.most > 1, threads != 1);
  }
}

namespace {
struct Waiting {
  std::array<std::atomic<int>, 20> times = {};
  std::atomic<int> done = 0;
};
} // namespace

TEST_F(InvokeTest, OthersTakeWhatATaskHasNotBegun) {
  hysteron_context context = {2, 0, nullptr, nullptr, 0};
  hysteron_call call = {&context, &descriptor, 0, 0};
  Waiting state;
  auto wait = [](void *, int i, uint8_t *closure) {
    auto *waiting = reinterpret_cast<Waiting *>(closure);
    ++waiting->times[i];
    while (i == 0 && waiting->done < 19)
      std::this_thread::yield();
    ++waiting->done;
    return 0;
  };
  EXPECT_EQ(halide_do_par_for(&call, wait, 0, 20,
                              reinterpret_cast<uint8_t *>(&state)),
            0);
  for (std::atomic<int> &times : state.times)
    EXPECT_EQ(times, 1);
}

TEST_F(InvokeTest, ParallelErrorsReturn) {
  for (int threads : {0, 1, 2}) {
    hysteron_context context = {threads, 0, nullptr, nullptr, 0};
    hysteron_call call = {&context, &descriptor, 0, 0};
    Work state;
    state.failAt = 5;
    EXPECT_EQ(halide_do_par_for(&call, work, 5, 20,
                                reinterpret_cast<uint8_t *>(&state)),
              -7);
  }
}
