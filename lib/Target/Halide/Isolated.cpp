//===- Isolated.cpp - Code in a process of its own ------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Isolated.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

#include <csignal>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <thread>
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

namespace {

/// A process that runs an action, and what it has said so far.
class Child {
public:
  explicit Child(Location loc) : loc(loc) {}
  Child(const Child &) = delete;
  ~Child();

  LogicalResult start(llvm::function_ref<FailureOr<Blobs>()> action);
  /// Where there is something to read; -1 once it has said all.
  int getChannel() const { return channel; }
  void read();
  /// Reports what it reported. To be called once it has said all.
  FailureOr<Blobs> finish();

private:
  Location loc;
  SmallString<128> errors;
  pid_t process = -1;
  int channel = -1;
  int status = 0;
  std::string text;
};

} // namespace

Child::~Child() {
  if (channel >= 0) {
    kill(process, SIGKILL);
    while (channel >= 0)
      read();
  }
  if (!errors.empty())
    llvm::sys::fs::remove(errors);
}

LogicalResult Child::start(llvm::function_ref<FailureOr<Blobs>()> action) {
  if (llvm::sys::fs::createTemporaryFile("hysteron", "err", errors))
    return emitError(loc, "cannot create a temporary file");
  int ends[2] = {-1, -1};
  if (!pipe(ends))
    process = fork();
  if (process < 0) {
    InFlightDiagnostic error = emitError(loc) << "cannot start a process: " << std::strerror(errno);
    for (int end : ends)
      close(end);
    return error;
  }
  if (process == 0) {
    // A crash here is not the parent's: none of its handlers, none of its files.
    for (int number : {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP})
      std::signal(number, SIG_DFL);
    int file = open(errors.c_str(), O_WRONLY | O_TRUNC);
    if (file >= 0)
      dup2(file, STDERR_FILENO);
    close(ends[0]);
    const std::string message = runChild(loc, action).str();
    for (size_t done = 0; done < message.size();) {
      ssize_t count = write(ends[1], message.data() + done, message.size() - done);
      if (count < 0)
        _exit(1);
      done += count;
    }
    _exit(0);
  }
  close(ends[1]);
  channel = ends[0];
  return success();
}

void Child::read() {
  char buffer[65536];
  ssize_t count = ::read(channel, buffer, sizeof(buffer));
  if (count > 0)
    text.append(buffer, count);
  if (count > 0 || (count < 0 && errno == EINTR))
    return;
  close(channel);
  channel = -1;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR)
    ;
}

FailureOr<Blobs> Child::finish() {
  Message message(text);
  uint64_t kind = reported, severity, where, count;
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

FailureOr<std::vector<Blobs>> hysteron::isolated(ArrayRef<Location> locs,
                                                 llvm::function_ref<FailureOr<Blobs>(size_t)> action) {
  const size_t most = std::max(1u, std::thread::hardware_concurrency());
  std::vector<Blobs> results;
  std::deque<Child> children;
  size_t started = 0;
  while (results.size() < locs.size()) {
    SmallVector<pollfd> channels;
    SmallVector<Child *> running;
    for (Child &child : children)
      if (child.getChannel() >= 0) {
        channels.push_back({child.getChannel(), POLLIN, 0});
        running.push_back(&child);
      }
    if (running.size() < most && started < locs.size()) {
      children.emplace_back(locs[started]);
      if (failed(children.back().start([&] { return action(started); })))
        return failure();
      ++started;
      continue;
    }
    if (poll(channels.data(), channels.size(), -1) > 0)
      for (auto [channel, child] : llvm::zip_equal(channels, running))
        if (channel.revents)
          child->read();
    while (!children.empty() && children.front().getChannel() < 0) {
      FailureOr<Blobs> blobs = children.front().finish();
      if (failed(blobs))
        return failure();
      results.push_back(std::move(*blobs));
      children.pop_front();
    }
  }
  return results;
}
