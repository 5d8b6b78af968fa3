//===-- hysteron-c/Registration.h - C API for dialects, passes ----*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Brings Hysteron's dialects and passes into what MLIR's own C API makes:
// contexts, modules and pass managers.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_C_REGISTRATION_H
#define HYSTERON_C_REGISTRATION_H

#include "mlir-c/IR.h"

#ifdef __cplusplus
extern "C" {
#endif

MLIR_DECLARE_CAPI_DIALECT_REGISTRATION(Act, act);
MLIR_DECLARE_CAPI_DIALECT_REGISTRATION(Halide, halide);

/// Registers Hysteron's dialects and those of MLIR that its passes read or
/// make.
MLIR_CAPI_EXPORTED void
hysteronRegisterAllDialects(MlirDialectRegistry registry);

/// Registers Hysteron's passes and MLIR's general ones (canonicalize, cse, ...)
/// for mlirParsePassPipeline. May be called more than once.
MLIR_CAPI_EXPORTED void hysteronRegisterAllPasses(void);

#ifdef __cplusplus
}
#endif

#endif // HYSTERON_C_REGISTRATION_H
