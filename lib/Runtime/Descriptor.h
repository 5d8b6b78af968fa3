//===- Descriptor.h - What a compiled function tells the runtime -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Constant data beside each kernel. lib/Compiler/Wrapper.cpp writes these
// structs as LLVM constants: keep the two in step.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_RUNTIME_DESCRIPTOR_H
#define HYSTERON_RUNTIME_DESCRIPTOR_H

#include <stddef.h>
#include <stdint.h>

struct halide_device_interface_t;

struct hysteron_tensor {
  const char *name; /* "argument 0", for messages */
  int32_t code;     /* DLPack's type code */
  int32_t bits;
  int32_t rank;
  int32_t buffer_rank; /* dimensions of the Halide buffer */
  int32_t mask_of;     /* tensor whose elements this mask has bits for, or -1 */
  int32_t alignment;   /* bytes; what the kernel assumes of the data */
  const int64_t *shape; /* per dimension the static extent, or -1 */
  const int64_t
      *symbols;          /* per dimension the symbolic extent's number, or -1 */
  const int64_t *groups; /* per buffer dimension, outermost first: how many
                            neighbouring dimensions it collapses */
};

enum hysteron_flags {
  HYSTERON_SPLITTABLE = 1, /* element-wise: any part may run on its own */
  HYSTERON_IN_PLACE = 2,   /* an output may lie exactly on an input */
};

/* One compiled version; the first whose features the processor has is run. */
struct hysteron_kernel {
  uint64_t features;
  const char *target;
  int (*argv)(void **arguments);
};

struct hysteron_descriptor {
  const char *function;
  int32_t inputs; /* tensors 0 .. inputs-1, then the outputs */
  int32_t outputs;
  int32_t symbols; /* how many symbolic extents there are */
  int32_t flags;
  int32_t device; /* DLPack's device type that the kernel runs on */
  int32_t kernel_count;
  const struct hysteron_tensor *tensors;
  const struct hysteron_kernel *kernels; /* best first */
  const struct halide_device_interface_t *(*device_interface)(void);
};

/* Instruction sets of x86 that kernels ask for. */
enum hysteron_x86_feature {
  HYSTERON_X86_SSE41 = 1 << 0,
  HYSTERON_X86_SSE42_POPCNT = 1 << 1,
  HYSTERON_X86_AVX = 1 << 2,
  HYSTERON_X86_F16C = 1 << 3,
  HYSTERON_X86_FMA = 1 << 4,
  HYSTERON_X86_AVX2 = 1 << 5, /* with BMI1, BMI2, LZCNT and MOVBE */
  HYSTERON_X86_AVX512F = 1 << 6,
  HYSTERON_X86_AVX512CD = 1 << 7,
  HYSTERON_X86_AVX512_SKYLAKE = 1 << 8,    /* BW, DQ, VL */
  HYSTERON_X86_AVX512_CANNONLAKE = 1 << 9, /* IFMA, VBMI */
  HYSTERON_X86_AVX512_ZEN4 = 1 << 10, /* BF16, BITALG, VBMI2, VNNI, VPOPCNTDQ */
  HYSTERON_X86_AVX512_FP16 = 1 << 11,
  HYSTERON_X86_AVXVNNI = 1 << 12,
};

#endif // HYSTERON_RUNTIME_DESCRIPTOR_H
