// RUN: %{malformed} %s
// $ hysteron-opt %s
// -----
halide.pipeline { // error: expected valid '@'-identifier for symbol name
}
// -----
halide.pipeline @p { // error: has no 'halide.output'
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.output @x : tensor<?xf32> symbols [0] groups [1] // error: no Func named @x
}
// -----
halide.pipeline @p {
  %c = arith.constant 0.0 : f32 // error: cannot stand in a 'halide.pipeline'
  halide.func @y(%i) -> f32 {
    %d = arith.constant 0.0 : f32
    halide.yield %d : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @y(%i) reduce() {
    %c = arith.constant 0.0 : f32
    %in = arith.constant true
    halide.where %in // error: needs a reduction variable
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.func @y(%i) -> f32 { // error: expects parent op 'halide.pipeline'
  %c = arith.constant 0.0 : f32
  halide.yield %c : f32
}
// -----
halide.pipeline @p {
  halide.func @y(%i, %i) -> f32 { // error: region entry argument '%i' is already in use
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?x?xf32> symbols [0, 1] groups [1, 1]
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f64
    halide.yield %c : f64 // error: yields ('f64') where the Func has ('f32')
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 { // error: expects a non-empty block
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> index { // error: cannot have values of type 'index'
    halide.yield %i : index
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.func @y(%i) { // error: expected '->'
    halide.yield
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %x = halide.read @x[%i] : f32 // error: no input or Func named @x
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
// A Func cannot be defined by itself.
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %x = halide.read @y[%i] : f32 // error: @y is defined only later
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i) -> f32 {
    %x = halide.read @x[] : f32 // error: @x has 1 dimensions, not 0
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0 : i32
    %x = halide.read @x[%c] : f32 // error: expects different type than prior uses
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xf64> symbols [0] groups [1]
  halide.func @y(%i) -> f32 {
    %x = halide.read @x[%i] : f32 // error: @x has values ('f64')
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.input @x : tensor<?xf32> symbols [0] groups [1] // error: redefinition of symbol named 'x'
  halide.func @y(%i) -> f32 {
    %x = halide.read @x[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xi1> symbols [0] groups [1] // error: elements of type 'i1' cannot be passed to a kernel
  halide.func @y(%i) -> i1 {
    %x = halide.read @x[%i] : i1
    halide.yield %x : i1
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<*xf32> symbols [0] groups [1] // error: attribute 'tensor' failed to satisfy constraint: type attribute of ranked tensor of any type values
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [] groups [1] // error: has 0 symbols for 1 dimensions
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<4xf32> symbols [-1] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [-2] groups [1] // error: a dimension has a symbol if and only if its extent is dynamic
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<4xf32> symbols [-1] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [0, 1] // error: a group has at least one dimension
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<4xf32> symbols [-1] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @m : tensor<?xi8> symbols [0] groups [1] mask_of @x // error: mask_of names no input or output: @x
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.input @m : tensor<?xf32> symbols [0] groups [1] mask_of @x // error: a mask is a row of i8, not 'tensor<?xf32>'
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %n = halide.extent @y 1 // error: @y has no dimension 1: its rank is 1
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %n = halide.extent @y -1 // error: attribute 'dim' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
func.func @f() -> index {
  %n = halide.extent @y 0 // error: must stand in a 'halide.pipeline'
  return %n : index
}
// -----
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @y(%i) reduce(%r : -4) { // error: a bound is not negative
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
  halide.update @y(%i) reduce(%r : ceildiv @y 0 by 0) { // error: a block has at least one point
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
  halide.update @y(%i) reduce(%i : 4) { // error: region entry argument '%i' is already in use
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
// -----
// More points than 32 bits count.
halide.pipeline @p {
  halide.func @y(%i) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @y(%i) reduce(%r : 4294967297) { // error: a bound fits into 32 bits
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
