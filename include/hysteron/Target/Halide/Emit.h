//===- Emit.h - From halide ops to code -------------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles a pipeline and its schedule with Halide. No type of Halide's is
// seen outside of lib/Target/Halide, and no exception leaves it.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_TARGET_HALIDE_EMIT_H
#define HYSTERON_TARGET_HALIDE_EMIT_H

#include "hysteron/Dialect/Halide/IR/Halide.h"

#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/FunctionExtras.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace hysteron {

/// What can be asked of a kernel.
enum class Artifact {
  Bitcode,    ///< LLVM bitcode, to be linked and compiled by the caller
  Object,     ///< an object file, as Halide writes it
  Assembly,   ///< the host's part of it as assembly
  LLVM,       ///< LLVM IR as text
  DeviceCode, ///< the GPU's part: PTX or OpenCL C
  Stmt,       ///< the loops, as Halide's statements
  Html        ///< the same to read in a browser
};
using Artifacts = std::map<Artifact, std::string>;

/// Compiles a pipeline. The code has `<name>_kernel`, which takes Halide's
/// buffers after the user context, and `<name>_kernel_argv`, which takes an
/// array of pointers to the same. Inputs come first, then outputs. Buffers are
/// not checked and there are no bounds queries: they must be dense, start at
/// coordinate 0 and have the extents that the pipeline asks for; on a device no
/// buffer may be empty. Elements of f16 and bf16 are uint16 to Halide, integers
/// unsigned. The functions return 0 or Halide's error code.
///
/// Without a schedule every Func but the inlined ones is computed where it is
/// needed, one element after the other. The same input gives the same bytes.
llvm::FailureOr<Artifacts> emitKernel(halide::PipelineOp pipeline, halide::ScheduleOp schedule,
                                      llvm::StringRef target, llvm::ArrayRef<Artifact> wanted);

/// Compiles several pipelines, as many at a time as there are processors, and
/// reports in their order what the first that fails reports.
llvm::FailureOr<std::vector<Artifacts>>
emitKernels(llvm::ArrayRef<std::pair<halide::PipelineOp, halide::ScheduleOp>> kernels, llvm::StringRef target,
            llvm::ArrayRef<Artifact> wanted);

/// Halide's runtime for a target, as bitcode or as an object file: threads,
/// memory, errors, and the interface of the GPU.
llvm::FailureOr<std::string> emitRuntime(llvm::StringRef target, Artifact kind, mlir::Location loc);

/// Bitcode without a function, which tells what Halide has LLVM generate code for.
llvm::FailureOr<std::string> emitEmpty(llvm::StringRef target, mlir::Location loc);

enum class Arch { X86, Arm };
enum class Device { None, CUDA, OpenCL };

/// What a target string says.
struct TargetInfo {
  Arch arch = Arch::X86;
  Device device = Device::None;
  /// Bytes of a full vector register of the host.
  unsigned vectorBytes = 16;
  /// Halide's and LLVM's names.
  std::string canonical, triple;
  bool hasFMA = false, hasF16C = false, hasArmFP16 = false;
  int cudaCapability = 0;
  /// Its host part runs on this machine.
  bool isExecutable = false;

  static constexpr unsigned gpuVectorBytes = 16;
};

/// Takes a target string apart; unknown, unsupported and contradictory ones
/// are errors.
llvm::FailureOr<TargetInfo> parseTarget(llvm::StringRef target,
                                        llvm::function_ref<mlir::InFlightDiagnostic()> emitError);

} // namespace hysteron

#endif // HYSTERON_TARGET_HALIDE_EMIT_H
