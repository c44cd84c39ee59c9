# GoogleTest from source, one recipe for native and wasm.
set(source ${SEXTANT_GOOGLETEST_DIR})
add_library(google_test STATIC EXCLUDE_FROM_ALL
  ${source}/googletest/src/gtest-all.cc
  ${source}/googletest/src/gtest_main.cc)
target_include_directories(google_test SYSTEM
  PUBLIC ${source}/googletest/include
  PRIVATE ${source}/googletest)
# It does not ship and is not under test, so it gets the options that compile fastest.
target_compile_options(google_test PRIVATE -O1 $<$<BOOL:${SEXTANT_SANITIZE}>:-fno-sanitize=all>)
if(EMSCRIPTEN)
  target_compile_definitions(google_test PUBLIC GTEST_HAS_PTHREAD=0)
else()
  find_package(Threads REQUIRED)
  target_link_libraries(google_test PUBLIC Threads::Threads)
endif()
