// A tool of the user's own, with a pass that takes some of Hysteron's patterns and one
// that compiles.
#include "every-header.h"

#include "mlir/IR/DialectRegistry.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "mlir/Transforms/DialectConversion.h"

using namespace mlir;

namespace {
struct OnlyActivations : PassWrapper<OnlyActivations, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(OnlyActivations)
  StringRef getArgument() const override { return "only-activations"; }
  StringRef getDescription() const override { return "act to linalg, in a larger conversion"; }
  void getDependentDialects(DialectRegistry &registry) const override { hysteron::registerAllDialects(registry); }
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    hysteron::populateActToLinalgPatterns(patterns);
    ConversionTarget target(getContext());
    target.addIllegalDialect<hysteron::act::ActDialect>();
    target.markUnknownOpDynamicallyLegal([](Operation *) { return true; });
    if (failed(applyPartialConversion(getOperation(), target, std::move(patterns))))
      signalPassFailure();
  }
};

struct ListFiles : PassWrapper<ListFiles, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(ListFiles)
  StringRef getArgument() const override { return "list-files"; }
  StringRef getDescription() const override { return "compile and say what came out"; }
  void getDependentDialects(DialectRegistry &registry) const override { hysteron::registerCompilation(registry); }
  void runOnOperation() override {
    hysteron::CompileOptions options;
    options.function = "gate";
    OwningOpRef<ModuleOp> copy = getOperation().clone();
    FailureOr<hysteron::OutputFiles> files = hysteron::compileModule(*copy, options);
    if (failed(files))
      return signalPassFailure();
    for (const auto &[name, contents] : *files)
      llvm::outs() << (contents.empty() ? "empty " : "file ") << name << "\n";
  }
};
} // namespace

int main(int argc, char **argv) {
  DialectRegistry registry;
  hysteron::registerAllDialects(registry);
  hysteron::registerAllPasses();
  PassRegistration<OnlyActivations>();
  PassRegistration<ListFiles>();
  return asMainReturnCode(MlirOptMain(argc, argv, "A tool with Hysteron in it\n", registry));
}
