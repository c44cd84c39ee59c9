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
if(EMSCRIPTEN)
  # emcc turns it off at -Oz. With it the product is both smaller and faster: accessors are shorter than
  # calls to them.
  target_compile_options(sextant_options INTERFACE -finline-functions)
endif()

# Reading the standard headers would take a third of the time to compile a file, so with sanitizers, where only
# tests are built, all libraries share one precompiled header. Other builds notice a missing #include.
if(SEXTANT_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(SEXTANT_PRECOMPILED sextant_precompiled)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/precompiled.cpp CONTENT "")
  add_library(${SEXTANT_PRECOMPILED} OBJECT EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/generated/precompiled.cpp)
  target_link_libraries(${SEXTANT_PRECOMPILED} PRIVATE sextant_options)
  target_precompile_headers(${SEXTANT_PRECOMPILED} PRIVATE
    <algorithm> <array> <cmath> <cstdint> <iterator> <limits> <optional> <span> <string> <string_view> <utility>
    <variant> <vector>)
  # ccache needs it to recognise a precompiled header.
  target_compile_options(${SEXTANT_PRECOMPILED} PRIVATE -fpch-preprocess)
endif()

# What ships as wasm is optimised across files, Dear ImGui and the standard library included: it is a
# twentieth smaller and a tenth faster.
set(SEXTANT_ACROSS_FILES)
if(EMSCRIPTEN)
  set(SEXTANT_ACROSS_FILES $<$<CONFIG:Release>:-flto>)
endif()

# How modules are linked. At -O3 the linker inlines accessors wherever they are called, which is hardly
# larger; at -Oz the standard library would copy memory byte by byte.
set(SEXTANT_MODULE_LINK_OPTIONS ${SEXTANT_ACROSS_FILES} "$<IF:$<CONFIG:Release>,-O3,-O1;-g2>")

# sextant_library(<name> SOURCES <file>... [DEPENDS <target>...])
# A static library, or an interface library if there are only headers.
function(sextant_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  if(arg_SOURCES)
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC sextant_options ${arg_DEPENDS})
    target_compile_options(${name} PRIVATE ${SEXTANT_ACROSS_FILES})
    if(SEXTANT_PRECOMPILED)
      target_precompile_headers(${name} REUSE_FROM ${SEXTANT_PRECOMPILED})
      target_compile_options(${name} PRIVATE -fpch-preprocess)
    endif()
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE sextant_options ${arg_DEPENDS})
  endif()
endfunction()

# sextant_program(<name> SOURCES <file>... [DEPENDS <target>...])
# A program for development: runs natively, and under Node when built to wasm. Not part of `all`.
function(sextant_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  add_executable(${name} EXCLUDE_FROM_ALL ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE sextant_options ${arg_DEPENDS})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  if(EMSCRIPTEN)
    set_target_properties(${name} PROPERTIES SUFFIX .cjs)
    target_link_options(${name} PRIVATE
      -O1 $<$<CONFIG:Debug>:-g2>
      -sSINGLE_FILE=1 # no file to fetch, so no difference between Node versions
      -sENVIRONMENT=node
      -sALLOW_MEMORY_GROWTH=1
      -sNODERAWFS=1 # golden files and reports are read and written where they are
      -sEXIT_RUNTIME=1)
  endif()
endfunction()

# sextant_tests(SOURCES <file>... [DEPENDS <target>...])
# Adds a folder's tests to the one program of all tests.
function(sextant_tests)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "SOURCES;DEPENDS")
  target_sources(sextant_test PRIVATE ${arg_SOURCES})
  target_link_libraries(sextant_test PRIVATE ${arg_DEPENDS})
endfunction()
