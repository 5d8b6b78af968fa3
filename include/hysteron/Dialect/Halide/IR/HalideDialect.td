//===- HalideDialect.td - The halide dialect ---------------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_HALIDE_IR_HALIDEDIALECT_TD
#define HYSTERON_DIALECT_HALIDE_IR_HALIDEDIALECT_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/AttrTypeBase.td"

def Halide_Dialect : Dialect {
  let name = "halide";
  let cppNamespace = "::hysteron::halide";
  let summary = "Halide pipelines and their schedules as IR";
  let description = [{
    A `halide.pipeline` says what is computed: named Funcs with one pure
    definition and any number of update definitions, without loops. A
    `halide.schedule` says how, for one target: an ordered list of directives.
    Emission walks both into Halide's C++ interface, one op to one call.

    Coordinates and extents are of type `index` and become Halide's int32,
    which must not overflow and whose division and remainder take non-negative
    operands. Integers of other types (i8, i16, i32, i64) are bits that wrap,
    as in `arith`. The first coordinate is the innermost (contiguous)
    dimension; every buffer starts at coordinate 0 and is dense.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::math::MathDialect"];
  let useDefaultAttributePrinterParser = 1;
}

class Halide_Op<string mnemonic, list<Trait> traits = []> : Op<Halide_Dialect, mnemonic, traits>;

def Halide_BoundAttr : AttrDef<Halide_Dialect, "Bound"> {
  let mnemonic = "bound";
  let summary = "a number of points: an integer, an extent, or blocks that cover an extent";
  let description = [{
    Written `256`, `extent @x 0` (dimension 0, the innermost, of the buffer of
    @x) or `ceildiv @x 0 by 4096` (the blocks of 4096 that cover it). Any but an
    integer may end with `max 256`: then it is at most 256.
  }];
  let parameters = (ins "int64_t":$value, OptionalParameter<"::mlir::FlatSymbolRefAttr">:$buffer,
                        DefaultValuedParameter<"int64_t", "0">:$dim,
                        DefaultValuedParameter<"int64_t", "0">:$maximum);
  let builders = [
    AttrBuilder<(ins "int64_t":$value), [{ return $_get($_ctxt, value, ::mlir::FlatSymbolRefAttr(), 0, 0); }]>,
    AttrBuilderWithInferredContext<(ins "::mlir::FlatSymbolRefAttr":$buffer, "int64_t":$dim,
                                        CArg<"int64_t", "1">:$block,
                                        CArg<"int64_t", "0">:$maximum), [{
      return $_get(buffer.getContext(), block, buffer, dim, maximum);
    }]>];
  let extraClassDeclaration = [{
    bool isConstant() const { return !getBuffer(); }
  }];
  let hasCustomAssemblyFormat = 1;
}

#endif // HYSTERON_DIALECT_HALIDE_IR_HALIDEDIALECT_TD
