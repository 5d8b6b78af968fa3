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
  compile(mlir::MLIRContext &context, const Case &which,
          llvm::StringRef residual, llvm::StringRef type);
  /// `f`: a copy of its only input, or the sum of two.
  static llvm::FailureOr<std::unique_ptr<Program>>
  compileCopy(mlir::MLIRContext &context, unsigned inputs,
              llvm::StringRef type);

  const Signature &get(llvm::StringRef name) const {
    return *executor->find(name);
  }
  TimedCall prepare(const Signature &function,
                    llvm::ArrayRef<DLTensor *> tensors, int threads) {
    return {executor.get(), &function, llvm::SmallVector<DLTensor *>(tensors),
            threads};
  }

private:
  static llvm::FailureOr<std::unique_ptr<Program>>
  compile(mlir::MLIRContext &context, llvm::StringRef source, Mode mode,
          llvm::StringRef residual);

  std::unique_ptr<TargetExecutor> executor;
};

/// The tensors of calls on `elements` elements, by role, made and filled when
/// first asked for.
class Tensors {
public:
  Tensors(int64_t elements, llvm::ArrayRef<double> parameters)
      : elements(elements), parameters(parameters) {}
  DLTensor *get(const Signature::Slot &slot);
  /// Of all of a function's inputs and outputs.
  llvm::SmallVector<DLTensor *> get(const Signature &function);

private:
  struct Tensor {
    DLTensor tensor;
    int64_t shape[1];
    std::unique_ptr<char, void (*)(void *)> data{nullptr, std::free};
  };
  int64_t elements;
  llvm::SmallVector<double> parameters;
  std::map<std::string, Tensor> tensors;
};

/// Bytes of a tensor in a call on so many elements; 0 for a single value.
int64_t getBytes(const Signature::Slot &slot, int64_t elements);

} // namespace hysteron::bench

#endif // HYSTERON_TOOLS_BENCH_KERNELS_H
