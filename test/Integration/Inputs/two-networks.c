//===- two-networks.c - A program that uses two compiled networks ---------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aglu.h"
#include "helu.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { rows = 37, columns = 8, count = rows * columns };

static char message[200];
static hysteron_context context = {2, 0, NULL, message, sizeof message};
static int failures;

static void expect(int right, const char *what) {
  if (right)
    return;
  fprintf(stderr, "wrong: %s (message: %s)\n", what, message);
  ++failures;
}

static DLTensor tensor(float *data, int rank, int64_t *shape) {
  DLTensor t = {data, {kDLCPU, 0}, rank, {kDLFloat, 32, 1}, shape, NULL, 0};
  return t;
}

int main(void) {
  static float x[count], y[count], dy[count], dx[count], l = 2, k = 0.5f, dl,
                                                         dk;
  int64_t shape[] = {rows, columns};
  for (int i = 0; i < count; ++i) {
    x[i] = (float)(i - count / 2) / 64;
    dy[i] = 1 + (float)(i % 3);
  }
  DLTensor X = tensor(x, 2, shape), Y = tensor(y, 2, shape),
           DY = tensor(dy, 2, shape), DX = tensor(dx, 2, shape);

  expect(helu_forward(&context, &X, &Y) == HYSTERON_OK, "helu_forward");
  expect(helu_backward(&context, &Y, &DY, &DX) == HYSTERON_OK, "helu_backward");
  for (int i = 0; i < count; ++i) {
    expect(y[i] == (x[i] > 0 ? x[i] : 0), "helu");
    expect(dx[i] == (x[i] <= -0.5f ? 0 : dy[i]), "gradient of helu");
  }

  DLTensor L = tensor(&l, 0, NULL), K = tensor(&k, 0, NULL),
           DL = tensor(&dl, 0, NULL), DK = tensor(&dk, 0, NULL);
  expect(aglu_forward(&context, &X, &L, &K, &Y) == HYSTERON_OK, "aglu_forward");
  expect(aglu_backward(&context, &X, &L, &K, &DY, &DX, &DL, &DK) == HYSTERON_OK,
         "aglu_backward");
  double sum = 0;
  for (int i = 0; i < count; ++i) {
    double u = l * exp(-k * x[i]), p = pow(u + 1, -1 / l);
    expect(fabs(y[i] - x[i] * p) < 1e-6, "aglu");
    expect(fabs(dx[i] - dy[i] * (p + x[i] * p * k * u / (u + 1) / l)) < 2e-6,
           "gradient of aglu");
    sum += dy[i] * x[i] * p * x[i] * u / (u + 1) / l;
  }
  expect(fabs(dk - sum) < 1e-4, "gradient of kappa");

  // With NULL in place of a context there is no message, but the same result.
  static float again[count];
  DLTensor Again = tensor(again, 2, shape);
  expect(aglu_forward(NULL, &X, &L, &K, &Again) == HYSTERON_OK, "no context");
  expect(!memcmp(y, again, sizeof y), "the same bits");
  expect(aglu_forward(NULL, &X, &L, NULL, &Again) == HYSTERON_ERROR_NULL,
         "NULL");
  expect(helu_forward(&context, &L, &Y) == HYSTERON_ERROR_SHAPE, "wrong shape");
  expect(
      !strcmp(message, "helu_forward: argument 0 has 0 dimensions, expected 2"),
      "message");
  return failures != 0;
}
