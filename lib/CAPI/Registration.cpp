//===- Registration.cpp - C API for dialects and passes -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron-c/Registration.h"

#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/Dialect/Halide/IR/Halide.h"
#include "hysteron/InitAll.h"

#include "mlir/CAPI/Registration.h"
#include "mlir/Transforms/Passes.h"

MLIR_DEFINE_CAPI_DIALECT_REGISTRATION(Act, act, hysteron::act::ActDialect)
MLIR_DEFINE_CAPI_DIALECT_REGISTRATION(Halide, halide,
                                      hysteron::halide::HalideDialect)

void hysteronRegisterAllDialects(MlirDialectRegistry registry) {
  hysteron::registerAllDialects(*unwrap(registry));
}

void hysteronRegisterAllPasses() {
  // MLIR's registry has no lock of its own.
  [[maybe_unused]] static bool registered = [] {
    hysteron::registerAllPasses();
    mlir::registerTransformsPasses();
    return true;
  }();
}
