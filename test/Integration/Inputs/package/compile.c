/* MLIR from C with Hysteron in it: reads a module, differentiates it, compiles it
 * in memory and writes what came out. Usage: compile IN.mlir FUNCTION DIR */
#include "hysteron-c/Compile.h"
#include "hysteron-c/Registration.h"

#include "mlir-c/Diagnostics.h"
#include "mlir-c/Pass.h"

#include <pthread.h>
#include <stdio.h>

static void print(MlirStringRef text, void *file) { fwrite(text.data, 1, text.length, file); }

static MlirLogicalResult report(MlirDiagnostic diagnostic, void *file) {
  fprintf(file, "diagnostic: ");
  mlirLocationPrint(mlirDiagnosticGetLocation(diagnostic), print, file);
  fprintf(file, ": ");
  mlirDiagnosticPrint(diagnostic, print, file);
  fprintf(file, "\n");
  return mlirLogicalResultSuccess();
}

static MlirModule read(MlirContext context, const char *path) {
  char text[10000];
  MlirModule none = {NULL};
  FILE *file = fopen(path, "rb");
  if (!file)
    return none;
  size_t length = fread(text, 1, sizeof text, file);
  fclose(file);
  return mlirModuleCreateParse(context, mlirStringRefCreate(text, length));
}

/* Passes by their names, through MLIR's own pass manager. */
static int run_passes(MlirContext context, MlirModule module, const char *pipeline) {
  MlirPassManager manager = mlirPassManagerCreate(context);
  MlirOpPassManager passes = mlirPassManagerGetAsOpPassManager(manager);
  MlirLogicalResult result = mlirParsePassPipeline(passes, mlirStringRefCreateFromCString(pipeline), print, stdout);
  if (mlirLogicalResultIsSuccess(result))
    result = mlirPassManagerRunOnOp(manager, mlirModuleGetOperation(module));
  mlirPassManagerDestroy(manager);
  return mlirLogicalResultIsSuccess(result);
}

static int compile(MlirModule module, const char *function, const char *target, const char *folder) {
  HysteronCompileOptions options = hysteronCompileOptionsCreate();
  hysteronCompileOptionsSetFunction(options, mlirStringRefCreateFromCString(function));
  hysteronCompileOptionsAddTarget(options, mlirStringRefCreateFromCString(target));
  hysteronCompileOptionsSetMode(options, HysteronModeTraining);
  hysteronCompileOptionsSetSymbolPrefix(options, mlirStringRefCreateFromCString("c_"));
  hysteronCompileOptionsAddEmit(options, HysteronEmitHeader);
  hysteronCompileOptionsAddEmit(options, HysteronEmitObject);
  HysteronFiles files;
  MlirLogicalResult result = hysteronCompileModule(module, options, &files);
  hysteronCompileOptionsDestroy(options);
  if (mlirLogicalResultIsFailure(result))
    return printf("no files: %d\n", hysteronFilesIsNull(files)), 0;
  for (intptr_t i = 0; i < hysteronFilesGetNumFiles(files); ++i) {
    MlirStringRef name = hysteronFilesGetName(files, i);
    MlirStringRef contents = hysteronFilesLookup(files, name);
    printf("file %.*s, %s\n", (int)name.length, name.data,
           contents.data == hysteronFilesGetContents(files, i).data && contents.length ? "found" : "lost");
  }
  MlirLocation location = mlirOperationGetLocation(mlirModuleGetOperation(module));
  result = hysteronFilesWrite(files, mlirStringRefCreateFromCString(folder), location);
  hysteronFilesDestroy(files);
  return mlirLogicalResultIsSuccess(result);
}

static MlirStringRef compile_one(MlirModule module, HysteronEmit kind, MlirStringRef schedules, const char *name,
                                 HysteronFiles *files) {
  MlirStringRef none = {NULL, 0};
  HysteronCompileOptions options = hysteronCompileOptionsCreate();
  hysteronCompileOptionsSetFunction(options, mlirStringRefCreateFromCString("leak"));
  hysteronCompileOptionsSetMode(options, HysteronModeInference);
  hysteronCompileOptionsAddTarget(options, mlirStringRefCreateFromCString("arm-64-linux"));
  hysteronCompileOptionsAddEmit(options, kind);
  hysteronCompileOptionsSetSchedules(options, schedules);
  MlirLogicalResult result = hysteronCompileModule(module, options, files);
  hysteronCompileOptionsDestroy(options);
  return mlirLogicalResultIsFailure(result) ? none
                                            : hysteronFilesLookup(*files, mlirStringRefCreateFromCString(name));
}

/* The schedules that the compiler shows are those that it takes. */
static void schedule(MlirModule module) {
  MlirStringRef none = {NULL, 0};
  HysteronFiles files[4];
  MlirStringRef schedules = compile_one(module, HysteronEmitIR, none, "arm-64-linux/leak.mlir", &files[0]);
  MlirStringRef own = compile_one(module, HysteronEmitAssembly, none, "arm-64-linux/leak.s", &files[1]);
  MlirStringRef given = compile_one(module, HysteronEmitAssembly, schedules, "arm-64-linux/leak.s", &files[2]);
  printf("schedules: %s\n", own.length && mlirStringRefEqual(own, given) ? "the same" : "different");
  MlirStringRef wrong = mlirStringRefCreateFromCString("halide.schedule @nothing");
  compile_one(module, HysteronEmitAssembly, wrong, "", &files[3]);
  for (int i = 0; i < 4; ++i)
    if (!hysteronFilesIsNull(files[i]))
      hysteronFilesDestroy(files[i]);
}

/* A compiler in a thread, with a context of its own. */
static void *compile_alone(void *path) {
  static HysteronFiles files[2];
  static int number;
  HysteronFiles *own = &files[__atomic_fetch_add(&number, 1, __ATOMIC_RELAXED)];
  MlirStringRef none = {NULL, 0};
  MlirDialectRegistry registry = mlirDialectRegistryCreate();
  hysteronRegisterAllDialects(registry);
  MlirContext context = mlirContextCreateWithRegistry(registry, /*threadingEnabled=*/true);
  mlirDialectRegistryDestroy(registry);
  MlirModule module = read(context, path);
  compile_one(module, HysteronEmitAssembly, none, "", own);
  mlirModuleDestroy(module);
  mlirContextDestroy(context);
  return own;
}

static void compile_together(char *path) {
  pthread_t threads[2];
  void *files[2];
  MlirStringRef text[2];
  for (int i = 0; i < 2; ++i)
    if (pthread_create(&threads[i], NULL, compile_alone, path))
      return;
  for (int i = 0; i < 2; ++i) {
    pthread_join(threads[i], &files[i]);
    if (hysteronFilesIsNull(*(HysteronFiles *)files[i]))
      return;
    text[i] = hysteronFilesGetContents(*(HysteronFiles *)files[i], 0);
  }
  printf("threads: %s\n", mlirStringRefEqual(text[0], text[1]) ? "the same" : "different");
  for (int i = 0; i < 2; ++i)
    hysteronFilesDestroy(*(HysteronFiles *)files[i]);
}

int main(int argc, char **argv) {
  if (argc != 4)
    return 2;
  MlirDialectRegistry registry = mlirDialectRegistryCreate();
  hysteronRegisterAllDialects(registry);
  mlirDialectHandleInsertDialect(mlirGetDialectHandle__halide__(), registry);
  hysteronRegisterAllPasses();
  MlirContext context = mlirContextCreateWithRegistry(registry, /*threadingEnabled=*/true);
  mlirDialectRegistryDestroy(registry);
  mlirContextAttachDiagnosticHandler(context, report, stdout, NULL);
  MlirDialect act = mlirDialectHandleLoadDialect(mlirGetDialectHandle__act__(), context);
  print(mlirDialectGetNamespace(act), stdout);
  printf(" is loaded\n");

  MlirModule module = read(context, argv[1]);
  if (mlirModuleIsNull(module))
    return 1;
  schedule(module);
  compile_together(argv[1]);
  int right = !compile(module, argv[2], "z80", argv[3]) && compile(module, argv[2], "host", argv[3]) &&
              !run_passes(context, module, "builtin.module(act-differ)") &&
              run_passes(context, module, "builtin.module(act-plan-residuals,act-differentiate)");
  mlirOperationPrint(mlirModuleGetOperation(module), print, stdout);
  mlirModuleDestroy(module);
  mlirContextDestroy(context);
  return !right;
}
