//===- cuda-driver.h - What the driver has noted --------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <stddef.h>
#include <stdint.h>

struct notes {
  char calls[1000];
  void *stream;
  int device, launches;
  unsigned blocks; /* of the last launch */
  uint64_t pointers[4][2];
};
extern struct notes notes;
