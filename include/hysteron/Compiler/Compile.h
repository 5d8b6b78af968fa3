//===- Compile.h - From a module to files -----------------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What hysteron-compile does, as functions. Passes are found by their names.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_COMPILER_COMPILE_H
#define HYSTERON_COMPILER_COMPILE_H

#include "hysteron/Compiler/Interface.h"
#include "hysteron/Compiler/Object.h"
#include "hysteron/Dialect/Halide/IR/Halide.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace hysteron {

struct TargetInfo;

/// Registers the dialects and passes that the functions below need. May be
/// called more than once, from several threads.
void registerCompilation(mlir::DialectRegistry &registry);

enum class Mode { Training, Inference };
enum class Emit { Object, Header, Assembly, LLVM, PTX, Stmt, Html, IR };

struct CompileOptions {
  /// The function to compile; empty if the module has one only.
  std::string function;
  /// Forward and backward, or the function without any surrogate.
  Mode mode = Mode::Training;
  /// auto, input, output, mask or recompute.
  std::string residual = "auto";
  std::vector<std::string> targets = {"host"};
  llvm::SmallVector<Emit> emit = {Emit::Object, Emit::Header};
  std::string symbolPrefix;
  /// If something in the function cannot be compiled, compile the kernels around
  /// it, each as a function of its own.
  bool partial = false;
  /// A module with schedules to use in place of our own, or null.
  mlir::ModuleOp schedules;
};

/// What the targets are, if the options make sense without a module.
llvm::FailureOr<std::vector<TargetInfo>>
checkOptions(const CompileOptions &options, mlir::Location location);

/// File names relative to the output folder, and contents.
using OutputFiles = std::vector<std::pair<std::string, std::string>>;

/// Leaves only the function called `name` (or the only one) and what it uses;
/// returns its name.
llvm::FailureOr<std::string> selectFunction(mlir::ModuleOp module,
                                            llvm::StringRef name);

/// Runs passes given as for --pass-pipeline, without the outer
/// `builtin.module()`.
llvm::LogicalResult runPasses(mlir::ModuleOp module, llvm::StringRef passes);

/// Activations as such where they are recognised, and TOSA as linalg.
llvm::LogicalResult importModel(mlir::ModuleOp module);

/// If the function holds an op that cannot be compiled, says so in a warning and
/// puts its kernels in its place.
llvm::LogicalResult keepKernels(mlir::ModuleOp module,
                                llvm::StringRef function);

/// Activations as such, and on each what forward keeps for its backward.
llvm::LogicalResult planResiduals(mlir::ModuleOp module,
                                  const CompileOptions &options);

/// From a function to linalg in kernel form: the forward and backward
/// functions, or the inference function.
llvm::LogicalResult lowerToKernels(mlir::ModuleOp module,
                                   const CompileOptions &options);

/// From there to halide.pipelines. What is no kernel goes into the module's
/// inner module `host`, with calls of the pipelines.
llvm::LogicalResult lowerToPipelines(mlir::ModuleOp module);

/// From tensors to memory. Results of functions are allocated.
llvm::LogicalResult bufferize(mlir::ModuleOp module);

/// From linalg on memory to the LLVM dialect.
llvm::LogicalResult lowerToLLVM(mlir::ModuleOp module);

/// The functions of a lowered module, compiled for one target.
struct CompiledTarget {
  std::string target;
  /// The pipelines with their schedules.
  mlir::OwningOpRef<mlir::ModuleOp> module;
  struct Function {
    FunctionInterface interface;
    /// Null for a model.
    halide::PipelineOp pipeline;
    halide::ScheduleOp schedule;
    KernelVersion kernel;
    std::string ptx, stmt, html;
  };
  std::vector<Function> functions;
  /// Kernels of models, which have them in their code.
  std::vector<Function> innerKernels;
};

/// `module` holds halide.pipelines.
llvm::FailureOr<CompiledTarget> compileForTarget(mlir::ModuleOp module,
                                                 llvm::StringRef target,
                                                 const CompileOptions &options);

/// The object file of Halide's and our runtime.
llvm::FailureOr<std::string> compileRuntime(llvm::StringRef target,
                                            mlir::Location location,
                                            llvm::StringRef prefix);

/// All files for all targets. Changes the module.
llvm::FailureOr<OutputFiles> compileModule(mlir::ModuleOp module,
                                           const CompileOptions &options);

/// Writes all files or, after an error, none.
llvm::LogicalResult writeFiles(llvm::StringRef folder, const OutputFiles &files,
                               mlir::Location location);

} // namespace hysteron

#endif // HYSTERON_COMPILER_COMPILE_H
