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
  // expected-error@+1 {{no Func named @z in @p}}
  halide.vectorize @z, "i"
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
  // expected-error@+1 {{@y has no update 0}}
  halide.vectorize @y update 0, "i"
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
  // expected-error@+1 {{@y has no variable 'k' here, only (i)}}
  halide.vectorize @y, "k"
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
  halide.split @y, "i" into "o", "v" by 8
  // expected-error@+1 {{@y has no variable 'i' here, only (v, o)}}
  halide.vectorize @y, "i"
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
  // expected-error@+1 {{needs two names for two loops}}
  halide.split @y, "i" into "o", "o" by 8
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
  // expected-error@+1 {{there is a variable 'q' already}}
  halide.split @s update 0, "r" into "q", "v2" by 8
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
  // expected-error@+1 {{tail round_up would change the sum over 'r'}}
  halide.split @s update 0, "r" into "ro", "ri" by 8 tail round_up
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
  // expected-error@+1 {{tail shift_inwards would apply an update twice}}
  halide.split @s update 0, "v" into "vo", "vi" by 8 tail shift_inwards
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
  // expected-error@+1 {{the reduction over 'r' runs in order}}
  halide.parallel @s update 0, "r"
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
  // expected-error@+1 {{would change the order of a reduction}}
  halide.reorder @s update 0, ["q", "r"]
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
  // expected-error@+1 {{cannot join a reduction with another loop}}
  halide.fuse @s update 0, "r", "v" into "f"
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
    // expected-error@+1 {{must be about the stage that is specialized}}
    halide.vectorize @s, "v"
  }
}
