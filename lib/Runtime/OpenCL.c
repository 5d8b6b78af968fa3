//===- OpenCL.c - The caller's OpenCL context -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A cl_mem means nothing outside of its context. With a command queue as the
// call's stream, that queue and its context are used; without, Halide makes a
// context for the process (renamed to halide_default_...).
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

enum {
  queue_context = 0x1090,   /* CL_QUEUE_CONTEXT */
  memory_context = 0x1106,  /* CL_MEM_CONTEXT */
  context_devices = 0x1081, /* CL_CONTEXT_DEVICES */
  base_alignment = 0x1019,  /* CL_DEVICE_MEM_BASE_ADDR_ALIGN, in bits */
};

int halide_default_acquire_cl_context(void *, void **, void **, bool);
int halide_default_release_cl_context(void *);

static void *get_queue(void *user_context) {
  const struct hysteron_call *call = user_context;
  return call && call->context ? call->context->stream : NULL;
}

/* What one of OpenCL's functions says of an object. */
static bool get_info(const char *function, void *object, unsigned what,
                     size_t size, void *value) {
  int (*get)(void *, unsigned, size_t, void *, size_t *) = NULL;
  void *library = halide_load_library("libOpenCL.so.1");
  if (library)
    *(void **)&get = halide_get_library_symbol(library, function);
  return get && !get(object, what, size, value, NULL);
}

int halide_acquire_cl_context(void *user_context, void **context, void **queue,
                              bool create) {
  *queue = get_queue(user_context);
  if (!*queue)
    return halide_default_acquire_cl_context(user_context, context, queue,
                                             create);
  if (!get_info("clGetCommandQueueInfo", *queue, queue_context, sizeof *context,
                context)) {
    halide_error(user_context, "the stream is no OpenCL command queue");
    return halide_error_code_gpu_device_error;
  }
  return 0;
}

int halide_release_cl_context(void *user_context) {
  return get_queue(user_context)
             ? 0
             : halide_default_release_cl_context(user_context);
}

int64_t hysteron_opencl_alignment(struct hysteron_call *call, uint64_t memory) {
  enum { most_devices = 16 };
  void *context, *devices[most_devices] = {NULL};
  int64_t alignment = 0;
  if (get_info("clGetMemObjectInfo", (void *)(uintptr_t)memory, memory_context,
               sizeof context, &context) &&
      get_info("clGetContextInfo", context, context_devices, sizeof devices,
               devices))
    for (int i = 0; i < most_devices && devices[i]; ++i) {
      unsigned bits;
      if (get_info("clGetDeviceInfo", devices[i], base_alignment, sizeof bits,
                   &bits) &&
          bits / 8 > alignment)
        alignment = bits / 8;
    }
  if (!alignment)
    halide_error(call, "the device does not say how it aligns memory");
  return alignment;
}
