//===- Target.cpp - Target strings ----------------------------------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HalideAPI.h"

#include "hysteron/Target/Halide/Emit.h"

#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace hysteron;
using Halide::Target;

namespace {
/// Halide would print warnings, and errors a second time.
class Reporter final : public Halide::CompileTimeErrorReporter {
  void warning(const char *) override {}
  [[noreturn]] void error(const char *message) override { throw Halide::CompileError(message); }
};
} // namespace

bool hysteron::guarded(std::string &message, llvm::function_ref<void()> action) {
  static Reporter reporter;
  Halide::set_custom_compile_time_error_reporter(&reporter);
  try {
    action();
    return true;
  } catch (const Halide::Error &error) {
    message = error.what();
  } catch (const std::exception &error) {
    message = error.what();
  }
  llvm::StringRef text = llvm::StringRef(message).trim();
  for (llvm::StringRef prefix : {"Error: ", "Internal Error ", "User error: "})
    text.consume_front(prefix);
  // Failed assertions of Halide's own have no text.
  std::string line = text.empty() || text == "Error:" ? "internal error" : text.str();
  std::replace(line.begin(), line.end(), '\n', ' ');
  message = line;
  return false;
}

/// Features of Halide's that make sense for a kernel. The others would change
/// the interface, need a runtime that we do not have, or are other machines'.
static bool isX86Feature(StringRef name) {
  return name.starts_with("avx") || name == "sse41" || name == "fma" || name == "fma4" || name == "f16c";
}
static bool isArmFeature(StringRef name) {
  return name.starts_with("armv8") || name == "arm_dot_prod" || name == "arm_fp16" || name == "sve" || name == "sve2";
}
static bool isAnyFeature(StringRef name) {
  return llvm::StringSwitch<bool>(name)
      .Cases({"no_asserts", "no_bounds_query", "no_runtime", "strict_float", "user_context"}, true)
      .Cases({"cuda", "opencl", "cl_doubles", "cl_half"}, true)
      .Default(name.starts_with("cuda_capability_"));
}

static std::string checkWords(StringRef text) {
  SmallVector<StringRef> words;
  text.split(words, '-');
  bool x86 = false, arm = false, cuda = false, opencl = false;
  StringRef needsCuda, needsOpenCL, x86Feature, armFeature;
  for (StringRef word : words) {
    if (word == "x86")
      x86 = true;
    else if (word == "arm")
      arm = true;
    else if (word == "32")
      return "32-bit targets are not supported";
    else if (llvm::is_contained({"hexagon", "powerpc", "riscv", "wasm"}, word))
      return ("architecture '" + word + "' is not supported, only x86 and arm").str();
    else if (llvm::is_contained({"osx", "windows", "android", "ios", "qurt", "noos", "fuchsia", "wasmrt"}, word))
      return ("operating system '" + word + "' is not supported, only linux").str();
    else if (Target::feature_from_name(word.str()) != Target::FeatureEnd) {
      if (isX86Feature(word))
        x86Feature = word;
      else if (isArmFeature(word))
        armFeature = word;
      else if (!isAnyFeature(word))
        return ("feature '" + word + "' is not supported").str();
      cuda |= word == "cuda";
      opencl |= word == "opencl";
      if (word.starts_with("cuda_"))
        needsCuda = word;
      if (word.starts_with("cl_"))
        needsOpenCL = word;
    } else if (!llvm::is_contained({"64", "linux", "host"}, word) && !word.starts_with("tune_") &&
               !word.starts_with("vector_bits_"))
      return ("'" + word + "' is no part of a target").str();
  }
  if (x86 && arm)
    return "names two architectures";
  if (text != "host" && words.front() != "host" && !x86 && !arm)
    return "names no architecture";
  bool isArm = arm || (!x86 && Halide::get_host_target().arch == Target::ARM);
  if (isArm && !x86Feature.empty())
    return ("feature '" + x86Feature + "' is not one of arm").str();
  if (!isArm && !armFeature.empty())
    return ("feature '" + armFeature + "' is not one of x86").str();
  if (cuda && opencl)
    return "a kernel is for one device, 'cuda' or 'opencl'";
  if (!cuda && !needsCuda.empty())
    return ("feature '" + needsCuda + "' needs 'cuda'").str();
  if (!opencl && !needsOpenCL.empty())
    return ("feature '" + needsOpenCL + "' needs 'opencl'").str();
  return "";
}

bool hysteron::hostHasFMA(const Target &target) {
  return target.arch == Target::ARM || target.has_feature(Target::FMA);
}

Target hysteron::kernelTarget(StringRef text) {
  Target target(text.str());
  // Every CPU with AVX-512 has these, but the names do not say so to Halide.
  if (target.features_any_of({Target::AVX512, Target::AVX512_KNL, Target::AVX512_Skylake, Target::AVX512_Cannonlake,
                              Target::AVX512_SapphireRapids, Target::AVX512_Zen4, Target::AVX512_Zen5,
                              Target::AVX10_1}))
    target.set_features({Target::SSE41, Target::AVX, Target::AVX2, Target::F16C, Target::FMA});
  target.set_features({Target::NoRuntime, Target::NoBoundsQuery, Target::StrictFloat, Target::UserContext});
  return target;
}

FailureOr<TargetInfo> hysteron::parseTarget(StringRef text, llvm::function_ref<InFlightDiagnostic()> emitError) {
  TargetInfo info;
  std::string message = checkWords(text), thrown;
  bool valid = false;
  // Halide throws what std::stoi does at a number that is none.
  if (message.empty() &&
      (!guarded(thrown, [&] { valid = Target::validate_target_string(text.str()); }) || !valid))
    message = "is not a valid target";
  if (message.empty() && !guarded(thrown, [&] {
        Target target = kernelTarget(text), host = Halide::get_host_target();
        if (!target.supported())
          message = "Halide was built without this target";
        if (target.features_any_of({Target::SVE, Target::SVE2}) && target.vector_bits == 0)
          message = "SVE needs the length of its vectors, as in 'vector_bits_128'";
        info.canonical = target.to_string();
        info.arch = target.arch == Target::ARM ? Arch::Arm : Arch::X86;
        info.triple = info.arch == Arch::Arm ? "aarch64-unknown-linux-gnu" : "x86_64-unknown-linux-gnu";
        info.device = target.has_feature(Target::CUDA)     ? Device::CUDA
                      : target.has_feature(Target::OpenCL) ? Device::OpenCL
                                                           : Device::None;
        info.vectorBytes = target.natural_vector_size(Halide::UInt(8));
        info.hasFMA = hostHasFMA(target);
        info.hasF16C = target.has_feature(Target::F16C);
        info.hasArmFP16 = target.has_feature(Target::ARMFp16);
        if (info.device == Device::CUDA)
          info.cudaCapability = target.get_cuda_capability_lower_bound();
        info.isExecutable = target.arch == host.arch;
        for (int f = 0; f < Target::FeatureEnd; ++f) {
          auto feature = Target::Feature(f);
          std::string name = Target::feature_to_name(feature);
          if (target.has_feature(feature) && (isX86Feature(name) || isArmFeature(name)))
            info.isExecutable &= host.has_feature(feature);
        }
      }))
    message = thrown;
  if (!message.empty())
    return emitError() << "target '" << text << "': " << message;
  return info;
}
