// RUN: %{malformed} %s
func.func @f(%x: tensor<?x3xf32>) -> tensor<?x3xf32> {
  %y = act.relu %x : tensor<?x3xf32>
  return %y : tensor<?x3xf32>
}
// -----
// $ hysteron-compile %s
// error: -o DIR is missing
// -----
// $ hysteron-compile %s -o %o --frobnicate
// error: Unknown command line argument '--frobnicate'
// -----
// $ hysteron-compile %s %s -o %o
// error: Too many positional arguments specified
// -----
// $ hysteron-compile %i/nothing.mlir -o %o
// error: cannot open input file '%i/nothing.mlir'
// -----
// $ hysteron-compile - -o %o
// error: there is no function to compile
// -----
// $ hysteron-compile %s -o %s
// error: cannot create folder '%s
// -----
// $ hysteron-compile %s -o /proc/nothing/out
// error: cannot create folder '/proc/nothing/out
// -----
// $ hysteron-compile %s -o %o --mode=train
// error: for the --mode option: Cannot find option named 'train'
// -----
// $ hysteron-compile %s -o %o --emit=objekt
// error: for the --emit option: Cannot find option named 'objekt'
// -----
// $ hysteron-compile %s -o %o --emit=object,,header
// error: for the --emit option
// -----
// $ hysteron-compile %s -o %o --emit=ptx
// error: PTX needs a CUDA target
// -----
// $ hysteron-compile %s -o %o --function=g
// error: there is no function 'g'
// -----
// $ hysteron-compile %s -o %o --residual=everything
// error: unknown residual 'everything', expected auto, input, output, mask or recompute
// -----
// $ hysteron-compile %s -o %o --residual=
// error: unknown residual ''
// -----
// $ hysteron-compile %s -o %o --symbol-prefix=1st
// error: '1st' cannot begin a C name
// -----
// $ hysteron-compile %s -o %o --symbol-prefix=a-b
// error: 'a-b' cannot begin a C name
// -----
// $ hysteron-compile %s -o %o --partial=perhaps
// error: for the --partial option: 'perhaps' is invalid value for boolean argument
// -----
// $ hysteron-compile %s -o %o --target=
// error: target '': 
// -----
// $ hysteron-compile %s -o %o --target=hots
// error: target 'hots': 'hots' is no part of a target
// -----
// $ hysteron-compile %s -o %o --target=x86-64
// error: target 'x86-64': 
// -----
// $ hysteron-compile %s -o %o --target=x86-32-linux
// error: 32-bit targets are not supported
// -----
// $ hysteron-compile %s -o %o --target=x86-64-windows
// error: operating system 'windows' is not supported, only linux
// -----
// $ hysteron-compile %s -o %o --target=riscv-64-linux
// error: architecture 'riscv' is not supported, only x86 and arm
// -----
// $ hysteron-compile %s -o %o --target=x86-arm-64-linux
// error: names two architectures
// -----
// $ hysteron-compile %s -o %o --target=avx2
// error: names no architecture
// -----
// $ hysteron-compile %s -o %o --target=arm-64-linux-avx2
// error: feature 'avx2' is not one of arm
// -----
// $ hysteron-compile %s -o %o --target=x86-64-linux-arm_fp16
// error: feature 'arm_fp16' is not one of x86
// -----
// $ hysteron-compile %s -o %o --target=arm-64-linux-sve2
// error: SVE needs the length of its vectors
// -----
// $ hysteron-compile %s -o %o --target=x86-64-linux-vulkan
// error: feature 'vulkan' is not supported
// -----
// $ hysteron-compile %s -o %o --target=x86-64-linux-cuda-opencl
// error: a kernel is for one device, 'cuda' or 'opencl'
// -----
// $ hysteron-compile %s -o %o --target=x86-64-linux-cuda_capability_80
// error: feature 'cuda_capability_80' needs 'cuda'
// -----
// $ hysteron-compile %s -o %o --target=x86-64-linux-vector_bits_x
// error: target 'x86-64-linux-vector_bits_x': 
// -----
// $ hysteron-compile %s -o %o --target=host --target=host
// error: target 'host' is given twice
// -----
// $ hysteron-compile %s -o %o --target=host --target=../host
// error: target '../host': 
// -----
// $ hysteron-compile %s -o %o --schedule=%i/nothing.mlir
// error: cannot open input file '%i/nothing.mlir'
// -----
// $ hysteron-compile %s -o %o --schedule=%s
// error: there is no schedule in this file
// -----
// $ hysteron-compile %s -o %o --autotune --autotune-sizes=8 --schedule=%s
// error: --autotune goes without --schedule and --partial
// -----
// $ hysteron-compile %s -o %o --autotune --autotune-sizes=8 --partial
// error: --autotune goes without --schedule and --partial
// -----
// $ hysteron-compile %s -o %o --autotune=perhaps
// error: for the --autotune option: 'perhaps' is invalid value for boolean argument
// -----
// $ hysteron-compile %s -o %o --autotune-sizes=8
// error: --autotune-sizes goes with --autotune
// -----
// $ hysteron-compile %s -o %o --autotune --autotune-sizes=8x8
// error: for the --autotune-sizes option: '8x8' value invalid for
// -----
// $ hysteron-compile %s -o %o --autotune --autotune-sizes=
// error: for the --autotune-sizes option: '' value invalid for
// -----
// $ hysteron-compile %s -o %o --autotune --autotune-sizes=0
// error: --autotune-sizes are positive
// -----
// $ hysteron-compile %s -o %o --autotune --autotune-sizes=8 --target=arm-64-linux-sve2-vector_bits_128
// error: target 'arm-64-linux-sve2-vector_bits_128' cannot be tuned for: it is not this machine's processor
// -----
// $ hysteron-compile %s -o %o --autotune --autotune-sizes=8 --target=host --target=host-cuda
// error: target 'host-cuda' cannot be tuned for: it is not this machine's processor
// -----
// $ hysteron-compile %s -o %o --autotune --autotune-sizes=8 --target=host --target=host
// error: target 'host' is given twice
// -----
// $ hysteron-compile %s -o %o --autotune --function=g
func.func @g(%x: tensor<?x?xf32>) -> tensor<?x?xf32> { // error: expected a size to tune for per dynamic dimension of the arguments (2), or one for all, but 0 are given
  %y = act.relu %x : tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}
// -----
// $ hysteron-compile %s -o %o --autotune --function=g --autotune-sizes=1,2,3
func.func @g(%x: tensor<?x?xf32>) -> tensor<?x?xf32> { // error: expected a size to tune for per dynamic dimension of the arguments (2), or one for all, but 3 are given
  %y = act.relu %x : tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}
// -----
// $ hysteron-compile %s -o %o --autotune --function=g --autotune-sizes=4000000000,4000000000
func.func @g(%x: tensor<?x?xf32>) -> tensor<?x?xf32> { // error: argument 0 is too large to be tuned for
  %y = act.relu %x : tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}
// -----
// $ hysteron-compile %s -o %o --autotune --function=g --autotune-sizes=2,3
func.func @g(%x: tensor<?xf32>, %z: tensor<?xf32>) -> tensor<?xf32> {
  %n = act.relu %x : tensor<?xf32>
  %y = arith.addf %n, %z : tensor<?xf32>
  return %y : tensor<?xf32>
}
// error: in g_forward, a dimension of argument 1 is 3 where another tensor's is 2
// -----
// $ hysteron-run
// error: Not enough positional command line arguments specified
// -----
// $ hysteron-run %i/nothing.mlir -o %o
// error: cannot open input file '%i/nothing.mlir'
// -----
// $ hysteron-run %s %i/x.npy
// error: -o DIR is missing
// -----
// $ hysteron-run %s %i/x.npy -o %s
// error: cannot write '%s/result0.npy': Not a directory
// -----
// $ hysteron-run %s %i/x.npy -o %o --threads=-1
// error: a number of threads cannot be negative
// -----
// $ hysteron-run %s %i/x.npy -o %o --threads=two
// error: for the --threads option: 'two' value invalid for integer argument
// -----
// $ hysteron-run %s %i/x.npy -o %o --threads=99999999999
// error: for the --threads option: '99999999999' value invalid for integer argument
// -----
// $ hysteron-run %s %i/x.npy -o %o --function=g
// error: there is no function 'g'
// -----
// $ hysteron-run %s %i/x.npy -o %o --mode=none
// error: for the --mode option: Cannot find option named 'none'
// -----
// $ hysteron-run %s %i/x.npy -o %o --mode=training --residual=x
// error: unknown residual 'x'
// -----
// $ hysteron-run %s %i/x.npy -o %o --target=vax
// error: target 'vax'
// -----
// $ hysteron-run %s %i/x.npy -o %o --cotangent
// error: for the --cotangent option: requires a value
// -----
// $ hysteron-run %s %i/x.npy -o %o --check-gradient
// error: --check-gradient goes without -o
// -----
// $ hysteron-run %s %i/x.npy --check-gradient --reference
// error: --check-gradient goes without -o, --cotangent, --reference and --mode
// -----
// $ hysteron-opt %s --act-raize
// error: Unknown command line argument '--act-raize'
// -----
// $ hysteron-bench --rounds=0
// error: sizes and rounds are positive
// -----
// $ hysteron-bench --elements=1,x
// error: for the --elements option: 'x' value invalid for
// -----
// $ hysteron-bench --filter=(
// error: --filter: parentheses not balanced
// -----
// $ hysteron-bench --filter=nothing-like-this
// error: nothing is called like 'nothing-like-this'
// -----
// $ hysteron-compile %s -o %o --function
// error: for the --function option: requires a value
