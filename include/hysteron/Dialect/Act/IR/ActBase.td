//===- ActBase.td - Dialect, attributes and families -------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_IR_ACTBASE_TD
#define HYSTERON_DIALECT_ACT_IR_ACTBASE_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Act_Dialect : Dialect {
  let name = "act";
  let cppNamespace = "::hysteron::act";
  let summary = "neural-network activations with their own backward";
  let description = [{
    Element-wise activations on ranked tensors of f16, bf16, f32 or f64. Each op
    carries a forward formula and a backward rule that need not be its
    derivative. Constants are f64 attributes; learned parameters are operands.

    Arithmetic is f32 (f64 for f64 tensors); f16 and bf16 are widened on the way
    in and rounded once on the way out. NaN in gives NaN out.
  }];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::linalg::LinalgDialect",
    "::mlir::math::MathDialect", "::mlir::tensor::TensorDialect"
  ];
  let useDefaultAttributePrinterParser = 1;
}

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

class Act_Attr<string name, string attrMnemonic> : AttrDef<Act_Dialect, name> {
  let mnemonic = attrMnemonic;
}

def Act_ShiftAttr : Act_Attr<"Shift", "shift"> {
  let summary = "the op's own backward rule, evaluated at x + offset";
  let parameters = (ins "::mlir::FloatAttr":$offset);
  let assemblyFormat = "`<` custom<Number>($offset) `>`";
}

def Act_LeakAttr : Act_Attr<"Leak", "leak"> {
  let summary = "dy/dx is `slope` wherever the op's own rule gives 0";
  let parameters = (ins "::mlir::FloatAttr":$slope);
  let assemblyFormat = "`<` custom<Number>($slope) `>`";
}

def Act_Gradient : AnyAttrOf<[Act_ShiftAttr, Act_LeakAttr, FlatSymbolRefAttr],
    "#act.shift, #act.leak or the symbol of an act.define", "::mlir::Attribute">;

def Act_ResidualKind : I32EnumAttr<"ResidualKind", "what forward keeps for backward", [
    I32EnumAttrCase<"Input", 0, "input">,
    I32EnumAttrCase<"Output", 1, "output">,
    I32EnumAttrCase<"Mask", 2, "mask">,
    I32EnumAttrCase<"Recompute", 3, "recompute">]> {
  let cppNamespace = "::hysteron::act";
  let genSpecializedAttr = 0;
}
def Act_ResidualAttr : EnumAttr<Act_Dialect, Act_ResidualKind, "residual"> {
  let cppClassName = "ResidualAttr";
  let assemblyFormat = "`<` custom<ResidualKind>($value) `>`";
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

def Act_Tensor : RankedTensorOf<[F16, BF16, F32, F64]>;

//===----------------------------------------------------------------------===//
// Activations
//===----------------------------------------------------------------------===//

def ActivationOpInterface : OpInterface<"ActivationOpInterface"> {
  let cppNamespace = "::hysteron::act";
  let description = [{
    An element-wise activation: the first operand is x, the others are learned
    parameters. `getRule` is the one definition of its formulas.
  }];
  let methods = [
    StaticInterfaceMethod<"The formulas, null for act.apply (whose formulas are in the module).",
      "const ::hysteron::act::Rule *", "getRule">
  ];
  let verify = "return ::hysteron::act::verifyActivation($_op);";
}

// A compile-time attribute and how a formula declares it.
class Constant<string n, Attr a, string init, list<string> w = []> {
  string name = n;
  Attr attr = a;
  bit required = 0;
  bit positive = 0;
  bit nonZero = 0;
  string entry = "{\"" # n # "\", " # required # ", " # positive # ", " # nonZero # ", {" # !interleave(!foreach(word, w, "\"" # word # "\""), ", ") # "}}";
  string declaration = "[[maybe_unused]] auto " # n # " = f." # init # ";";
}
// A finite number; an empty default makes it required.
class Real<string n, string default = "">
    : Constant<n, !if(!empty(default), F64Attr, DefaultValuedAttr<F64Attr, default>),
               "constant(\"" # n # "\"" # !if(!empty(default), "", ", " # default) # ")"> {
  let required = !empty(default);
}
class NonZero<string n> : Real<n> {
  let nonZero = 1;
}
// As f32, whatever the tensor holds.
class Positive<string n, string default> : Real<n, default> {
  let positive = 1;
}
// One of several words, the first by default.
class Option<string n, list<string> words>
    : Constant<n, DefaultValuedStrAttr<StrAttr, !head(words)>,
               "option(\"" # n # "\", \"" # !head(words) # "\")", words>;

class Act_Op<string mnemonic, list<Trait> traits = []> : Op<Act_Dialect, mnemonic, traits>;

// An activation. The formulas are C++ over hysteron::Scalar: `x`, every
// constant and every parameter are in scope by name, and `y` in the forms from
// the output; `f.dy()` is the cotangent.
class Act_Activation<string mnemonic, list<Constant> constants = [], list<string> parameters = []>
    : Act_Op<mnemonic, [Pure, AllTypesMatch<["x", "y"]>,
        DeclareOpInterfaceMethods<ActivationOpInterface>, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  // y.
  code forward = "";
  // y again where `forward` holds infinities apart or avoids cancellation: the
  // plain formula, which `act-raise` looks for in other compilers' code.
  code textbook = "";
  // dy/dx. Either this or `blocks` is given.
  code derivative = "";
  // dy/dx from y alone, where y tells it exactly or to the accuracy contract;
  // `outputHolds` says for which constants.
  code derivativeFromOutput = "";
  string outputHolds = "return true;";
  // For a rule of two constant values: where dy/dx is `low`, and else `high`. A
  // low of 0 blocks: dx is +0.0 even where dy is NaN or infinite.
  code blocks = "";
  code blocksFromOutput = "";
  // The output form needs forward to write -0.0 where y is zero but the rule
  // takes its high value, +0.0 where it blocks.
  bit marksZeros = 0;
  // dy/dx is not the derivative of y.
  bit surrogate = 0;
  string low = "0";
  string high = "1";
  // One contribution to the gradient of each parameter, as a list.
  code parameterTerms = "";
  // The tensors of x's shape that PyTorch's autograd saves for this activation:
  // by derivatives.yaml, or what an autograd.Function would have to save.
  list<string> torchKeeps = ["x"];

  let arguments = !con((ins Act_Tensor:$x),
      !dag(ins, !foreach(p, parameters, Act_Tensor), parameters),
      !dag(ins, !foreach(c, constants, c.attr), !foreach(c, constants, c.name)),
      (ins OptionalAttr<I64Attr>:$channel_dim, OptionalAttr<Act_Gradient>:$gradient,
           OptionalAttr<Act_ResidualAttr>:$residual));
  let results = (outs Act_Tensor:$y);
  let assemblyFormat = !interleave(!listconcat(["$x"], !foreach(p, parameters, "$" # p)), " `,` ")
      # " attr-dict `:` "
      # !interleave(!foreach(n, !listconcat(["x"], parameters), "type($" # n # ")"), " `,` ");
  let description = "Forward: `" # !strconcat(forward, "`\n");

  defvar names = "[[maybe_unused]] ::hysteron::Scalar x = f.x();"
      # !interleave(!foreach(c, constants, c.declaration), "")
      # !interleave(!foreach(i, !range(parameters),
          "[[maybe_unused]] ::hysteron::Scalar " # parameters[i] # " = f.parameter(" # i # ");"), "");
  defvar open = "[](::hysteron::act::Formula &f) -> ::hysteron::Scalar { " # names;
  let extraClassDefinition = "const ::hysteron::act::Rule *$cppClass::getRule() {\n"
      # "using namespace ::hysteron; using ::hysteron::act::Formula;\n"
      # "static const act::Rule rule = {\n"
      # "  /*constants=*/{" # !interleave(!foreach(c, constants, c.entry), ", ") # "},\n"
      # "  /*numParameters=*/" # !size(parameters) # ",\n"
      # "  /*forward=*/" # open # forward # "},\n"
      # "  /*textbook=*/" # !if(!empty(textbook), "nullptr", open # textbook # "}") # ",\n"
      # "  /*derivative=*/" # !if(!empty(derivative), "nullptr", open # derivative # "}") # ",\n"
      # "  /*derivativeFromOutput=*/" # !if(!empty(derivativeFromOutput), "nullptr",
            "[](Formula &f) -> Scalar { Scalar y = f.y(); " # names # derivativeFromOutput # "}") # ",\n"
      # "  /*outputHolds=*/[](const Formula &f) -> bool { " # outputHolds # "},\n"
      # "  /*blocks=*/" # !if(!empty(blocks), "nullptr", open # blocks # "}") # ",\n"
      # "  /*blocksFromOutput=*/" # !if(!empty(blocksFromOutput), "nullptr",
            "[](Formula &f) -> Scalar { Scalar y = f.y(); " # names # blocksFromOutput # "}") # ",\n"
      # "  /*marksZeros=*/" # !if(marksZeros, "true", "false") # ",\n"
      # "  /*surrogate=*/" # !if(surrogate, "true", "false") # ",\n"
      # "  /*low=*/" # open # "return " # low # ";},\n"
      # "  /*high=*/" # open # "return " # high # ";},\n"
      # "  /*parameterTerms=*/" # !if(!empty(parameterTerms), "nullptr",
            "[](Formula &f) -> llvm::SmallVector<Scalar> { " # names # parameterTerms # "}") # ",\n"
      # "  /*torchKeeps=*/{" # !interleave(!foreach(t, torchKeeps, "\"" # t # "\""), ", ") # "}};\n"
      # "return &rule; }\n"
      # "::llvm::LogicalResult $cppClass::verifySymbolUses(::mlir::SymbolTableCollection &tables) {\n"
      # "  return ::hysteron::act::verifyActivationSymbols(*this, tables); }\n";
}

#endif // HYSTERON_DIALECT_ACT_IR_ACTBASE_TD
