//===- Cuda.cpp - A CUDA device to measure on -----------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Execution/Cuda.h"

#include "llvm/Support/DynamicLibrary.h"

using namespace mlir;
using namespace hysteron;

/// The functions of libcuda.so.1 that are used, by the names of its ABI.
struct CudaDevice::Driver {
  int (*cuInit)(unsigned flags);
  int (*cuDeviceGet)(int *device, int ordinal);
  int (*cuDeviceGetName)(char *name, int size, int device);
  int (*cuDevicePrimaryCtxRetain)(void **context, int device);
  int (*cuCtxSetCurrent)(void *context);
  int (*cuGetErrorName)(int code, const char **name);
  int (*cuMemAlloc)(uint64_t *memory, size_t bytes);
  int (*cuMemFree)(uint64_t memory);
  int (*cuMemcpyHtoD)(uint64_t to, const void *from, size_t bytes);
  int (*cuMemcpyDtoDAsync)(uint64_t to, uint64_t from, size_t bytes,
                           void *stream);
  int (*cuEventCreate)(void **event, unsigned flags);
  int (*cuEventRecord)(void *event, void *stream);
  int (*cuEventSynchronize)(void *event);
  int (*cuEventElapsedTime)(float *milliseconds, void *begin, void *end);
  int (*cuEventDestroy)(void *event);
};

CudaDevice::CudaDevice(Location location)
    : location(location), driver(std::make_unique<Driver>()) {}

CudaDevice::~CudaDevice() {
  if (begin)
    driver->cuEventDestroy(begin);
  if (end)
    driver->cuEventDestroy(end);
}

LogicalResult CudaDevice::load() {
  auto library =
      llvm::sys::DynamicLibrary::getPermanentLibrary("libcuda.so.1");
  if (!library.isValid())
    return emitError(location) << "no CUDA driver (libcuda.so.1) was found";
  bool isComplete = true;
  auto find = [&](auto &function, const char *name) {
    void *address = library.getAddressOfSymbol(name);
    isComplete &= address != nullptr;
    function = reinterpret_cast<std::decay_t<decltype(function)>>(address);
  };
  find(driver->cuInit, "cuInit");
  find(driver->cuDeviceGet, "cuDeviceGet");
  find(driver->cuDeviceGetName, "cuDeviceGetName");
  find(driver->cuDevicePrimaryCtxRetain, "cuDevicePrimaryCtxRetain");
  find(driver->cuCtxSetCurrent, "cuCtxSetCurrent");
  find(driver->cuGetErrorName, "cuGetErrorName");
  find(driver->cuMemAlloc, "cuMemAlloc_v2");
  find(driver->cuMemFree, "cuMemFree_v2");
  find(driver->cuMemcpyHtoD, "cuMemcpyHtoD_v2");
  find(driver->cuMemcpyDtoDAsync, "cuMemcpyDtoDAsync_v2");
  find(driver->cuEventCreate, "cuEventCreate");
  find(driver->cuEventRecord, "cuEventRecord");
  find(driver->cuEventSynchronize, "cuEventSynchronize");
  find(driver->cuEventElapsedTime, "cuEventElapsedTime");
  find(driver->cuEventDestroy, "cuEventDestroy_v2");
  if (!isComplete)
    return emitError(location) << "the CUDA driver lacks functions";
  return success();
}

LogicalResult CudaDevice::check(int code, StringRef what) const {
  if (!code)
    return success();
  const char *name = nullptr;
  driver->cuGetErrorName(code, &name);
  return emitError(location) << "the CUDA device cannot " << what << ": "
                             << (name ? name : "unknown error");
}

FailureOr<std::unique_ptr<CudaDevice>> CudaDevice::open(Location location) {
  std::unique_ptr<CudaDevice> device(new CudaDevice(location));
  Driver &driver = *device->driver;
  int ordinal;
  char name[256] = "";
  void *context;
  if (failed(device->load()) ||
      failed(device->check(driver.cuInit(0), "be used")) ||
      failed(device->check(driver.cuDeviceGet(&ordinal, 0), "be found")) ||
      failed(device->check(driver.cuDeviceGetName(name, sizeof name, ordinal),
                           "be named")) ||
      failed(device->check(driver.cuDevicePrimaryCtxRetain(&context, ordinal),
                           "give a context")) ||
      failed(device->check(driver.cuCtxSetCurrent(context),
                           "give a context")) ||
      failed(device->check(driver.cuEventCreate(&device->begin, 0),
                           "take the time")) ||
      failed(device->check(driver.cuEventCreate(&device->end, 0),
                           "take the time")))
    return failure();
  device->name = name;
  return std::move(device);
}

FailureOr<void *> CudaDevice::allocate(int64_t bytes, ArrayRef<char> pattern) {
  assert(!pattern.empty() && "memory is filled with something");
  uint64_t memory;
  if (failed(check(driver->cuMemAlloc(&memory, bytes), "allocate memory")))
    return failure();
  void *result = reinterpret_cast<void *>(memory);
  int64_t filled = std::min<int64_t>(bytes, pattern.size());
  LogicalResult copied = check(
      driver->cuMemcpyHtoD(memory, pattern.data(), filled), "be copied to");
  for (; succeeded(copied) && filled < bytes; filled *= 2)
    copied = copy(reinterpret_cast<char *>(memory) + filled, result,
                  std::min(filled, bytes - filled));
  if (succeeded(copied))
    return result;
  release(result);
  return failure();
}

void CudaDevice::release(void *memory) {
  driver->cuMemFree(reinterpret_cast<uint64_t>(memory));
}

LogicalResult CudaDevice::copy(void *to, const void *from, int64_t bytes) {
  return check(driver->cuMemcpyDtoDAsync(reinterpret_cast<uint64_t>(to),
                                         reinterpret_cast<uint64_t>(from),
                                         bytes, /*stream=*/nullptr),
               "copy");
}

FailureOr<double>
CudaDevice::time(llvm::function_ref<LogicalResult()> work) {
  float milliseconds;
  if (failed(check(driver->cuEventRecord(begin, nullptr), "take the time")) ||
      failed(work()) ||
      failed(check(driver->cuEventRecord(end, nullptr), "take the time")) ||
      failed(check(driver->cuEventSynchronize(end), "run this")) ||
      failed(check(driver->cuEventElapsedTime(&milliseconds, begin, end),
                   "take the time")))
    return failure();
  return milliseconds * 1e-3;
}
