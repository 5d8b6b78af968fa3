//===- Execution.h - Runs compiled functions on tensors ---------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_EXECUTION_EXECUTION_H
#define HYSTERON_EXECUTION_EXECUTION_H

#include "hysteron/Compiler/Compile.h"

#include <dlpack/dlpack.h>
#include <map>

namespace hysteron {

/// Memory for tensors begins where a line of the cache does, as elsewhere.
template <typename T> struct TensorAllocator {
  using value_type = T;
  static constexpr std::align_val_t alignment{64};
  T *allocate(size_t count) {
    return static_cast<T *>(::operator new(count * sizeof(T), alignment));
  }
  void deallocate(T *data, size_t) { ::operator delete(data, alignment); }
  bool operator==(const TensorAllocator &) const { return true; }
  bool operator!=(const TensorAllocator &) const { return false; }
};

/// A dense tensor in row-major order.
struct HostTensor {
  mlir::Type element;
  llvm::SmallVector<int64_t> shape;
  std::vector<char, TensorAllocator<char>> data;

  int64_t getElementCount() const;
  /// As DLPack has it; for a call, which may write to it.
  DLTensor getView() const;
};

/// A function that can be called, and what its tensors are to the function
/// that was compiled.
struct Signature {
  struct Slot {
    std::string role;
    mlir::RankedTensorType type;
  };
  std::string name;
  std::vector<Slot> inputs, outputs;
};

/// The compiled functions of one module somewhere.
class Executor {
public:
  virtual ~Executor() = default;
  /// Null and no error if there is no such function.
  const Signature *find(llvm::StringRef name) const;
  virtual llvm::FailureOr<std::vector<HostTensor>>
  call(const Signature &function,
       llvm::ArrayRef<const HostTensor *> inputs) = 0;

protected:
  std::vector<Signature> signatures;
};

/// Tensors by their role in a signature: "argument 0", "residual 0", ...
using TensorsByRole = std::map<std::string, HostTensor>;

/// Calls a function on the tensors with its inputs' roles and stores its outputs
/// by theirs.
llvm::LogicalResult callByRole(Executor &executor, llvm::StringRef name,
                               TensorsByRole &values, mlir::Location location);

/// The element type as DLPack has it.
DLDataType getDataType(mlir::Type element);

/// Functions compiled for a target, in this process or, for Arm on another
/// machine, in an emulator.
class TargetExecutor : public Executor {
public:
  using Executor::call;
  /// Calls a function in this process on the caller's tensors, inputs then
  /// outputs, with at most so many threads (0: all).
  virtual llvm::LogicalResult call(const Signature &function,
                                   llvm::ArrayRef<DLTensor *> tensors,
                                   int threads) = 0;
};

/// `module` holds halide.pipelines.
llvm::FailureOr<std::unique_ptr<TargetExecutor>>
createTargetExecutor(mlir::ModuleOp module, const CompileOptions &options,
                     int threads);

/// Linalg in kernel form through MLIR's own passes to LLVM, with libm's
/// functions, element after element.
llvm::FailureOr<std::unique_ptr<Executor>>
createReferenceExecutor(mlir::ModuleOp module);

/// A .npy file with a tensor of the type; dynamic extents take any value.
llvm::FailureOr<HostTensor> readNpy(llvm::StringRef path,
                                    mlir::RankedTensorType type,
                                    mlir::Location location);
/// The contents of a .npy file.
std::string writeNpy(const HostTensor &tensor);

} // namespace hysteron

#endif // HYSTERON_EXECUTION_EXECUTION_H
