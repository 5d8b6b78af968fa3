# How the project builds its own targets. Users of the installed package want
# HysteronKernels.cmake instead.

# Parsing MLIR's headers is nearly all of the compile time of a source file, so
# every library shares one precompiled header.
set(_pch_stub ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
file(CONFIGURE OUTPUT ${_pch_stub} CONTENT "")
add_library(HysteronPrecompiled OBJECT ${_pch_stub})
target_precompile_headers(HysteronPrecompiled PRIVATE
  <mlir/Dialect/Affine/IR/AffineOps.h>
  <mlir/Dialect/Arith/IR/Arith.h>
  <mlir/Dialect/Func/IR/FuncOps.h>
  <mlir/Dialect/Linalg/IR/Linalg.h>
  <mlir/Dialect/Math/IR/Math.h>
  <mlir/Dialect/Tensor/IR/Tensor.h>
  <mlir/IR/ImplicitLocOpBuilder.h>
  <mlir/Pass/PassManager.h>
  <mlir/Transforms/GreedyPatternRewriteDriver.h>)

# hysteron_tablegen(NAME file.td -gen-a out.inc -gen-b out.inc ...)
# makes the target NAME that the sources including those files depend on.
function(hysteron_tablegen name td)
  set(LLVM_TARGET_DEFINITIONS ${td})
  set(TABLEGEN_OUTPUT)
  set(options)
  foreach(argument IN LISTS ARGN)
    if(argument MATCHES "^-")
      list(APPEND options ${argument})
    else()
      mlir_tablegen(${argument} ${options} -I ${PROJECT_SOURCE_DIR}/include)
      set(options)
    endif()
  endforeach()
  add_custom_target(${name} DEPENDS ${TABLEGEN_OUTPUT})
  set_property(GLOBAL APPEND PROPERTY HYSTERON_TABLEGEN_TARGETS ${name})
endfunction()

# hysteron_add_library(NAME sources... [LINK libs...] [EXCEPTIONS])
# EXCEPTIONS is for the one library that talks to Halide.
function(hysteron_add_library name)
  cmake_parse_arguments(ARG "EXCEPTIONS" "" "LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PUBLIC ${ARG_LINK} MLIR LLVM)
  target_include_directories(${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  get_property(generated GLOBAL PROPERTY HYSTERON_TABLEGEN_TARGETS)
  if(generated)
    add_dependencies(${name} ${generated})
  endif()
  if(ARG_EXCEPTIONS)
    target_compile_options(${name} PRIVATE -fexceptions)
  else()
    target_precompile_headers(${name} REUSE_FROM HysteronPrecompiled)
  endif()
  install(TARGETS ${name} EXPORT HysteronTargets)
endfunction()

function(hysteron_add_tool name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE ${ARG_LINK} MLIR LLVM)
  # The shared precompiled header is -fPIC; CMake would give a program -fPIE.
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${name} PRIVATE -fPIC)
  target_precompile_headers(${name} REUSE_FROM HysteronPrecompiled)
  add_executable(Hysteron::${name} ALIAS ${name})
  install(TARGETS ${name} EXPORT HysteronTools)
endfunction()
