//===- cuda-calls.c - A CUDA function on a driver that takes notes --------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cuda-driver.h"
#include "f.h"

#include <stdio.h>
#include <string.h>

static char message[200];
static hysteron_context context = {0, 0, NULL, message, sizeof message};
static int64_t shape[] = {2048};
static float memory[2][2048 + 16] __attribute__((aligned(64)));

static DLTensor tensor(DLDeviceType type, int device, void *data) {
  DLTensor t = {data, {type, device}, 1, {kDLFloat, 32, 1}, shape, NULL, 0};
  return t;
}

static void call(const char *what, DLTensor x, DLTensor y) {
  memset(&notes, 0, sizeof notes);
  int code = f(&context, &x, &y);
  printf("%s: %d %s| %s| %u blocks stream %d device %d", what, code, message,
         notes.calls, notes.blocks, (int)(intptr_t)notes.stream, notes.device);
  for (int i = 0; i < notes.launches; ++i)
    printf(" +%lld +%lld", (long long)(notes.pointers[i][0] - (uint64_t)x.data),
           (long long)(notes.pointers[i][1] - (uint64_t)y.data));
  printf("\n");
}

int main(void) {
  DLTensor cpu[] = {tensor(kDLCPU, 0, memory[0]), tensor(kDLCPU, 0, memory[1])};
  DLTensor gpu[] = {tensor(kDLCUDA, 0, memory[0]),
                    tensor(kDLCUDA, 0, memory[1])};
  DLTensor other[] = {tensor(kDLCUDA, 1, memory[0]),
                      tensor(kDLCUDA, 1, memory[1])};

  call("device tensors", gpu[0], gpu[1]);
  context.stream = (void *)7;
  call("on a stream", gpu[0], gpu[1]);
  call("another device", other[0], other[1]);
  call("from the CPU", cpu[0], gpu[1]);
  context.stream = NULL;
  context.device = 1;
  call("CPU tensors", cpu[0], cpu[1]);
  context.device = 2;
  call("no such device", cpu[0], cpu[1]);
  context.device = 0;
  call("two devices", gpu[0], other[1]);
  gpu[0].byte_offset = 4;
  call("unaligned input", gpu[0], gpu[1]);
  gpu[0].byte_offset = 0;
  gpu[1].byte_offset = 4;
  call("unaligned output", gpu[0], gpu[1]);
  gpu[1].byte_offset = 0;
  gpu[0].byte_offset = 2;
  call("misaligned", gpu[0], gpu[1]);
  gpu[0].byte_offset = 0;
  call("in place", gpu[0], gpu[0]);
  int64_t strides[] = {2};
  gpu[0].strides = strides;
  call("strided", gpu[0], gpu[1]);
  gpu[0].strides = NULL;
  shape[0] = 0;
  call("empty", gpu[0], gpu[1]);
  // Nothing reads or writes this memory, so there need not be so much of it.
  shape[0] = ((int64_t)1 << 31) + 5;
  gpu[1].data = (void *)((uint64_t)gpu[0].data + ((uint64_t)1 << 40));
  call("in parts", gpu[0], gpu[1]);
  return 0;
}
