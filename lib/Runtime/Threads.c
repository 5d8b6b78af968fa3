//===- Threads.c - Parallel loops with a limit -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Halide's thread pool serves every call of the process and its size is
// global. A call's own limit is kept by giving the pool no more tasks than
// threads are allowed.
//
// A task has iterations of its own, neighbours, and then takes what others have
// not begun. So a loop that runs again, or another one over the same tensor, mostly finds
// in each core's cache what that core has left there.
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

/* More threads than these share. A cache line each. */
enum { max_shares = 64 };

struct share {
  _Alignas(64) int64_t next; /* iteration; others take some, too */
  int64_t end;
};

struct loop {
  halide_task_t body;
  uint8_t *closure;
  int count;
  int error;
  struct share shares[max_shares];
};

static int take(void *user_context, int task, uint8_t *closure) {
  struct loop *loop = (struct loop *)closure;
  for (int k = 0; k < loop->count; ++k) {
    struct share *share = &loop->shares[(task + k) % loop->count];
    for (;;) {
      if (__atomic_load_n(&loop->error, __ATOMIC_RELAXED))
        return 0;
      int64_t i = __atomic_fetch_add(&share->next, 1, __ATOMIC_RELAXED);
      if (i >= share->end)
        break;
      int error = loop->body(user_context, (int)i, loop->closure);
      if (error) {
        __atomic_store_n(&loop->error, error, __ATOMIC_RELAXED);
        return error;
      }
    }
  }
  return 0;
}

int halide_do_par_for(void *user_context, halide_task_t body, int min, int size,
                      uint8_t *closure) {
  const struct hysteron_call *call = user_context;
  int tasks = call && call->context ? call->context->threads : 0;
  if (tasks <= 0 && size > 1)
    tasks = halide_get_num_threads();
  if (tasks > size)
    tasks = size;
  if (tasks <= 1) {
    for (int i = 0; i < size; ++i) {
      int error = body(user_context, min + i, closure);
      if (error)
        return error;
    }
    return 0;
  }
  struct loop loop;
  loop.body = body;
  loop.closure = closure;
  loop.count = tasks < max_shares ? tasks : max_shares;
  loop.error = 0;
  for (int k = 0; k < loop.count; ++k) {
    loop.shares[k].next = min + (int64_t)size * k / loop.count;
    loop.shares[k].end = min + (int64_t)size * (k + 1) / loop.count;
  }
  return halide_default_do_par_for(user_context, take, 0, tasks, (uint8_t *)&loop);
}
