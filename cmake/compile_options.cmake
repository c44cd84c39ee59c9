# Flags for all code, including third-party code. targets.cmake has those for our own code.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# A fused multiply-add rounds once where the formula says twice: native and wasm would differ.
add_compile_options(-ffp-contract=off)

if(SEXTANT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

if(SEXTANT_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "SEXTANT_FUZZ needs clang (libFuzzer); use the preset 'fuzz'")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN)
  add_compile_options(-fno-exceptions -fno-rtti)
  add_link_options(-fno-exceptions -fno-rtti)
  # Every browser has these since 2021; code without them is longer.
  add_compile_options(-mnontrapping-fptoint -msign-ext)
  add_link_options(-mnontrapping-fptoint -msign-ext)

  # Linking optimises too, and a program says how (targets.cmake): emcc would keep to the size of an -Oz among
  # the compiler's flags whatever follows.
  string(REPLACE " <FLAGS>" "" CMAKE_CXX_LINK_EXECUTABLE "${CMAKE_CXX_LINK_EXECUTABLE}")

  # emcc runs Node tools that need `acorn`. Debian keeps it where only Debian's own Node looks.
  if(EXISTS /usr/share/nodejs/acorn)
    set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
      "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs:$ENV{NODE_PATH}")
  endif()
endif()
