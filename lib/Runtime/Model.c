//===- Model.c - Kernels inside of whole models ---------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The code between the kernels of a model was compiled by MLIR, whose tensors
// are memrefs. To hysteron_invoke a model is a kernel like any other; what it
// calls comes here and goes through hysteron_invoke again.
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

/* MLIR's descriptor of a memref: `rank` sizes, then as many strides. */
struct memref {
  char *allocated, *aligned;
  int64_t offset; /* in elements */
  int64_t sizes[];
};

/* Fills the descriptor of an argument of the model. Halide's first dimension is
 * the innermost. */
void hysteron_model_memref(const struct halide_buffer_t *buffer,
                           struct memref *memref) {
  int rank = buffer->dimensions;
  memref->allocated = memref->aligned = (char *)buffer->host;
  memref->offset = 0;
  for (int i = 0; i < rank; ++i) {
    memref->sizes[i] = buffer->dim[rank - 1 - i].extent;
    memref->sizes[rank + i] = buffer->dim[rank - 1 - i].stride;
  }
}

void hysteron_model_call(struct hysteron_call *call,
                         const struct hysteron_descriptor *descriptor,
                         struct memref *const *memrefs) {
  // After an error nobody reads what the rest of the model computes.
  if (call->error)
    return;
  int count = descriptor->inputs + descriptor->outputs;
  DLTensor tensors[count], *pointers[count];
  for (int i = 0; i < count; ++i) {
    const struct hysteron_tensor *expected = &descriptor->tensors[i];
    pointers[i] = &tensors[i];
    tensors[i] = (DLTensor){
        .data = memrefs[i]->aligned,
        .device = {kDLCPU, 0},
        .ndim = expected->rank,
        .dtype = {(uint8_t)expected->code, (uint8_t)expected->bits, 1},
        .shape = memrefs[i]->sizes,
        .strides = memrefs[i]->sizes + expected->rank,
        .byte_offset = (uint64_t)(memrefs[i]->offset * (expected->bits / 8))};
  }
  call->error = hysteron_invoke(call->context, descriptor, pointers);
}
