// RUN: %{malformed} %s
// $ hysteron-compile %S/Inputs/layer.mlir -o %o --target=x86-64-linux --schedule=%s
// -----
halide.schedule @layer for "x86-64-linux" { // error: there is no pipeline 'layer' to schedule
}
// -----
halide.schedule @layer_forward for "host" { // error: nothing is compiled for target 'host'
}
// -----
halide.schedule @layer_forward for "x86-64-linux" {
}
halide.schedule @layer_forward for "x86-64-linux" { // error: a second schedule of 'layer_forward' for this target
}
// -----
func.func @schedule() {
  return
}
// error: there is no schedule in this file
// -----
halide.schedule @layer_forward for "x86-64-linux" {
  halide.vectorize @y, "i" // error: no Func named @y in @layer_forward
}
// -----
halide.schedule @layer_forward for "x86-64-linux" {
  halide.split @result0, "i" into "vo", "vi" by 16 // error: tail auto would leave the extent of 'i'
}
// -----
// What only Halide finds.
halide.schedule @layer_forward for "x86-64-linux" { // error: rejected by Halide: Can only vectorize for loops over a constant extent
  halide.vectorize @result0, "i"
}
// -----
halide.schedule @layer_forward for "x86-64-linux" { // error: rejected by Halide: Can only vectorize for loops over a constant extent
  halide.parallel @result0, "i"
  halide.vectorize @result0, "i"
}
// -----
halide.schedule @layer_forward for "x86-64-linux" { // error: rejected by Halide: Can only unroll for loops over a constant extent
  halide.unroll @result0, "i"
}
// -----
halide.schedule @layer_forward for "x86-64-linux" { // error: rejected by Halide: Schedule for Func result0 requires <Default_GPU>
  halide.gpu_blocks @result0, "i"
}
// -----
halide.schedule @layer_forward for "x86-64-linux" { // error: rejected by Halide: Schedule for Func result0 requires <Default_GPU>
  halide.gpu_single_thread @result0
}
// -----
halide.schedule @layer_forward for "x86-64-linux" { // error: rejected by Halide: Halide only supports vector types with up to 65535 lanes. 1048576 lanes requested.
  halide.split @result0, "i" into "vo", "vi" by 1048576 tail guard
  halide.vectorize @result0, "vi"
}
// -----
halide.schedule @layer_backward for "x86-64-linux" { // error: rejected by Halide: Func "lanes" is computed at the following invalid location
  halide.compute_at @lanes at @gradient0, "i"
}
// -----
halide.schedule @layer_backward for "x86-64-linux" { // error: rejected by Halide: Func "lanes" is scheduled store_root(), but is inlined
  halide.store_root @lanes
}
// -----
halide.schedule @layer_backward for "x86-64-linux" {
  halide.compute_root @lanes
  halide.compute_with @lanes with @gradient0, "i" // error: @lanes has no variable 'i' here, only (v, b)
}
// -----
halide.schedule @layer_backward for "x86-64-linux" {
  halide.compute_root @lanes
  halide.compute_with @lanes with @lanes update 0, "v" // error: rejected by Halide: Cannot schedule lanes to be computed with lanes.s1.v
}
// -----
halide.schedule @layer_backward for "x86-64-linux" { // error: rejected by Halide: the bound of 'v' of @lanes is smaller than what is asked for
  halide.compute_root @lanes
  halide.bound_extent @lanes, "v" to 4
}
// -----
// $ hysteron-compile %S/Inputs/layer.mlir -o %o --target=x86-64-linux-opencl --schedule=%s
halide.schedule @layer_forward for "x86-64-linux-opencl" {
  halide.split @result0, "i" into "b", "t" by 16 tail guard
  halide.gpu_blocks @result0, "b"
  halide.vectorize @result0, "t" // error: OpenCL kernels are not vectorized by Halide
}
// -----
// $ hysteron-compile %S/Inputs/layer.mlir -o %o --target=x86-64-linux-opencl --schedule=%s
halide.schedule @layer_forward for "x86-64-linux-opencl" {
  halide.split @result0, "i" into "b", "t" by 16 tail guard
  halide.gpu_blocks @result0, "b"
  halide.interleave @result0, "t" by 4 // error: iterations are not interleaved in OpenCL kernels
}
// -----
halide.schedule @layer_backward for "x86-64-linux" {
  halide.interleave @lanes update 0, "r" by 65 // error: 'factor' failed to satisfy constraint: 64-bit signless integer attribute whose value is positive whose maximum value is 64
}
// -----
// $ hysteron-compile %S/Inputs/layer.mlir -o %o --target=x86-64-linux-opencl --schedule=%s
halide.schedule @layer_forward for "x86-64-linux-opencl" { // error: rejected by Halide: GPU thread loop over result0.s0.i must be inside a GPU block loop
  halide.gpu_threads @result0, "i"
}
