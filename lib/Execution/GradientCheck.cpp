//===- GradientCheck.cpp - Compiled gradients against differences ---------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every checked element is moved by h and 2h both ways and forward is run
// again, so no argument needs to be element-wise. The loss is the sum of all
// results, each with a factor of its own that no two derivatives share by
// chance.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Execution/GradientCheck.h"

#include "Samples.h"
#include "ToF64.h"
#include "hysteron/Dialect/Act/IR/Act.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Iterators.h"
#include "llvm/Support/Format.h"

using namespace mlir;
using namespace hysteron;

/// Elements of one argument that are checked, evenly spread.
static constexpr int64_t mostElements = 256;
/// How far apart two gradients may be, as a part of what was summed up.
static constexpr double tolerance = 1e-6;

static MutableArrayRef<double> elements(HostTensor &tensor) {
  return {reinterpret_cast<double *>(tensor.data.data()),
          tensor.data.size() / sizeof(double)};
}

namespace {

/// A derivative by differences, where there is one.
struct Difference {
  double value, scale;
  bool exists;
};

/// What is known of the gradient of one argument.
struct Finding {
  struct Place {
    int64_t index;
    double x, compiled, expected;
    double error = -1;
  };
  int64_t checked = 0, kinks = 0, wrong = 0, surrogate = 0;
  Place worst, other;
};

class GradientCheck {
public:
  GradientCheck(func::FuncOp function, std::unique_ptr<Executor> compiled,
                std::unique_ptr<Executor> reference)
      : function(function), name(function.getSymName()),
        compiled(std::move(compiled)), reference(std::move(reference)),
        findings(function.getNumArguments()) {}

  LogicalResult run(std::vector<HostTensor> arguments);
  /// Whether all was right.
  LogicalResult report(llvm::raw_ostream &out);

private:
  LogicalResult call(Executor &executor, const Twine &function);
  FailureOr<std::vector<double>> forward();
  FailureOr<Difference> differentiate(double &x);
  LogicalResult check(unsigned argument, ArrayRef<double> gradient,
                      ArrayRef<double> byRule);
  HostTensor &get(const Twine &role) { return values[role.str()]; }

  func::FuncOp function;
  StringRef name;
  std::unique_ptr<Executor> compiled, reference;
  TensorsByRole values;
  std::vector<Finding> findings;
};

} // namespace

/// The arguments that reach a result through x of an op with a rule of its own.
static llvm::DenseSet<Value> findSurrogateArguments(func::FuncOp function) {
  // Backwards: whether a value reaches a result, and whether through a rule.
  llvm::DenseSet<Value> reaching, byRule;
  function.walk<WalkOrder::PostOrder, ReverseIterator>([&](Operation *op) {
    auto reaches = [&](const llvm::DenseSet<Value> &set) {
      return llvm::any_of(op->getResults(),
                          [&](Value result) { return set.contains(result); });
    };
    bool live = op->hasTrait<OpTrait::IsTerminator>() || reaches(reaching);
    bool chosen = reaches(byRule);
    bool own = isa<act::ActivationOpInterface>(op) &&
               act::Activation(op).hasChosenRule();
    op->walk([&](Operation *nested) {
      for (OpOperand &operand : nested->getOpOperands()) {
        if (live)
          reaching.insert(operand.get());
        if (chosen || (live && own && operand.getOperandNumber() == 0))
          byRule.insert(operand.get());
      }
    });
  });
  return byRule;
}

LogicalResult GradientCheck::call(Executor &executor, const Twine &function) {
  return callByRole(executor, function.str(), values, this->function.getLoc());
}

/// The terms of the loss.
FailureOr<std::vector<double>> GradientCheck::forward() {
  if (failed(call(*compiled, name + "_forward")))
    return failure();
  std::vector<double> terms;
  for (unsigned i = 0; i < function.getNumResults(); ++i)
    for (auto [y, dy] : llvm::zip_equal(elements(get("result " + Twine(i))),
                                        elements(get("cotangent " + Twine(i)))))
      terms.push_back(dy * y);
  return terms;
}

FailureOr<Difference> GradientCheck::differentiate(double &x) {
  double at = x;
  // Small enough for 1e-6 beside a jump of the second derivative, large enough
  // for the rounding of f64.
  double h = std::ldexp(std::min(std::max(std::abs(at), 0x1p-6), 4.0), -16);
  std::vector<double> f[5];
  for (int k = -2; k <= 2; ++k) {
    x = at + k * h;
    auto terms = forward();
    x = at;
    if (failed(terms))
      return failure();
    f[k + 2] = std::move(*terms);
  }
  double slope = 0, coarse = 0, bend = 0, scale = 1;
  for (size_t i = 0; i < f[0].size(); ++i) {
    double near = f[3][i] - f[1][i], far = f[4][i] - f[0][i];
    slope += (8 * near - far) / (12 * h);
    coarse += near / (2 * h);
    scale += std::abs(near / (2 * h));
    // The jump of the slope, which for a smooth function is linear in h.
    bend += ((f[4][i] - 2 * f[2][i] + f[0][i]) / 2 -
             2 * (f[3][i] - 2 * f[2][i] + f[1][i])) /
            h;
  }
  // NaN compares as no derivative.
  double limit = tolerance / 5 * scale;
  bool exists = std::abs(bend) <= limit && std::abs(slope - coarse) <= limit;
  return Difference{slope, scale, exists && std::isfinite(scale)};
}

LogicalResult GradientCheck::check(unsigned argument, ArrayRef<double> gradient,
                                   ArrayRef<double> byRule) {
  MutableArrayRef<double> x = elements(get("argument " + Twine(argument)));
  Finding &finding = findings[argument];
  auto compare = [](Finding::Place &worst, Finding::Place place, double scale) {
    place.error =
        place.compiled == place.expected ||
                (std::isnan(place.compiled) && std::isnan(place.expected))
            ? 0
            : std::abs(place.compiled - place.expected) / scale;
    if (std::isnan(place.error))
      place.error = INFINITY;
    if (place.error > worst.error)
      worst = place;
    return place.error <= tolerance;
  };
  int64_t count = x.size(),
          step = llvm::divideCeil(std::max<int64_t>(count, 1), mostElements);
  for (int64_t i = 0; i < count; i += step) {
    auto difference = differentiate(x[i]);
    if (failed(difference))
      return failure();
    Finding::Place place{i, x[i], gradient[i], difference->value};
    if (byRule.empty()) {
      if (!difference->exists) {
        ++finding.kinks;
        continue;
      }
      finding.wrong += !compare(finding.worst, place, difference->scale);
    } else {
      if (difference->exists)
        finding.surrogate += !compare(finding.other, place, difference->scale);
      place.expected = byRule[i];
      finding.wrong +=
          !compare(finding.worst, place, std::max(1.0, std::abs(byRule[i])));
    }
    ++finding.checked;
  }
  return success();
}

LogicalResult GradientCheck::run(std::vector<HostTensor> arguments) {
  for (auto [i, argument] : llvm::enumerate(arguments))
    get("argument " + Twine(i)) = std::move(argument);
  if (failed(call(*compiled, name + "_forward")))
    return failure();
  for (unsigned i = 0; i < function.getNumResults(); ++i) {
    HostTensor &cotangent = get("cotangent " + Twine(i));
    cotangent = get("result " + Twine(i));
    for (auto [k, dy] : llvm::enumerate(elements(cotangent)))
      dy = 1 + std::fmod(0.6180339887 * (k + 1), 1.0);
  }
  using Gradients = std::vector<std::vector<double>>;
  auto backward = [&](Executor &executor) -> FailureOr<Gradients> {
    if (failed(call(executor, name + "_forward")) ||
        failed(call(executor, name + "_backward")))
      return failure();
    Gradients gradients;
    for (auto [i, type] : llvm::enumerate(function.getArgumentTypes())) {
      gradients.emplace_back();
      if (isa<FloatType>(getElementTypeOrSelf(type)))
        for (double dx : elements(get("gradient " + Twine(i))))
          gradients.back().push_back(dx);
    }
    return gradients;
  };
  auto byReference = backward(*reference);
  auto gradients = backward(*compiled);
  if (failed(gradients) || failed(byReference))
    return failure();
  llvm::DenseSet<Value> surrogate = findSurrogateArguments(function);
  for (auto [i, argument] : llvm::enumerate(function.getArguments())) {
    if (!isa<FloatType>(getElementTypeOrSelf(argument.getType())))
      continue;
    bool byRule = surrogate.contains(argument);
    if (failed(check(i, (*gradients)[i],
                     byRule ? ArrayRef<double>((*byReference)[i])
                            : ArrayRef<double>())))
      return failure();
  }
  return success();
}

static void print(llvm::raw_ostream &out, const Finding::Place &place,
                  StringRef expected) {
  out << "element " << place.index << " = " << llvm::format("%g", place.x)
      << ": compiled " << llvm::format("%.9g", place.compiled) << ", "
      << expected << " " << llvm::format("%.9g", place.expected);
}

LogicalResult GradientCheck::report(llvm::raw_ostream &out) {
  LogicalResult result = success();
  llvm::DenseSet<Value> surrogate = findSurrogateArguments(function);
  for (auto [i, argument, finding] :
       llvm::enumerate(function.getArguments(), findings)) {
    bool byRule = surrogate.contains(argument);
    StringRef expected = byRule ? "by its rule" : "by differences";
    out << "argument " << i << ": " << finding.checked << " elements checked, "
        << finding.kinks << " left out, " << finding.wrong << " wrong\n";
    if (finding.checked) {
      out << "  worst: ";
      print(out, finding.worst, expected);
      out << "\n";
    }
    if (finding.surrogate) {
      out << "  a surrogate, not the derivative, at " << finding.surrogate
          << " elements: ";
      print(out, finding.other, "by differences");
      out << "\n";
    }
    // Errors go another way.
    out.flush();
    if (finding.wrong) {
      std::string text;
      llvm::raw_string_ostream stream(text);
      print(stream, finding.worst, expected);
      result = emitError(argument.getLoc())
               << "the gradient of argument " << i << " is not "
               << (byRule ? "what its rule gives" : "the derivative") << ": at "
               << text;
    } else if (!finding.checked && finding.kinks) {
      result = emitError(argument.getLoc())
               << "the gradient of argument " << i
               << " cannot be checked: no element has a derivative";
    }
  }
  return result;
}

LogicalResult hysteron::checkGradient(ModuleOp module,
                                      const CompileOptions &options,
                                      int threads, ArrayRef<std::string> paths,
                                      llvm::raw_ostream &out) {
  Location location = UnknownLoc::get(module.getContext());
  FailureOr<std::string> name = selectFunction(module, options.function);
  if (failed(name))
    return failure();
  auto function = module.lookupSymbol<func::FuncOp>(*name);
  if (!paths.empty() && paths.size() != function.getNumArguments())
    return emitError(location)
           << "expected " << function.getNumArguments()
           << " argument files, but " << paths.size() << " are given";
  std::vector<HostTensor> given;
  for (auto [path, type] : llvm::zip(paths, function.getArgumentTypes())) {
    auto tensor = readNpy(path, cast<RankedTensorType>(type), location);
    if (failed(tensor))
      return failure();
    given.push_back(convertToF64(std::move(*tensor)));
  }
  // What the function does not use need not have a form in f64.
  for (auto define : module.getOps<act::DefineOp>())
    define.setPrivate();
  if (failed(runPasses(module, "inline,symbol-dce")) ||
      failed(convertToF64(module)))
    return failure();
  function = module.lookupSymbol<func::FuncOp>(*name);

  OwningOpRef<ModuleOp> kernels = module.clone();
  if (failed(lowerToKernels(*kernels, options)))
    return failure();
  auto reference = createReferenceExecutor(*kernels);
  if (failed(reference) || failed(lowerToPipelines(*kernels)))
    return failure();
  auto compiled = createTargetExecutor(*kernels, options, threads);
  if (failed(compiled))
    return failure();
  GradientCheck check(function, std::move(*compiled), std::move(*reference));
  constexpr unsigned rounds = 4;
  for (unsigned round = 0; round < (paths.empty() ? rounds : 1); ++round)
    if (failed(check.run(paths.empty() ? sampleArguments(function, round)
                                       : std::move(given))))
      return failure();
  return check.report(out);
}
