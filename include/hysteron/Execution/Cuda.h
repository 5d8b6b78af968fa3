//===- Cuda.h - A CUDA device to measure on ---------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_EXECUTION_CUDA_H
#define HYSTERON_EXECUTION_CUDA_H

#include "mlir/IR/Diagnostics.h"

#include <memory>

namespace hysteron {

/// The first CUDA device, by its driver, which is looked for at run time. Its
/// primary context becomes this thread's, and all work goes to the default
/// stream.
class CudaDevice {
public:
  static llvm::FailureOr<std::unique_ptr<CudaDevice>>
  open(mlir::Location location);
  ~CudaDevice();

  llvm::StringRef getName() const { return name; }
  /// Memory on the device, until `release`, with the pattern in it again and
  /// again.
  llvm::FailureOr<void *> allocate(int64_t bytes,
                                   llvm::ArrayRef<char> pattern);
  void release(void *memory);
  /// From the device to the device; does not wait.
  llvm::LogicalResult copy(void *to, const void *from, int64_t bytes);
  /// Seconds between two events around what `work` gives to the device.
  llvm::FailureOr<double>
  time(llvm::function_ref<llvm::LogicalResult()> work);

private:
  struct Driver;
  explicit CudaDevice(mlir::Location location);
  llvm::LogicalResult load();
  llvm::LogicalResult check(int code, llvm::StringRef what) const;

  mlir::Location location; ///< of what fails
  std::unique_ptr<Driver> driver;
  void *begin = nullptr, *end = nullptr; ///< events
  std::string name;
};

} // namespace hysteron

#endif // HYSTERON_EXECUTION_CUDA_H
