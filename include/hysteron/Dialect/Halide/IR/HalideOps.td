//===- HalideOps.td - What a kernel computes ---------------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_HALIDE_IR_HALIDEOPS_TD
#define HYSTERON_DIALECT_HALIDE_IR_HALIDEOPS_TD

include "hysteron/Dialect/Halide/IR/HalideDialect.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Halide_PipelineOp : Halide_Op<"pipeline", [IsolatedFromAbove, Symbol, SymbolTable, NoTerminator, SingleBlock]> {
  let summary = "what one kernel computes";
  let description = [{
    Holds `halide.input`s in the order of the kernel's inputs, the Funcs in the
    order of their definition, and `halide.output`s in the order of its results.
    The generated C function has this op's name.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<StrAttr>:$sym_visibility);
  let regions = (region SizedRegion<1>:$bodyRegion);
  let assemblyFormat = "$sym_name attr-dict-with-keyword $bodyRegion";
  let hasRegionVerifier = 1;
  let extraClassDeclaration = [{
    FuncOp lookupFunc(::llvm::StringRef name);
    /// Element types of the input or Func `name`; empty if there is none.
    ::llvm::SmallVector<::mlir::Type> getTypesOf(::llvm::StringRef name);
    /// Rank of the buffer (input or output Func) `name`.
    std::optional<unsigned> getBufferRank(::llvm::StringRef name);
  }];
}

// What the caller's tensor looks like, and how its dimensions become those of
// the Halide buffer.
defvar bindingDescription = [{
    `tensor` is the caller's tensor type. `symbols` has one entry per tensor
    dimension: -1 for a static extent, or the number of the symbolic extent;
    equal numbers are equal extents, which the C wrapper checks. `groups` has
    one entry per Halide dimension, outermost first: how many neighbouring
    tensor dimensions it collapses. `mask_of` names the input or output whose
    element count n gives this one-dimensional i8 tensor 64 ceil(n / 512) bytes.
}];

class Halide_BufferOp<string mnemonic, dag names, list<Trait> traits = []>
    : Halide_Op<mnemonic, traits # [HasParent<"PipelineOp">, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let arguments = !con(names, (ins TypeAttrOf<AnyRankedTensor>:$tensor, DenseI64ArrayAttr:$symbols,
                       DenseI64ArrayAttr:$groups, OptionalAttr<FlatSymbolRefAttr>:$mask_of));
  code bufferMethods = [{
    /// Rank of the Halide buffer.
    unsigned getRank() { return getGroups().size(); }
    ::mlir::Type getElementType() { return ::llvm::cast<::mlir::RankedTensorType>(getTensor()).getElementType(); }
  }];
  let extraClassDeclaration = bufferMethods;
}

def Halide_InputOp : Halide_BufferOp<"input", (ins SymbolNameAttr:$sym_name), [Symbol]> {
  let summary = "an input buffer";
  let description = bindingDescription # [{
    ```mlir
    halide.input @x : tensor<?x784xf32> symbols [0, -1] groups [2]
    ```
  }];
  let assemblyFormat = [{
    $sym_name `:` $tensor `symbols` $symbols `groups` $groups (`mask_of` $mask_of^)? attr-dict
  }];
}

def Halide_OutputOp : Halide_BufferOp<"output", (ins FlatSymbolRefAttr:$func)> {
  let summary = "a Func whose values are a result of the kernel";
  let description = bindingDescription # [{
    The Func must have one value.
    ```mlir
    halide.output @dx : tensor<?x784xf32> symbols [0, -1] groups [2]
    ```
  }];
  let assemblyFormat = [{
    $func `:` $tensor `symbols` $symbols `groups` $groups (`mask_of` $mask_of^)? attr-dict
  }];
}

def Halide_FuncOp : Halide_Op<"func", [IsolatedFromAbove, Symbol, HasParent<"PipelineOp">, SingleBlock,
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>]> {
  let summary = "a Func and its pure definition";
  let description = [{
    The region maps coordinates to one or more values, ended by `halide.yield`.
    The coordinates' names are the variables that a schedule speaks of.
    ```mlir
    halide.func @y(%i) -> f32 {
      %v = halide.read @x[%i] : f32
      ...
      halide.yield %r : f32
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, StrArrayAttr:$vars, TypeArrayAttr:$types);
  let regions = (region SizedRegion<1>:$bodyRegion);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    unsigned getRank() { return getVars().size(); }
    /// The update definitions, in order.
    std::vector<UpdateOp> getUpdates();
  }];
}

def Halide_UpdateOp : Halide_Op<"update", [IsolatedFromAbove, HasParent<"PipelineOp">, SingleBlock,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>,
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>]> {
  let summary = "an update definition of a Func";
  let description = [{
    Assigns new values to the element at the pure coordinates, once for each
    point of the reduction domain, the first reduction variable innermost. The
    old value is read by `halide.read` of the Func itself. The pure variables
    are those of the pure definition, in its order.
    ```mlir
    halide.update @pv(%v, %b) reduce(%r : 256, %q : extent @x 1) {
      ...
      halide.yield %new : f32
    }
    ```
    Halide runs an update's reduction variables in order unless a schedule
    proves otherwise, so the order of accumulation belongs to the pipeline.
  }];
  let arguments = (ins FlatSymbolRefAttr:$func, StrArrayAttr:$vars, StrArrayAttr:$reduction_vars,
                       TypedArrayAttrBase<Halide_BoundAttr, "bounds">:$bounds);
  let regions = (region SizedRegion<1>:$bodyRegion);
  let hasCustomAssemblyFormat = 1;
}

def Halide_YieldOp : Halide_Op<"yield", [Pure, Terminator, ParentOneOf<["FuncOp", "UpdateOp"]>]> {
  let arguments = (ins Variadic<AnyType>:$values);
  let assemblyFormat = "attr-dict $values `:` type($values)";
}

def Halide_WhereOp : Halide_Op<"where", [HasParent<"UpdateOp">]> {
  let summary = "a condition without which an update leaves an element as it is";
  let description = [{
    Loops end where it does, as far as Halide can tell.
    ```mlir
    halide.where %inside
    ```
  }];
  let arguments = (ins I1:$condition);
  let assemblyFormat = "$condition attr-dict";
  let hasVerifier = 1;
}

def Halide_ReadOp : Halide_Op<"read", [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "the element of an input or Func at given coordinates";
  let arguments = (ins FlatSymbolRefAttr:$source, Variadic<Index>:$coordinates);
  let results = (outs Variadic<AnyType>:$values);
  let assemblyFormat = "$source `[` $coordinates `]` attr-dict `:` type($values)";
}

def Halide_ExtentOp : Halide_Op<"extent", [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "the extent of a dimension (0 innermost) of an input or output buffer";
  let arguments = (ins FlatSymbolRefAttr:$buffer, ConfinedAttr<I64Attr, [IntNonNegative]>:$dim);
  let results = (outs Index:$extent);
  let assemblyFormat = "$buffer $dim attr-dict";
}

def Halide_LikelyOp : Halide_Op<"likely", [Pure, AllTypesMatch<["value", "result"]>]> {
  let summary = "Halide's `likely`: the loop is split so that the steady state assumes this value";
  let arguments = (ins AnyType:$value);
  let results = (outs AnyType:$result);
  let assemblyFormat = "$value attr-dict `:` type($value)";
}

#endif // HYSTERON_DIALECT_HALIDE_IR_HALIDEOPS_TD
