//===- Files.cpp - Writes all files or none -------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hysteron/Compiler/Compile.h"

#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace hysteron;

LogicalResult hysteron::writeFiles(StringRef folder, const OutputFiles &files,
                                   Location location) {
  // Files appear under their names only when all of them are written.
  std::vector<std::pair<llvm::sys::fs::TempFile, std::string>> written;
  auto fail = [&](StringRef what, const Twine &path, const Twine &reason) {
    for (auto &[file, name] : written)
      llvm::consumeError(file.discard());
    return emitError(location)
           << "cannot " << what << " '" << path << "': " << reason;
  };
  for (const auto &[name, contents] : files) {
    SmallString<128> path(folder);
    llvm::sys::path::append(path, name);
    StringRef parent = llvm::sys::path::parent_path(path);
    if (std::error_code code = llvm::sys::fs::create_directories(
            parent, /*IgnoreExisting=*/true, llvm::sys::fs::all_all))
      return fail("create folder", parent, code.message());
    if (llvm::sys::fs::is_directory(path))
      return fail("write", path, "it is a folder");
    auto file = llvm::sys::fs::TempFile::create(path + ".%%%%%%%%");
    if (!file)
      return fail("write", path, llvm::toString(file.takeError()));
    int descriptor = file->FD;
    written.emplace_back(std::move(*file), path.str());
    llvm::raw_fd_ostream stream(descriptor, /*shouldClose=*/false);
    stream << contents;
    stream.flush();
    if (std::error_code code = stream.error()) {
      stream.clear_error();
      return fail("write", path, code.message());
    }
    // A temporary file is the owner's alone; these are for everyone.
    if (std::error_code code = llvm::sys::fs::setPermissions(
            descriptor,
            llvm::sys::fs::perms(0666 & ~llvm::sys::fs::getUmask())))
      return fail("write", path, code.message());
  }
  while (!written.empty()) {
    auto [file, name] = std::move(written.back());
    written.pop_back();
    if (llvm::Error error = file.keep(name))
      return fail("write", name, llvm::toString(std::move(error)));
  }
  return success();
}
