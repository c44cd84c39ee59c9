# em++ is a Python program that starts clang, which costs more than a second of processor time per file. If
# clang alone compiles a small program to the same object file, clang is called directly from then on. em++
# still links.
if(NOT EMSCRIPTEN)
  return()
endif()

set(probe ${CMAKE_BINARY_DIR}/CMakeFiles/direct_clang)
file(WRITE ${probe}.cpp "#include <string>\n#include <vector>\n"
  "std::vector<std::string> Texts(int i) { return {std::to_string(i), \"text\"}; }\n")
string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
separate_arguments(flags UNIX_COMMAND "-std=c++20 ${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}}")

# With -v, em++ prints the command: its own options, then "-v" and the given ones.
execute_process(
  COMMAND ${CMAKE_COMMAND} -E env --unset=EM_COMPILER_WRAPPER
    ${CMAKE_CXX_COMPILER} -v ${flags} -c ${probe}.cpp -o ${probe}.em.o
  OUTPUT_QUIET ERROR_VARIABLE said RESULT_VARIABLE result)
if(NOT result EQUAL 0 OR NOT said MATCHES "^ *\"([^\"\n]*clang[^\"\n]*)\" ([^\n]*)")
  return()
endif()
set(clang "${CMAKE_MATCH_1}")
set(options "${CMAKE_MATCH_2}")
string(FIND "${options}" " -v " end)
string(SUBSTRING "${options}" 0 ${end} options)

separate_arguments(arguments UNIX_COMMAND "${options}")
execute_process(
  COMMAND ${clang} ${arguments} ${flags} -c ${probe}.cpp -o ${probe}.o
  OUTPUT_QUIET ERROR_QUIET RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  return()
endif()
file(SHA256 ${probe}.em.o expected)
file(SHA256 ${probe}.o made)
if(made STREQUAL expected)
  set(CMAKE_CXX_COMPILE_OBJECT
    "\"${clang}\" ${options} <DEFINES> <INCLUDES> <FLAGS> -o <OBJECT> -c <SOURCE>")
endif()
