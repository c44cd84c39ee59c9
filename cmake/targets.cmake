# Functions that make a target of a folder. Every folder lists its sources by name.

# Options of our own code.
add_library(sextant_options INTERFACE)
target_include_directories(sextant_options INTERFACE
  ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
target_compile_options(sextant_options INTERFACE -Wall -Wextra -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 gives false warnings about overlaps and uninitialised reads in std::string and std::optional.
  target_compile_options(sextant_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()

# sextant_library(<name> SOURCES <file>... [DEPENDS <target>...])
# A static library, or an interface library if there are only headers.
function(sextant_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  if(arg_SOURCES)
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC sextant_options ${arg_DEPENDS})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE sextant_options ${arg_DEPENDS})
  endif()
endfunction()

# sextant_program(<name> SOURCES <file>... [DEPENDS <target>...])
# A program for development: runs natively, and under Node when built to wasm.
function(sextant_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE sextant_options ${arg_DEPENDS})
  target_compile_definitions(${name} PRIVATE
    SEXTANT_GOLDEN_DIR="${CMAKE_SOURCE_DIR}/tests/golden")
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  if(EMSCRIPTEN)
    set_target_properties(${name} PROPERTIES SUFFIX .cjs)
    target_link_options(${name} PRIVATE
      -O1
      -sSINGLE_FILE=1 # no file to fetch, so no difference between Node versions
      -sENVIRONMENT=node
      -sALLOW_MEMORY_GROWTH=1
      -sNODERAWFS=1 # golden files and reports are read and written where they are
      -sEXIT_RUNTIME=1)
  endif()
endfunction()

# sextant_test(<name> SOURCES <file>... [DEPENDS <target>...])
# One GoogleTest program per folder of src/; its counts go to ${CMAKE_BINARY_DIR}/reports/<name>.json.
function(sextant_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  if(NOT arg_SOURCES)
    return()
  endif()
  sextant_program(${name} SOURCES ${arg_SOURCES} DEPENDS ${arg_DEPENDS} google_test)
  add_test(NAME ${name}
    COMMAND ${name} --gtest_brief=1 --gtest_output=json:${CMAKE_BINARY_DIR}/reports/${name}.json)
  set_tests_properties(${name} PROPERTIES TIMEOUT 900)
endfunction()
