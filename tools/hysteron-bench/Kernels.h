//===- Kernels.h - What hysteron-bench measures -----------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_TOOLS_BENCH_KERNELS_H
#define HYSTERON_TOOLS_BENCH_KERNELS_H

#include "hysteron/Execution/Measure.h"

#include <map>

namespace hysteron::bench {

/// An activation with constants and parameters to measure it with.
struct Case {
  std::string name; ///< as in the names of the benchmarks
  std::string op, attributes;
  llvm::SmallVector<double> parameters;
  llvm::SmallVector<std::string> residuals; ///< what forward can keep
};

/// Every registered activation.
std::vector<Case> listCases(mlir::MLIRContext &context);

/// Functions compiled for this machine.
class Program {
public:
  /// Forward and backward, `f_forward` and `f_backward`.
  static llvm::FailureOr<std::unique_ptr<Program>>
  compile(mlir::MLIRContext &context, const std::string &target,
          const Case &which, llvm::StringRef residual, llvm::StringRef type);
  /// `f`: a copy of its only input, or the sum of two.
  static llvm::FailureOr<std::unique_ptr<Program>>
  compileCopy(mlir::MLIRContext &context, const std::string &target,
              unsigned inputs, llvm::StringRef type);

  const Signature &get(llvm::StringRef name) const {
    return *executor->find(name);
  }
  TimedCall prepare(const Signature &function,
                    llvm::ArrayRef<DLTensor *> tensors, int threads,
                    CudaDevice *device) {
    return makeCall(*executor, function, tensors, threads, device);
  }

private:
  static llvm::FailureOr<std::unique_ptr<Program>>
  compile(mlir::MLIRContext &context, const std::string &target,
          llvm::StringRef source, Mode mode, llvm::StringRef residual);

  std::unique_ptr<TargetExecutor> executor;
};

using Memory = std::unique_ptr<void, std::function<void(void *)>>;

/// As CudaDevice::allocate; null, after a diagnostic, if that fails.
Memory allocateOn(CudaDevice &device, int64_t bytes,
                  llvm::ArrayRef<char> pattern);

/// The tensors of calls on `elements` elements, by role, made and filled when
/// first asked for; on the device, if there is one.
class Tensors {
public:
  Tensors(int64_t elements, llvm::ArrayRef<double> parameters,
          CudaDevice *device)
      : elements(elements), parameters(parameters), device(device) {}
  /// Null, after a diagnostic, if the device has no memory for it.
  DLTensor *get(const Signature::Slot &slot);
  /// Of all of a function's inputs and outputs.
  llvm::FailureOr<llvm::SmallVector<DLTensor *>> get(const Signature &function);

private:
  struct Tensor {
    DLTensor tensor;
    int64_t shape[1];
    Memory data;
  };
  int64_t elements;
  llvm::SmallVector<double> parameters;
  CudaDevice *device;
  std::map<std::string, Tensor> tensors;
};

/// Bytes of a tensor in a call on so many elements; 0 for a single value.
int64_t getBytes(const Signature::Slot &slot, int64_t elements);

} // namespace hysteron::bench

#endif // HYSTERON_TOOLS_BENCH_KERNELS_H
