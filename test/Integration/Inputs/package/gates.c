#include "gate.h"
#include "leak.h"

#include <stdio.h>

enum { count = 5 };

static DLTensor vector(float *data, int64_t *count) {
  DLTensor t = {0};
  t.data = data;
  t.device.device_type = kDLCPU;
  t.ndim = count ? 1 : 0;
  t.dtype.code = kDLFloat;
  t.dtype.bits = 32;
  t.dtype.lanes = 1;
  t.shape = count;
  return t;
}

static void print(const char *name, const float *data, int n) {
  printf("%s:", name);
  for (int i = 0; i < n; ++i)
    printf(" %g", data[i] + 0.0f);
  printf("\n");
}

int main(void) {
  float x[count] = {-1, -0.25f, 0, 0.5f, 2}, dy[count] = {3, 3, 3, 3, 3};
  float y[count], dx[count], slope = 0.125f, dslope;
  int64_t n = count, wrong = count - 1;
  char message[200] = "";
  hysteron_context context = {0};
  context.message = message;
  context.message_size = sizeof message;
  DLTensor tx = vector(x, &n), ty = vector(y, &n), tdy = vector(dy, &n), tdx = vector(dx, &n),
           tslope = vector(&slope, NULL), tdslope = vector(&dslope, NULL);
  /* Backward of helu needs y only: nothing but its result is kept. */
  if (gate_forward(NULL, &tx, &ty) || gate_backward(&context, &ty, &tdy, &tdx))
    return puts(message), 1;
  print("gate dx", dx, count);
  if (leak_forward(NULL, &tx, &tslope, &ty) || leak_backward(&context, &tx, &tslope, &tdy, &tdx, &tdslope))
    return puts(message), 1;
  print("leak y", y, count);
  print("leak dx", dx, count);
  print("leak dslope", &dslope, 1);
  ty.shape = &wrong;
  printf("%d", gate_forward(&context, &tx, &ty));
  printf(" %s\n", message);
  return 0;
}
