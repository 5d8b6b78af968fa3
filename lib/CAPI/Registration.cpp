//===- Registration.cpp - C API for dialects and passes -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron-c/Registration.h"

#include "hysteron/Compiler/Compile.h"
#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/Dialect/Halide/IR/Halide.h"

#include "mlir/CAPI/Registration.h"

MLIR_DEFINE_CAPI_DIALECT_REGISTRATION(Act, act, hysteron::act::ActDialect)
MLIR_DEFINE_CAPI_DIALECT_REGISTRATION(Halide, halide,
                                      hysteron::halide::HalideDialect)

void hysteronRegisterAllDialects(MlirDialectRegistry registry) {
  hysteron::registerCompilation(*unwrap(registry));
}

void hysteronRegisterAllPasses() {
  mlir::DialectRegistry registry;
  hysteron::registerCompilation(registry);
}
