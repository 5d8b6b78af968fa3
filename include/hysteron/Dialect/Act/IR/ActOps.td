//===- ActOps.td - The activations -------------------------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each record is the one definition of its activation: lowering, folding,
// documentation and the tests all read the formulas from here.
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_IR_ACTOPS_TD
#define HYSTERON_DIALECT_ACT_IR_ACTOPS_TD

include "hysteron/Dialect/Act/IR/ActBase.td"

//===----------------------------------------------------------------------===//
// Piecewise linear: two slopes, told apart by a comparison
//===----------------------------------------------------------------------===//

// `x <= 0` and not max: -0.0 gives +0.0 and NaN passes, in one comparison.
defvar positivePart = "return select(x <= 0, 0, x);";

def Act_ReluOp : Act_Activation<"relu"> {
  let summary = "max(x, 0)";
  let forward = positivePart;
  let blocks = "return x <= 0;";
  let blocksFromOutput = "return y <= 0;";
  let torchKeeps = ["y"];
  let hasCanonicalizer = 1;
}

def Act_HeluOp : Act_Activation<"helu", [Real<"alpha">]> {
  let summary = "max(x, 0) whose backward passes down to -alpha (arXiv 2411.10573)";
  let forward = positivePart;
  let blocks = "return x <= -alpha;";
  // y is zero in the hysteresis band and below it.
  let blocksFromOutput = "return isPositiveZero(y);";
  let marksZeros = 1;
  let surrogate = 1;
  let outputHolds = "return f.number(\"alpha\") >= 0;";
  let hasCanonicalizer = 1;
}

def Act_NecroReluOp : Act_Activation<"necro_relu", [Real<"slope", "0.1">]> {
  let summary = "max(x, 0) whose backward leaks `slope` below zero";
  let forward = positivePart;
  let blocks = "return x <= 0;";
  let blocksFromOutput = "return y <= 0;";
  let surrogate = 1;
  let low = "slope";
  let hasCanonicalizer = 1;
}

def Act_LeakyReluOp : Act_Activation<"leaky_relu", [Real<"slope">]> {
  let summary = "x above zero, slope x below";
  let forward = "return select(x <= 0, slope * x, x);";
  let blocks = "return x <= 0;";
  let blocksFromOutput = "return y <= 0;";
  let outputHolds = "return f.number(\"slope\") > 0;";
  let low = "slope";
  let hasCanonicalizer = 1;
}

def Act_PreluOp : Act_Activation<"prelu", [], ["slope"]> {
  let summary = "leaky_relu with a learned slope";
  let forward = "return select(x <= 0, slope * x, x);";
  let blocks = "return x <= 0;";
  let low = "slope";
  let parameterTerms = "return {select(x > 0, 0, x * f.dy())};";
  let hasCanonicalizer = 1;
}

def Act_Relu6Op : Act_Activation<"relu6"> {
  let summary = "min(max(x, 0), 6)";
  let forward = "return select(x <= 0, 0, min(x, 6));";
  let blocks = "return x <= 0 || x >= 6;";
  let blocksFromOutput = "return y <= 0 || y >= 6;";
}

def Act_HardSigmoidOp : Act_Activation<"hard_sigmoid"> {
  let summary = "relu6(x + 3) / 6";
  let forward = "return min(max(x + 3, 0), 6) / 6;";
  let blocks = "return x <= -3 || x >= 3;";
  let high = "1.0 / 6.0";
}

def Act_HardSwishOp : Act_Activation<"hard_swish"> {
  let summary = "x hard_sigmoid(x)";
  let forward = "return select(x <= -3, 0, x * (min(x + 3, 6) / 6));";
  let derivative = "return select(x <= -3, 0, select(x >= 3, 1, x / 3 + 0.5));";
}

def Act_AbsOp : Act_Activation<"abs"> {
  let summary = "|x|";
  let forward = "return abs(x);";
  // x * x is +0 at either zero and NaN at NaN.
  let derivative = "return select(x > 0, 1, select(x < 0, -1, x * x));";
  let hasCanonicalizer = 1;
}

//===----------------------------------------------------------------------===//
// Exponential below zero
//===----------------------------------------------------------------------===//

def Act_EluOp : Act_Activation<"elu", [Real<"alpha">]> {
  let summary = "x above zero, alpha (e^x - 1) below";
  let forward = "return select(x <= 0, alpha * expm1(x), x);";
  let derivative = "return select(x <= 0, alpha * exp(x), 1);";
  let derivativeFromOutput = "return select(y <= 0, y + alpha, 1);";
  let outputHolds = "return f.number(\"alpha\") > 0 && !f.isNarrow();";
}

def Act_SeluOp : Act_Activation<"selu"> {
  let summary = "scaled elu with self-normalising constants (arXiv 1706.02515)";
  let forward = [{
    // seluScale x, but a rounded factor would be too large for the largest x.
    Scalar above = muladd(x, seluScale - 1, x);
    return select(x <= 0, seluScale * seluAlpha * expm1(x), above);
  }];
  let derivative = [{
    return select(x <= 0, seluScale * seluAlpha * exp(x), seluScale);
  }];
}

//===----------------------------------------------------------------------===//
// Smooth. Where a formula meets infinity times zero, x is clamped to where the
// limit is already reached.
//===----------------------------------------------------------------------===//

def Act_SigmoidOp : Act_Activation<"sigmoid"> {
  let summary = "1 / (1 + e^-x)";
  let forward = "return logistic(x);";
  let textbook = "return 1 / (1 + exp(-x));";
  let derivative = "Scalar t = decay(abs(x)); return t / ((1 + t) * (1 + t));";
  let derivativeFromOutput = "return y * (1 - y);";
  let outputHolds = "return !f.isNarrow();";
  let torchKeeps = ["y"];
}

def Act_TanhOp : Act_Activation<"tanh"> {
  let summary = "hyperbolic tangent";
  let forward = "return tanh(x);";
  let derivative = "Scalar y = tanh(x); return 1 - y * y;";
  let derivativeFromOutput = "return 1 - y * y;";
  let outputHolds = "return !f.isNarrow();";
  let torchKeeps = ["y"];
}

def Act_SoftplusOp : Act_Activation<"softplus", [NonZero<"beta">]> {
  let summary = "log(1 + e^(beta x)) / beta";
  let forward = [{
    Scalar z = beta * x;
    return select(z > 0, x, 0) + log1pOfFraction(decay(abs(z))) / beta;
  }];
  let textbook = "return log1p(exp(beta * x)) / beta;";
  let derivative = "return logistic(beta * x);";
}

def Act_SiluOp : Act_Activation<"silu"> {
  let summary = "x sigmoid(x)";
  let forward = "return max(x, -ExpRange(x).high) / (1 + expOfMinus(x));";
  let textbook = "return x / (1 + exp(-x));";
  let derivative = [{
    Scalar z = clamp(x, -ExpRange(x).high, -ExpRange(x).low);
    Scalar s = boundedInverse(1 + boundedExp(z, -1));
    return s * (1 + z * (1 - s));
  }];
}

def Act_MishOp : Act_Activation<"mish"> {
  let summary = "x tanh(softplus(x)) (arXiv 1908.08681)";
  // tanh(log(1 + e)) = (e^2 + 2e) / (e^2 + 2e + 2), which is 1 to f64's
  // precision from x = 20 on.
  let forward = [{
    Scalar e = boundedExp(min(x, 20));
    Scalar n = e * (e + 2);
    return select(x <= ExpRange(x).low, 0, x * (n / (n + 2)));
  }];
  let textbook = "return x * tanh(log1p(exp(x)));";
  let derivative = [{
    Scalar z = min(x, 20);
    Scalar e = boundedExp(z);
    Scalar n = e * (e + 2);
    return select(x <= ExpRange(x).low, 0, (n + 4 * z * e * (1 + e) / (n + 2)) / (n + 2));
  }];
}

def Act_GeluOp : Act_Activation<"gelu", [Option<"approximate", ["none", "tanh"]>]> {
  let summary = "x Phi(x), or its tanh form (arXiv 1606.08415)";
  let forward = [{
    if (approximate == "tanh") {
      Scalar size = min(abs(x), 1000);
      return atLeast(x, 0) - size / (1 + boundedExp(min(geluTanhArgument(size), ExpRange(x).high)));
    }
    Scalar size = abs(x), above = atLeast(x, 0);
    return select(size >= normalTailsEnd(x), above, muladd(-0.5 * size, normalTails(size), above));
  }];
  let textbook = [{
    if (approximate == "tanh")
      return 0.5 * x * (1 + tanh(sqrtTwoOverPi * (x + 0.044715 * x * x * x)));
    return 0.5 * x * (1 + erf(sqrtHalf * x));
  }];
  let derivative = [{
    if (approximate == "tanh") {
      // With q the logistic function of -|u|, dy/dx is q k below zero and
      // 1 - q k above, where k = 1 - |x| (1 - q) |du/dx|; here over (1 + t)^2.
      Scalar size = min(abs(x), 1000);
      Scalar t = decay(geluTanhArgument(size));
      Scalar s = 1 + t;
      Scalar fraction = t * (s - size * geluTanhSlope(size)) / (s * s);
      return select(x <= 0, fraction, 1 - fraction);
    }
    // With z = |x| it is Phi(-z) - z phi(z) below zero, above 1 minus that.
    Scalar size = abs(x);
    Scalar fraction = muladd(-invSqrtTwoPi * size, boundedExp(x * x, -0.5), 0.5 * normalTails(size));
    fraction = select(size >= normalTailsEnd(x), 0, fraction);
    return select(x <= 0, fraction, 1 - fraction);
  }];
}

//===----------------------------------------------------------------------===//
// Learned shape
//===----------------------------------------------------------------------===//

// PyTorch has neither: exp(z' / lambda) with z' = softplus(z), beta = -1 and
// z = kappa x - log lambda is what its users write.
class Act_Adaptive<string mnemonic>
    : Act_Activation<mnemonic, [Positive<"lambda_min", "1e-4">], ["lambda", "kappa"]>;

def Act_ApaOp : Act_Adaptive<"apa"> {
  let summary = "(lambda e^(-kappa x) + 1)^(-1/lambda) (arXiv 2407.08567)";
  let forward = "return Apa(x, lambda, kappa, lambda_min).value();";
  let textbook = "return adaptive(x, max(lambda, lambda_min), kappa);";
  let derivative = "return Apa(x, lambda, kappa, lambda_min).dx();";
  let parameterTerms = [{
    Apa apa(x, lambda, kappa, lambda_min);
    return {f.dy() * apa.dlambda(), f.dy() * apa.dkappa()};
  }];
  let torchKeeps = ["x", "z", "z'", "y"];
  let hasCanonicalizer = 1;
}

def Act_AgluOp : Act_Adaptive<"aglu"> {
  let summary = "x apa(x) (arXiv 2407.08567)";
  let forward = [{
    Apa apa(x, lambda, kappa, lambda_min);
    return apa.timesX(apa.value());
  }];
  let textbook = "return x * adaptive(x, max(lambda, lambda_min), kappa);";
  let derivative = [{
    Apa apa(x, lambda, kappa, lambda_min);
    return apa.value() + apa.timesX(apa.dx());
  }];
  let parameterTerms = [{
    Apa apa(x, lambda, kappa, lambda_min);
    return {f.dy() * apa.timesX(apa.dlambda()), f.dy() * apa.timesX(apa.dkappa())};
  }];
  let torchKeeps = ["x", "z", "z'", "apa"];
}

//===----------------------------------------------------------------------===//
// User-defined activations
//===----------------------------------------------------------------------===//

def Act_DefineOp : Act_Op<"define", [IsolatedFromAbove, Symbol]> {
  let summary = "a user's activation";
  let description = [{
    The first region is the forward formula, (x, parameters) -> y, over f32 (or
    f64, for f64 tensors). The optional second is the backward rule,
    (x, parameters, y, dy) -> (dx, one contribution per parameter). Without it
    the forward formula is differentiated: max(a, b) sends dy to a if a > b,
    else to b; |0|' = 0; select differentiates its arm; round, floor and
    comparisons give 0.

    ```mlir
    act.define @straight_through(%x: f32) {
      %y = math.roundeven %x : f32
      act.yield %y : f32
    } backward(%x: f32, %y: f32, %dy: f32) {
      act.yield %dy : f32
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<StrAttr>:$sym_visibility);
  let regions = (region SizedRegion<1>:$forward, MaxSizedRegion<1>:$backward);
  let hasCustomAssemblyFormat = 1;
  let hasRegionVerifier = 1;
  let extraClassDeclaration = [{
    unsigned getNumParameters() { return getForward().getNumArguments() - 1; }
    /// f32 or f64.
    ::mlir::FloatType getFloatType();
  }];
}

def Act_YieldOp : Act_Op<"yield", [Pure, Terminator, ReturnLike, HasParent<"DefineOp">]> {
  let summary = "ends a region of act.define";
  let arguments = (ins Variadic<AnyFloat>:$values);
  let assemblyFormat = "attr-dict $values `:` type($values)";
}

def Act_ApplyOp : Act_Op<"apply", [Pure, DeclareOpInterfaceMethods<ActivationOpInterface>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "applies a user's activation";
  let description = "`%y = act.apply @name(%x, %p) : (tensor<8xf32>, tensor<f32>) -> tensor<8xf32>`";
  let arguments = (ins FlatSymbolRefAttr:$callee, Act_Tensor:$x, Variadic<Act_Tensor>:$parameters,
      OptionalAttr<I64Attr>:$channel_dim, OptionalAttr<Act_Gradient>:$gradient,
      OptionalAttr<Act_ResidualAttr>:$residual);
  let results = (outs Act_Tensor:$y);
  let assemblyFormat = "$callee `(` $x (`,` $parameters^)? `)` attr-dict `:` functional-type(operands, results)";
  let extraClassDefinition = "const ::hysteron::act::Rule *$cppClass::getRule() { return nullptr; }\n"
      # "::llvm::LogicalResult $cppClass::verifySymbolUses(::mlir::SymbolTableCollection &tables) {\n"
      # "  return ::hysteron::act::verifyActivationSymbols(*this, tables); }\n";
}

//===----------------------------------------------------------------------===//
// Backward, made by act-differentiate
//===----------------------------------------------------------------------===//

class Act_Derived<string mnemonic, dag operands>
    : Act_Op<mnemonic, [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let arguments = !con((ins StrAttr:$activation, DictionaryAttr:$constants), operands);
  let extraClassDeclaration = [{
    /// The activation that this op belongs to.
    ::hysteron::act::Activation getFunction();
  }];
}

def Act_BackwardOp : Act_Derived<"backward", (ins AnyRankedTensor:$kept, Variadic<Act_Tensor>:$parameters,
    Act_Tensor:$cotangent, Act_ResidualAttr:$residual, OptionalAttr<I64Attr>:$channel_dim)> {
  let summary = "the gradients of an activation's operands";
  let description = [{
    From what forward kept (x, y or the bit mask, as `residual` says), the
    parameters and the cotangent dy: dx, and one gradient per parameter summed
    over the elements that share it.

    ```mlir
    %dx = act.backward "helu" {alpha = 0.5} <mask>(%m) cotangent(%dy) : (tensor<64xi8>, tensor<8xf32>) -> tensor<8xf32>
    ```
  }];
  let results = (outs Variadic<Act_Tensor>:$gradients);
  let assemblyFormat = [{
    $activation $constants $residual `(` $kept `)` (`parameters` `(` $parameters^ `)`)?
    `cotangent` `(` $cotangent `)` attr-dict `:` functional-type(operands, results)
  }];
  let hasVerifier = 1;
}

def Act_MaskOp : Act_Derived<"mask", (ins Act_Tensor:$x)> {
  let summary = "where a two-valued rule blocks, one bit per element";
  let description = [{
    Bit k of byte l in block b tells whether the rule takes its low value at
    element 512 b + 64 k + l of x. The result has 64 ceil(n / 512) bytes.
  }];
  let arguments = (ins StrAttr:$activation, DictionaryAttr:$constants, Act_Tensor:$x);
  let results = (outs 1DTensorOf<[I8]>:$mask);
  let assemblyFormat = "$activation $constants `(` $x `)` attr-dict `:` type($x) `->` type($mask)";
  let hasVerifier = 1;
}

#endif // HYSTERON_DIALECT_ACT_IR_ACTOPS_TD
