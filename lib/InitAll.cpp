//===- InitAll.cpp - All of Hysteron's dialects and passes ----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/InitAll.h"

#include "hysteron/Conversion/ActToLinalg/Passes.h"
#include "hysteron/Conversion/LinalgToHalide/Passes.h"
#include "hysteron/Conversion/MathToArith/Passes.h"
#include "hysteron/Dialect/Act/IR/Act.h"
#include "hysteron/Dialect/Act/Transforms/Passes.h"
#include "hysteron/Dialect/Halide/IR/Halide.h"
#include "hysteron/Dialect/Halide/Transforms/Passes.h"

#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/Func/Extensions/AllExtensions.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MLProgram/IR/MLProgram.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"

using namespace mlir;

void hysteron::registerHysteronDialects(DialectRegistry &registry) {
  registry.insert<act::ActDialect, halide::HalideDialect>();
}

void hysteron::registerAllDialects(DialectRegistry &registry) {
  registerHysteronDialects(registry);
  registry.insert<affine::AffineDialect, arith::ArithDialect,
                  bufferization::BufferizationDialect, cf::ControlFlowDialect, func::FuncDialect,
                  linalg::LinalgDialect, math::MathDialect,
                  memref::MemRefDialect, ml_program::MLProgramDialect, scf::SCFDialect, tensor::TensorDialect,
                  tosa::TosaDialect>();
  func::registerAllExtensions(registry);
}

void hysteron::registerAllPasses() {
  act::registerHysteronActPasses();
  registerHysteronActToLinalgPasses();
  registerHysteronLinalgToHalidePasses();
  registerHysteronMathToArithPasses();
  halide::registerHysteronHalidePasses();
}
