# hysteron_add_kernels(NAME file.mlir
#   FUNCTIONS f...         functions of the file to compile
#   [TARGETS t...]         Halide target strings, default: host
#   [MODE training|inference] [OPTIONS option...])
#
# makes the static library NAME with f_forward and f_backward (or f) of each
# function and the runtime that they need, and gives the folder of the header f.h
# to whoever links NAME. With several TARGETS, all of them levels of x86, the
# best for the CPU is picked at run time.
function(hysteron_add_kernels name file)
  cmake_parse_arguments(ARG "" "MODE" "FUNCTIONS;TARGETS;OPTIONS" ${ARGN})
  if(ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "hysteron_add_kernels: what is ${ARG_UNPARSED_ARGUMENTS}?")
  endif()
  if(NOT ARG_FUNCTIONS)
    message(FATAL_ERROR "hysteron_add_kernels(${name}): FUNCTIONS is missing")
  endif()
  if(NOT ARG_TARGETS)
    set(ARG_TARGETS host)
  endif()
  set(names _forward _backward)
  if(ARG_MODE STREQUAL inference)
    set(names "")
  elseif(ARG_MODE AND NOT ARG_MODE STREQUAL training)
    message(FATAL_ERROR "hysteron_add_kernels(${name}): MODE is training or inference")
  endif()

  cmake_path(ABSOLUTE_PATH file)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name}.kernels)
  list(LENGTH ARG_TARGETS levels)
  set(target ${ARG_TARGETS})
  if(levels GREATER 1)
    set(target x86-64-multi)
  endif()
  set(options ${ARG_OPTIONS})
  if(ARG_MODE)
    list(APPEND options --mode=${ARG_MODE})
  endif()
  foreach(each ${ARG_TARGETS})
    list(APPEND options --target=${each})
  endforeach()

  set(objects)
  foreach(function ${ARG_FUNCTIONS})
    if(levels GREATER 1)
      set(made ${folder}/${target}/lib${function}.a)
      list(APPEND archives ${made})
    else()
      set(made)
      foreach(suffix IN ITEMS ${names})
        list(APPEND made ${folder}/${target}/${function}${suffix}.o)
      endforeach()
      if(NOT names)
        set(made ${folder}/${target}/${function}.o)
      endif()
      list(APPEND objects ${made})
    endif()
    # Every call writes the same runtime: one call names it as its output, and
    # the others come after.
    if(NOT runtime)
      set(runtime ${folder}/${target}/hysteron_runtime.o)
      list(APPEND made ${runtime})
    endif()
    add_custom_command(OUTPUT ${made} ${folder}/${function}.h
      COMMAND Hysteron::hysteron-compile ${file} --function=${function} -o ${folder} ${options}
      DEPENDS ${file} Hysteron::hysteron-compile ${before}
      COMMENT "Compiling ${function} for ${ARG_TARGETS}" VERBATIM)
    set(before ${folder}/${function}.h)
    list(APPEND headers ${folder}/${function}.h)
  endforeach()

  set_source_files_properties(${objects} ${runtime} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
  add_library(${name} STATIC ${objects} ${runtime} ${headers})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE C)
  target_include_directories(${name} INTERFACE ${folder})
  find_package(Threads REQUIRED)
  target_link_libraries(${name} INTERFACE ${archives} Threads::Threads ${CMAKE_DL_LIBS} m)
  if(archives)
    # The runtime comes after the archives that need it.
    target_link_libraries(${name} INTERFACE $<TARGET_FILE:${name}>)
    add_custom_target(${name}-kernels DEPENDS ${archives})
    add_dependencies(${name} ${name}-kernels)
  endif()
endfunction()
