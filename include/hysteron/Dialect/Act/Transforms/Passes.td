//===- Passes.td - Passes of the act dialect ---------------*- tablegen -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HYSTERON_DIALECT_ACT_TRANSFORMS_PASSES_TD
#define HYSTERON_DIALECT_ACT_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

def ActRaise : Pass<"act-raise", "::mlir::ModuleOp"> {
  let summary = "find activations in linalg and TOSA code";
  let description = [{
    Element-wise code on tensors (linalg ops with parallel loops, TOSA, arith and
    math), however it is cut into ops, is read as one formula and compared with
    the formula of every activation. Equal means equal as functions of real
    numbers: sums and products in any order, a comparison with select or a
    maximum, a sigmoid or 1 / (1 + e^-x), a softplus that is cut off where it has
    become linear. A constant stands for the numbers that round to it in
    its type; one that is further off leaves the code as it is. NaN gives NaN
    afterwards, whatever the comparisons in the code did with it.

    Parameters may be arguments, constants or computed, one value or one per
    channel. Ops that nothing else uses go, and with them a `cf.assert` that
    holds for every value of the parameters.
  }];
  let dependentDialects = ["::hysteron::act::ActDialect"];
}

def ActHysteresis : Pass<"act-hysteresis", "::mlir::ModuleOp"> {
  let summary = "train relus as helus";
  let description = [{
    Replaces act.relu by act.helu, whose backward also passes the gradient down
    to x = -alpha; forward stays what it was. By default every relu; with `names`
    those in a function of one of these names, and those whose location has one
    of them (`loc("fc1")`), which is how other compilers tell layers apart. A relu with
    a `gradient` of its own stays. A name that fits nothing is an error.
  }];
  let options = [Option<"alpha", "alpha", "double", "0.05", "how far below zero the gradient passes">,
                 ListOption<"names", "names", "std::string", "functions and locations (default: all)">];
  let dependentDialects = ["::hysteron::act::ActDialect"];
}

def ActPlanResiduals : Pass<"act-plan-residuals", "::mlir::ModuleOp"> {
  let summary = "choose what forward keeps for backward";
  let description = [{
    Writes `residual = #act.residual<...>` on every activation that has none.
    Backward can work from x (`input`), from x computed once more (`recompute`),
    from a bit per element (`mask`, for rules of two constant values), and from y
    (`output`) where the rule can be read from it: relu and its kind; leaky_relu
    with a positive slope; helu with alpha >= 0, whose forward then writes -0.0
    where the rule passes and y is zero; sigmoid, tanh and elu in f32 and f64.

    `auto` keeps nothing new where it can:

    1. A tensor that backward has anyway: y, else x. Such are the arguments and
       results of the function, what an op that is no activation needs for its
       own derivative (the factors of a product), and what another activation
       keeps. Of two, y leaves forward free to write over x.
    2. Else what is least in bits per element kept + moved by forward + moved by
       backward, each activation a kernel of its own. Of w bits, a new tensor
       adds 2w (kept, and read), a mask 3 (kept, written and read), and
       recomputing as many w as tensors are read. That is offered where one op,
       an activation or element-wise arith or math, makes x from arguments,
       results, constants and what activations keep; a product of matrices is
       never computed again. Of equals the first of output, input, mask,
       recompute is taken.

    Activations without a mask choose first, in the order of the program; those
    with one come last, as they never need a new tensor. Arithmetic does not
    count. With another `residual` the activations that have such a form get it
    before the others choose, as do those with an attribute of their own.
  }];
  let options = [Option<"residual", "residual", "std::string", "\"auto\"",
                        "auto, input, output, mask or recompute">];
  let dependentDialects = ["::hysteron::act::ActDialect"];
}

def ActDifferentiate : Pass<"act-differentiate", "::mlir::ModuleOp"> {
  let summary = "split functions into forward and backward";
  let description = [{
    Each function f becomes f_forward, which returns f's results and then the
    residuals, and f_backward, which takes the tensors that forward kept and one
    cotangent per float result, and returns one gradient per float argument.
    What is kept is an argument or a result of f, or else a further result of
    f_forward; `act.role` on every argument and result tells which.

    f may hold activations, element-wise arith and math ops on tensors, linalg
    structured ops that are element-wise, broadcasting or sums of products, and
    reshapes. Values used twice accumulate; unused arguments get zeros.
  }];
  let options = [ListOption<"functions", "functions", "std::string",
                            "names of the functions to split (default: all)">];
  let dependentDialects = ["::hysteron::act::ActDialect", "::mlir::func::FuncDialect"];
}

def ActFoldInference : Pass<"act-fold-inference", "::mlir::ModuleOp"> {
  let summary = "remove everything that serves training";
  let description = [{
    Drops `gradient` and `residual`, turns helu and necro_relu into relu, removes
    backward functions and the residuals of forward functions, which get their
    old name back. An error names an op that still computes a gradient.
  }];
  let dependentDialects = ["::hysteron::act::ActDialect"];
}

def ActFuse : Pass<"act-fuse", "::mlir::ModuleOp"> {
  let summary = "join neighbouring kernels over the same loops";
  let description = [{
    Two linalg.generics become one where the second reads a result of the first
    element by element, or both read the same tensor element by element. The
    result has all results that are still used: element-wise ones and sums.
  }];
  let dependentDialects = ["::mlir::affine::AffineDialect", "::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect"];
}

def ActGeneralize : Pass<"act-generalize", "::mlir::ModuleOp"> {
  let summary = "write all that kernels can hold as linalg.generic";
  let description = [{
    Element-wise arith and math ops on tensors, and named linalg ops that are
    element-wise, broadcasting or reducing, become generics. Constants and fills go
    into the bodies that read them; what is the same for all elements becomes
    scalar code. Assertions are dropped: the numbers tell, as elsewhere.
  }];
  let dependentDialects = ["::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect"];
}

def ActOutlineKernels : Pass<"act-outline-kernels", "::mlir::ModuleOp"> {
  let summary = "move kernels into functions of their own";
  let description = [{
    In a function that is more than a kernel, neighbouring activations and
    element-wise, broadcasting or reducing computations become a private function
    in kernel form, `f_kernel0`, `f_kernel1`, ..., and a call of it. Constants,
    shapes and views that they need go along. Equal kernels are one. A function that
    is a kernel as a whole stays as it is.
  }];
  let dependentDialects = ["::mlir::func::FuncDialect"];
}

def ActOrderLoops : Pass<"act-order-loops", "::mlir::ModuleOp"> {
  let summary = "let the innermost loops of contractions run along memory";
  let description = [{
    Matrix products, convolutions and other sums of products become generics
    whose innermost loop is that of the result's last dimension, so that LLVM can
    make vectors of it without changing the order of any sum. Inputs that this
    loop would step through are transposed first.
  }];
  let dependentDialects = ["::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect"];
}

#endif // HYSTERON_DIALECT_ACT_TRANSFORMS_PASSES_TD
