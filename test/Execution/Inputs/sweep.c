/* Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Compares the f32 kernels of an op with its f64 kernels at every float of a range
 * of bit patterns: sweep FIRST LAST SAMPLES. Prints, for y and dx, the largest
 * error over max(1, |x|), the bits of its x, and how many results break the
 * contract. Some f64 results go to SAMPLES as (x, y, dx), to be checked elsewhere.
 *
 * KEPT is the tensor that backward gets beside the cotangent: x or y.
 */
#include "narrow.h"
#include "wide.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 14, STRIDE = 65537 };

static float x[CHUNK], y[CHUNK], dy[CHUNK], dx[CHUNK];
static double wide_x[CHUNK], wide_y[CHUNK], wide_dy[CHUNK], wide_dx[CHUNK];

struct worst {
  int64_t error; /* the bits of a double that is not negative, so they compare */
  uint32_t at;
  uint64_t broken;
};

static int64_t bits(double value) {
  int64_t result;
  memcpy(&result, &value, sizeof result);
  return result;
}

static double from_bits(int64_t value) {
  double result;
  memcpy(&result, &value, sizeof result);
  return result;
}

/* NaN where one of them is NaN, 0 where a result is infinite and should be. */
static double difference(float got, double exact) {
  int same = got != got ? exact != exact : isinf(got) && (float)exact == got;
  return same ? 0 : fabs((double)got - exact);
}

static double size(float at) { return fabsf(at) > 1 ? fabsf(at) : 1; }

static void compare(struct worst *worst, uint32_t first, const float *got,
                    const double *exact) {
  int64_t largest = 0;
  uint64_t broken = 0;
  for (int i = 0; i < CHUNK; ++i) {
    double error = difference(got[i], exact[i]);
    int64_t exponent = bits(exact[i]) >> 52 & 2047;
    double ulp = from_bits(((exponent < 897 ? 897 : exponent) - 23) << 52);
    double allowed = 2e-7 * size(x[i]);
    allowed = allowed > 4 * ulp ? allowed : 4 * ulp;
    broken += !(error <= allowed);
    int64_t part = bits(error / size(x[i]));
    largest = part > largest ? part : largest;
  }
  worst->broken += broken;
  if (largest <= worst->error)
    return;
  worst->error = largest;
  for (int i = 0; i < CHUNK; ++i)
    if (bits(difference(got[i], exact[i]) / size(x[i])) == largest)
      worst->at = first + i;
}

static DLTensor tensor(void *data, int width) {
  static int64_t shape[] = {CHUNK};
  DLTensor result = {data, {kDLCPU, 0}, 1, {kDLFloat, width, 1}, shape, NULL, 0};
  return result;
}

int main(int argc, char **argv) {
  if (argc != 4)
    return 2;
  uint64_t begin = strtoull(argv[1], NULL, 0), end = strtoull(argv[2], NULL, 0);
  FILE *samples = fopen(argv[3], "wb");
  if (!samples)
    return 2;
  char message[512] = "";
  hysteron_context context = {1, 0, NULL, message, sizeof message};
  DLTensor tx = tensor(x, 32), ty = tensor(y, 32), tdy = tensor(dy, 32), tdx = tensor(dx, 32);
  DLTensor wx = tensor(wide_x, 64), wy = tensor(wide_y, 64), wdy = tensor(wide_dy, 64), wdx = tensor(wide_dx, 64);
  for (int i = 0; i < CHUNK; ++i)
    dy[i] = wide_dy[i] = 1;

  struct worst worst_y = {0}, worst_dx = {0};
  for (uint64_t first = begin; first < end; first += CHUNK) {
    for (uint32_t i = 0; i < CHUNK; ++i) {
      uint32_t pattern = (uint32_t)first + i;
      memcpy(&x[i], &pattern, sizeof pattern);
      wide_x[i] = x[i];
    }
    if (narrow_forward(&context, &tx, &ty) || narrow_backward(&context, &KEPT, &tdy, &tdx) ||
        wide_forward(&context, &wx, &wy) || wide_backward(&context, &wx, &wdy, &wdx)) {
      fprintf(stderr, "%s\n", message);
      return 1;
    }
    compare(&worst_y, (uint32_t)first, y, wide_y);
    compare(&worst_dx, (uint32_t)first, dx, wide_dx);
    for (uint64_t i = (STRIDE - first % STRIDE) % STRIDE; i < CHUNK; i += STRIDE) {
      double sample[] = {wide_x[i], wide_y[i], wide_dx[i]};
      fwrite(sample, sizeof sample, 1, samples);
    }
  }
  printf("%a %u %llu\n%a %u %llu\n", from_bits(worst_y.error), worst_y.at, (unsigned long long)worst_y.broken,
         from_bits(worst_dx.error), worst_dx.at, (unsigned long long)worst_dx.broken);
  return fclose(samples) != 0;
}
