/* Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */

/* Trains mlp.mlir on MNIST by its compiled forward and backward; only the loss
 * and the step are here. Prints the loss of each batch.
 *
 *   hysteron-compile mlp.mlir -o out && python data.py out
 *   cc -Iout train.c out/host/mlp_*.o out/host/hysteron_runtime.o -lm -lpthread -ldl
 *   ./a.out out */

#include "mlp.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { STEPS = 20, BATCH = 250, PIXELS = 784, HIDDEN = 64, DIGITS = 10 };
static const float rate = 0.1f;

/* A tensor of float32 and its memory. */
struct tensor {
  DLTensor dl;
  int64_t shape[2];
};

static int64_t count(const struct tensor *tensor) {
  return tensor->shape[0] * (tensor->dl.ndim == 2 ? tensor->shape[1] : 1);
}

static float *data(struct tensor *tensor) { return tensor->dl.data; }

static void make(struct tensor *tensor, int64_t rows, int64_t columns) {
  tensor->shape[0] = rows;
  tensor->shape[1] = columns;
  tensor->dl = (DLTensor){.device = {kDLCPU, 0},
                          .ndim = columns ? 2 : 1,
                          .dtype = {kDLFloat, 32, 1},
                          .shape = tensor->shape};
  tensor->dl.data = malloc(sizeof(float) * (size_t)count(tensor));
}

static void read(const char *folder, const char *name, void *to, size_t size) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.bin", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file || fread(to, 1, size, file) != size) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  fclose(file);
}

/* The mean cross-entropy of softmax(y), and its gradient. */
static double cross_entropy(const float *y, const int32_t *labels, float *dy) {
  double loss = 0;
  for (int i = 0; i < BATCH; ++i, y += DIGITS, dy += DIGITS) {
    double most = y[0], sum = 0;
    for (int d = 1; d < DIGITS; ++d)
      most = fmax(most, y[d]);
    for (int d = 0; d < DIGITS; ++d)
      sum += exp(y[d] - most);
    loss += log(sum) + most - y[labels[i]];
    for (int d = 0; d < DIGITS; ++d)
      dy[d] = (float)((exp(y[d] - most) / sum - (d == labels[i])) / BATCH);
  }
  return loss / BATCH;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: train FOLDER\n");
    return 1;
  }
  char message[512] = "";
  hysteron_context context = {.message = message, .message_size = sizeof message};

  struct tensor images, x, dx, y, dy, before, hidden;
  make(&images, STEPS * BATCH, PIXELS);
  read(argv[1], "images", data(&images), sizeof(float) * (size_t)count(&images));
  static int32_t labels[STEPS * BATCH];
  read(argv[1], "labels", labels, sizeof labels);
  /* A batch is a part of all images. */
  x = images;
  x.shape[0] = BATCH;
  x.dl.shape = x.shape;
  make(&dx, BATCH, PIXELS);
  make(&y, BATCH, DIGITS);
  make(&dy, BATCH, DIGITS);
  /* What forward keeps for backward. */
  make(&before, BATCH, HIDDEN);
  make(&hidden, BATCH, HIDDEN);

  enum { W1, B1, LAMBDA, KAPPA, W2, B2, WEIGHTS };
  const struct {
    const char *name;
    int64_t rows, columns;
  } layout[WEIGHTS] = {{"w1", PIXELS, HIDDEN}, {"b1", HIDDEN, 0},
                       {"lambda", HIDDEN, 0},  {"kappa", HIDDEN, 0},
                       {"w2", HIDDEN, DIGITS}, {"b2", DIGITS, 0}};
  struct tensor w[WEIGHTS], dw[WEIGHTS];
  for (int i = 0; i < WEIGHTS; ++i) {
    make(&w[i], layout[i].rows, layout[i].columns);
    make(&dw[i], layout[i].rows, layout[i].columns);
    read(argv[1], layout[i].name, data(&w[i]), sizeof(float) * (size_t)count(&w[i]));
  }

  for (int step = 0; step < STEPS; ++step) {
    x.dl.byte_offset = sizeof(float) * BATCH * PIXELS * (uint64_t)step;
    if (mlp_forward(&context, &x.dl, &w[W1].dl, &w[B1].dl, &w[LAMBDA].dl,
                    &w[KAPPA].dl, &w[W2].dl, &w[B2].dl, &y.dl, &before.dl,
                    &hidden.dl)) {
      fprintf(stderr, "%s\n", message);
      return 1;
    }
    printf("%.9g\n", cross_entropy(data(&y), labels + step * BATCH, data(&dy)));
    if (mlp_backward(&context, &x.dl, &w[W1].dl, &w[LAMBDA].dl, &w[KAPPA].dl,
                     &w[W2].dl, &before.dl, &hidden.dl, &dy.dl, &dx.dl,
                     &dw[W1].dl, &dw[B1].dl, &dw[LAMBDA].dl, &dw[KAPPA].dl,
                     &dw[W2].dl, &dw[B2].dl)) {
      fprintf(stderr, "%s\n", message);
      return 1;
    }
    for (int i = 0; i < WEIGHTS; ++i)
      for (int64_t k = 0; k < count(&w[i]); ++k)
        data(&w[i])[k] -= rate * data(&dw[i])[k];
  }
  return 0;
}
