# Our own code under AddressSanitizer and UndefinedBehaviorSanitizer, and with
# the coverage that guides libFuzzer. LLVM, MLIR and Halide stay as they are.
set(_sanitizers -fsanitize=address,undefined,fuzzer-no-link
  # There is no RTTI to check, and kernels made at run time have no type to check.
  -fno-sanitize=vptr,function)
add_compile_options(${_sanitizers} -fno-sanitize-recover=undefined -fno-omit-frame-pointer -gline-tables-only)
add_link_options(${_sanitizers})

# The defaults are part of every program of ours.
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/sanitizer-defaults.c CONTENT [[
/* Containers and arenas in LLVM's headers are instrumented here and not in
   LLVM's libraries, so the two disagree about what is in use. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) {
  return "detect_container_overflow=0:allow_user_poisoning=0:detect_odr_violation=0";
}
const char *__ubsan_default_options(void);
const char *__ubsan_default_options(void) { return "print_stacktrace=1"; }
]])
add_library(HysteronSanitizerDefaults OBJECT ${CMAKE_CURRENT_BINARY_DIR}/sanitizer-defaults.c)
link_libraries($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:$<TARGET_OBJECTS:HysteronSanitizerDefaults>>)
