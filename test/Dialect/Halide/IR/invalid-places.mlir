// RUN: hysteron-opt %s --split-input-file --verify-diagnostics
halide.pipeline @p {
  halide.func @s(%v) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @s(%v) reduce(%r : 256, %q : 4) {
    %old = halide.read @s[%v] : f32
    halide.yield %old : f32
  }
  halide.func @y(%i) -> f32 {
    %x = halide.read @s[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
halide.schedule @p for "host" {
  // expected-error@+1 {{@y has no variable 'b' here, only (i)}}
  halide.compute_at @s at @y, "b"
}

// -----

halide.pipeline @p {
  halide.func @s(%v) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @s(%v) reduce(%r : 256, %q : 4) {
    %old = halide.read @s[%v] : f32
    halide.yield %old : f32
  }
  halide.func @y(%i) -> f32 {
    %x = halide.read @s[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
halide.schedule @p for "host" {
  // expected-error@+1 {{a Func cannot stand in its own loops}}
  halide.compute_at @y at @y, "i"
}

// -----

halide.pipeline @p {
  halide.func @s(%v) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @s(%v) reduce(%r : 256, %q : 4) {
    %old = halide.read @s[%v] : f32
    halide.yield %old : f32
  }
  halide.func @y(%i) -> f32 {
    %x = halide.read @s[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
halide.schedule @p for "host" {
  // expected-error@+1 {{@s has updates and cannot be inlined}}
  halide.compute_inline @s
}

// -----

halide.pipeline @p {
  halide.func @s(%v) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @s(%v) reduce(%r : 256, %q : 4) {
    %old = halide.read @s[%v] : f32
    halide.yield %old : f32
  }
  halide.func @y(%i) -> f32 {
    %x = halide.read @s[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
halide.schedule @p for "host" {
  // expected-error@+1 {{@s has no dimension 'r'}}
  halide.bound_extent @s, "r" to 4
}

// -----

halide.pipeline @p {
  halide.func @s(%v) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @s(%v) reduce(%r : 256, %q : 4) {
    %old = halide.read @s[%v] : f32
    halide.yield %old : f32
  }
  halide.func @y(%i) -> f32 {
    %x = halide.read @s[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
halide.schedule @p for "host" {
  // expected-error@+1 {{no input or output named @s}}
  halide.bound @s, "v" to extent @s 0
}

// -----

halide.pipeline @p {
  halide.func @s(%v) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @s(%v) reduce(%r : 256, %q : 4) {
    %old = halide.read @s[%v] : f32
    halide.yield %old : f32
  }
  halide.func @y(%i) -> f32 {
    %x = halide.read @s[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
halide.schedule @p for "host" {
  // expected-error@+1 {{no input or output named @s}}
  halide.host_alignment @s to 16
}

// -----

halide.pipeline @p {
  halide.func @s(%v) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @s(%v) reduce(%r : 256, %q : 4) {
    %old = halide.read @s[%v] : f32
    halide.yield %old : f32
  }
  halide.func @y(%i) -> f32 {
    %x = halide.read @s[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?xf32> symbols [0] groups [1]
}
halide.schedule @p for "host" {
  halide.specialize @y when extent @y 0 multiple_of 8 {
    // expected-error@+1 {{cannot stand in a 'halide.specialize'}}
    halide.compute_root @s
  }
}

// -----

// expected-error@+1 {{'halide.schedule' op no 'halide.pipeline' named @nothing}}
halide.schedule @nothing for "host" {
}
