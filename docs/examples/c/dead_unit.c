/* A unit whose input is negative for every sample: the gradient of ReLU is 0, and it
 * would stay dead. The surrogate of SUGAR wakes it. Written in C, on compiled kernels:
 *
 *   hysteron-compile docs/examples/sugar.mlir -o out
 *   cc dead_unit.c out/host/f_forward.o out/host/f_backward.o out/host/hysteron_runtime.o \
 *     -Iout -pthread -ldl -lm -o dead_unit
 */
#include "f.h"

#include <stdio.h>

enum { samples = 64, steps = 1000 };

static DLTensor row(float *data, int64_t *count) {
  DLTensor tensor = {0};
  tensor.data = data;
  tensor.device.device_type = kDLCPU;
  tensor.ndim = 1;
  tensor.dtype.code = kDLFloat;
  tensor.dtype.bits = 32;
  tensor.dtype.lanes = 1;
  tensor.shape = count; /* no strides: dense */
  return tensor;
}

int main(void) {
  float x[samples], wanted[samples], z[samples], y[samples], dy[samples], dz[samples];
  int64_t count = samples;
  DLTensor tz = row(z, &count), ty = row(y, &count), tdy = row(dy, &count), tdz = row(dz, &count);
  char message[256] = "";
  hysteron_context context = {0};
  context.threads = 1;
  context.message = message;
  context.message_size = sizeof message;

  for (int i = 0; i < samples; ++i) {
    x[i] = 2.0f * i / samples;
    wanted[i] = x[i] > 0.5f ? 2 * x[i] - 1 : 0;
  }
  float weight = -1, bias = -1;
  for (int step = 0; step <= steps; ++step) {
    for (int i = 0; i < samples; ++i)
      z[i] = weight * x[i] + bias;
    /* Backward wants z, dy and gives dz; the header says so. */
    if (f_forward(&context, &tz, &ty) != HYSTERON_OK)
      return fprintf(stderr, "forward: %s\n", message), 1;
    float loss = 0;
    for (int i = 0; i < samples; ++i) {
      dy[i] = y[i] - wanted[i];
      loss += dy[i] * dy[i] / (2 * samples);
    }
    if (step % steps == 0)
      printf("step %d: loss %.4f, weight %.3f, bias %.3f\n", step, loss, weight, bias);
    if (f_backward(&context, &tz, &tdy, &tdz) != HYSTERON_OK)
      return fprintf(stderr, "backward: %s\n", message), 1;
    for (int i = 0; i < samples; ++i) {
      weight -= 0.5f / samples * dz[i] * x[i];
      bias -= 0.5f / samples * dz[i];
    }
  }
  return 0;
}
