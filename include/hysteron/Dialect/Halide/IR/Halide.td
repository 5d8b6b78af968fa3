//===- Halide.td - All of the halide dialect ----------------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

include "hysteron/Dialect/Halide/IR/HalideDialect.td"
include "hysteron/Dialect/Halide/IR/HalideOps.td"
include "hysteron/Dialect/Halide/IR/HalideScheduleOps.td"
