//===- callers.c - Calls from many threads and on huge tensors ------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#define _GNU_SOURCE
#include "gate.h"
#include "half.h"
#include "unit.h"

#include <dirent.h>
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static _Atomic int failures;

static void expect(int right, const char *what) {
  if (right)
    return;
  fprintf(stderr, "wrong: %s\n", what);
  ++failures;
}

static DLTensor tensor(void *data, int bits, int64_t *shape) {
  DLTensor t = {
      data, {kDLCPU, 0}, shape ? 1 : 0, {kDLFloat, bits, 1}, shape, NULL, 0};
  return t;
}

// No multiple of a vector, of a block, or of anything.
enum { count = 1000003 };
static float x[count], dy[count];
static float lambda = 0.3f, kappa = 1.1f;

struct results {
  float y[count], dx[count], dlambda, dkappa;
};

static void run_unit(int threads, struct results *to) {
  int64_t shape[] = {count};
  char message[200];
  hysteron_context context = {threads, 0, NULL, message, sizeof message};
  DLTensor X = tensor(x, 32, shape), DY = tensor(dy, 32, shape),
           Y = tensor(to->y, 32, shape), DX = tensor(to->dx, 32, shape),
           L = tensor(&lambda, 32, NULL), K = tensor(&kappa, 32, NULL),
           DL = tensor(&to->dlambda, 32, NULL),
           DK = tensor(&to->dkappa, 32, NULL);
  memset(to, 0xff, sizeof *to);
  expect(!unit_forward(&context, &X, &L, &K, &Y), message);
  expect(!unit_backward(&context, &X, &L, &K, &DY, &DX, &DL, &DK), message);
}

static int count_threads(void) {
  DIR *tasks = opendir("/proc/self/task");
  int threads = -2; // "." and ".."
  while (readdir(tasks))
    ++threads;
  closedir(tasks);
  return threads;
}

/* Also the first call of a process, when there is no pool yet. */
static void check_no_limit_means_all(void) {
  struct results *results = malloc(sizeof *results);
  run_unit(0, results);
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  expect(count_threads() > 1 || processors == 1, "one thread where all may run");
  free(results);
}

static const int thread_counts[] = {1, 2, 7, 0};
static struct results *first;

/* Parameter gradients too have the same bits for any number of threads. */
static void *call_often(void *number) {
  struct results *mine = malloc(sizeof *mine);
  for (int i = 0; i < 4; ++i) {
    run_unit(thread_counts[((intptr_t)number + i) % 4], mine);
    expect(!memcmp(mine, first, sizeof *mine), "the bits of a concurrent call");
  }
  free(mine);
  return NULL;
}

/* Calls that fail meanwhile tell their own callers, and nobody else. */
static void *fail_often(void *unused) {
  (void)unused;
  char message[200];
  hysteron_context context = {0, 0, NULL, message, sizeof message};
  int64_t shape[] = {count}, shorter[] = {count - 1};
  float untouched = 42;
  DLTensor X = tensor(x, 32, shape), Y = tensor(&untouched, 32, shorter);
  for (int i = 0; i < 1000; ++i) {
    strcpy(message, "old");
    expect(gate_forward(&context, &X, &Y) == HYSTERON_ERROR_SHAPE &&
               untouched == 42 &&
               !strcmp(message, "gate_forward: dimension 0 of result 0 is "
                                "1000002, but dimension 0 of argument 0 is "
                                "1000003"),
           message);
  }
  return NULL;
}

static void check_threads(void) {
  first = malloc(sizeof *first);
  run_unit(1, first);
  pthread_t threads[6];
  for (int i = 0; i < 6; ++i)
    pthread_create(&threads[i], NULL, i < 4 ? call_often : fail_often,
                   (void *)(intptr_t)i);
  for (int i = 0; i < 6; ++i)
    pthread_join(threads[i], NULL);
  free(first);
}

static void check_in_place(void) {
  int64_t shape[] = {count};
  float *y = malloc(sizeof x), *dx = malloc(sizeof x), *in = malloc(sizeof x);
  DLTensor X = tensor(x, 32, shape), DY = tensor(dy, 32, shape),
           Y = tensor(y, 32, shape), DX = tensor(dx, 32, shape),
           In = tensor(in, 32, shape);
  expect(!gate_forward(NULL, &X, &Y) && !gate_backward(NULL, &X, &DY, &DX),
         "a call");
  memcpy(in, x, sizeof x);
  expect(!gate_forward(NULL, &In, &In) && !memcmp(in, y, sizeof x),
         "forward in place");
  memcpy(in, dy, sizeof x);
  expect(!gate_backward(NULL, &X, &In, &In) && !memcmp(in, dx, sizeof x),
         "backward in place");

  // Shifted by one element there is no order in which this could be right.
  int64_t less[] = {count - 1};
  DLTensor From = tensor(in, 32, less), To = tensor(in + 1, 32, less);
  memcpy(in, x, sizeof x);
  expect(gate_forward(NULL, &From, &To) == HYSTERON_ERROR_OVERLAP &&
             !memcmp(in, x, sizeof x),
         "an output across an input");
  free(y), free(dx), free(in);
}

/* Numbers that fit no 32-bit count, in little memory: all of a tensor's pages
 * are the same ones, but for those at the seams between the parts in which it
 * is computed. */
static const int64_t huge = ((int64_t)1 << 31) + 7;
enum { window = 1 << 22 };

static _Float16 *map_huge(int64_t *seams, int seam_count) {
  int64_t bytes = (huge * 2 + window - 1) / window * window;
  char *base = mmap(NULL, bytes, PROT_NONE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  int file = memfd_create("tensor", 0);
  if (base == MAP_FAILED || file < 0 ||
      ftruncate(file, (int64_t)window * (1 + seam_count)))
    return NULL;
  for (int64_t at = 0; at < bytes; at += window) {
    int64_t place = 0;
    for (int i = 0; i < seam_count; ++i)
      if (seams[i] * 2 >= at && seams[i] * 2 < at + window)
        place = (int64_t)window * (1 + i);
    if (mmap(base + at, window, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED,
             file, place) == MAP_FAILED)
      return NULL;
  }
  close(file);
  return (_Float16 *)base;
}

static void check_huge(void) {
  const int64_t part = (int64_t)1 << 30;
  int64_t seams[] = {0, part - 1, part, 2 * part - 1, 2 * part};
  _Float16 *from = map_huge(seams, 5), *to = map_huge(seams, 5);
  expect(from && to, "mapping 2^31 + 7 elements");
  if (!from || !to)
    return;
  for (int i = 0; i < 5; ++i)
    for (int64_t k = seams[i] & ~(int64_t)7; k < seams[i] + 7; ++k)
      from[k] = (_Float16)(float)(k % 8 - 3), to[k] = -1;
  from[window] = to[window] = -1;
  int64_t shape[] = {huge};
  DLTensor X = tensor(from, 16, shape), Y = tensor(to, 16, shape);
  expect(!half(NULL, &X, &Y), "2^31 + 7 elements");
  for (int i = 0; i < 5; ++i)
    for (int64_t k = seams[i] & ~(int64_t)7; k < seams[i] + 7; ++k)
      expect((float)to[k] == (k % 8 > 3 ? (float)(k % 8 - 3) : 0),
             "an element at a seam");
  expect((float)to[window] == 0, "an element between the seams");
  munmap(from, huge * 2), munmap(to, huge * 2);

  // A sum over so many is not computed; that is said before anything runs, so
  // that no memory need be there.
  char message[200];
  hysteron_context context = {0, 0, NULL, message, sizeof message};
  float dl = 42, dk = 42;
  DLTensor A = tensor((void *)((int64_t)1 << 40), 32, shape),
           B = tensor((void *)((int64_t)2 << 40), 32, shape),
           C = tensor((void *)((int64_t)3 << 40), 32, shape),
           L = tensor(&lambda, 32, NULL), K = tensor(&kappa, 32, NULL),
           DL = tensor(&dl, 32, NULL), DK = tensor(&dk, 32, NULL);
  expect(unit_backward(&context, &A, &L, &K, &B, &C, &DL, &DK) ==
                 HYSTERON_ERROR_TOO_LARGE &&
             dl == 42 && dk == 42,
         "a sum over 2^31 + 7 elements");
  expect(!strcmp(message, "unit_backward: 2147483655 elements are more than "
                          "the 1073741824 of this kernel, which cannot run in "
                          "parts"),
         message);
}

/* The linker gives all of the program this malloc (--wrap). */
static int no_memory;
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size) {
  return no_memory ? NULL : __real_malloc(size);
}

static void check_no_memory(void) {
  int64_t shape[] = {999}, strides[] = {2};
  static float y[999];
  char message[200];
  hysteron_context context = {1, 0, NULL, message, sizeof message};
  float dl, dk;
  DLTensor X = tensor(x, 32, shape), Y = tensor(y, 32, shape),
           L = tensor(&lambda, 32, NULL), K = tensor(&kappa, 32, NULL),
           DL = tensor(&dl, 32, NULL), DK = tensor(&dk, 32, NULL);
  no_memory = 1;
  int inside = unit_backward(&context, &X, &L, &K, &X, &Y, &DL, &DK);
  expect(inside == HYSTERON_ERROR_RUN, "no memory inside of a kernel");
  expect(!strcmp(message, "unit_backward: Out of memory (halide_malloc "
                          "returned nullptr)"),
         message);
  X.strides = strides;
  int around = unit_forward(&context, &X, &L, &K, &Y);
  expect(around == HYSTERON_ERROR_MEMORY && y[1] == 0, "no memory for a copy");
  expect(!strcmp(message,
                 "unit_forward: no memory for a contiguous copy of argument 0"),
         message);
  no_memory = 0;
}

/* What is in use of the heap after many calls of all kinds is what was in use
 * after few. */
static void check_leaks(void) {
  int64_t shape[] = {999}, strides[] = {2};
  static float y[999];
  DLTensor X = tensor(x, 32, shape), Y = tensor(y, 32, shape),
           L = tensor(&lambda, 32, NULL), K = tensor(&kappa, 32, NULL);
  struct results *results = malloc(sizeof *results);
  size_t before = 0;
  for (int i = 0; i < 30; ++i) {
    if (i == 10)
      before = mallinfo2().uordblks + mallinfo2().hblkhd;
    run_unit(1 + i % 2, results);
    X.strides = strides;
    expect(!unit_forward(NULL, &X, &L, &K, &Y), "a strided input");
    X.strides = NULL;
    expect(unit_forward(NULL, &X, &K, &X, &Y) == HYSTERON_ERROR_SHAPE,
           "an error");
  }
  expect(mallinfo2().uordblks + mallinfo2().hblkhd == before,
         "memory after all calls");
  free(results);
}

int main(void) {
  for (int i = 0; i < count; ++i) {
    x[i] = (float)(i % 2001 - 1000) / 128;
    dy[i] = 1 + (float)(i % 31) / 16;
  }
  check_no_limit_means_all();
  check_threads();
  check_in_place();
  check_leaks();
  check_no_memory();
  check_huge();
  return failures != 0;
}
