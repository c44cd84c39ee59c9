# Emscripten's own toolchain file, with a way to run Node that every version from 18 on accepts.

find_program(SEXTANT_EM_CONFIG em-config REQUIRED)
execute_process(COMMAND ${SEXTANT_EM_CONFIG} EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)

# Some versions of Emscripten's file use a Node flag that newer versions of Node refuse
# (--experimental-wasm-threads). They keep an emulator that is already set. The loader of Emscripten 3.1.6
# calls fetch() with a file path if Node has fetch().
find_program(SEXTANT_NODE NAMES node nodejs REQUIRED)
if(NOT DEFINED CACHE{CMAKE_CROSSCOMPILING_EMULATOR})
  set(emulator ${SEXTANT_NODE})
  execute_process(COMMAND ${SEXTANT_NODE} --no-experimental-fetch --eval ""
    RESULT_VARIABLE result OUTPUT_QUIET ERROR_QUIET)
  if(result EQUAL 0)
    list(APPEND emulator --no-experimental-fetch)
  endif()
  set(CMAKE_CROSSCOMPILING_EMULATOR "${emulator}" CACHE STRING "Runs wasm programs")
endif()

include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
