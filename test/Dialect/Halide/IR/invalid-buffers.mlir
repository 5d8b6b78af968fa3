// RUN: hysteron-opt %s --split-input-file --verify-diagnostics

halide.pipeline @p {
  // expected-error@+1 {{'halide.output' op no Func named @y}}
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> (f32, f32) {
    %c = arith.constant 0.0 : f32
    halide.yield %c, %c : f32, f32
  }
  // expected-error@+1 {{'halide.output' op @y has 2 values, an output has one}}
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  // expected-error@+1 {{'halide.output' op @y has values of type f32, not 'f64'}}
  halide.output @y : tensor<?xf64> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  // expected-error@+1 {{'halide.output' op @y has 1 dimensions, not 2}}
  halide.output @y : tensor<?x?xf32> symbols [0, 1] groups [1, 1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
  // expected-error@+1 {{'halide.output' op @y is an output already}}
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  // expected-error@+1 {{'halide.input' op groups cover 1 dimensions of 2}}
  halide.input @x : tensor<?x4xf32> symbols [0, -1] groups [1]
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  // expected-error@+1 {{'halide.input' op a dimension has a symbol if and only if its extent is dynamic}}
  halide.input @x : tensor<?x4xf32> symbols [0, 1] groups [2]
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  // expected-error@+1 {{'halide.input' op elements of type 'i1' cannot be passed to a kernel}}
  halide.input @x : tensor<?xi1> symbols [0] groups [1]
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  // expected-error@+1 {{'halide.input' op mask_of names no input or output: @x}}
  halide.input @m : tensor<?xi8> symbols [0] groups [1] mask_of @x
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  // expected-error@+1 {{'halide.input' op name 'x.y' is not an identifier}}
  halide.input @x.y : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
