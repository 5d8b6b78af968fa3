//===- Kernel.h - Runs a pipeline written as text ---------------*- C++ -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_TEST_UNIT_TARGET_HALIDE_KERNEL_H
#define HYSTERON_TEST_UNIT_TARGET_HALIDE_KERNEL_H

#include "hysteron/Target/Halide/Emit.h"

#include "HalideRuntime.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Parser/Parser.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

#include <dlfcn.h>

namespace hysteron::test {

/// The first pipeline and, if there is one, schedule of a module.
struct Source {
  explicit Source(llvm::StringRef text) : context(registry()), diagnostics(&context, [this](mlir::Diagnostic &diagnostic) {
      errors.push_back(diagnostic.str());
    }) {
    module = mlir::parseSourceString<mlir::ModuleOp>(text, &context);
    if (!module)
      return;
    for (auto op : module->getOps<halide::PipelineOp>())
      pipeline = op;
    for (auto op : module->getOps<halide::ScheduleOp>())
      schedule = op;
  }
  static mlir::DialectRegistry registry() {
    mlir::DialectRegistry registry;
    registry.insert<halide::HalideDialect, mlir::arith::ArithDialect, mlir::math::MathDialect>();
    return registry;
  }
  llvm::FailureOr<Artifacts> emit(llvm::StringRef target, llvm::ArrayRef<Artifact> wanted) {
    if (!pipeline)
      return mlir::failure();
    return emitKernel(pipeline, schedule, target, wanted);
  }
  /// One artefact; empty, and a failed test, if it cannot be had.
  std::string text(llvm::StringRef target, Artifact artifact) {
    auto artifacts = emit(target, {artifact});
    EXPECT_TRUE(mlir::succeeded(artifacts)) << (errors.empty() ? "" : errors.front());
    return mlir::succeeded(artifacts) ? artifacts->at(artifact) : "";
  }

  mlir::MLIRContext context;
  std::vector<std::string> errors;
  mlir::ScopedDiagnosticHandler diagnostics;
  mlir::OwningOpRef<mlir::ModuleOp> module;
  halide::PipelineOp pipeline;
  halide::ScheduleOp schedule;
};

/// Whether this machine runs a target's kernels; says so where it does not.
inline bool canRun(llvm::StringRef target) {
  mlir::MLIRContext context;
  auto info = parseTarget(target, [&] { return mlir::emitError(mlir::UnknownLoc::get(&context)); });
  bool can = mlir::succeeded(info) && info->isExecutable;
  if (can && info->device == Device::OpenCL) {
    // Through the name that Halide's runtime uses.
    void *library = dlopen("libOpenCL.so", RTLD_LAZY);
    auto *getPlatforms = library ? reinterpret_cast<int (*)(unsigned, void *, unsigned *)>(dlsym(library, "clGetPlatformIDs")) : nullptr;
    unsigned count = 0;
    can = getPlatforms && getPlatforms(0, nullptr, &count) == 0 && count > 0;
  }
  if (!can)
    llvm::outs() << "[  SKIP    ] this machine does not run '" << target << "'\n";
  return can;
}

/// A kernel compiled for the machine that the test runs on.
class Kernel {
public:
  explicit Kernel(llvm::StringRef text, llvm::StringRef target = "host") : source(text) {
    std::string object = source.text(target, Artifact::Object);
    jit = jitFor(target);
    if (object.empty() || !jit)
      return;
    static int count = 0;
    library = &llvm::cantFail(jit->createJITDylib("kernel" + std::to_string(count++)));
    library->addToLinkOrder(jit->getMainJITDylib());
    llvm::cantFail(jit->addObjectFile(*library, llvm::MemoryBuffer::getMemBufferCopy(object)));
    std::string name = (source.pipeline.getSymName() + "_kernel_argv").str();
    function = llvm::cantFail(jit->lookup(*library, name)).toPtr<int (*)(void **)>();
    if (target.contains("opencl"))
      copyToHost = llvm::cantFail(jit->lookup("halide_copy_to_host")).toPtr<int (*)(void *, halide_buffer_t *)>();
  }

  /// Buffers in the order of the pipeline; false if it cannot be run.
  template <typename... Buffers>
  bool operator()(Buffers &...buffers) {
    if (!function)
      return false;
    void *context = nullptr;
    void *arguments[] = {&context, buffers.raw()...};
    bool ok = function(arguments) == 0;
    if (copyToHost)
      for (halide_buffer_t *buffer : {&buffers.buffer...})
        ok &= copyToHost(nullptr, buffer) == 0;
    return ok;
  }

private:
  /// A JIT with the runtime for a target, which all kernels share.
  llvm::orc::LLJIT *jitFor(llvm::StringRef target) {
    // Never destroyed: threads of Halide's pool wait in this code until the end.
    static auto &jits = *new std::map<std::string, std::unique_ptr<llvm::orc::LLJIT>>;
    auto &jit = jits[target.str()];
    if (jit)
      return jit.get();
    auto runtime = emitRuntime(target, Artifact::Bitcode, mlir::UnknownLoc::get(&source.context));
    EXPECT_TRUE(mlir::succeeded(runtime)) << (source.errors.empty() ? "" : source.errors.front());
    if (mlir::failed(runtime))
      return nullptr;
    llvm::InitializeNativeTarget();
    llvm::InitializeNativeTargetAsmPrinter();
    llvm::InitializeNativeTargetAsmParser();
    jit = llvm::cantFail(llvm::orc::LLJITBuilder().create());
    // The runtime's caches of device code have constructors, which LLJIT runs
    // for bitcode only.
    auto context = std::make_unique<llvm::LLVMContext>();
    auto module = llvm::cantFail(llvm::parseBitcodeFile(llvm::MemoryBufferRef(*runtime, "runtime"), *context));
    llvm::cantFail(jit->addIRModule(llvm::orc::ThreadSafeModule(std::move(module), std::move(context))));
    llvm::cantFail(jit->initialize(jit->getMainJITDylib()));
    return jit.get();
  }

  Source source;
  llvm::orc::LLJIT *jit = nullptr;
  llvm::orc::JITDylib *library = nullptr;
  int (*function)(void **) = nullptr;
  int (*copyToHost)(void *, halide_buffer_t *) = nullptr;
};

/// Data with a shape, innermost dimension first.
template <typename T>
struct Buffer {
  explicit Buffer(std::vector<T> values, std::vector<int32_t> extents = {-1}) : values(std::move(values)) {
    if (extents.size() == 1 && extents[0] < 0)
      extents[0] = this->values.size();
    int32_t stride = 1;
    for (int32_t extent : extents) {
      dims.emplace_back(0, extent, stride);
      stride *= extent;
    }
  }
  static Buffer scalar(T value) { return Buffer({value}, {}); }

  halide_buffer_t *raw() {
    buffer.host = reinterpret_cast<uint8_t *>(values.data());
    buffer.dimensions = dims.size();
    buffer.dim = dims.data();
    buffer.type = halide_type_of<T>();
    buffer.set_host_dirty();
    return &buffer;
  }

  std::vector<T> values;
  std::vector<halide_dimension_t> dims;
  halide_buffer_t buffer = {};
};

} // namespace hysteron::test

#endif // HYSTERON_TEST_UNIT_TARGET_HALIDE_KERNEL_H
