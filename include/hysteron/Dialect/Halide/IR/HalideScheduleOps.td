//===- HalideScheduleOps.td - How a kernel is computed ------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_HALIDE_IR_HALIDESCHEDULEOPS_TD
#define HYSTERON_DIALECT_HALIDE_IR_HALIDESCHEDULEOPS_TD

include "hysteron/Dialect/Halide/IR/HalideDialect.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/SymbolInterfaces.td"

class Halide_Enum<string name, string summary, list<I64EnumAttrCase> cases>
    : I64EnumAttr<name, summary, cases> {
  let cppNamespace = "::hysteron::halide";
}

def Halide_Tail : Halide_Enum<"Tail", "what a split does where the factor does not divide the extent", [
  I64EnumAttrCase<"guard", 0>,          // an `if` around the inner loop's body
  I64EnumAttrCase<"round_up", 1>,       // computes more than asked for
  I64EnumAttrCase<"shift_inwards", 2>,  // recomputes elements: never in place
  I64EnumAttrCase<"predicate", 3>,      // predicated loads and stores
  I64EnumAttrCase<"predicate_loads", 4>, I64EnumAttrCase<"predicate_stores", 5>,
  I64EnumAttrCase<"auto_", 6, "auto">]>;

def Halide_Memory : Halide_Enum<"Memory", "where a Func's values are kept", [
  I64EnumAttrCase<"auto_", 0, "auto">, I64EnumAttrCase<"heap", 1>, I64EnumAttrCase<"stack", 2>,
  I64EnumAttrCase<"register_", 3, "register">, I64EnumAttrCase<"gpu_shared", 4>]>;

// Halide counts points in 32 bits.
def Halide_Count : ConfinedAttr<I64Attr, [IntPositive, IntMaxValue<2147483647>]>;

def Halide_ScheduleOp : Halide_Op<"schedule",
    [NoTerminator, SingleBlock, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "how a pipeline is computed on one target";
  let description = [{
    An ordered list of directives. A directive names a Func, one of its update
    definitions if not the pure one, and variables; it means what the method of
    the same name of Halide's `Func` or `Stage` means.
    ```mlir
    halide.schedule @aglu_backward for "x86-64-linux-avx-avx2-fma-sse41" {
      halide.split @dx, "i" into "b", "ii" by 4096 tail guard
      halide.parallel @dx, "b"
      halide.compute_at @d at @dx, "b"
      halide.vectorize @ps update 0, "v"
    }
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$pipeline, StrAttr:$target);
  let regions = (region SizedRegion<1>:$bodyRegion);
  let assemblyFormat = "$pipeline `for` $target attr-dict-with-keyword $bodyRegion";
}

def Halide_Directive : OpInterface<"Directive"> {
  let cppNamespace = "::hysteron::halide";
  let description = "One line of a schedule.";
  let methods = [InterfaceMethod<
    "Replays the directive on the loop nests so far; an error where Halide would reject it.",
    "::llvm::LogicalResult", "replay", (ins "::hysteron::halide::LoopNests &":$nests)>];
}

class Halide_ScheduleDirective<string mnemonic, dag args, string format, list<Trait> traits = []>
    : Halide_Op<mnemonic, traits # [ParentOneOf<["ScheduleOp", "SpecializeOp"]>,
                                   DeclareOpInterfaceMethods<Halide_Directive>]> {
  let arguments = args;
  let assemblyFormat = format;
}

//===----------------------------------------------------------------------===//
// Loops of one stage
//===----------------------------------------------------------------------===//

defvar Stage = (ins FlatSymbolRefAttr:$func, OptionalAttr<ConfinedAttr<I64Attr, [IntNonNegative]>>:$update);

/// A directive on the loops of the pure definition of a Func, or of an update.
class Halide_StageDirective<string mnemonic, dag args, string format, list<Trait> traits = []>
    : Halide_ScheduleDirective<mnemonic, !con(Stage, args),
        "$func (`update` $update^)? `,` " # format # " attr-dict", traits> {
  code stageMethods = [{
    /// The stage as Halide counts it: 0 is the pure definition.
    unsigned getStage() { return getUpdate() ? *getUpdate() + 1 : 0; }
  }];
  let extraClassDeclaration = stageMethods;
}

def Halide_SplitOp : Halide_StageDirective<"split",
    (ins StrAttr:$var, StrAttr:$outer, StrAttr:$inner, Halide_Count:$factor,
         DefaultValuedAttr<Halide_Tail, "::hysteron::halide::Tail::auto_">:$tail),
    "$var `into` $outer `,` $inner `by` $factor (`tail` $tail^)?"> {
  let summary = "makes two loops of one";
  let description = [{
    Tails other than `guard` and `predicate` compute more points than there are.
    Of an output, or where a constant bounds the variable, they need an extent
    that is known to be a multiple of the factor (to be no smaller, for
    `shift_inwards`).
    ```mlir
    halide.split @y, "i" into "vo", "vi" by 16 tail guard
    ```
  }];
}
def Halide_FuseOp : Halide_StageDirective<"fuse",
    (ins StrAttr:$inner, StrAttr:$outer, StrAttr:$fused), "$inner `,` $outer `into` $fused"> {
  let summary = "makes one loop of two";
}
def Halide_ReorderOp : Halide_StageDirective<"reorder", (ins StrArrayAttr:$vars), "$vars"> {
  let summary = "nests loops in this order, innermost first";
}

/// How one loop runs.
class Halide_LoopDirective<string mnemonic> : Halide_StageDirective<mnemonic, (ins StrAttr:$var), "$var">;
def Halide_SerialOp : Halide_LoopDirective<"serial">;
def Halide_NeverPartitionOp : Halide_LoopDirective<"never_partition"> {
  let summary = "one body for the whole loop, without a copy of it for the steady state";
}
def Halide_ParallelOp : Halide_LoopDirective<"parallel">;
def Halide_VectorizeOp : Halide_LoopDirective<"vectorize">;
def Halide_UnrollOp : Halide_LoopDirective<"unroll">;
def Halide_InterleaveOp : Halide_StageDirective<"interleave",
    (ins StrAttr:$var, ConfinedAttr<I64Attr, [IntPositive, IntMaxValue<64>]>:$factor), "$var `by` $factor"> {
  let summary = "computes neighbouring iterations of a loop at once";
  let description = [{
    Each value of an innermost serial loop becomes one vector of those of `factor`
    iterations, so that none of them waits for another to end. What is added to
    places that stay the same is added in the order of the iterations. A loop that does more than
    load, compute and store whole vectors is left as it is, and so are the iterations that
    are left over. In a thread of a CUDA device the values are scalars, and this is the order of
    their instructions; not for OpenCL. This one is not Halide's: it is done last, when loops
    of several stages have become one.
    ```mlir
    halide.interleave @lanes update 0, "r" by 8
    ```
  }];
}
def Halide_GPUBlocksOp : Halide_LoopDirective<"gpu_blocks">;
def Halide_GPUThreadsOp : Halide_LoopDirective<"gpu_threads">;
def Halide_GPULanesOp : Halide_LoopDirective<"gpu_lanes">;
def Halide_GPUSingleThreadOp : Halide_ScheduleDirective<"gpu_single_thread", Stage,
    "$func (`update` $update^)? attr-dict"> {
  let summary = "runs the whole stage in one GPU thread";
  let extraClassDeclaration = [{ unsigned getStage() { return getUpdate() ? *getUpdate() + 1 : 0; } }];
}

def Halide_OutermostOp : Halide_StageDirective<"outermost", (ins StrAttr:$var), "$var"> {
  let summary = "a loop of one step around all others, to place Funcs in";
}

def Halide_ComputeWithOp : Halide_ScheduleDirective<"compute_with",
    !con(Stage, (ins FlatSymbolRefAttr:$with, OptionalAttr<ConfinedAttr<I64Attr, [IntNonNegative]>>:$with_update,
                     StrAttr:$var)),
    "$func (`update` $update^)? `with` $with (`update` $with_update^)? `,` $var attr-dict"> {
  let summary = "shares the loops of another stage, from the outermost down to `var`";
  let description = [{
    ```mlir
    halide.compute_with @ps update 0 with @dx, "b"
    ```
  }];
  let extraClassDeclaration = [{
    unsigned getStage() { return getUpdate() ? *getUpdate() + 1 : 0; }
    unsigned getWithStage() { return getWithUpdate() ? *getWithUpdate() + 1 : 0; }
  }];
}

def Halide_SpecializeOp : Halide_ScheduleDirective<"specialize",
    !con(Stage, (ins FlatSymbolRefAttr:$buffer, ConfinedAttr<I64Attr, [IntNonNegative]>:$dim,
                     Halide_Count:$multiple, OptionalAttr<FlatSymbolRefArrayAttr>:$aligned)),
    "$func (`update` $update^)? `when` `extent` $buffer $dim `multiple_of` $multiple (`aligned` $aligned^)? "
    "attr-dict-with-keyword $bodyRegion",
    [NoTerminator, SingleBlock]> {
  let summary = "a second form of a stage for extents that are a multiple of a number, and for aligned data";
  let description = [{
    The directives inside are for the special form, which starts from the stage
    as scheduled so far; directives after this op are for the general form.
    What is `aligned` has its first byte at a multiple of 16, which the longest
    accesses of a device ask for: others take the general form.
    ```mlir
    halide.specialize @y when extent @y 0 multiple_of 1024 aligned [@x, @y] {
      halide.split @y, "i" into "b", "t" by 1024 tail round_up
    }
    ```
  }];
  let regions = (region SizedRegion<1>:$bodyRegion);
  let extraClassDeclaration = [{ unsigned getStage() { return getUpdate() ? *getUpdate() + 1 : 0; } }];
}

//===----------------------------------------------------------------------===//
// Storage and place of a Func
//===----------------------------------------------------------------------===//

class Halide_FuncDirective<string mnemonic, dag args = (ins), string format = "">
    : Halide_ScheduleDirective<mnemonic, !con((ins FlatSymbolRefAttr:$func), args),
        "$func " # format # " attr-dict">;

def Halide_ComputeRootOp : Halide_FuncDirective<"compute_root">;
def Halide_StoreRootOp : Halide_FuncDirective<"store_root">;
def Halide_ComputeInlineOp : Halide_FuncDirective<"compute_inline">;

class Halide_AtDirective<string mnemonic> : Halide_FuncDirective<mnemonic,
    (ins FlatSymbolRefAttr:$at, OptionalAttr<ConfinedAttr<I64Attr, [IntNonNegative]>>:$at_update, StrAttr:$var),
    "`at` $at (`update` $at_update^)? `,` $var"> {
  let extraClassDeclaration = [{
    unsigned getAtStage() { return getAtUpdate() ? *getAtUpdate() + 1 : 0; }
  }];
}
def Halide_ComputeAtOp : Halide_AtDirective<"compute_at">;
def Halide_StoreAtOp : Halide_AtDirective<"store_at">;

def Halide_StoreInOp : Halide_FuncDirective<"store_in", (ins Halide_Memory:$memory), "$memory">;
def Halide_BoundOp : Halide_FuncDirective<"bound", (ins StrAttr:$var, Halide_BoundAttr:$extent),
    "`,` $var `to` custom<Bound>($extent)"> {
  let summary = "promises that exactly the points 0 to extent-1 of a variable are asked for";
  let description = [{
    A promise that turns out to be wrong is an error when the kernel runs, or
    before.
    ```mlir
    halide.bound @ps, "b" to ceildiv @x 0 by 4096
    ```
  }];
}
def Halide_BoundExtentOp : Halide_FuncDirective<"bound_extent",
    (ins StrAttr:$var, Halide_Count:$extent), "`,` $var `to` $extent"> {
  let summary = "promises how many points of a variable are asked for, wherever they start";
}
class Halide_AlignDirective<string mnemonic> : Halide_FuncDirective<mnemonic,
    (ins StrAttr:$var, Halide_Count:$multiple), "`,` $var `to` $multiple">;
def Halide_AlignBoundsOp : Halide_AlignDirective<"align_bounds">;
def Halide_AlignExtentOp : Halide_AlignDirective<"align_extent">;
def Halide_AlignStorageOp : Halide_AlignDirective<"align_storage">;
def Halide_ReorderStorageOp : Halide_FuncDirective<"reorder_storage", (ins StrArrayAttr:$vars), "`,` $vars"> {
  let summary = "lays out dimensions in memory in this order, innermost first";
}

def Halide_HostAlignmentOp : Halide_ScheduleDirective<"host_alignment",
    (ins FlatSymbolRefAttr:$buffer, ConfinedAttr<I64Attr, [IntPositivePowerOf2]>:$bytes), "$buffer `to` $bytes attr-dict"> {
  let summary = "promises the alignment of an input's or output's first byte";
}

#endif // HYSTERON_DIALECT_HALIDE_IR_HALIDESCHEDULEOPS_TD
