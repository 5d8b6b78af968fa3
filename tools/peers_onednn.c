// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What tools/bench_peers.py calls of oneDNN 2: one activation, forward or
// backward, on f32 tensors whose memory is the caller's.

#include <oneapi/dnnl/dnnl.h>

#include <stdlib.h>
#include <string.h>

static const struct {
  const char *name;
  dnnl_alg_kind_t forward, backward;
  int kept; // what backward reads: x, or y where that is cheaper
  float alpha;
} algorithms[] = {
    {"relu", dnnl_eltwise_relu, dnnl_eltwise_relu, DNNL_ARG_SRC, 0},
    {"gelu", dnnl_eltwise_gelu_erf, dnnl_eltwise_gelu_erf, DNNL_ARG_SRC, 0},
    {"silu", dnnl_eltwise_swish, dnnl_eltwise_swish, DNNL_ARG_SRC, 1},
    {"mish", dnnl_eltwise_mish, dnnl_eltwise_mish, DNNL_ARG_SRC, 0},
    {"sigmoid", dnnl_eltwise_logistic, dnnl_eltwise_logistic_use_dst_for_bwd,
     DNNL_ARG_DST, 0},
    {"tanh", dnnl_eltwise_tanh, dnnl_eltwise_tanh_use_dst_for_bwd, DNNL_ARG_DST,
     0},
    {"elu", dnnl_eltwise_elu, dnnl_eltwise_elu_use_dst_for_bwd, DNNL_ARG_DST,
     1},
    {"softplus", dnnl_eltwise_soft_relu, dnnl_eltwise_soft_relu, DNNL_ARG_SRC,
     0},
    {"prelu", dnnl_alg_kind_undef, dnnl_alg_kind_undef, DNNL_ARG_SRC, 0},
};

static dnnl_engine_t engine;
static dnnl_stream_t stream;

struct step {
  dnnl_primitive_t primitive;
  int count;
  dnnl_exec_arg_t arguments[5];
};

static int bind(struct step *step, int argument, const dnnl_memory_desc_t *desc,
                void *data) {
  dnnl_exec_arg_t *slot = &step->arguments[step->count++];
  slot->arg = argument;
  return dnnl_memory_create(&slot->memory, desc, engine, data);
}

void peer_version(int *numbers) {
  const dnnl_version_t *version = dnnl_version();
  numbers[0] = version->major;
  numbers[1] = version->minor;
  numbers[2] = version->patch;
}

// A step for peer_run, which computes y, or dx and dslope; `slope` is prelu's.
// Null where oneDNN lacks the activation or refuses.
void *peer_make(const char *name, int backward, int64_t n, void *x, void *y,
                void *slope, void *dy, void *dx, void *dslope) {
  unsigned which = 0, count = sizeof algorithms / sizeof *algorithms;
  while (which < count && strcmp(algorithms[which].name, name))
    ++which;
  if (which == count)
    return NULL;
  int prelu = algorithms[which].forward == dnnl_alg_kind_undef;
  int kept = algorithms[which].kept;
  float alpha = algorithms[which].alpha;

  // One channel, not one dimension: for the latter prelu has no fast code.
  dnnl_dims_t dims = {1, 1, n}, one = {1, 1, 1};
  dnnl_memory_desc_t data, weight;
  union {
    dnnl_eltwise_desc_t eltwise;
    dnnl_prelu_desc_t prelu;
  } desc;
  dnnl_primitive_desc_t made, hint;
  struct step *step = calloc(1, sizeof *step);
  int failed =
      !step || (!engine && dnnl_engine_create(&engine, dnnl_cpu, 0)) ||
      (!stream &&
       dnnl_stream_create(&stream, engine, dnnl_stream_default_flags)) ||
      dnnl_memory_desc_init_by_tag(&data, 3, dims, dnnl_f32, dnnl_abc) ||
      dnnl_memory_desc_init_by_tag(&weight, 3, one, dnnl_f32, dnnl_abc) ||
      (prelu ? dnnl_prelu_forward_desc_init(&desc.prelu, dnnl_forward_training,
                                            &data, &weight)
             : dnnl_eltwise_forward_desc_init(
                   &desc.eltwise, dnnl_forward_training,
                   algorithms[which].forward, &data, alpha, 0)) ||
      dnnl_primitive_desc_create(&made, &desc, NULL, engine, NULL);
  if (!failed && backward) {
    hint = made;
    failed = (prelu ? dnnl_prelu_backward_desc_init(&desc.prelu, &data, &weight,
                                                    &data, &weight)
                    : dnnl_eltwise_backward_desc_init(
                          &desc.eltwise, algorithms[which].backward, &data,
                          &data, alpha, 0)) ||
             dnnl_primitive_desc_create(&made, &desc, NULL, engine, hint);
  }
  failed = failed || dnnl_primitive_create(&step->primitive, made) ||
           (prelu && bind(step, DNNL_ARG_WEIGHTS, &weight, slope));
  if (!failed && backward)
    failed = bind(step, kept, &data, kept == DNNL_ARG_SRC ? x : y) ||
             bind(step, DNNL_ARG_DIFF_DST, &data, dy) ||
             bind(step, DNNL_ARG_DIFF_SRC, &data, dx) ||
             (prelu && bind(step, DNNL_ARG_DIFF_WEIGHTS, &weight, dslope));
  else if (!failed)
    failed = bind(step, DNNL_ARG_SRC, &data, x) ||
             bind(step, DNNL_ARG_DST, &data, y);
  return failed ? NULL : step;
}

int peer_run(const struct step *step) {
  if (dnnl_primitive_execute(step->primitive, stream, step->count,
                             step->arguments))
    return 1;
  return dnnl_stream_wait(stream) != dnnl_success;
}
