// A tool of the user's own, with a pass that takes some of Hysteron's patterns.
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
} // namespace

int main(int argc, char **argv) {
  DialectRegistry registry;
  hysteron::registerAllDialects(registry);
  hysteron::registerAllPasses();
  PassRegistration<OnlyActivations>();
  return asMainReturnCode(MlirOptMain(argc, argv, "A tool with Hysteron in it\n", registry));
}
