//===- opencl-tensors.c - The caller's own OpenCL memory ------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "f.h"

#include <stdio.h>
#include <unistd.h>

// What is needed of OpenCL, whose headers may not be installed.
int clGetPlatformIDs(unsigned, void **, unsigned *);
int clGetDeviceIDs(void *, uint64_t, unsigned, void **, unsigned *);
void *clCreateContext(const void *, unsigned, void **, void *, void *, int *);
void *clCreateCommandQueue(void *, void *, uint64_t, int *);
void *clCreateBuffer(void *, uint64_t, size_t, void *, int *);
int clEnqueueWriteBuffer(void *, void *, unsigned, size_t, size_t, const void *,
                         unsigned, void *, void *);
int clEnqueueReadBuffer(void *, void *, unsigned, size_t, size_t, void *,
                        unsigned, void *, void *);
void *clCreateUserEvent(void *, int *);
int clSetUserEventStatus(void *, int);
int clEnqueueMarkerWithWaitList(void *, unsigned, void **, void *);

enum { count = 3000, offset = 1024 };

int main(void) {
  void *platform, *device;
  if (clGetPlatformIDs(1, &platform, NULL) ||
      clGetDeviceIDs(platform, 0xFFFFFFFF, 1, &device, NULL))
    return 2;
  void *opencl = clCreateContext(NULL, 1, &device, NULL, NULL, NULL);
  void *queue = clCreateCommandQueue(opencl, device, 0, NULL);
  static float x[count], y[count];
  for (int i = 0; i < count; ++i)
    x[i] = (float)(i - 1000);
  void *xs = clCreateBuffer(opencl, 1, sizeof x, NULL, NULL);
  void *ys = clCreateBuffer(opencl, 1, sizeof y, NULL, NULL);
  // What the queue holds waits for an event: the kernel has to wait with it.
  void *start = clCreateUserEvent(opencl, NULL);
  if (clEnqueueWriteBuffer(queue, ys, 1, 0, sizeof y, y, 0, NULL, NULL) ||
      clEnqueueMarkerWithWaitList(queue, 1, &start, NULL) ||
      clEnqueueWriteBuffer(queue, xs, 0, 0, sizeof x, x, 0, NULL, NULL))
    return 2;

  char message[300] = "";
  hysteron_context context = {0, 0, queue, message, sizeof message};
  int64_t shape[] = {count - offset};
  DLTensor X = {xs,    {kDLOpenCL, 0}, 1, {kDLFloat, 32, 1},
                shape, NULL,           offset * sizeof(float)},
           Y = X;
  Y.data = ys;
  int code = f(&context, &X, &Y);
  printf("offset: %d %s\n", code, message);
  usleep(20000);
  if (clSetUserEventStatus(start, 0) ||
      clEnqueueReadBuffer(queue, ys, 1, 0, sizeof y, y, 0, NULL, NULL))
    return 2;
  int wrong = 0;
  for (int i = 0; i < count; ++i) {
    float input = i < offset ? 0 : x[i];
    wrong += y[i] != (input > 0 ? input : 0);
  }
  printf("wrong: %d\n", wrong);

  // A tensor on the CPU beside one on the device.
  X.byte_offset = 0;
  DLTensor Host = X;
  Host.data = y;
  Host.device.device_type = kDLCPU;
  code = f(&context, &X, &Host);
  printf("to the CPU: %d %s\n", code, message);
  wrong = 0;
  for (int i = 0; i < count - offset; ++i)
    wrong += y[i] != (x[i] > 0 ? x[i] : 0);
  printf("wrong: %d\n", wrong);

  // Where no sub-buffer may start; what lies around the tensor stays.
  for (int i = 0; i < count; ++i)
    y[i] = 7;
  clEnqueueWriteBuffer(queue, ys, 1, 0, sizeof y, y, 0, NULL, NULL);
  X.byte_offset = 4;
  Y.byte_offset = 12;
  code = f(&context, &X, &Y);
  printf("unaligned: %d %s\n", code, message);
  clEnqueueReadBuffer(queue, ys, 1, 0, sizeof y, y, 0, NULL, NULL);
  wrong = 0;
  for (int i = 0; i < count; ++i) {
    float input = i < 3 || i >= 3 + count - offset ? 7 : x[i - 2];
    wrong += y[i] != (input > 0 ? input : 0);
  }
  printf("wrong: %d\n", wrong);
  code = f(&context, &Y, &Y);
  printf("in place: %d %s\n", code, message);

  Y.byte_offset = 2;
  code = f(&context, &X, &Y);
  printf("misaligned: %d %s\n", code, message);
  X.byte_offset = Y.byte_offset = 0;
  Y.data = xs;
  code = f(&context, &X, &Y);
  printf("in place: %d %s\n", code, message);
  Y.byte_offset = 1024;
  code = f(&context, &X, &Y);
  printf("overlapping: %d %s\n", code, message);
  return 0;
}
