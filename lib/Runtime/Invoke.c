//===- Invoke.c - One call of a compiled function -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

/* The part of an element-wise call that one run of the kernel covers. */
struct part {
  int64_t first, count;
};

static bool is_mask(const struct hysteron_tensor *tensor) {
  return tensor->mask_of >= 0;
}

static int64_t mask_bytes(int64_t elements) {
  return 64 * ((elements + 511) / 512);
}

/* Fills the dimensions of a buffer over contiguous memory: Halide's first
 * dimension is the innermost. */
static void describe(const struct hysteron_tensor *tensor, const int64_t *shape,
                     const struct part *part, struct halide_buffer_t *buffer,
                     struct halide_dimension_t *dims) {
  int dimension = tensor->rank;
  int64_t stride = 1;
  buffer->dimensions = tensor->buffer_rank;
  buffer->dim = dims;
  for (int i = 0; i < tensor->buffer_rank; ++i) {
    int64_t extent = 1;
    for (int64_t g = tensor->groups[tensor->buffer_rank - 1 - i]; g; --g)
      extent *= shape[--dimension];
    if (part)
      extent = is_mask(tensor) ? mask_bytes(part->count) : part->count;
    dims[i].min = 0;
    dims[i].extent = (int32_t)extent;
    dims[i].stride = (int32_t)stride;
    dims[i].flags = 0;
    stride *= extent;
  }
  // To Halide the 16-bit floats are bits, and no integer has a sign.
  buffer->type.code =
      tensor->code == kDLFloat && tensor->bits > 16 ? kDLFloat : kDLUInt;
  buffer->type.bits = (uint8_t)tensor->bits;
  buffer->type.lanes = 1;
}

/* Runs the kernel once, on everything or on a part. */
static int run(struct hysteron_call *call, const struct hysteron_kernel *kernel,
               DLTensor *const *tensors, const struct hysteron_view *views,
               const struct part *part) {
  const struct hysteron_descriptor *d = call->descriptor;
  int count = d->inputs + d->outputs, dims_count = 1;
  for (int i = 0; i < count; ++i)
    dims_count += d->tensors[i].buffer_rank;
  struct halide_buffer_t buffers[count];
  struct hysteron_middle middles[count];
  struct halide_dimension_t dims[dims_count];
  void *user_context = call;
  void *arguments[1 + count];
  arguments[0] = &user_context;
  struct halide_dimension_t *next = dims;
  for (int i = 0; i < count; ++i) {
    const struct hysteron_tensor *tensor = &d->tensors[i];
    char *data = views[i].copy ? views[i].copy : views[i].data;
    if (part && tensor->buffer_rank)
      data += (is_mask(tensor) ? mask_bytes(part->first) : part->first) *
              views[i].size;
    buffers[i] = (struct halide_buffer_t){0};
    middles[i] = (struct hysteron_middle){0};
    describe(tensor, tensors[i]->shape, part, &buffers[i], next);
    buffers[i].host = (uint8_t *)data;
    if (i < d->inputs)
      buffers[i].flags = halide_buffer_flag_host_dirty;
    next += tensor->buffer_rank;
    arguments[1 + i] = &buffers[i];
  }

  int code = 0;
  struct halide_dimension_t one = {0, 16, 1, 0};
  struct halide_buffer_t nothing = {.dim = &one, .dimensions = 1};
  nothing.type.code = kDLUInt;
  nothing.type.bits = 8;
  nothing.type.lanes = 1;
  bool gpu = d->device != kDLCPU;
  if (gpu)
    code = hysteron_to_device(call, views, buffers, middles, &nothing);
  // Kernels carry no checks of their own, so an error that Halide's runtime
  // reported on the way shows in the call and not in the kernel's result.
  if (!code && !call->error)
    code = kernel->argv(arguments);
  // What went wrong on the way stays the error; memory goes back either way.
  if (gpu)
    code = hysteron_from_device(call, views, buffers, middles, &nothing, code);
  if (code && !call->error)
    hysteron_fail(call, HYSTERON_ERROR_RUN, "failed with Halide's error %d",
                  (int64_t)code);
  return call->error;
}

/* Contiguous copies of what the kernel cannot take as it is. Everything is
 * allocated before anything is copied. */
static int make_copies(struct hysteron_call *call, DLTensor *const *tensors,
                       struct hysteron_view *views) {
  const struct hysteron_descriptor *d = call->descriptor;
  for (int i = 0; i < d->inputs + d->outputs; ++i) {
    struct hysteron_view *view = &views[i];
    if (view->on_device || !view->count)
      continue;
    // The device's copy is aligned whatever the CPU's is.
    int alignment = d->device == kDLCPU ? d->tensors[i].alignment : view->size;
    if (view->contiguous && !view->must_copy &&
        (uintptr_t)view->data % (uintptr_t)alignment == 0)
      continue;
    view->copy = halide_malloc(call, (size_t)(view->count * view->size));
    if (!view->copy)
      return hysteron_fail(call, HYSTERON_ERROR_MEMORY,
                           "no memory for a contiguous copy of %s",
                           d->tensors[i].name);
  }
  for (int i = 0; i < d->inputs; ++i)
    if (views[i].copy)
      hysteron_gather(tensors[i], views[i].data, views[i].size, views[i].copy);
  return 0;
}

static void finish_copies(struct hysteron_call *call, DLTensor *const *tensors,
                          struct hysteron_view *views) {
  const struct hysteron_descriptor *d = call->descriptor;
  for (int i = 0; i < d->inputs + d->outputs; ++i) {
    if (!views[i].copy)
      continue;
    if (i >= d->inputs && !call->error)
      hysteron_scatter(tensors[i], views[i].data, views[i].size, views[i].copy);
    halide_free(call, views[i].copy);
  }
}

/* Runs the kernel on all elements, in parts where they are too many. */
static int run_all(struct hysteron_call *call,
                   const struct hysteron_kernel *kernel,
                   DLTensor *const *tensors, const struct hysteron_view *views,
                   int64_t most) {
  if (most <= HYSTERON_MAX_ELEMENTS)
    return run(call, kernel, tensors, views, NULL);
  for (struct part part = {0, 0}; part.first < most; part.first += part.count) {
    int64_t rest = most - part.first;
    part.count = rest < HYSTERON_MAX_ELEMENTS ? rest : HYSTERON_MAX_ELEMENTS;
    int code = run(call, kernel, tensors, views, &part);
    if (code)
      return code;
  }
  return 0;
}

int hysteron_invoke(const hysteron_context *context,
                    const struct hysteron_descriptor *descriptor,
                    DLTensor *const *tensors) {
  const struct hysteron_descriptor *d = descriptor;
  struct hysteron_call call = {context, d, context ? context->device : 0, 0};
  if (context && context->message && context->message_size)
    context->message[0] = 0;
  struct hysteron_view views[d->inputs + d->outputs];
  const struct hysteron_kernel *kernel = hysteron_select(&call);
  if (!kernel || hysteron_check(&call, tensors, views))
    return call.error;

  int64_t most = 0, written = 0;
  bool handles = false;
  for (int i = 0; i < d->inputs + d->outputs; ++i) {
    // A mask has fewer bytes than its tensor has elements.
    if (views[i].count > most)
      most = views[i].count;
    if (i >= d->inputs)
      written += views[i].count;
    handles |= views[i].on_device && d->device == kDLOpenCL;
  }
  if (!written)
    return HYSTERON_OK;
  if (most > HYSTERON_MAX_ELEMENTS &&
      (!(d->flags & HYSTERON_SPLITTABLE) || handles))
    return hysteron_fail(&call, HYSTERON_ERROR_TOO_LARGE,
                         "%d elements are more than the %d of this kernel, "
                         "which cannot run in parts",
                         most, HYSTERON_MAX_ELEMENTS);

  int major, minor;
  if (d->device != kDLCPU &&
      d->device_interface()->compute_capability(&call, &major, &minor)) {
    // Where Halide gave the reason, this adds nothing to the message.
    hysteron_fail(&call, HYSTERON_ERROR_DEVICE, "no device to run on");
    return HYSTERON_ERROR_DEVICE;
  }
  if (!make_copies(&call, tensors, views))
    run_all(&call, kernel, tensors, views, most);
  finish_copies(&call, tensors, views);
  return call.error;
}
