//===- Cpu.c - Which instructions this processor has -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#if defined(__x86_64__)
#include <cpuid.h>

static uint64_t detect(void) {
  unsigned a, b, c, d;
  uint64_t found = 0;
  if (!__get_cpuid(1, &a, &b, &c, &d))
    return 0;
  if (c & bit_SSE4_1)
    found |= HYSTERON_X86_SSE41;
  if ((c & bit_SSE4_2) && (c & bit_POPCNT))
    found |= HYSTERON_X86_SSE42_POPCNT;
  if (!(c & bit_OSXSAVE))
    return found;
  // What the operating system saves: bits 1 and 2 the AVX registers, 5 to 7
  // those of AVX-512. Without it the instructions fault.
  unsigned state, high;
  __asm__ volatile("xgetbv" : "=a"(state), "=d"(high) : "c"(0));
  if ((state & 0x6) != 0x6 || !(c & bit_AVX))
    return found;
  found |= HYSTERON_X86_AVX;
  if (c & bit_F16C)
    found |= HYSTERON_X86_F16C;
  if (c & bit_FMA)
    found |= HYSTERON_X86_FMA;
  bool movbe = c & bit_MOVBE;
  unsigned ea, eb, ec, ed;
  bool lzcnt = __get_cpuid(0x80000001, &ea, &eb, &ec, &ed) && (ec & (1u << 5));
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d))
    return found;
  if ((b & bit_AVX2) && (b & bit_BMI) && (b & bit_BMI2) && movbe && lzcnt)
    found |= HYSTERON_X86_AVX2;
  unsigned a1 = 0, b1 = 0, c1 = 0, d1 = 0;
  if (a >= 1)
    __get_cpuid_count(7, 1, &a1, &b1, &c1, &d1);
  if (a1 & (1u << 4))
    found |= HYSTERON_X86_AVXVNNI;
  if ((state & 0xe6) != 0xe6 || !(b & bit_AVX512F))
    return found;
  found |= HYSTERON_X86_AVX512F;
  if (b & bit_AVX512CD)
    found |= HYSTERON_X86_AVX512CD;
  if ((b & bit_AVX512BW) && (b & bit_AVX512DQ) && (b & bit_AVX512VL))
    found |= HYSTERON_X86_AVX512_SKYLAKE;
  if ((b & bit_AVX512IFMA) && (c & bit_AVX512VBMI))
    found |= HYSTERON_X86_AVX512_CANNONLAKE;
  if ((c & bit_AVX512VBMI2) && (c & bit_AVX512VNNI) && (c & bit_AVX512BITALG) &&
      (c & bit_AVX512VPOPCNTDQ) && (a1 & (1u << 5)))
    found |= HYSTERON_X86_AVX512_ZEN4;
  if (d & (1u << 23))
    found |= HYSTERON_X86_AVX512_FP16;
  return found;
}

static uint64_t features(void) {
  // cpuid is slow under virtual machines. Every thread finds the same bits,
  // so a race writes the same value; the top bit marks it as known.
  static uint64_t known;
  uint64_t found = __atomic_load_n(&known, __ATOMIC_RELAXED);
  if (!found) {
    found = detect() | (uint64_t)1 << 63;
    __atomic_store_n(&known, found, __ATOMIC_RELAXED);
  }
  return found;
}
#else
static uint64_t features(void) { return 0; }
#endif

const struct hysteron_kernel *hysteron_select(struct hysteron_call *call) {
  const struct hysteron_descriptor *d = call->descriptor;
  for (int i = 0; i < d->kernel_count; ++i) {
    uint64_t wanted = d->kernels[i].features;
    if (!wanted || !(wanted & ~features()))
      return &d->kernels[i];
  }
  hysteron_fail(call, HYSTERON_ERROR_CPU,
                "compiled for %s, whose instructions this processor lacks",
                d->kernels[d->kernel_count - 1].target);
  return NULL;
}
