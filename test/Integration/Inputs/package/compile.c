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
  hysteronCompileOptionsSetPartial(options, true);
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

/* The function for inference on Arm, one file of it. */
static MlirStringRef compile_one(MlirModule module, const char *function, HysteronEmit kind, MlirStringRef schedules,
                                 HysteronFiles *files) {
  MlirStringRef none = {NULL, 0};
  HysteronCompileOptions options = hysteronCompileOptionsCreate();
  hysteronCompileOptionsSetFunction(options, mlirStringRefCreateFromCString(function));
  hysteronCompileOptionsSetMode(options, HysteronModeInference);
  hysteronCompileOptionsAddTarget(options, mlirStringRefCreateFromCString("arm-64-linux"));
  hysteronCompileOptionsAddEmit(options, kind);
  hysteronCompileOptionsSetSchedules(options, schedules);
  MlirLogicalResult result = hysteronCompileModule(module, options, files);
  hysteronCompileOptionsDestroy(options);
  return mlirLogicalResultIsFailure(result) ? none : hysteronFilesGetContents(*files, 0);
}

/* The schedules that the compiler shows are those that it takes. */
static void schedule(MlirModule module, const char *function) {
  MlirStringRef none = {NULL, 0};
  HysteronFiles files[4];
  MlirStringRef schedules = compile_one(module, function, HysteronEmitIR, none, &files[0]);
  MlirStringRef own = compile_one(module, function, HysteronEmitAssembly, none, &files[1]);
  MlirStringRef given = compile_one(module, function, HysteronEmitAssembly, schedules, &files[2]);
  printf("schedules: %s\n", own.length && mlirStringRefEqual(own, given) ? "the same" : "different");
  MlirStringRef wrong = mlirStringRefCreateFromCString("halide.schedule @nothing");
  compile_one(module, function, HysteronEmitAssembly, wrong, &files[3]);
  for (int i = 0; i < 4; ++i)
    if (!hysteronFilesIsNull(files[i]))
      hysteronFilesDestroy(files[i]);
}

/* A compiler in a thread, with a context of its own. */
struct job {
  char **arguments;
  HysteronFiles files;
};

static void *compile_alone(void *given) {
  struct job *job = given;
  MlirStringRef none = {NULL, 0};
  MlirDialectRegistry registry = mlirDialectRegistryCreate();
  hysteronRegisterAllDialects(registry);
  MlirContext context = mlirContextCreateWithRegistry(registry, /*threadingEnabled=*/true);
  mlirDialectRegistryDestroy(registry);
  mlirContextSetAllowUnregisteredDialects(context, true);
  MlirModule module = read(context, job->arguments[1]);
  compile_one(module, job->arguments[2], HysteronEmitAssembly, none, &job->files);
  mlirModuleDestroy(module);
  mlirContextDestroy(context);
  return NULL;
}

static void compile_together(char **arguments) {
  pthread_t threads[2];
  struct job jobs[2] = {{arguments, {NULL}}, {arguments, {NULL}}};
  int right = 1;
  for (int i = 0; i < 2; ++i)
    right &= !pthread_create(&threads[i], NULL, compile_alone, &jobs[i]);
  for (int i = 0; right && i < 2; ++i)
    pthread_join(threads[i], NULL);
  right = right && !hysteronFilesIsNull(jobs[0].files) && !hysteronFilesIsNull(jobs[1].files) &&
          mlirStringRefEqual(hysteronFilesGetContents(jobs[0].files, 0), hysteronFilesGetContents(jobs[1].files, 0));
  printf("threads: %s\n", right ? "the same" : "different");
  for (int i = 0; i < 2; ++i)
    hysteronFilesDestroy(jobs[i].files);
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
  mlirContextSetAllowUnregisteredDialects(context, true);
  mlirContextAttachDiagnosticHandler(context, report, stdout, NULL);
  MlirDialect act = mlirDialectHandleLoadDialect(mlirGetDialectHandle__act__(), context);
  print(mlirDialectGetNamespace(act), stdout);
  printf(" is loaded\n");

  MlirModule module = read(context, argv[1]);
  if (mlirModuleIsNull(module))
    return 1;
  schedule(module, argv[2]);
  compile_together(argv);
  int right = !compile(module, argv[2], "z80", argv[3]) && compile(module, argv[2], "host", argv[3]);
  printf("wrong passes: %d\n", run_passes(context, module, "builtin.module(act-differ)"));
  printf("right passes: %d\n",
         run_passes(context, module, "builtin.module(act-plan-residuals,act-differentiate)"));
  mlirOperationPrint(mlirModuleGetOperation(module), print, stdout);
  mlirModuleDestroy(module);
  mlirContextDestroy(context);
  return !right;
}
