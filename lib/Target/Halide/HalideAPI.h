//===- HalideAPI.h - Halide's interface and its errors ----------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Halide reports by C++ exceptions, MLIR's frames do not carry them: `guarded`
// runs code that calls Halide and nothing of MLIR's that calls back.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_HALIDEAPI_H
#define HYSTERON_LIB_TARGET_HALIDE_HALIDEAPI_H

#include "Halide.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace hysteron {

/// Runs `action`; false and Halide's message, on one line, if it threw.
bool guarded(std::string &message, llvm::function_ref<void()> action);

/// The target with the features that every kernel is compiled with.
Halide::Target kernelTarget(llvm::StringRef target);
/// Whether the host computes a * b + c in one rounding.
bool hostHasFMA(const Halide::Target &target);

/// What runs the bodies of Funcs: the host of a target, or its device if the
/// schedule has loops for one.
struct Machine {
  Halide::Target target;
  bool onDevice = false;

  bool isCUDA() const { return onDevice && target.has_feature(Halide::Target::CUDA); }
  bool isOpenCL() const { return onDevice && target.has_feature(Halide::Target::OpenCL); }
  bool hasFMA() const { return onDevice || hostHasFMA(target); }
  /// Conversions between f16 and f32 are instructions.
  bool hasF16() const {
    if (onDevice)
      return isCUDA();
    return target.has_feature(Halide::Target::F16C) || target.has_feature(Halide::Target::ARMFp16);
  }
};

} // namespace hysteron

#endif // HYSTERON_LIB_TARGET_HALIDE_HALIDEAPI_H
