//===- Gpu.c - What kernels ask of a GPU -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Empty tensors give grids of no blocks and buffers of no bytes, which drivers
// refuse. Halide's own functions, renamed to halide_default_..., abort the
// process for these, and where the device has not taken the kernels.
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#define LAUNCH(name)                                                           \
  int halide_default_##name(void *, void *, const char *, int, int, int, int,  \
                            int, int, int, size_t *, void **, int8_t *);       \
  int halide_##name(void *user_context, void *state, const char *entry,        \
                    int blocks_x, int blocks_y, int blocks_z, int threads_x,   \
                    int threads_y, int threads_z, int shared_bytes,            \
                    size_t *sizes, void **arguments, int8_t *are_buffers) {    \
    const struct hysteron_call *call = user_context;                           \
    if (!state)                                                                \
      halide_error(user_context, "the device did not take the kernels");       \
    if (call->error)                                                           \
      return halide_error_code_device_run_failed;                              \
    if (blocks_x <= 0 || blocks_y <= 0 || blocks_z <= 0)                       \
      return 0;                                                                \
    return halide_default_##name(                                              \
        user_context, state, entry, blocks_x, blocks_y, blocks_z, threads_x,   \
        threads_y, threads_z, shared_bytes, sizes, arguments, are_buffers);    \
  }

LAUNCH(cuda_run)
LAUNCH(opencl_run)

typedef int (*allocate)(void *, struct halide_buffer_t *,
                        const struct halide_device_interface_t *);
int halide_default_device_malloc(void *, struct halide_buffer_t *,
                                 const struct halide_device_interface_t *);
int halide_default_device_and_host_malloc(
    void *, struct halide_buffer_t *, const struct halide_device_interface_t *);

/* Memory for a buffer; a few bytes that nobody touches for an empty one. */
static int allocate_some(allocate function, void *user_context,
                         struct halide_buffer_t *buffer,
                         const struct halide_device_interface_t *interface) {
  bool empty = false;
  for (int i = 0; i < buffer->dimensions; ++i)
    empty |= buffer->dim[i].extent <= 0;
  if (!empty)
    return function(user_context, buffer, interface);
  struct halide_dimension_t one = {0, 16, 1, 0}, *dim = buffer->dim;
  int dimensions = buffer->dimensions;
  buffer->dim = &one;
  buffer->dimensions = 1;
  int code = function(user_context, buffer, interface);
  buffer->dim = dim;
  buffer->dimensions = dimensions;
  return code;
}

int halide_device_malloc(void *user_context, struct halide_buffer_t *buffer,
                         const struct halide_device_interface_t *interface) {
  return allocate_some(halide_default_device_malloc, user_context, buffer,
                       interface);
}

int halide_device_and_host_malloc(
    void *user_context, struct halide_buffer_t *buffer,
    const struct halide_device_interface_t *interface) {
  return allocate_some(halide_default_device_and_host_malloc, user_context,
                       buffer, interface);
}
