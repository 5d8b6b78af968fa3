//===- Threads.c - Parallel loops with a limit -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Halide's thread pool serves every call of the process and its size is
// global. A call's own limit is kept by giving the pool no more tasks than
// threads are allowed; each task takes iterations until none is left.
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

struct loop {
  halide_task_t body;
  uint8_t *closure;
  int min, size;
  int next; /* iterations taken */
  int error;
};

static int take(void *user_context, int task, uint8_t *closure) {
  (void)task;
  struct loop *loop = (struct loop *)closure;
  for (;;) {
    if (__atomic_load_n(&loop->error, __ATOMIC_RELAXED))
      return 0;
    int i = __atomic_fetch_add(&loop->next, 1, __ATOMIC_RELAXED);
    if (i >= loop->size)
      return 0;
    int error = loop->body(user_context, loop->min + i, loop->closure);
    if (error) {
      __atomic_store_n(&loop->error, error, __ATOMIC_RELAXED);
      return error;
    }
  }
}

int halide_do_par_for(void *user_context, halide_task_t body, int min, int size,
                      uint8_t *closure) {
  const struct hysteron_call *call = user_context;
  int limit = call && call->context ? call->context->threads : 0;
  if (limit <= 0 && size > 1)
    return halide_default_do_par_for(user_context, body, min, size, closure);
  // `next` may pass `size` once per thread: limits near INT_MAX stay safe
  // because there are never more tasks than iterations.
  struct loop loop = {body, closure, min, size, 0, 0};
  if (limit == 1 || size <= 1) {
    for (int i = 0; i < size; ++i) {
      int error = body(user_context, min + i, closure);
      if (error)
        return error;
    }
    return 0;
  }
  return halide_default_do_par_for(
      user_context, take, 0, limit < size ? limit : size, (uint8_t *)&loop);
}
