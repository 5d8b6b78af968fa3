//===- cuda-driver.c - A CUDA driver that only takes notes ----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Enough of libcuda.so.1 to see what a compiled function asks of a driver,
// on machines without a GPU. Memory on the device is this process's; kernels
// are noted and not run.
//
//===----------------------------------------------------------------------===//

#include "cuda-driver.h"

#include <stdlib.h>
#include <string.h>

struct notes notes;

static char primary[2];
static void *stack[8];
static int depth;

static int note(const char *what) {
  strcat(notes.calls, what);
  strcat(notes.calls, " ");
  return 0;
}

#define OK(name, ...)                                                          \
  int name(__VA_ARGS__) { return 0; }
OK(cuInit, unsigned flags)
OK(cuDeviceGetName, char *name, int size, int device)
OK(cuDeviceTotalMem_v2, size_t *bytes, int device)
OK(cuCtxDestroy_v2, void *context)
OK(cuProfilerStop, void)
OK(cuCtxGetApiVersion, void *context, unsigned *version)
OK(cuModuleUnload, void *module)
OK(cuMemcpyDtoD_v2, uint64_t to, uint64_t from, size_t size)
OK(cuMemcpy3D_v2, void *copy)
OK(cuCtxSynchronize, void)
OK(cuPointerGetAttribute, void *data, int attribute, uint64_t pointer)
OK(cuStreamSynchronize, void *stream)
OK(cuMemcpyDtoDAsync_v2, uint64_t to, uint64_t from, size_t size, void *stream)

int cuDeviceGetCount(int *count) {
  *count = 2;
  return 0;
}
int cuDeviceGet(int *device, int ordinal) {
  *device = ordinal;
  return ordinal < 0 || ordinal > 1;
}
int cuDeviceGetAttribute(int *value, int attribute, int device) {
  *value = 8;
  return 0;
}
int cuCtxCreate_v2(void **context, unsigned flags, int device) {
  return note("create") + 1;
}
int cuDevicePrimaryCtxRetain(void **context, int device) {
  *context = &primary[device];
  return note("retain");
}
int cuCtxGetCurrent(void **context) {
  *context = depth ? stack[depth - 1] : NULL;
  return 0;
}
int cuCtxGetDevice(int *device) {
  *device = depth && stack[depth - 1] == &primary[1];
  return 0;
}
int cuCtxPushCurrent_v2(void *context) {
  stack[depth++] = context;
  return 0;
}
int cuCtxPopCurrent_v2(void **context) {
  *context = stack[--depth];
  return 0;
}
int cuModuleLoadDataEx(void **module, const void *image, unsigned count,
                       void *options, void **values) {
  *module = &primary;
  return note("load");
}
int cuModuleLoadData(void **module, const void *image) {
  return cuModuleLoadDataEx(module, image, 0, NULL, NULL);
}
int cuModuleGetFunction(void **function, void *module, const char *name) {
  *function = &primary;
  return 0;
}
int cuMemAlloc_v2(uint64_t *pointer, size_t size) {
  *pointer = (uint64_t)calloc(size, 1);
  note("alloc");
  return size == 0;
}
int cuMemFree_v2(uint64_t pointer) {
  free((void *)pointer);
  return note("free");
}
static int copy(void *to, const void *from, size_t size, const char *what) {
  memcpy(to, from, size);
  note(what);
  return size == 0;
}
int cuMemcpyHtoD_v2(uint64_t to, const void *from, size_t size) {
  return copy((void *)to, from, size, "in");
}
int cuMemcpyDtoH_v2(void *to, uint64_t from, size_t size) {
  return copy(to, (void *)from, size, "out");
}
int cuMemcpyHtoDAsync_v2(uint64_t to, const void *from, size_t size,
                         void *stream) {
  notes.stream = stream;
  return copy((void *)to, from, size, "in");
}
int cuMemcpyDtoHAsync_v2(void *to, uint64_t from, size_t size, void *stream) {
  notes.stream = stream;
  return copy(to, (void *)from, size, "out");
}
int cuLaunchKernel(void *function, unsigned x, unsigned y, unsigned z,
                   unsigned tx, unsigned ty, unsigned tz, unsigned shared,
                   void *stream, void **arguments, void **extra) {
  notes.stream = stream;
  notes.device = stack[depth - 1] == &primary[1];
  if (notes.launches < 4) {
    notes.pointers[notes.launches][0] = *(uint64_t *)arguments[0];
    notes.pointers[notes.launches][1] = *(uint64_t *)arguments[1];
  }
  ++notes.launches;
  notes.blocks = x;
  note("launch");
  return x == 0 || y == 0 || z == 0;
}
