//===- Oracle.h - Whether a module computes what its ops do -----*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Errors of a few ulp grow along a chain of activations until they say nothing,
// so chains are not compared with a tolerance. What is documented is stronger:
//
//  - fusing changes no bit: a module's results and gradients have the bits that
//    its ops give one by one, each in a function of its own on flat vectors
//    with parameters for each element, run by the reference from the same
//    arithmetic (convert-math-to-arith); the sums of parameter terms have the
//    documented order;
//  - targets with an fma instruction contract where the formulas allow it, the
//    others nowhere: each class has its own bits, the same on all its members;
//  - each op alone is within twice the numeric contract of the reference as it
//    is, with libm's functions.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_TEST_FUZZ_MODULES_ORACLE_H
#define HYSTERON_TEST_FUZZ_MODULES_ORACLE_H

#include "Tensors.h"

namespace fuzz {

/// Empty if all is right, else what is wrong.
std::string check(mlir::MLIRContext &context, const Spec &spec,
                  llvm::ArrayRef<std::string> targets);

/// The tensors that @f is called with: arguments, parameters, cotangents.
struct Inputs {
  std::vector<HostTensor> arguments, parameters, cotangents;
};
Inputs makeInputs(mlir::MLIRContext &context, const Spec &spec);

} // namespace fuzz

#endif // HYSTERON_TEST_FUZZ_MODULES_ORACLE_H
