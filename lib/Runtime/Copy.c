//===- Copy.c - Strided tensors to contiguous memory and back -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#define COPY(type)                                                             \
  for (int64_t i = 0; i < count; ++i) {                                        \
    type element;                                                              \
    __builtin_memcpy(&element, from + i * from_step, sizeof element);          \
    __builtin_memcpy(to + i * to_step, &element, sizeof element);              \
  }                                                                            \
  break

/* A row of elements; neither side need be aligned. */
static void copy_row(char *to, int64_t to_step, const char *from,
                     int64_t from_step, int64_t count, int64_t size) {
  if (to_step == size && from_step == size) {
    __builtin_memcpy(to, from, (size_t)(count * size));
    return;
  }
  switch (size) {
  case 1:
    COPY(uint8_t);
  case 2:
    COPY(uint16_t);
  case 4:
    COPY(uint32_t);
  case 8:
    COPY(uint64_t);
  }
}

/* Rows of the tensor in order; `to_tensor` says which side is strided. */
static void copy(const DLTensor *tensor, char *strided, int64_t size,
                 char *contiguous, bool to_tensor) {
  int rank = tensor->ndim;
  int64_t row = 1, step = 1, rows = 1;
  if (rank) {
    row = tensor->shape[rank - 1];
    step = tensor->strides ? tensor->strides[rank - 1] : 1;
  }
  for (int i = 0; i < rank - 1; ++i)
    rows *= tensor->shape[i];
  if (!row || !rows)
    return;
  int64_t index[rank + 1];
  for (int i = 0; i < rank; ++i)
    index[i] = 0;
  for (int64_t r = 0; r < rows; ++r) {
    int64_t offset = 0;
    if (tensor->strides)
      for (int i = 0; i < rank - 1; ++i)
        offset += index[i] * tensor->strides[i];
    else
      offset = r * row;
    char *there = strided + offset * size, *here = contiguous + r * row * size;
    if (to_tensor)
      copy_row(there, step * size, here, size, row, size);
    else
      copy_row(here, size, there, step * size, row, size);
    for (int i = rank - 2; i >= 0 && ++index[i] == tensor->shape[i]; --i)
      index[i] = 0;
  }
}

void hysteron_gather(const DLTensor *tensor, const char *data, int64_t size,
                     char *contiguous) {
  copy(tensor, (char *)data, size, contiguous, false);
}

void hysteron_scatter(const DLTensor *tensor, char *data, int64_t size,
                      const char *contiguous) {
  copy(tensor, data, size, (char *)contiguous, true);
}
