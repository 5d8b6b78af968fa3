//===- CompletenessTest.cpp - No activation lacks anything ----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Goes through what the dialect registers, so that an op added without a
// formula, a backward, a golden test or a row in the documentation fails here.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/InitAll.h"
#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/MemoryBuffer.h"
#include <gtest/gtest.h>

using namespace mlir;
using namespace hysteron::act;

static std::string read(const std::string &path) {
  auto file = llvm::MemoryBuffer::getFile(HYSTERON_SOURCE_DIR "/" + path);
  return file ? (*file)->getBuffer().str() : "";
}

TEST(Act, NoActivationLacksAnything) {
  DialectRegistry registry;
  hysteron::registerHysteronDialects(registry);
  MLIRContext context(registry);
  context.loadAllAvailableDialects();
  std::string table = read("docs/activations.md");
  ASSERT_FALSE(table.empty());

  unsigned activations = 0;
  for (RegisteredOperationName op : context.getRegisteredOperations()) {
    auto *interface = op.getInterface<ActivationOpInterface>();
    // act.apply has the formulas of what it names.
    if (!interface || op.getTypeID() == TypeID::get<ApplyOp>())
      continue;
    ++activations;
    std::string name = op.stripDialect().str();
    SCOPED_TRACE(name);
    const Rule *rule = interface->getRule();
    ASSERT_TRUE(rule);
    EXPECT_TRUE(rule->forward);
    EXPECT_TRUE(rule->derivative || rule->blocks) << "no backward";
    std::string test = read("test/Execution/" + name + ".mlir");
    EXPECT_NE(test.find("GOLDEN: " + name + "\n"), std::string::npos)
        << "no golden test";
    EXPECT_NE(table.find("`act." + name + "`"), std::string::npos)
        << "no row in the documentation";
  }
  EXPECT_GT(activations, 0u);
}
