// RUN: %{malformed} %s
// -----
// $ hysteron-compile %i/empty.mlir -o %o
// error: there is no function to compile
// -----
// $ hysteron-compile %i/zeros.mlir -o %o
// error: there is no function to compile
// -----
// $ hysteron-compile %i/junk.mlir -o %o
// error: %i/junk.mlir:1:1: unexpected character
// -----
// $ hysteron-compile %i/elf.mlir -o %o
// error: %i/elf.mlir:1:1: unexpected character
// -----
// $ hysteron-compile %i/nul.mlir -o %o
// error: %i/nul.mlir:2:8: custom op 'act.re' is unknown
// -----
// $ hysteron-compile %i/latin1.mlir -o %o
// error: %i/latin1.mlir:1:14: unexpected character
// -----
// $ hysteron-compile %i/bom.mlir -o %o
// error: %i/bom.mlir:1:1: unexpected character
// -----
// $ hysteron-compile %i/utf16.mlir -o %o
// error: %i/utf16.mlir:1:1: unexpected character
// -----
// $ hysteron-compile %i/cut.mlir -o %o
// error: %i/cut.mlir:2:37: expected operation name in quotes
// -----
// $ hysteron-compile %i/cut-string.mlir -o %o
// error: %i/cut-string.mlir:1:26: expected '"' in string literal
// -----
// $ hysteron-compile %i/cut-comment.mlir -o %o
// error: %i/cut-comment.mlir:1:28: expected non-function type
// -----
// $ hysteron-compile %i/carriage.mlir -o %o
// error: %i/carriage.mlir:1:58: cannot name an operation with no results
// -----
// $ hysteron-compile %i/nested.mlir -o %o
// error: %i/nested.mlir:1:8008: nested more than 1000 deep
// -----
// $ hysteron-compile %i/nested-type.mlir -o %o
// error: %i/nested-type.mlir:1:6017: nested more than 1000 deep
// -----
// $ hysteron-compile %i/nested-attribute.mlir -o %o
// error: %i/nested-attribute.mlir:1:1023: nested more than 1000 deep
// -----
// $ hysteron-compile %i/nested-location.mlir -o %o
// error: %i/nested-location.mlir:1:9014: nested more than 1000 deep
// -----
// $ hysteron-compile %i/digits.mlir -o %o
// error: %i/digits.mlir:1:27: invalid dimension
// -----
// $ hysteron-compile %i/bytecode-magic.mlir -o %o
// error: %i/bytecode-magic.mlir:0:0: attempting to parse a byte at the end of the bytecode
// -----
// $ hysteron-compile %i/bytecode-version.mlir -o %o
// error: %i/bytecode-version.mlir:0:0: bytecode version 126 is newer than the current version 6
// -----
// $ hysteron-compile %i/bytecode-junk.mlir -o %o
// error: %i/bytecode-junk.mlir:0:0: attempting to parse 449 bytes when only 248 remain
// -----
// $ hysteron-compile %i/ir-of-llvm.mlir -o %o
// error: %i/ir-of-llvm.mlir:1:1: custom op 'define' is unknown (tried 'builtin.define' as well)
// -----
// $ hysteron-compile %i/python.mlir -o %o
// error: %i/python.mlir:1:1: custom op 'import' is unknown (tried 'builtin.import' as well)
// -----
// $ hysteron-compile %i/x.npy -o %o
// error: %i/x.npy:1:1: unexpected character
// -----
// $ hysteron-run %i/junk.mlir %i/x.npy -o %o
// error: %i/junk.mlir:1:1: unexpected character
// -----
// $ hysteron-compile %i/folder -o %o
// error: cannot open input file '%i/folder': Is a directory
// -----
// $ hysteron-compile %i/relu.mlir -o %o --schedule=%i/empty.mlir
// error: %i/empty.mlir:0:0: there is no schedule in this file
// -----
// $ hysteron-compile %i/relu.mlir -o %o --schedule=%i/junk.mlir
// error: %i/junk.mlir:1:1: unexpected character
// -----
// $ hysteron-compile %i/long-name.mlir -o %o
// error: cannot write '%o/host/ffff
