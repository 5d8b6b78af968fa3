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

enum { queue_context = 0x1090 }; /* CL_QUEUE_CONTEXT */

int halide_default_acquire_cl_context(void *, void **, void **, bool);
int halide_default_release_cl_context(void *);

static void *get_queue(void *user_context) {
  const struct hysteron_call *call = user_context;
  return call && call->context ? call->context->stream : NULL;
}

int halide_acquire_cl_context(void *user_context, void **context, void **queue,
                              bool create) {
  *queue = get_queue(user_context);
  if (!*queue)
    return halide_default_acquire_cl_context(user_context, context, queue,
                                             create);
  int (*get_info)(void *queue, unsigned what, size_t size, void *value,
                  size_t *written) = NULL;
  void *library = halide_load_library("libOpenCL.so.1");
  if (library)
    *(void **)&get_info =
        halide_get_library_symbol(library, "clGetCommandQueueInfo");
  if (!get_info ||
      get_info(*queue, queue_context, sizeof *context, context, NULL)) {
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
