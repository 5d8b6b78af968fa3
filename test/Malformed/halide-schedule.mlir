// RUN: %{malformed} %s
// $ hysteron-opt %s
halide.pipeline @p {
  halide.input @x : tensor<?xf32> symbols [0] groups [1]
  halide.func @s(%v) -> f32 {
    %c = arith.constant 0.0 : f32
    halide.yield %c : f32
  }
  halide.update @s(%v) reduce(%r : 256, %q : 4) {
    %old = halide.read @s[%v] : f32
    halide.yield %old : f32
  }
  halide.func @y(%i, %j) -> f32 {
    %x = halide.read @s[%i] : f32
    halide.yield %x : f32
  }
  halide.output @y : tensor<?x?xf32> symbols [0, 1] groups [1, 1]
}
// -----
halide.schedule @nothing for "host" { // error: no 'halide.pipeline' named @nothing
}
// -----
halide.schedule @p for host { // error: expected attribute value
}
// -----
halide.schedule @p for "host" {
  %c = arith.constant 1 : index // error: is no directive of a schedule
}
// -----
halide.vectorize @y, "i" // error: expects parent op to be one of 'halide.schedule, halide.specialize'
// -----
halide.schedule @p for "host" {
  halide.vectorise @y, "i" // error: custom op 'halide.vectorise' is unknown
}
// -----
halide.schedule @p for "host" {
  halide.vectorize @x, "i" // error: no Func named @x in @p
}
// -----
halide.schedule @p for "host" {
  halide.vectorize @y, "k" // error: @y has no variable 'k' here, only (i, j)
}
// -----
halide.schedule @p for "host" {
  halide.vectorize @y, i // error: expected attribute value
}
// -----
halide.schedule @p for "host" {
  halide.vectorize @y update 0, "i" // error: @y has no update 0
}
// -----
halide.schedule @p for "host" {
  halide.vectorize @s update 1, "v" // error: @s has no update 1
}
// -----
halide.schedule @p for "host" {
  halide.vectorize @s update -1, "v" // error: attribute 'update' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative
}
// -----
halide.schedule @p for "host" {
  halide.vectorize @s, "r" // error: @s has no variable 'r' here, only (v)
}
// -----
halide.schedule @p for "host" {
  halide.split @y, "i" into "o", "v" by 0 // error: attribute 'factor' failed to satisfy constraint: 64-bit signless integer attribute whose value is positive
}
// -----
halide.schedule @p for "host" {
  halide.split @y, "i" into "o", "v" by 4294967297 tail guard // error: attribute 'factor' failed to satisfy constraint
}
// -----
halide.schedule @p for "host" {
  halide.split @y, "i" into "o", "v" by 8 tail sideways // error: custom op 'halide.split' expected string or keyword containing one of the following enum values for attribute 'tail' [guard, round_up, shift_inwards, predicate, predicate_loads, predicate_stores, auto]
}
// -----
halide.schedule @p for "host" {
  halide.split @y, "i" into "o", "o" by 8 tail guard // error: needs two names for two loops
}
// -----
halide.schedule @p for "host" {
  halide.split @y, "i" into "a b", "v" by 8 tail guard // error: variable 'a b' is not an identifier
}
// -----
halide.schedule @p for "host" {
  halide.split @y, "i" into "j", "v" by 8 tail guard // error: there is a variable 'j' already
}
// -----
halide.schedule @p for "host" {
  halide.split @y, "i" into "o", "v" by 8 tail guard
  halide.split @y, "i" into "o2", "v2" by 8 tail guard // error: @y has no variable 'i' here, only (v, o, j)
}
// -----
halide.schedule @p for "host" {
  halide.split @s update 0, "r" into "ro", "ri" by 8 tail round_up // error: tail round_up would change the sum over 'r'
}
// -----
halide.schedule @p for "host" {
  halide.split @s update 0, "v" into "vo", "vi" by 8 tail shift_inwards // error: tail shift_inwards would apply an update twice
}
// -----
// Points that the output does not have.
halide.schedule @p for "host" {
  halide.split @y, "i" into "o", "v" by 8 tail round_up // error: would leave the extent of 'i'
}
// -----
halide.schedule @p for "host" {
  halide.split @y, "i" into "o", "v" by 8 // error: would leave the extent of 'i'
}
// -----
halide.schedule @p for "host" {
  halide.split @y, "i" into "o", "v" by 8 tail predicate_stores // error: would leave the extent of 'i'
}
// -----
halide.schedule @p for "host" {
  halide.split @s, "v" into "o", "i" by 8 tail round_up // error: would leave the extent of 'v'
  halide.bound_extent @s, "v" to 12
}
// -----
halide.schedule @p for "host" {
  halide.bound_extent @s, "v" to 24
  halide.split @s, "v" into "o", "i" by 8 tail round_up
  halide.split @s, "o" into "oo", "oi" by 2 tail round_up // error: would leave the extent of 'o'
}
// -----
halide.schedule @p for "host" {
  halide.bound @s, "v" to 12
  halide.split @s update 0, "v" into "o", "i" by 8 tail round_up // error: would leave the extent of 'v'
}
// -----
halide.schedule @p for "host" {
  halide.specialize @y when extent @y 0 multiple_of 12 {
    halide.split @y, "i" into "o", "v" by 8 tail round_up // error: would leave the extent of 'i'
  }
}
// -----
halide.schedule @p for "host" {
  halide.fuse @y, "i", "i" into "f" // error: needs two different loops
}
// -----
halide.schedule @p for "host" {
  halide.outermost @y, "i" // error: there is a variable 'i' already
}
// -----
halide.schedule @p for "host" {
  halide.fuse @s update 0, "r", "v" into "f" // error: cannot join a reduction with another loop
}
// -----
halide.schedule @p for "host" {
  halide.reorder @y, ["i", "i"] // error: variable 'i' occurs twice
}
// -----
halide.schedule @p for "host" {
  halide.reorder @y, ["i", 1] // error: attribute 'vars' failed to satisfy constraint: string array attribute
}
// -----
halide.schedule @p for "host" {
  halide.reorder @s update 0, ["q", "r"] // error: would change the order of a reduction
}
// -----
halide.schedule @p for "host" {
  halide.parallel @s update 0, "r" // error: the reduction over 'r' runs in order
}
// -----
halide.schedule @p for "host" {
  halide.specialize @y when extent @x 1 multiple_of 8 { // error: @x has no dimension 1: its rank is 1
  }
}
// -----
halide.schedule @p for "host" {
  halide.specialize @y when extent @y 0 multiple_of 4 aligned [@x, @s] { // error: no input or output named @s
  }
}
// -----
halide.schedule @p for "host" {
  halide.specialize @y when extent @y 0 multiple_of 0 { // error: attribute 'multiple' failed to satisfy constraint: 64-bit signless integer attribute whose value is positive
  }
}
// -----
halide.schedule @p for "host" {
  halide.specialize @y when extent @y 0 multiple_of 8 {
    halide.compute_root @s // error: cannot stand in a 'halide.specialize'
  }
}
// -----
halide.schedule @p for "host" {
  halide.specialize @y when extent @y 0 multiple_of 8 {
    halide.vectorize @s, "v" // error: must be about the stage that is specialized
  }
}
// -----
halide.schedule @p for "host" {
  halide.compute_at @s at @y, "b" // error: @y has no variable 'b' here, only (i, j)
}
// -----
halide.schedule @p for "host" {
  halide.compute_at @s at @s, "v" // error: a Func cannot stand in its own loops
}
// -----
halide.schedule @p for "host" {
  halide.compute_inline @s // error: @s has updates and cannot be inlined
}
// -----
halide.schedule @p for "host" {
  halide.compute_with @y with @y, "i" // error: needs two different stages
}
// -----
halide.schedule @p for "host" {
  halide.store_in @s disk // error: custom op 'halide.store_in' expected string or keyword containing one of the following enum values for attribute 'memory' [auto, heap, stack, register, gpu_shared]
}
// -----
halide.schedule @p for "host" {
  halide.bound_extent @s, "r" to 4 // error: @s has no dimension 'r'
}
// -----
halide.schedule @p for "host" {
  halide.bound @s, "v" to extent @s 0 // error: no input or output named @s
}
// -----
halide.schedule @p for "host" {
  halide.align_storage @s, "v" to -8 // error: attribute 'multiple' failed to satisfy constraint: 64-bit signless integer attribute whose value is positive
}
// -----
halide.schedule @p for "host" {
  halide.reorder_storage @y, ["i", "k"] // error: @y has no dimension 'k'
}
// -----
halide.schedule @p for "host" {
  halide.reorder_storage @y, ["i", "i"] // error: variable 'i' occurs twice
}
// -----
halide.schedule @p for "host" {
  halide.host_alignment @s to 16 // error: no input or output named @s
}
// -----
halide.schedule @p for "host" {
  halide.host_alignment @x to 24 // error: attribute 'bytes' failed to satisfy constraint
}
// -----
halide.schedule @p for "host" {
  halide.vectorize @y, "i"
halide.schedule @p for "host" { // error: is no directive of a schedule
}
}
