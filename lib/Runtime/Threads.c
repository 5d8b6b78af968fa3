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
// not begun. The pool mostly wakes its threads in the same order, so with a few of them a
// loop that runs again, or another one over the same tensor, finds in each
// core's cache what that core has left there.
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

/* More threads than these share. */
enum { max_shares = 64 };

/* A cache line each. */
struct share {
  _Alignas(64) int64_t next; /* iteration; others take some, too */
  int64_t end;
};

struct loop {
  halide_task_t body;
  uint8_t *closure;
  int count;
  int error;
  struct share *shares;
};

static int take(void *user_context, int task, uint8_t *closure) {
  struct loop *loop = (struct loop *)closure;
  for (int k = 0; k < loop->count; ++k) {
    struct share *share = &loop->shares[(task + k) % loop->count];
    while (__atomic_load_n(&share->next, __ATOMIC_RELAXED) < share->end) {
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

static int pool_size(void) {
  int threads = halide_get_num_threads();
  if (threads <= 0) {
    /* Not known before the pool's first loop: the default, as that would be. */
    halide_set_num_threads(0);
    threads = halide_get_num_threads();
  }
  return threads;
}

int halide_do_par_for(void *user_context, halide_task_t body, int min, int size,
                      uint8_t *closure) {
  const struct hysteron_call *call = user_context;
  int limit = call && call->context ? call->context->threads : 0;
  int tasks = limit == 1 || size <= 1 ? 1 : pool_size();
  if (limit > 0 && limit < tasks)
    tasks = limit;
  if (size < tasks)
    tasks = size;
  if (tasks <= 1) {
    for (int i = 0; i < size; ++i) {
      int error = body(user_context, min + i, closure);
      if (error)
        return error;
    }
    return 0;
  }
  int count = tasks < max_shares ? tasks : max_shares;
  struct share shares[count];
  for (int k = 0; k < count; ++k) {
    shares[k].next = min + (int64_t)size * k / count;
    shares[k].end = min + (int64_t)size * (k + 1) / count;
  }
  struct loop loop = {body, closure, count, 0, shares};
  return halide_default_do_par_for(user_context, take, 0, tasks, (uint8_t *)&loop);
}
