//===- Tensors.h - Numbers for tests and how they are compared --*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_TEST_FUZZ_MODULES_TENSORS_H
#define HYSTERON_TEST_FUZZ_MODULES_TENSORS_H

#include "Spec.h"

#include "hysteron/Execution/Execution.h"

#include "mlir/IR/MLIRContext.h"
#include "llvm/ADT/APFloat.h"

namespace fuzz {

using hysteron::HostTensor;

mlir::FloatType getType(mlir::MLIRContext &context, Element element);
const llvm::fltSemantics &getSemantics(Element element);

/// Rounds once, to nearest even.
uint64_t toBits(double value, Element element);
double toDouble(uint64_t bits, Element element);

uint64_t getBits(const HostTensor &tensor, int64_t i);
void setBits(HostTensor &tensor, int64_t i, uint64_t bits);
HostTensor makeTensor(mlir::MLIRContext &context, Element element,
                      std::vector<int64_t> shape);

/// What kind of numbers.
enum class Data { Input, Parameter, Cotangent };
/// Element i depends on the seed, the stream and first + i alone.
void fill(HostTensor &tensor, Element element, Data data, uint64_t seed,
          unsigned stream, uint64_t first);

/// Equal bits, or both NaN.
bool isSame(uint64_t a, uint64_t b, Element element);

/// The sum of the terms of a parameter's gradient in the documented order:
/// rows over the innermost summed dimension, blocks of 4096, 16 lanes.
/// `channel` is -1 for one sum of all.
std::vector<double> sumTerms(const HostTensor &terms, Element element,
                             llvm::ArrayRef<int64_t> shape, int channel);

/// The same sums of the terms' sizes.
std::vector<double> sumSizes(const HostTensor &terms, Element element,
                             llvm::ArrayRef<int64_t> shape, int channel);

/// The distance to the next number.
double getUlp(double value, Element element);

/// Whether a result is what the contract allows where another right result is
/// `wanted`: each may err by the contract, and was rounded once. `x` is where
/// the formula was evaluated and `scale` the cotangent, or 1.
bool isNear(double got, double wanted, Element element, double x, double scale);

} // namespace fuzz

#endif // HYSTERON_TEST_FUZZ_MODULES_TENSORS_H
