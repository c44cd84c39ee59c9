# GoogleTest from source, with the flags of this build: one recipe for native and wasm.
set(source ${SEXTANT_GOOGLETEST_DIR})
add_library(google_test STATIC EXCLUDE_FROM_ALL
  ${source}/googletest/src/gtest-all.cc
  ${source}/googlemock/src/gmock-all.cc
  ${source}/googlemock/src/gmock_main.cc)
target_include_directories(google_test SYSTEM
  PUBLIC ${source}/googletest/include ${source}/googlemock/include
  PRIVATE ${source}/googletest ${source}/googlemock)
if(EMSCRIPTEN)
  target_compile_definitions(google_test PUBLIC GTEST_HAS_PTHREAD=0)
else()
  find_package(Threads REQUIRED)
  target_link_libraries(google_test PUBLIC Threads::Threads)
endif()
