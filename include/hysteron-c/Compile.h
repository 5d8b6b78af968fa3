//===-- hysteron-c/Compile.h - C API for modules to machine code --*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What hysteron-compile does, in memory: a module and options in, named files
// out. Errors are diagnostics of the module's context; without a handler there
// they go to stderr.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_C_COMPILE_H
#define HYSTERON_C_COMPILE_H

#include "mlir-c/IR.h"
#include "mlir-c/Support.h"

#ifdef __cplusplus
extern "C" {
#endif

#define DEFINE_C_API_STRUCT(name, storage)                                     \
  struct name {                                                                \
    storage *ptr;                                                              \
  };                                                                           \
  typedef struct name name

DEFINE_C_API_STRUCT(HysteronCompileOptions, void);
DEFINE_C_API_STRUCT(HysteronFiles, void);

#undef DEFINE_C_API_STRUCT

/// What to compile.
enum HysteronMode {
  HysteronModeTraining, ///< forward and backward
  HysteronModeInference ///< the function, without any surrogate
};
typedef enum HysteronMode HysteronMode;

/// Kinds of files.
enum HysteronEmit {
  HysteronEmitObject,   ///< object files and the runtime's
  HysteronEmitHeader,   ///< the C header
  HysteronEmitAssembly, ///< assembly
  HysteronEmitLLVM,     ///< LLVM IR
  HysteronEmitPTX,      ///< PTX of CUDA targets
  HysteronEmitStmt,     ///< Halide's loops as text
  HysteronEmitHtml,     ///< Halide's loops for a browser
  HysteronEmitIR        ///< pipelines and schedules as MLIR
};
typedef enum HysteronEmit HysteronEmit;

//===----------------------------------------------------------------------===//
// Options. Strings are copied.
//===----------------------------------------------------------------------===//

/// The defaults: the only function of the module, training, objects and the
/// header, for this machine.
MLIR_CAPI_EXPORTED HysteronCompileOptions hysteronCompileOptionsCreate(void);

MLIR_CAPI_EXPORTED void
hysteronCompileOptionsDestroy(HysteronCompileOptions options);

/// The function to compile; needed where there are several.
MLIR_CAPI_EXPORTED void
hysteronCompileOptionsSetFunction(HysteronCompileOptions options,
                                  MlirStringRef name);

MLIR_CAPI_EXPORTED void
hysteronCompileOptionsSetMode(HysteronCompileOptions options,
                              HysteronMode mode);

/// Adds a Halide target string. The first one replaces the default, "host".
MLIR_CAPI_EXPORTED void
hysteronCompileOptionsAddTarget(HysteronCompileOptions options,
                                MlirStringRef target);

/// Adds a kind of file. The first one replaces the default.
MLIR_CAPI_EXPORTED void
hysteronCompileOptionsAddEmit(HysteronCompileOptions options,
                              HysteronEmit kind);

/// What forward keeps for backward: auto, input, output, mask or recompute.
MLIR_CAPI_EXPORTED void
hysteronCompileOptionsSetResidual(HysteronCompileOptions options,
                                  MlirStringRef residual);

/// If something in the function cannot be compiled, warn and compile the kernels
/// around it, each as a function of its own. The context must allow dialects
/// that are not registered if the module has such.
MLIR_CAPI_EXPORTED void
hysteronCompileOptionsSetPartial(HysteronCompileOptions options, bool partial);

/// A prefix for all exported symbols and the header's.
MLIR_CAPI_EXPORTED void
hysteronCompileOptionsSetSymbolPrefix(HysteronCompileOptions options,
                                      MlirStringRef prefix);

/// The text of a module with schedules to use in place of Hysteron's own.
MLIR_CAPI_EXPORTED void
hysteronCompileOptionsSetSchedules(HysteronCompileOptions options,
                                   MlirStringRef text);

//===----------------------------------------------------------------------===//
// Compiling.
//===----------------------------------------------------------------------===//

/// Compiles a module, which stays as it is, and sets `files`, which the caller
/// destroys. After a failure `files` is null and a diagnostic says why. The
/// passes that it needs are registered and their dialects loaded by itself.
///
/// The code generator runs in a child process (fork), so that it cannot take
/// the caller with it: no other thread may use the context meanwhile. Calls
/// from several threads, each with its own context, run one after the other.
MLIR_CAPI_EXPORTED MlirLogicalResult
hysteronCompileModule(MlirModule module, HysteronCompileOptions options,
                      HysteronFiles *files);

//===----------------------------------------------------------------------===//
// Files. Strings live as long as the files.
//===----------------------------------------------------------------------===//

static inline bool hysteronFilesIsNull(HysteronFiles files) {
  return !files.ptr;
}

MLIR_CAPI_EXPORTED intptr_t hysteronFilesGetNumFiles(HysteronFiles files);

/// The name of a file: "f.h", "host/f_forward.o", ...
MLIR_CAPI_EXPORTED MlirStringRef hysteronFilesGetName(HysteronFiles files,
                                                      intptr_t pos);

/// The bytes of a file.
MLIR_CAPI_EXPORTED MlirStringRef hysteronFilesGetContents(HysteronFiles files,
                                                          intptr_t pos);

/// The bytes of the file with this name; null data if there is none.
MLIR_CAPI_EXPORTED MlirStringRef hysteronFilesLookup(HysteronFiles files,
                                                     MlirStringRef name);

/// Writes all files into a folder, which is created, or after an error none.
/// Errors are reported at `location`.
MLIR_CAPI_EXPORTED MlirLogicalResult hysteronFilesWrite(HysteronFiles files,
                                                        MlirStringRef folder,
                                                        MlirLocation location);

MLIR_CAPI_EXPORTED void hysteronFilesDestroy(HysteronFiles files);

#ifdef __cplusplus
}
#endif

#endif // HYSTERON_C_COMPILE_H
