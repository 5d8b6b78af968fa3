//===- Header.cpp - The C header of compiled functions --------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Object.h"
#include "hysteron/Runtime/Embedded.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace hysteron;

/// "residual 0" as a C name.
static std::string getParameterName(const TensorInterface &tensor) {
  std::string name;
  for (char c : tensor.role)
    if (isAlnum(c))
      name += c;
  return name;
}

/// "float32 [s0, 784]"
static std::string describe(const FunctionInterface &interface,
                            const TensorInterface &tensor) {
  mlir::Type element = tensor.type.getElementType();
  std::string text = element.isBF16()                      ? "bfloat"
                     : mlir::isa<mlir::FloatType>(element) ? "float"
                                                           : "int";
  text += std::to_string(element.getIntOrFloatBitWidth()) + " [";
  if (tensor.maskOf >= 0)
    return text +
           "64 ceil(n / 512)] with a bit for each of the n elements of " +
           interface.tensors[tensor.maskOf].role;
  ListSeparator separator;
  for (auto [extent, symbol] :
       zip_equal(tensor.type.getShape(), tensor.symbols))
    text +=
        StringRef(separator).str() +
        (symbol >= 0 ? "s" + std::to_string(symbol) : std::to_string(extent));
  return text + "]";
}

/// The inputs that a forward function must not write its result over.
static std::string describeNeeded(const FunctionInterface &interface,
                                  ArrayRef<FunctionInterface> functions) {
  StringRef name = interface.name;
  if (!name.consume_back("_forward"))
    return "";
  auto backward = find_if(functions, [&](const FunctionInterface &function) {
    return function.name == (name + "_backward").str();
  });
  if (backward == functions.end())
    return "";
  SmallVector<std::string> needed;
  for (const TensorInterface &tensor :
       ArrayRef(backward->tensors).take_front(backward->inputs))
    if (StringRef(tensor.role).starts_with("argument") &&
        tensor.type == interface.tensors.back().type)
      needed.push_back(getParameterName(tensor));
  return needed.empty() ? ""
                        : ", but " + backward->name + " reads " +
                              join(needed, ", ") + " again";
}

static void writePrototype(raw_ostream &out, const FunctionInterface &interface,
                           ArrayRef<FunctionInterface> functions,
                           StringRef prefix) {
  out << "\n/*";
  for (auto [number, tensor] : enumerate(interface.tensors))
    out << (number ? "\n * " : " ") << getParameterName(tensor) << ": "
        << describe(interface, tensor);
  if (interface.inPlace)
    out << "\n * Works in place" << describeNeeded(interface, functions)
        << ".";
  out << " */\nint " << prefix << interface.name
      << "(const hysteron_context *context";
  for (auto [number, tensor] : enumerate(interface.tensors))
    out << ",\n    " << (number < interface.inputs ? "const " : "")
        << "DLTensor *" << getParameterName(tensor);
  out << ");\n";
}

std::string hysteron::writeHeader(StringRef guard,
                                  ArrayRef<FunctionInterface> functions,
                                  StringRef prefix) {
  std::string macro = "HYSTERON_KERNEL_";
  for (char c : (prefix + guard).str())
    macro += isAlnum(c) ? toUpper(c) : '_';
  std::string text;
  raw_string_ostream out(text);
  out << "/* Written by hysteron-compile. Dimensions of one name (s0, s1) must "
         "be\n"
         " * equal in one call. Each function returns a hysteron_error.\n"
         " *\n"
         " * An output may be exactly the memory of an input of its shape. Where a\n"
         " * function is not said to work in place, that input is copied first; on\n"
         " * a device it is an error. */\n"
      << "#ifndef " << macro << "\n#define " << macro << "\n\n"
      << "#include <stddef.h>\n#include <stdint.h>\n\n"
      << "#include <dlpack/dlpack.h>\n\n"
      << getContextHeader() << "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n";
  for (const FunctionInterface &function : functions)
    writePrototype(out, function, functions, prefix);
  out << "\n#ifdef __cplusplus\n}\n#endif\n\n#endif /* " << macro << " */\n";
  return text;
}
