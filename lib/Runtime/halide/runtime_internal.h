//===- runtime_internal.h - C's types without C's library -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// HalideRuntime.h takes its types from this file when COMPILING_HALIDE_RUNTIME
// is defined. The runtime is compiled for targets whose C library need not be
// installed, so only headers that the compiler brings itself are included.
//
//===----------------------------------------------------------------------===//

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
