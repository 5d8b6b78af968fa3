//===- Isolated.cpp - Code in a process of its own ------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Isolated.h"

#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace mlir;
using namespace hysteron;

namespace {
/// What a child says: its diagnostics, then its result if it has one.
class Message {
public:
  explicit Message(std::string text = "") : text(std::move(text)) {}
  const std::string &str() const { return text; }

  void putNumber(uint64_t number) { text.append(reinterpret_cast<char *>(&number), sizeof(number)); }
  void put(const std::string &string) {
    putNumber(string.size());
    text += string;
  }

  /// False at the end, and where a dying child left half of something.
  bool getNumber(uint64_t &number) {
    if (text.size() - at < sizeof(number))
      return false;
    std::memcpy(&number, text.data() + at, sizeof(number));
    at += sizeof(number);
    return true;
  }
  bool get(std::string &string) {
    uint64_t size;
    if (!getNumber(size) || text.size() - at < size)
      return false;
    string = text.substr(at, size);
    at += size;
    return true;
  }

private:
  std::string text;
  size_t at = 0;
};
enum : uint64_t { reported, succeededWith };
} // namespace

static Message runChild(Location loc, llvm::function_ref<FailureOr<Blobs>()> action) {
  Message message;
  auto put = [&](Diagnostic &diagnostic) {
    message.putNumber(reported);
    message.putNumber(uint64_t(diagnostic.getSeverity()));
    message.putNumber(uint64_t(diagnostic.getLocation().getAsOpaquePointer()));
    message.put(diagnostic.str());
  };
  ScopedDiagnosticHandler handler(loc.getContext(), put);
  FailureOr<Blobs> result = action();
  if (succeeded(result)) {
    message.putNumber(succeededWith);
    message.putNumber(result->size());
    for (const std::string &blob : *result)
      message.put(blob);
  }
  return message;
}

/// The first line of what a crashed child wrote to its error output.
static std::string firstLine(StringRef file) {
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (!buffer)
    return "";
  StringRef line = (*buffer)->getBuffer().trim().split('\n').first;
  return line.empty() ? "" : (": " + line).str();
}

FailureOr<Blobs> hysteron::isolated(Location loc, llvm::function_ref<FailureOr<Blobs>()> action) {
  int channel[2];
  SmallString<128> errors;
  if (llvm::sys::fs::createTemporaryFile("hysteron", "err", errors))
    return emitError(loc, "cannot create a temporary file");
  llvm::scope_exit cleanup([&] { llvm::sys::fs::remove(errors); });
  if (pipe(channel))
    return emitError(loc) << "cannot start a process: " << std::strerror(errno);
  pid_t child = fork();
  if (child < 0) {
    close(channel[0]);
    close(channel[1]);
    return emitError(loc) << "cannot start a process: " << std::strerror(errno);
  }
  if (child == 0) {
    // A crash here is not the parent's: none of its handlers, none of its files.
    for (int number : {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP})
      std::signal(number, SIG_DFL);
    int file = open(errors.c_str(), O_WRONLY | O_TRUNC);
    if (file >= 0)
      dup2(file, STDERR_FILENO);
    close(channel[0]);
    const std::string message = runChild(loc, action).str();
    for (size_t done = 0; done < message.size();) {
      ssize_t count = write(channel[1], message.data() + done, message.size() - done);
      if (count < 0)
        _exit(1);
      done += count;
    }
    _exit(0);
  }
  close(channel[1]);
  std::string text;
  char buffer[65536];
  for (ssize_t count; (count = read(channel[0], buffer, sizeof(buffer))) != 0;) {
    if (count < 0 && errno != EINTR)
      break;
    if (count > 0)
      text.append(buffer, count);
  }
  close(channel[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    ;

  Message message(text);
  uint64_t kind, severity, where, count;
  std::string diagnostic;
  while (message.getNumber(kind) && kind == reported && message.getNumber(severity) && message.getNumber(where) &&
         message.get(diagnostic)) {
    Location location = Location::getFromOpaquePointer(reinterpret_cast<void *>(where));
    loc.getContext()->getDiagEngine().emit(location, DiagnosticSeverity(severity)) << diagnostic;
  }
  if (WIFSIGNALED(status) || WEXITSTATUS(status) != 0)
    return emitError(loc) << "the code generator crashed" << firstLine(errors);
  Blobs blobs;
  if (kind != succeededWith || !message.getNumber(count))
    return failure();
  blobs.resize(count);
  for (std::string &blob : blobs)
    if (!message.get(blob))
      return failure();
  return blobs;
}
