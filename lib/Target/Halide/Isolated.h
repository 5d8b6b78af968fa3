//===- Isolated.h - Code in a process of its own ----------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Halide counts names for the whole life of a process, and the counts reach
// symbols, the order of captured variables, and so the bytes of an object. A
// forked child starts with the counts that every other child starts with:
// equal input gives equal bytes, and where LLVM gives up and aborts, the
// caller gets an error.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_LIB_TARGET_HALIDE_ISOLATED_H
#define HYSTERON_LIB_TARGET_HALIDE_ISOLATED_H

#include "mlir/IR/Diagnostics.h"

#include <string>
#include <vector>

namespace hysteron {

using Blobs = std::vector<std::string>;

/// Runs `action` with 0, 1, ... for each of the locations in a child process of its
/// own, several at a time, and hands back the results and what was reported up to
/// the first failure, both in this order. Locations that are reported at must have
/// existed before. A crash is an error at the action's location.
llvm::FailureOr<std::vector<Blobs>> isolated(llvm::ArrayRef<mlir::Location> locs,
                                             llvm::function_ref<llvm::FailureOr<Blobs>(size_t)> action);

} // namespace hysteron

#endif // HYSTERON_LIB_TARGET_HALIDE_ISOLATED_H
