//===- AccuracyTest.cpp - Errors of convert-math-to-arith -----------------===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles each expansion for this machine and compares it with the C library's
// function of a wider type. The bounds are those the sources state, in units of
// the last place. f32 arguments are taken at a stride over all patterns;
// HYSTERON_STRIDE=1 takes every one, prints what was found, and as many times more
// f64 arguments.
//
//===----------------------------------------------------------------------===//

#include "hysteron/Conversion/MathToArith/Passes.h"
#include "hysteron/Support/Contracted.h"
#include "llvm/AsmParser/Parser.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Linker/Linker.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVMPass.h"
#include "mlir/Conversion/MathToLLVM/MathToLLVM.h"
#include "mlir/Conversion/ReconcileUnrealizedCasts/ReconcileUnrealizedCasts.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Dialect/All.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "gtest/gtest.h"
#include <cmath>
#include <cstring>

using namespace mlir;

namespace {
struct Function {
  const char *name;
  double (*wide)(double);
  long double (*wider)(long double);
  /// The largest errors in f32 and f64.
  double bound32, bound64;
  /// The op and what computes its argument %a from %x, if they are not
  /// math.name and nothing; `T` is the type. And the op's attributes.
  const char *op = nullptr, *argument = nullptr, *attributes = "";
  /// A bound where muladd rounds twice, if it is not the same.
  double unfused = 0;
};

double rsqrtWide(double x) { return 1 / std::sqrt(x); }
long double rsqrtWider(long double x) { return 1 / std::sqrt(x); }

// Expansions are shorter where the argument's range is known.
template <typename T>
T expBelow40(T x) { return std::exp(x > 40 ? 40 : x); }
template <typename T>
T exp2Below40(T x) { return std::exp2(x > 40 ? 40 : x); }
template <typename T>
T log1pOfSize(T x) { return std::log1p(std::abs(x)); }
template <typename T>
T log1pTo40(T x) { return std::log1p(std::abs(x) > 40 ? 40 : std::abs(x)); }

/// What is subnormal is 0, in f32 and in f64.
template <typename T>
T flushed(T y) { return y < (sizeof(T) == 8 ? 0x1p-126L : 0x1p-1022L) ? 0 : y; }
template <typename T>
T near(T x) { return std::isnan(x) ? x : std::clamp(x, T(-87), T(87)); }
// e^x, e^(c x), e^(x y) with a y that is computed, and 2^x.
template <typename T>
T boundedExp(T x) { return flushed(std::exp(near(x))); }
template <typename T>
T boundedHalf(T x) { return flushed(std::exp(T(-0.3125) * near(x))); }
template <typename T>
T boundedProduct(T x) { return flushed(std::exp(near(x) * T(std::isnan(x) ? x : std::copysign(T(0.3125), x)))); }
template <typename T>
T boundedExp2(T x) { return flushed(std::exp2(near(x))); }

const char *const below40 = "%c = arith.constant 40.0 : T %a = arith.minimumf %x, %c : T";
const char *const to40 = "%m = math.absf %x : T %c = arith.constant 40.0 : T %a = arith.minimumf %m, %c : T";
#define NEAR "%l = arith.constant -87.0 : T %h = arith.constant 87.0 : T %m = arith.maximumf %x, %l : T "
const char *const nearZero = NEAR "%a = arith.minimumf %m, %h : T";
const char *const scaled = NEAR "%n = arith.minimumf %m, %h : T %c = arith.constant -0.3125 : T "
                                "%a = arith.mulf %n, %c fastmath<contract> : T";
const char *const product = NEAR "%n = arith.minimumf %m, %h : T %c = arith.constant 0.3125 : T "
                                 "%s = math.copysign %c, %x : T %a = arith.mulf %n, %s fastmath<contract> : T";
#undef NEAR

const Function functions[] = {
    {"exp", std::exp, std::exp, 1.2, 1.2},
    {"exp2", std::exp2, std::exp2, 1.15, 1.15},
    {"expm1", std::expm1, std::expm1, 1.7, 2.1},
    {"log", std::log, std::log, 0.95, 1},
    {"log2", std::log2, std::log2, 2.1, 2.2},
    {"log10", std::log10, std::log10, 2.1, 2.2},
    {"log1p", std::log1p, std::log1p, 1.55, 1.6},
    {"sinh", std::sinh, std::sinh, 1.75, 1.8},
    {"cosh", std::cosh, std::cosh, 1.65, 1.7},
    {"tanh", std::tanh, std::tanh, 2.1, 2.3},
    {"erf", std::erf, std::erf, 1.85, 2.6},
    {"erfc", std::erfc, std::erfc, 6, 7},
    {"rsqrt", rsqrtWide, rsqrtWider, 1.5, 1.5},
    {"expBelow40", expBelow40, expBelow40, 1.2, 1.2, "exp", below40},
    {"exp2Below40", exp2Below40, exp2Below40, 1.15, 1.15, "exp2", below40},
    {"log1pOfSize", log1pOfSize, log1pOfSize, 1.55, 1.6, "log1p", "%a = math.absf %x : T"},
    {"log1pTo40", log1pTo40, log1pTo40, 1.55, 1.6, "log1p", to40},
    {"boundedExp", boundedExp, boundedExp, 1.15, 1.2, "exp", nearZero, " {act.bounded}", 48},
    {"boundedHalf", boundedHalf, boundedHalf, 1.15, 1.2, "exp", scaled, " {act.bounded}", 24},
    {"boundedProduct", boundedProduct, boundedProduct, 1.15, 1.2, "exp", product, " {act.bounded}", 24},
    {"boundedExp2", boundedExp2, boundedExp2, 1.15, 1.2, "exp2", nearZero, " {act.bounded}"},
};

/// op on scalars, compiled as a loop over arrays.
class Compiled {
public:
  Compiled(const Function &function, StringRef type, bool contract) {
    llvm::InitializeNativeTarget();
    llvm::InitializeNativeTargetAsmPrinter();
    auto context = std::make_unique<llvm::LLVMContext>();
    auto module = translate(function, type, contract, *context);
    auto target = llvm::cantFail(llvm::orc::JITTargetMachineBuilder::detectHost());
    fma = target.getTargetTriple().isAArch64() ||
          llvm::is_contained(target.getFeatures().getFeatures(), "+fma");
    auto machine = llvm::cantFail(target.createTargetMachine());
    module->setDataLayout(machine->createDataLayout());
    module->setTargetTriple(machine->getTargetTriple());
    for (llvm::Function &function : *module) {
      function.addFnAttr("target-cpu", machine->getTargetCPU());
      function.addFnAttr("target-features", machine->getTargetFeatureString());
    }
    optimize(*module, *machine);
    jit = llvm::cantFail(llvm::orc::LLJITBuilder()
                             .setJITTargetMachineBuilder(std::move(target))
                             .create());
    llvm::cantFail(jit->addIRModule({std::move(module), std::move(context)}));
    run = llvm::cantFail(jit->lookup("run")).toPtr<decltype(run)>();
  }

  template <typename T>
  void operator()(const T *x, T *y, int64_t n) const {
    run(x, y, n);
  }
  template <typename T>
  T operator()(T x) const {
    T y;
    run(&x, &y, 1);
    return y;
  }
  bool fma = false;

private:
  static std::unique_ptr<llvm::Module> translate(const Function &function,
                                                 StringRef type, bool contract,
                                                 llvm::LLVMContext &into) {
    DialectRegistry registry;
    registry.insert<arith::ArithDialect, func::FuncDialect, math::MathDialect,
                    LLVM::LLVMDialect>();
    registerAllToLLVMIRTranslations(registry);
    MLIRContext context(registry, MLIRContext::Threading::DISABLED);
    std::string text = "func.func @f(%x: T) -> T { ";
    text += function.argument ? function.argument : "";
    text += std::string(" %y = math.") + (function.op ? function.op : function.name) +
            (function.argument ? " %a" : " %x") + function.attributes + " : T return %y : T }";
    for (size_t at; (at = text.find('T')) != std::string::npos;)
      text.replace(at, 1, type);
    auto source = parseSourceString<ModuleOp>(text, ParserConfig(&context));
    PassManager convert(&context);
    convert.addPass(hysteron::createConvertMathToArith());
    EXPECT_TRUE(succeeded(convert.run(*source)));
    if (contract)
      hysteron::contract(*source);
    source->walk([&](arith::ArithFastMathInterface o) {
      o->setAttr(o.getFastMathAttrName(), arith::FastMathFlagsAttr::get(&context, arith::FastMathFlags::none));
    });
    PassManager lower(&context);
    lower.addPass(createConvertMathToLLVMPass());
    lower.addPass(createArithToLLVMConversionPass());
    lower.addPass(createConvertFuncToLLVMPass());
    lower.addPass(createReconcileUnrealizedCastsPass());
    EXPECT_TRUE(succeeded(lower.run(*source)));
    auto module = translateModuleToLLVMIR(*source, into);

    std::string t = type == "f32" ? "float" : "double";
    std::string loop = "declare " + t + " @f(" + t + R"()
      define void @run(ptr noalias %in, ptr noalias %out, i64 %n) {
      entry:
        br label %body
      body:
        %i = phi i64 [0, %entry], [%next, %body]
        %px = getelementptr )" + t + R"(, ptr %in, i64 %i
        %py = getelementptr )" + t + R"(, ptr %out, i64 %i
        %x = load )" + t + R"(, ptr %px
        %y = call )" + t + " @f(" + t + R"( %x)
        store )" + t + R"( %y, ptr %py
        %next = add nuw nsw i64 %i, 1
        %more = icmp slt i64 %next, %n
        br i1 %more, label %body, label %exit
      exit:
        ret void
      })";
    llvm::SMDiagnostic error;
    auto caller = llvm::parseAssemblyString(loop, error, into);
    EXPECT_TRUE(caller) << error.getMessage().str();
    llvm::Linker::linkModules(*module, std::move(caller));
    module->getFunction("f")->setLinkage(llvm::GlobalValue::InternalLinkage);
    return module;
  }

  static void optimize(llvm::Module &module, llvm::TargetMachine &machine) {
    llvm::LoopAnalysisManager loops;
    llvm::FunctionAnalysisManager functions;
    llvm::CGSCCAnalysisManager graph;
    llvm::ModuleAnalysisManager modules;
    llvm::PassBuilder builder(&machine);
    builder.registerModuleAnalyses(modules);
    builder.registerCGSCCAnalyses(graph);
    builder.registerFunctionAnalyses(functions);
    builder.registerLoopAnalyses(loops);
    builder.crossRegisterProxies(loops, functions, graph, modules);
    builder.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O3)
        .run(module, modules);
  }

  std::unique_ptr<llvm::orc::LLJIT> jit;
  void (*run)(const void *, void *, int64_t) = nullptr;
};

/// |y - exact| in units of the last place of T at `exact`.
template <typename T, typename Wide>
double ulps(T y, Wide exact) {
  using Limits = std::numeric_limits<T>;
  if (std::isnan(exact) || std::isnan(y))
    return std::isnan(exact) && std::isnan(y) ? 0 : INFINITY;
  // The infinity stands where the next number would.
  Wide end = std::ldexp(Wide(1), Limits::max_exponent);
  Wide difference = std::isinf(y) ? std::copysign(end, Wide(y)) : Wide(y);
  difference -= std::abs(exact) > end ? std::copysign(end, exact) : exact;
  int exponent = std::min(std::ilogb(exact), Limits::max_exponent - 1) + 1;
  exponent = std::max(exponent, Limits::min_exponent);
  return std::ldexp(double(std::abs(difference)), Limits::digits - exponent);
}

/// Compares on chunks of arguments until `next` gives no more.
template <typename T, typename Wide>
void measure(const Function &function, Wide (*exact)(Wide), double bound,
             bool contract, llvm::function_ref<bool(std::vector<T> &)> next) {
  Compiled compiled(function, sizeof(T) == 4 ? "f32" : "f64", contract);
  if (contract && !compiled.fma)
    GTEST_SKIP() << "this machine has no fused multiply-add";
  double worst = 0;
  T where = 0;
  std::vector<T> x, y;
  while (next(x)) {
    y.resize(x.size());
    compiled(x.data(), y.data(), x.size());
    for (size_t i = 0; i < x.size(); ++i)
      if (double error = ulps(y[i], exact(x[i])); error > worst)
        worst = error, where = x[i];
  }
  if (getenv("HYSTERON_STRIDE"))
    printf("%-11s f%zu %s: %.3f ulp at %a\n", function.name, 8 * sizeof(T),
           contract ? "fused  " : "unfused", worst, double(where));
  if (!contract && function.unfused)
    bound = function.unfused;
  EXPECT_LE(worst, bound) << function.name << " at " << std::to_string(where);
}

int64_t stride() {
  const char *text = getenv("HYSTERON_STRIDE");
  return text ? std::atoll(text) : 4099;
}

class Accuracy
    : public testing::TestWithParam<std::tuple<Function, bool>> {};

TEST_P(Accuracy, F32) {
  auto &[function, contract] = GetParam();
  uint64_t pattern = 0;
  measure<float, double>(
      function, function.wide, function.bound32, contract,
      [&](std::vector<float> &x) {
        x.clear();
        for (; x.size() < 4096 && pattern >> 32 == 0; pattern += stride()) {
          uint32_t bits = pattern;
          x.emplace_back();
          std::memcpy(&x.back(), &bits, 4);
        }
        return !x.empty();
      });
}

TEST_P(Accuracy, F64) {
  auto &[function, contract] = GetParam();
  // Some numbers of every exponent and sign, more where functions are curved.
  uint64_t state = 1, field = 0;
  measure<double, long double>(
      function, function.wider, function.bound64, contract,
      [&](std::vector<double> &x) {
        x.clear();
        if (field == 4096)
          return false;
        int distance = std::abs(int(field % 2048) - 1023);
        int64_t n = (distance < 12 ? 4000 : 60) * std::max<int64_t>(1, 4099 / stride());
        for (int64_t i = 0; i < n; ++i) {
          state = state * 6364136223846793005 + 1442695040888963407;
          uint64_t bits = field << 52 | state >> 12;
          x.emplace_back();
          std::memcpy(&x.back(), &bits, 8);
        }
        ++field;
        return true;
      });
}

INSTANTIATE_TEST_SUITE_P(
    MathToArith, Accuracy,
    testing::Combine(testing::ValuesIn(functions), testing::Bool()),
    [](const auto &info) {
      return std::string(std::get<0>(info.param).name) +
             (std::get<1>(info.param) ? "Fused" : "Unfused");
    });

template <typename T>
void checkSpecials(const char *type) {
  constexpr T inf = INFINITY, nan = NAN;
  constexpr T largest = std::numeric_limits<T>::max();
  constexpr T tiny = std::numeric_limits<T>::denorm_min();
  struct Case {
    const char *op;
    T x, y;
  };
  const Case cases[] = {
      {"exp", -inf, 0},      {"exp", inf, inf},        {"exp", 1e30, inf},
      {"exp", -1e30, 0},     {"exp", -0.0, 1},         {"exp", largest, inf},
      {"exp2", -inf, 0},     {"exp2", inf, inf},       {"exp2", 10, 1024},
      {"expm1", -inf, -1},   {"expm1", inf, inf},      {"expm1", -0.0, -0.0},
      {"expm1", tiny, tiny}, {"expm1", 1e30, inf},     {"expm1", -1e30, -1},
      {"log", 0, -inf},      {"log", -0.0, -inf},      {"log", -1, nan},
      {"log", inf, inf},     {"log", -inf, nan},       {"log", 1, 0},
      {"log2", 0, -inf},     {"log2", inf, inf},       {"log2", 1024, 10},
      {"log10", 0, -inf},    {"log10", inf, inf},      {"log10", -tiny, nan},
      {"log1p", -1, -inf},   {"log1p", -2, nan},       {"log1p", inf, inf},
      {"log1p", -0.0, -0.0}, {"log1p", tiny, tiny},    {"log1p", -inf, nan},
      {"sinh", -inf, -inf},  {"sinh", -0.0, -0.0},     {"sinh", tiny, tiny},
      {"cosh", -inf, inf},   {"cosh", 0, 1},           {"cosh", 1e30, inf},
      {"tanh", -inf, -1},    {"tanh", inf, 1},         {"tanh", -0.0, -0.0},
      {"tanh", 1e30, 1},     {"tanh", -tiny, -tiny},   {"erf", inf, 1},
      {"erf", -inf, -1},     {"erf", -0.0, -0.0},      {"erf", -1e30, -1},
      {"erfc", inf, 0},      {"erfc", -inf, 2},        {"erfc", 1e30, 0},
      {"erfc", -1e30, 2},    {"rsqrt", 0, inf},        {"rsqrt", -0.0, -inf},
      {"rsqrt", inf, 0},     {"rsqrt", -1, nan},       {"rsqrt", 4, 0.5},
      {"expBelow40", -inf, 0},        {"exp2Below40", -inf, 0},
      {"exp2Below40", 10, 1024},      {"log1pOfSize", -inf, inf},
      {"log1pOfSize", largest, std::log1p(largest)}, {"log1pTo40", -tiny, tiny},
  };
  for (const Function &function : functions) {
    Compiled compiled(function, type, /*contract=*/true);
    // A payload in the low bits must not reach the exponent.
    T odd = std::nan("0x3fff");
    EXPECT_TRUE(std::isnan(compiled(nan))) << function.name;
    EXPECT_TRUE(std::isnan(compiled(odd))) << function.name;
    EXPECT_TRUE(std::isnan(compiled(-odd))) << function.name;
    for (const Case &c : cases) {
      if (StringRef(c.op) != function.name)
        continue;
      T y = compiled(c.x);
      bool same = std::isnan(c.y) ? std::isnan(y)
                                  : y == c.y && std::signbit(y) == std::signbit(c.y);
      EXPECT_TRUE(same) << c.op << "(" << c.x << ") = " << y << ", not " << c.y;
    }
  }
}

TEST(Specials, F32) { checkSpecials<float>("f32"); }
TEST(Specials, F64) { checkSpecials<double>("f64"); }
} // namespace
