//===- Runtime.h - Inside of the runtime -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_RUNTIME_RUNTIME_H
#define HYSTERON_RUNTIME_RUNTIME_H

#include "HalideRuntime.h"

#include "Context.h"
#include "Descriptor.h"

#include <dlpack/dlpack.h>

/* The most elements that one run of a kernel covers: Halide's indices are
 * 32 bits. A multiple of 512, so that masks split at whole blocks. */
#ifndef HYSTERON_MAX_ELEMENTS
#define HYSTERON_MAX_ELEMENTS ((int64_t)1 << 30)
#endif

/* One call. Halide hands it to every function below as the user context. */
struct hysteron_call {
  const hysteron_context *context; /* may be NULL */
  const struct hysteron_descriptor *descriptor;
  int device; /* index of the GPU */
  int error;  /* code of the first error */
};

/* A tensor of the call after checking. */
struct hysteron_view {
  char *data;        /* first element; a cl_mem for an OpenCL tensor */
  int64_t offset;    /* bytes to add to an OpenCL handle */
  int64_t count;     /* elements */
  int64_t low, high; /* bytes touched, relative to data */
  int32_t size;      /* bytes of an element */
  bool on_device;
  bool contiguous;
  bool must_copy; /* the kernel may not run on the data itself */
  char *copy;     /* contiguous copy to use instead of data, or NULL */
};

/* Writes the message of the first error and returns its code. The format
 * knows %s (string), %d (int64_t) and %% only. */
int hysteron_fail(struct hysteron_call *call, int code, const char *format,
                  ...);

/* Checks everything about the tensors and fills the views. */
int hysteron_check(struct hysteron_call *call, DLTensor *const *tensors,
                   struct hysteron_view *views);

/* Copies between a strided tensor and contiguous memory. */
void hysteron_gather(const DLTensor *tensor, const char *data, int64_t size,
                     char *contiguous);
void hysteron_scatter(const DLTensor *tensor, char *data, int64_t size,
                      const char *contiguous);

/* A tensor in the middle of an OpenCL allocation, for one run. */
struct hysteron_middle {
  struct halide_buffer_t whole, part; /* the allocation, and the tensor in it */
  struct halide_dimension_t all, some; /* their elements */
  bool copied;                         /* the kernel works on a copy of it */
};

/* Gives the buffers of one run their memory on the device; empty ones share
 * `nothing`. */
int hysteron_to_device(struct hysteron_call *call,
                       const struct hysteron_view *views,
                       struct halide_buffer_t *buffers,
                       struct hysteron_middle *middles,
                       struct halide_buffer_t *nothing);

/* Copies results to CPU tensors and gives the device's memory back. Returns
 * `code`, or the first error where that is 0. */
int hysteron_from_device(struct hysteron_call *call,
                         const struct hysteron_view *views,
                         struct halide_buffer_t *buffers,
                         struct hysteron_middle *middles,
                         struct halide_buffer_t *nothing, int code);

/* The bytes at whose multiples a part of an OpenCL allocation may start, on
 * each of its devices, or 0 after reporting an error. */
int64_t hysteron_opencl_alignment(struct hysteron_call *call, uint64_t memory);

/* The kernel to run here, or NULL after reporting an error. */
const struct hysteron_kernel *hysteron_select(struct hysteron_call *call);

/* What each compiled function calls. */
int hysteron_invoke(const hysteron_context *context,
                    const struct hysteron_descriptor *descriptor,
                    DLTensor *const *tensors);

#endif // HYSTERON_RUNTIME_RUNTIME_H
