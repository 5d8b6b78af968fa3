// RUN: %{malformed} %s
func.func @f(%x: tensor<?x3xf32>) -> tensor<?x3xf32> {
  %y = act.relu %x : tensor<?x3xf32>
  return %y : tensor<?x3xf32>
}
// -----
// $ hysteron-run %s %i/empty.npy -o %o
// error: cannot use '%i/empty.npy': it is not a .npy file
// -----
// $ hysteron-run %s %i/text.npy -o %o
// error: cannot use '%i/text.npy': it is not a .npy file
// -----
// $ hysteron-run %s %i/zip.npy -o %o
// error: cannot use '%i/zip.npy': it is not a .npy file
// -----
// $ hysteron-run %s %i/magic.npy -o %o
// error: cannot use '%i/magic.npy': it is not a .npy file
// -----
// $ hysteron-run %s %i/magic-alone.npy -o %o
// error: cannot use '%i/magic-alone.npy': it is not a .npy file
// -----
// $ hysteron-run %s %i/version.npy -o %o
// error: cannot use '%i/version.npy': version 4 of the format is unknown
// -----
// $ hysteron-run %s %i/version-0.npy -o %o
// error: cannot use '%i/version-0.npy': version 0 of the format is unknown
// -----
// $ hysteron-run %s %i/header-cut.npy -o %o
// error: cannot use '%i/header-cut.npy': its header is cut off
// -----
// $ hysteron-run %s %i/header-length.npy -o %o
// error: cannot use '%i/header-length.npy': its header is cut off
// -----
// $ hysteron-run %s %i/header-short.npy -o %o
// error: cannot use '%i/header-short.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/header-empty.npy -o %o
// error: cannot use '%i/header-empty.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/header-list.npy -o %o
// error: cannot use '%i/header-list.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/header-twice.npy -o %o
// error: cannot use '%i/header-twice.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/header-more.npy -o %o
// error: cannot use '%i/header-more.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/header-less.npy -o %o
// error: cannot use '%i/header-less.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/header-open.npy -o %o
// error: cannot use '%i/header-open.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/data-short.npy -o %o
// error: cannot use '%i/data-short.npy': it has 23 bytes of elements, expected 24
// -----
// $ hysteron-run %s %i/data-long.npy -o %o
// error: cannot use '%i/data-long.npy': it has 28 bytes of elements, expected 24
// -----
// $ hysteron-run %s %i/data-none.npy -o %o
// error: cannot use '%i/data-none.npy': it has 0 bytes of elements, expected 24
// -----
// $ hysteron-run %s %i/f8.npy -o %o
// error: cannot use '%i/f8.npy': its elements are '<f8', expected '<f4'
// -----
// $ hysteron-run %s %i/f2.npy -o %o
// error: cannot use '%i/f2.npy': its elements are '<f2', expected '<f4'
// -----
// $ hysteron-run %s %i/i4.npy -o %o
// error: cannot use '%i/i4.npy': its elements are '<i4', expected '<f4'
// -----
// $ hysteron-run %s %i/big-endian.npy -o %o
// error: cannot use '%i/big-endian.npy': its elements are '>f4', expected '<f4'
// -----
// $ hysteron-run %s %i/object.npy -o %o
// error: cannot use '%i/object.npy': its elements are '|O', expected '<f4'
// -----
// $ hysteron-run %s %i/structured.npy -o %o
// error: cannot use '%i/structured.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/no-type.npy -o %o
// error: cannot use '%i/no-type.npy': its elements are '', expected '<f4'
// -----
// $ hysteron-run %s %i/fortran.npy -o %o
// error: cannot use '%i/fortran.npy': its elements are in Fortran's order, expected C's
// -----
// $ hysteron-run %s %i/order-word.npy -o %o
// error: cannot use '%i/order-word.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/shape-1d.npy -o %o
// error: cannot use '%i/shape-1d.npy': its shape is (6,), expected (?, 3)
// -----
// $ hysteron-run %s %i/shape-3d.npy -o %o
// error: cannot use '%i/shape-3d.npy': its shape is (1, 2, 3), expected (?, 3)
// -----
// $ hysteron-run %s %i/shape-swapped.npy -o %o
// error: cannot use '%i/shape-swapped.npy': its shape is (3, 2), expected (?, 3)
// -----
// $ hysteron-run %s %i/shape-scalar.npy -o %o
// error: cannot use '%i/shape-scalar.npy': its shape is (), expected (?, 3)
// -----
// $ hysteron-run %s %i/shape-negative.npy -o %o
// error: cannot use '%i/shape-negative.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/shape-float.npy -o %o
// error: cannot use '%i/shape-float.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/shape-number.npy -o %o
// error: cannot use '%i/shape-number.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/shape-huge.npy -o %o
// error: cannot use '%i/shape-huge.npy': its shape is too large
// -----
// $ hysteron-run %s %i/shape-overflow.npy -o %o
// error: cannot use '%i/shape-overflow.npy': its header is not that of one array
// -----
// $ hysteron-run %s %i/nothing.npy -o %o
// error: cannot use '%i/nothing.npy': No such file or directory
// -----
// $ hysteron-run %s %i/folder -o %o
// error: cannot use '%i/folder': Is a directory
// -----
// $ hysteron-run %s -o %o
// error: expected 1 argument files, but 0 are given
// -----
// $ hysteron-run %s %i/x.npy %i/x.npy -o %o
// error: expected 1 argument files, but 2 are given
// -----
// $ hysteron-run %s %i/x.npy --cotangent=%i/x.npy --cotangent=%i/x.npy -o %o
// error: expected 1 cotangent files, but 2 are given
// -----
// $ hysteron-run %s %i/x.npy --cotangent=%i/one-row.npy -o %o
// error: in f_backward, a dimension of cotangent 0 is 1 where another tensor's is 2
// -----
// $ hysteron-run %s %i/x.npy --cotangent=%i/f8.npy -o %o
// error: cannot use '%i/f8.npy': its elements are '<f8', expected '<f4'
// -----
// $ hysteron-run --check-gradient %s %i/shape-swapped.npy
// error: cannot use '%i/shape-swapped.npy': its shape is (3, 2), expected (?, 3)
// -----
// $ hysteron-run --check-gradient %s %i/x.npy %i/x.npy
// error: expected 1 argument files, but 2 are given
