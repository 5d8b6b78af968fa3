//===- Check.c - Whether the tensors of a call fit -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#define FAIL(code, ...)                                                        \
  return hysteron_fail(call, HYSTERON_ERROR_##code, __VA_ARGS__)

static const char *type_name(int code, int bits, int lanes) {
  if (lanes == 1) {
    if (code == kDLFloat)
      return bits == 16   ? "float16"
             : bits == 32 ? "float32"
             : bits == 64 ? "float64"
                          : "an unknown float type";
    if (code == kDLBfloat && bits == 16)
      return "bfloat16";
    if (code == kDLInt)
      return bits == 8    ? "int8"
             : bits == 16 ? "int16"
             : bits == 32 ? "int32"
             : bits == 64 ? "int64"
                          : "an unknown integer type";
    if (code == kDLUInt)
      return bits == 8    ? "uint8"
             : bits == 16 ? "uint16"
             : bits == 32 ? "uint32"
             : bits == 64 ? "uint64"
                          : "an unknown integer type";
  }
  return lanes == 1 ? "an unknown type" : "a vector type";
}

static const char *device_name(int type) {
  switch (type) {
  case kDLCPU:
    return "the CPU";
  case kDLCUDA:
    return "a CUDA device";
  case kDLOpenCL:
    return "an OpenCL device";
  default:
    return "another kind of device";
  }
}

static int check_type(struct hysteron_call *call,
                      const struct hysteron_tensor *expected,
                      const DLTensor *given) {
  int code = given->dtype.code;
  // Masks are bytes; whether their type has a sign means nothing.
  if (expected->code == kDLInt && expected->bits == 8 && code == kDLUInt)
    code = kDLInt;
  if (code != expected->code || given->dtype.bits != expected->bits ||
      given->dtype.lanes != 1)
    FAIL(TYPE, "%s is %s, expected %s", expected->name,
         type_name(given->dtype.code, given->dtype.bits, given->dtype.lanes),
         type_name(expected->code, expected->bits, 1));
  return 0;
}

/* A symbolic extent: its value, and the dimension that gave it. */
struct symbol {
  int64_t extent;
  int32_t tensor; /* -1 while unknown */
  int32_t dimension;
};

static int check_shape(struct hysteron_call *call, int index,
                       const DLTensor *given, struct symbol *symbols,
                       int64_t *count) {
  const struct hysteron_tensor *tensors = call->descriptor->tensors;
  const struct hysteron_tensor *expected = &tensors[index];
  if (given->ndim != expected->rank)
    FAIL(SHAPE, "%s has %d dimensions, expected %d", expected->name,
         (int64_t)given->ndim, (int64_t)expected->rank);
  if (given->ndim && !given->shape)
    FAIL(NULL, "%s has no shape", expected->name);
  *count = 1;
  bool empty = false;
  for (int32_t i = 0; i < expected->rank; ++i) {
    int64_t extent = given->shape[i];
    if (extent < 0)
      FAIL(SHAPE, "dimension %d of %s is %d, which is negative", (int64_t)i,
           expected->name, extent);
    if (expected->shape[i] >= 0 && extent != expected->shape[i])
      FAIL(SHAPE, "dimension %d of %s is %d, expected %d", (int64_t)i,
           expected->name, extent, expected->shape[i]);
    if (expected->symbols[i] >= 0) {
      struct symbol *symbol = &symbols[expected->symbols[i]];
      if (symbol->tensor < 0) {
        symbol->extent = extent;
        symbol->tensor = index;
        symbol->dimension = i;
      } else if (symbol->extent != extent) {
        FAIL(SHAPE, "dimension %d of %s is %d, but dimension %d of %s is %d",
             (int64_t)i, expected->name, extent, (int64_t)symbol->dimension,
             tensors[symbol->tensor].name, symbol->extent);
      }
    }
    empty |= extent == 0;
    // Zeros are kept out of the product so that a later one does not hide
    // an overflow.
    if (extent && __builtin_mul_overflow(*count, extent, count))
      FAIL(TOO_LARGE, "%s has more elements than can be counted",
           expected->name);
  }
  if (empty)
    *count = 0;
  if (*count > INT64_MAX / 16)
    FAIL(TOO_LARGE, "%s has more elements than can be addressed",
         expected->name);
  return 0;
}

static int check_device(struct hysteron_call *call,
                        const struct hysteron_tensor *expected,
                        const DLTensor *given, bool *device_known,
                        struct hysteron_view *view) {
  int type = given->device.device_type;
  int wanted = call->descriptor->device;
  // Pinned memory is CPU memory; managed memory is the GPU's for its kernels.
  if (type == kDLCPU || type == kDLCUDAHost)
    return 0;
  if (type == kDLCUDAManaged)
    type = wanted == kDLCUDA ? kDLCUDA : kDLCPU;
  if (type == kDLCPU)
    return 0;
  if (type != wanted)
    FAIL(DEVICE, "%s is on %s, but this kernel runs on %s", expected->name,
         device_name(type), device_name(wanted));
  if (*device_known && call->device != given->device.device_id)
    FAIL(DEVICE, "%s is on device %d, but other tensors are on device %d",
         expected->name, (int64_t)given->device.device_id,
         (int64_t)call->device);
  call->device = given->device.device_id;
  *device_known = true;
  view->on_device = true;
  return 0;
}

/* Whether no two indices of the tensor reach the same element. Sufficient, not
 * necessary: each dimension must step over all that the smaller steps cover. */
static bool is_injective(const DLTensor *given) {
  int64_t covered = 1, last = 0;
  for (;;) {
    int next = -1;
    int64_t step = INT64_MAX, extent = 0;
    int equal = 0;
    for (int i = 0; i < given->ndim; ++i) {
      int64_t stride = given->strides[i];
      stride = stride < 0 ? -stride : stride;
      if (given->shape[i] <= 1)
        continue;
      if (stride == 0)
        return false;
      if (stride > last && stride < step) {
        next = i;
        step = stride;
        extent = given->shape[i];
        equal = 1;
      } else if (stride == step) {
        ++equal;
      }
    }
    if (next < 0)
      return true;
    if (equal > 1 || step < covered)
      return false;
    covered += step * (extent - 1);
    last = step;
  }
}

static int check_layout(struct hysteron_call *call,
                        const struct hysteron_tensor *expected,
                        const DLTensor *given, bool output,
                        struct hysteron_view *view) {
  view->contiguous = true;
  view->low = 0;
  view->high = view->count * view->size;
  if (view->count == 0)
    return 0;
  if (!given->data)
    FAIL(NULL, "%s has no data", expected->name);
  if (given->strides) {
    int64_t dense = 1, low = 0, high = 0;
    for (int i = given->ndim - 1; i >= 0; --i) {
      int64_t steps = given->shape[i] - 1, reach;
      if (steps && given->strides[i] != dense)
        view->contiguous = false;
      dense *= given->shape[i];
      if (__builtin_mul_overflow(given->strides[i], steps, &reach) ||
          __builtin_add_overflow(reach < 0 ? low : high, reach,
                                 reach < 0 ? &low : &high) ||
          low < -(INT64_MAX / 16) || high > INT64_MAX / 16)
        FAIL(LAYOUT, "the strides of %s reach too far", expected->name);
    }
    view->low = low * view->size;
    view->high = (high + 1) * view->size;
    if (output && !view->contiguous && !is_injective(given))
      FAIL(LAYOUT, "the strides of %s make its elements overlap",
           expected->name);
  }
  if (!view->on_device)
    return 0;
  if (!view->contiguous)
    FAIL(LAYOUT, "%s is strided; tensors on a device must be contiguous",
         expected->name);
  // An OpenCL allocation is aligned; the handle's own bits say nothing.
  int64_t place = call->descriptor->device == kDLOpenCL
                      ? view->offset
                      : (int64_t)(intptr_t)view->data;
  if (place % expected->alignment)
    FAIL(LAYOUT, "%s is not aligned to %d bytes", expected->name,
         (int64_t)expected->alignment);
  return 0;
}

/* Whether the memory of two tensors meets. `handles` says that tensors on the
 * device have handles (OpenCL) in place of addresses. */
static bool overlap(const struct hysteron_view *a,
                    const struct hysteron_view *b, bool handles) {
  if (!a->count || !b->count || a->on_device != b->on_device)
    return false;
  if (a->on_device && handles && a->data != b->data)
    return false;
  const char *a_data = a->data + a->offset, *b_data = b->data + b->offset;
  return a_data + a->low < b_data + b->high &&
         b_data + b->low < a_data + a->high;
}

static bool same_layout(const DLTensor *a, const struct hysteron_view *a_view,
                        const DLTensor *b, const struct hysteron_view *b_view) {
  if (a_view->data != b_view->data || a_view->offset != b_view->offset ||
      a_view->count != b_view->count || a_view->size != b_view->size)
    return false;
  if (a_view->contiguous && b_view->contiguous)
    return true;
  if (a_view->contiguous != b_view->contiguous || a->ndim != b->ndim)
    return false;
  for (int i = 0; i < a->ndim; ++i)
    if (a->shape[i] != b->shape[i] || a->strides[i] != b->strides[i])
      return false;
  return true;
}

static int check_overlap(struct hysteron_call *call, DLTensor *const *tensors,
                         struct hysteron_view *views) {
  const struct hysteron_descriptor *d = call->descriptor;
  for (int o = d->inputs; o < d->inputs + d->outputs; ++o) {
    for (int i = 0; i < o; ++i) {
      if (!overlap(&views[i], &views[o], d->device == kDLOpenCL))
        continue;
      if (i >= d->inputs)
        FAIL(OVERLAP, "%s and %s share memory", d->tensors[i].name,
             d->tensors[o].name);
      if (!same_layout(tensors[i], &views[i], tensors[o], &views[o]))
        FAIL(OVERLAP, "%s overlaps %s without being exactly the same memory",
             d->tensors[o].name, d->tensors[i].name);
      if (d->flags & HYSTERON_IN_PLACE)
        continue;
      // The input is read after some of the output is written: a copy of it
      // is read instead, made where we can.
      if (views[i].on_device)
        FAIL(OVERLAP,
             "%s and %s are the same memory, which this kernel cannot do on a "
             "device",
             d->tensors[o].name, d->tensors[i].name);
      views[i].must_copy = true;
    }
  }
  return 0;
}

int hysteron_check(struct hysteron_call *call, DLTensor *const *tensors,
                   struct hysteron_view *views) {
  const struct hysteron_descriptor *d = call->descriptor;
  struct symbol symbols[d->symbols + 1];
  for (int i = 0; i < d->symbols; ++i)
    symbols[i].tensor = -1;
  bool device_known = false;
  int code;
  for (int i = 0; i < d->inputs + d->outputs; ++i) {
    const struct hysteron_tensor *expected = &d->tensors[i];
    const DLTensor *given = tensors[i];
    if (!given)
      FAIL(NULL, "%s is NULL", expected->name);
    struct hysteron_view *view = &views[i];
    view->on_device = false;
    view->must_copy = false;
    view->copy = NULL;
    view->size = expected->bits / 8;
    if ((code = check_type(call, expected, given)) ||
        (code = check_shape(call, i, given, symbols, &view->count)) ||
        (code = check_device(call, expected, given, &device_known, view)))
      return code;
    view->data = given->data;
    view->offset = (int64_t)given->byte_offset;
    if (!(view->on_device && d->device == kDLOpenCL)) {
      view->data += view->offset;
      view->offset = 0;
    }
    if ((code = check_layout(call, expected, given, i >= d->inputs, view)))
      return code;
  }
  for (int i = 0; i < d->inputs + d->outputs; ++i) {
    if (d->tensors[i].mask_of < 0)
      continue;
    int64_t elements = views[d->tensors[i].mask_of].count;
    int64_t bytes = 64 * ((elements + 511) / 512);
    if (views[i].count != bytes)
      FAIL(SHAPE, "%s has %d bytes, expected %d for the %d elements of %s",
           d->tensors[i].name, views[i].count, bytes, elements,
           d->tensors[d->tensors[i].mask_of].name);
  }
  return check_overlap(call, tensors, views);
}
