#include "hysteron/InitAll.h"

#include "mlir/IR/DialectRegistry.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  hysteron::registerAllDialects(registry);
  hysteron::registerAllPasses();
  return mlir::asMainReturnCode(mlir::MlirOptMain(argc, argv, "A tool with Hysteron in it\n", registry));
}
