//===- Caller.cpp - Functions of any number of pointers -------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Caller.h"

#include "llvm/IR/IRBuilder.h"

using namespace llvm;

void hysteron::addCaller(Module &module, StringRef callee, StringRef name,
                         unsigned count, Type *result) {
  IRBuilder<> builder(module.getContext());
  PointerType *pointer = builder.getPtrTy();
  SmallVector<Type *> types(count, pointer);
  FunctionCallee function = module.getOrInsertFunction(
      callee, FunctionType::get(result, types, false));
  auto *caller = Function::Create(FunctionType::get(result, {pointer}, false),
                                  GlobalValue::ExternalLinkage, name, module);
  builder.SetInsertPoint(BasicBlock::Create(module.getContext(), "", caller));
  SmallVector<Value *> arguments;
  for (unsigned i = 0; i < count; ++i)
    arguments.push_back(builder.CreateLoad(
        pointer, builder.CreateConstGEP1_32(pointer, caller->getArg(0), i)));
  CallInst *call = builder.CreateCall(function, arguments);
  if (result->isVoidTy())
    builder.CreateRetVoid();
  else
    builder.CreateRet(call);
}
