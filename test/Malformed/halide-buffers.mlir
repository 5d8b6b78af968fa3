// RUN: %{malformed} %s
// $ hysteron-opt %s
// -----
halide.pipeline @p {
  halide.func @y(%i) -> (f32, f32) {
    %c = arith.constant 0.0 : f32
    halide.yield %c, %c : f32, f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1] // error: @y has 2 values, an output has one
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf64> symbols [0] groups [1] // error: @y has values of type f32, not 'f64'
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?x?xf32> symbols [0, 1] groups [1, 1] // error: @y has 1 dimensions, not 2
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
  halide.output @y : tensor<?xf32> symbols [0] groups [1] // error: @y is an output already
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?x4xf32> symbols [0, -1] groups [1] // error: groups cover 1 dimensions of 2
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x.y : tensor<?xf32> symbols [0] groups [1] // error: name 'x.y' is not an identifier
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.func @y(%0) -> f32 { // error: variable '0' is not an identifier
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %x = halide.read @z[%i] : f32 // error: @z is defined only later
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
  halide.update @s(%i) reduce(%r : 4) { // error: no Func named @s
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
  halide.update @y(%j) reduce(%r : 4) { // error: has other variables than the pure definition of @y
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
  halide.update @y(%i) reduce(%r : extent @x 0) { // error: no input or output named @x
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
