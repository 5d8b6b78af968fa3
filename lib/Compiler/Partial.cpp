//===- Partial.cpp - The kernels of what cannot be compiled ---------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Host.h"

#include "hysteron/Compiler/Compile.h"
#include "hysteron/Dialect/Act/IR/Act.h"

using namespace mlir;
using namespace hysteron;

LogicalResult hysteron::keepKernels(ModuleOp module, StringRef name) {
  // Assertions go.
  if (failed(importModel(module)) || failed(runPasses(module, "act-generalize")))
    return failure();
  auto function = module.lookupSymbol<func::FuncOp>(name);
  SmallVector<Operation *> foreign;
  for (Operation &op : function.front())
    if (!isHostOp(&op) && !isa_and_nonnull<act::ActDialect>(op.getDialect()))
      foreign.push_back(&op);
  for (auto call : function.getOps<func::CallOp>())
    foreign.push_back(call);
  if (foreign.empty())
    return success();
  for (Operation *op : foreign)
    op->emitWarning() << "'" << op->getName()
                      << "' cannot be compiled: only the kernels around it are";
  llvm::DenseSet<Operation *> before;
  for (auto each : module.getOps<func::FuncOp>())
    before.insert(each);
  if (failed(runPasses(module, "act-outline-kernels")))
    return failure();
  bool any = false;
  for (auto kernel : module.getOps<func::FuncOp>())
    if (!before.contains(kernel)) {
      kernel.setPublic();
      any = true;
    }
  if (!any)
    return function.emitError("there is no kernel in this function");
  function.erase();
  return runPasses(module, "symbol-dce");
}
