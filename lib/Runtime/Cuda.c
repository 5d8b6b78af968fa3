//===- Cuda.c - CUDA contexts and streams of the caller -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// These replace functions of the same name in Halide's runtime. Halide would
// make a CUDA context of its own, in which the caller's pointers mean nothing;
// here the caller's current context is used, or the device's primary context,
// which is that of the CUDA runtime and of the frameworks built on it.
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

struct driver {
  int (*init)(unsigned flags);
  int (*device_get)(int *device, int ordinal);
  int (*context_get_current)(void **context);
  int (*context_get_device)(int *device);
  int (*primary_context_retain)(void **context, int device);
};

enum { most_devices = 64 };

/* Looked up once, for a call needs the context many times. What races writes the
   same. */
static const struct driver *load(void) {
  static struct driver driver;
  static bool found;
  if (__atomic_load_n(&found, __ATOMIC_ACQUIRE))
    return &driver;
  void *library = halide_load_library("libcuda.so.1");
  if (!library)
    return NULL;
  struct driver now;
  *(void **)&now.init = halide_get_library_symbol(library, "cuInit");
  *(void **)&now.device_get = halide_get_library_symbol(library, "cuDeviceGet");
  *(void **)&now.context_get_current =
      halide_get_library_symbol(library, "cuCtxGetCurrent");
  *(void **)&now.context_get_device =
      halide_get_library_symbol(library, "cuCtxGetDevice");
  *(void **)&now.primary_context_retain =
      halide_get_library_symbol(library, "cuDevicePrimaryCtxRetain");
  if (!now.init || !now.device_get || !now.context_get_current ||
      !now.context_get_device || !now.primary_context_retain || now.init(0))
    return NULL;
  driver = now;
  __atomic_store_n(&found, true, __ATOMIC_RELEASE);
  return &driver;
}

int halide_cuda_acquire_context(void *user_context, void **context,
                                bool create) {
  (void)create;
  static void *primary[most_devices];
  const struct hysteron_call *call = user_context;
  int wanted = call ? call->device : 0;
  const struct driver *driver = load();
  *context = NULL;
  if (!driver) {
    halide_error(user_context, "no CUDA driver (libcuda.so.1) was found");
    return halide_error_code_gpu_device_error;
  }
  int device, current;
  if (wanted < 0 || wanted >= most_devices ||
      driver->device_get(&device, wanted)) {
    halide_error(user_context, "there is no such CUDA device");
    return halide_error_code_gpu_device_error;
  }
  if (!driver->context_get_current(context) && *context &&
      !driver->context_get_device(&current) && current == device)
    return 0;
  *context = __atomic_load_n(&primary[wanted], __ATOMIC_ACQUIRE);
  if (*context)
    return 0;
  // Retained once for the life of the process.
  if (driver->primary_context_retain(context, device)) {
    *context = NULL;
    halide_error(user_context, "the CUDA device gives no context");
    return halide_error_code_gpu_device_error;
  }
  __atomic_store_n(&primary[wanted], *context, __ATOMIC_RELEASE);
  return 0;
}

int halide_cuda_release_context(void *user_context) {
  (void)user_context;
  return 0;
}

int halide_cuda_get_stream(void *user_context, void *context, void **stream) {
  (void)context;
  const struct hysteron_call *call = user_context;
  *stream = call && call->context ? call->context->stream : NULL;
  return 0;
}

int halide_get_gpu_device(void *user_context) {
  const struct hysteron_call *call = user_context;
  return call ? call->device : 0;
}
