//===- Samples.h - Arguments to try a function with -------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_EXECUTION_SAMPLES_H
#define HYSTERON_LIB_EXECUTION_SAMPLES_H

#include "hysteron/Execution/Execution.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace hysteron {

/// One f64 tensor per argument, other values in each round: -7 to 7 with the
/// usual kinks, and positive values for what is only a parameter of
/// activations.
std::vector<HostTensor> sampleArguments(mlir::func::FuncOp function,
                                        unsigned round);

/// Arguments of these types with everyday numbers, to measure a function with.
/// `sizes` are those of the dynamic dimensions in order; one is for all.
llvm::FailureOr<TensorsByRole> randomArguments(mlir::TypeRange types,
                                               llvm::ArrayRef<int64_t> sizes,
                                               mlir::Location location);

} // namespace hysteron

#endif // HYSTERON_LIB_EXECUTION_SAMPLES_H
