//===- Emulator.cpp - Calls Arm functions on another machine --------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The program that is run is an ordinary C program on the generated header, so
// this way also shows that objects and header serve a user.
//
//===----------------------------------------------------------------------===//

#include "Emulator.h"

#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace mlir;
using namespace hysteron;

/// Reads inputs from `0`, `1`, ... and writes outputs to the files after them.
static std::string makeProgram(const FunctionInterface &interface, int threads,
                               ArrayRef<const HostTensor *> tensors) {
  std::string text;
  llvm::raw_string_ostream out(text);
  out << "#include \"function.h\"\n"
         "#include <stdio.h>\n"
         "#include <stdlib.h>\n\n"
         "static void transfer(int number, void *data, size_t size, int write) "
         "{\n"
         "  char name[16];\n"
         "  snprintf(name, sizeof name, \"%d\", number);\n"
         "  FILE *file = fopen(name, write ? \"wb\" : \"rb\");\n"
         "  if (!file || (write ? fwrite(data, 1, size, file) : fread(data, 1, "
         "size, file)) != size || fclose(file)) {\n"
         "    fprintf(stderr, \"cannot transfer tensor %d\", number);\n"
         "    exit(1);\n"
         "  }\n"
         "}\n\n"
         "int main(void) {\n"
         "  char message[512] = \"\";\n"
         "  hysteron_context context = {"
      << threads << ", 0, NULL, message, sizeof message};\n";
  for (auto [i, tensor] : llvm::enumerate(tensors)) {
    out << "  int64_t shape" << i << "[] = {";
    for (int64_t extent : tensor->shape)
      out << extent << ", ";
    // C has no empty arrays.
    out << "0};\n";
    StringRef code = tensor->element.isBF16()          ? "kDLBfloat"
                     : isa<FloatType>(tensor->element) ? "kDLFloat"
                                                       : "kDLInt";
    out << "  DLTensor tensor" << i << " = {malloc(" << tensor->data.size()
        << " + 1), {kDLCPU, 0}, " << tensor->shape.size() << ", {" << code
        << ", " << tensor->element.getIntOrFloatBitWidth() << ", 1}, shape" << i
        << ", NULL, 0};\n";
    if (i < interface.inputs)
      out << "  transfer(" << i << ", tensor" << i << ".data, "
          << tensor->data.size() << ", 0);\n";
  }
  out << "  if (" << interface.name << "(&context";
  for (size_t i = 0; i < tensors.size(); ++i)
    out << ", &tensor" << i;
  out << ")) {\n    fputs(message, stderr);\n    return 1;\n  }\n";
  for (size_t i = interface.inputs; i < tensors.size(); ++i)
    out << "  transfer(" << i << ", tensor" << i << ".data, "
        << tensors[i]->data.size() << ", 1);\n";
  out << "  return 0;\n}\n";
  return text;
}

LogicalResult hysteron::callInEmulator(const FunctionInterface &interface,
                                       StringRef object, StringRef runtime,
                                       int threads,
                                       ArrayRef<const HostTensor *> inputs,
                                       MutableArrayRef<HostTensor> outputs,
                                       Location location) {
  auto fail = [&](const Twine &message) {
    return emitError(location) << message;
  };
  auto compiler = llvm::sys::findProgramByName("aarch64-linux-gnu-gcc");
  auto emulator = llvm::sys::findProgramByName("qemu-aarch64");
  if (!compiler || !emulator)
    return fail("running Arm code on this machine needs "
                "aarch64-linux-gnu-gcc and qemu-aarch64");
  SmallString<128> folder;
  if (std::error_code code =
          llvm::sys::fs::createUniqueDirectory("hysteron", folder))
    return fail("cannot create a temporary folder: " + code.message());
  llvm::scope_exit remove([&] { llvm::sys::fs::remove_directories(folder); });
  auto in = [&](const Twine &name) { return (folder + "/" + name).str(); };

  SmallVector<const HostTensor *> tensors(inputs);
  for (HostTensor &output : outputs)
    tensors.push_back(&output);
  OutputFiles files = {{"function.h", writeHeader("function", interface, "")},
                       {"main.c", makeProgram(interface, threads, tensors)},
                       {"function.o", object.str()},
                       {"runtime.o", runtime.str()}};
  for (auto [i, input] : llvm::enumerate(inputs))
    files.emplace_back(std::to_string(i),
                       std::string(input->data.begin(), input->data.end()));
  if (failed(writeFiles(folder, files, location)))
    return failure();

  std::string errors = in("errors");
  auto run = [&](StringRef program, ArrayRef<StringRef> arguments,
                 StringRef what) -> LogicalResult {
    std::optional<StringRef> redirects[] = {std::nullopt, std::nullopt, errors};
    std::string message;
    int status = llvm::sys::ExecuteAndWait(program, arguments, std::nullopt,
                                           redirects, 0, 0, &message);
    if (status == 0)
      return success();
    if (auto text = llvm::MemoryBuffer::getFile(errors);
        text && !(*text)->getBuffer().empty())
      message = (*text)->getBuffer().trim().str();
    return fail(message.empty() ? what + " failed with status " + Twine(status)
                                : Twine(message));
  };
  std::string program = in("program"), source = in("main.c"),
              code = in("function.o"), runtimeCode = in("runtime.o");
  // A static program opens no libraries; that the runtime could is no matter.
  if (failed(run(*compiler,
                 {*compiler, "-static", "-w", source, code, runtimeCode, "-o",
                  program, "-lm", "-lpthread", "-ldl"},
                 "linking for Arm")))
    return failure();
  std::string script =
      "cd '" + folder.str().str() + "' && exec '" + *emulator + "' ./program";
  if (failed(run("/bin/sh", {"/bin/sh", "-c", script}, "the emulated program")))
    return failure();
  for (auto [i, output] : llvm::enumerate(outputs)) {
    auto data =
        llvm::MemoryBuffer::getFile(in(Twine(inputs.size() + i)), false, false);
    if (!data || (*data)->getBufferSize() != output.data.size())
      return fail("the emulated program gave no " +
                  interface.tensors[inputs.size() + i].role);
    llvm::copy((*data)->getBuffer(), output.data.begin());
  }
  return success();
}
