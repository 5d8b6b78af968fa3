// RUN: hysteron-opt %s --split-input-file --verify-diagnostics

// expected-error@+1 {{'halide.pipeline' op has no 'halide.output'}}
halide.pipeline @p {
}

// -----

halide.pipeline @p {
  // expected-error@+1 {{variable '0' is not an identifier}}
  halide.func @y(%0) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    // expected-error@+1 {{'halide.read' op no input or Func named @x}}
    %x = halide.read @x[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i, %j) -> f32 {
    // expected-error@+1 {{'halide.read' op @x has 1 dimensions, not 2}}
    %x = halide.read @x[%i, %j] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?x?xf32> symbols [0, 1] groups [1, 1]
}

// -----

halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i) -> f64 {
    // expected-error@+1 {{'halide.read' op @x has values ('f32')}}
    %x = halide.read @x[%i] : f64
    halide.yield %x : f64
  }
  halide.output @y : tensor<?xf64> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    // expected-error@+1 {{'halide.read' op @z is defined only later}}
    %x = halide.read @z[%i] : f32
    halide.yield %x : f32
  }
  halide.func @z(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f64
    // expected-error@+1 {{'halide.yield' op yields ('f64') where the Func has ('f32')}}
    halide.yield %c : f64
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    // expected-error@+1 {{'halide.extent' op no input or output named @x}}
    %n = halide.extent @x 0
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    // expected-error@+1 {{'halide.extent' op @y has no dimension 1: its rank is 1}}
    %n = halide.extent @y 1
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  // expected-error@+1 {{'halide.update' op no Func named @s}}
  halide.update @s(%i) reduce(%r : 4) {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  // expected-error@+1 {{'halide.update' op has other variables than the pure definition of @y}}
  halide.update @y(%j) reduce(%r : 4) {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}

// -----

halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  // expected-error@+1 {{'halide.update' op no input or output named @x}}
  halide.update @y(%i) reduce(%r : extent @x 0) {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
