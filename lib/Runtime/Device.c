//===- Device.c - Memory on the device for one run -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tensors on the device are wrapped, not copied, with one exception: a kernel
// has no way into the middle of an OpenCL allocation but a sub-buffer, and
// those start at multiples of what the device says. A tensor elsewhere has a
// copy.
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

/* Memory on the device in the middle of an OpenCL allocation. */
static int wrap_middle(struct hysteron_call *call,
                       const struct hysteron_view *view, uint64_t handle,
                       const struct halide_device_interface_t *interface,
                       bool input, struct halide_buffer_t *buffer,
                       struct hysteron_middle *middle) {
  int64_t first = view->offset / view->size;
  if (first > INT32_MAX - view->count)
    return hysteron_fail(call, HYSTERON_ERROR_TOO_LARGE,
                         "a byte_offset of %d is too large", view->offset);
  struct halide_buffer_t *whole = &middle->whole, *part = &middle->part;
  middle->all =
      (struct halide_dimension_t){0, (int32_t)(first + view->count), 1, 0};
  middle->some =
      (struct halide_dimension_t){(int32_t)first, (int32_t)view->count, 1, 0};
  *whole = *buffer;
  whole->dimensions = 1;
  whole->dim = &middle->all;
  int code = interface->wrap_native(call, whole, handle, interface);
  if (code)
    return code;
  *part = *whole;
  part->device = 0;
  part->device_interface = NULL;
  part->dim = &middle->some;
  code = interface->device_crop(call, whole, part);
  if (code)
    return code;
  int64_t alignment = hysteron_opencl_alignment(call, handle);
  if (!alignment)
    return call->error;
  middle->copied = view->offset % alignment;
  if (!middle->copied) {
    buffer->device = part->device;
    buffer->device_interface = part->device_interface;
    return 0;
  }
  code = interface->device_malloc(call, buffer, interface);
  if (code || !input)
    return code;
  struct halide_buffer_t copy = *part;
  copy.device = buffer->device;
  copy.device_interface = buffer->device_interface;
  return interface->buffer_copy(call, part, interface, &copy);
}

static int release_middle(struct hysteron_call *call,
                          const struct halide_device_interface_t *interface,
                          bool write, struct halide_buffer_t *buffer,
                          struct hysteron_middle *middle) {
  int code = 0, freed = 0, released = 0;
  if (middle->copied && buffer->device) {
    struct halide_buffer_t copy = middle->part;
    copy.device = buffer->device;
    copy.device_interface = buffer->device_interface;
    if (write)
      code = interface->buffer_copy(call, &copy, interface, &middle->part);
    freed = interface->device_free(call, buffer);
  }
  if (middle->part.device)
    released = interface->device_release_crop(call, &middle->part);
  int detached = interface->detach_native(call, &middle->whole);
  return code ? code : freed ? freed : released ? released : detached;
}

int hysteron_to_device(struct hysteron_call *call,
                       const struct hysteron_view *views,
                       struct halide_buffer_t *buffers,
                       struct hysteron_middle *middles,
                       struct halide_buffer_t *nothing) {
  const struct hysteron_descriptor *d = call->descriptor;
  const struct halide_device_interface_t *interface = d->device_interface();
  for (int i = 0; i < d->inputs + d->outputs; ++i) {
    struct halide_buffer_t *buffer = &buffers[i];
    if (views[i].count == 0) {
      // Neither CUDA nor OpenCL allocates or copies zero bytes; no element of
      // this memory is ever touched.
      buffer->flags = 0;
      if (!nothing->device) {
        int code = interface->device_malloc(call, nothing, interface);
        if (code)
          return code;
      }
      buffer->flags = 0; // nothing to copy, which OpenCL refuses to do
      buffer->device = nothing->device;
      buffer->device_interface = nothing->device_interface;
      continue;
    }
    if (!views[i].on_device)
      continue;
    uint64_t handle = (uint64_t)(uintptr_t)buffer->host;
    buffer->host = NULL;
    buffer->flags = halide_buffer_flag_device_dirty;
    int code = views[i].offset
                   ? wrap_middle(call, &views[i], handle, interface,
                                 i < d->inputs, buffer, &middles[i])
                   : interface->wrap_native(call, buffer, handle, interface);
    if (code)
      return code;
  }
  return 0;
}

int hysteron_from_device(struct hysteron_call *call,
                         const struct hysteron_view *views,
                         struct halide_buffer_t *buffers,
                         struct hysteron_middle *middles,
                         struct halide_buffer_t *nothing, int code) {
  const struct hysteron_descriptor *d = call->descriptor;
  const struct halide_device_interface_t *interface = d->device_interface();
  for (int i = 0; i < d->inputs + d->outputs; ++i) {
    struct halide_buffer_t *buffer = &buffers[i];
    bool write = i >= d->inputs && !code && !call->error;
    int error = 0;
    if (middles[i].whole.device) {
      error = release_middle(call, interface, write, buffer, &middles[i]);
    } else if (views[i].count == 0 || !buffer->device) {
      continue;
    } else if (views[i].on_device) {
      error = interface->detach_native(call, buffer);
    } else {
      if (write)
        error = interface->copy_to_host(call, buffer);
      int freed = interface->device_free(call, buffer);
      error = error ? error : freed;
    }
    code = code ? code : error;
  }
  if (nothing->device) {
    int error = interface->device_free(call, nothing);
    code = code ? code : error;
  }
  return code;
}
