# Dear ImGui: the four files that a program needs, without demo and backends. The page does the rendering.
set(IMGUI_DIR "" CACHE PATH "Folder with imgui.cpp; empty: Debian's source package is fetched")

set(imgui_source ${IMGUI_DIR})
if(NOT imgui_source)
  # Shared by all build folders.
  set(imgui_source ${CMAKE_SOURCE_DIR}/build/third_party/imgui)
  if(NOT EXISTS ${imgui_source}/imgui.cpp)
    execute_process(
      COMMAND ${CMAKE_SOURCE_DIR}/scripts/fetch_imgui ${imgui_source}
      RESULT_VARIABLE result)
    if(NOT result EQUAL 0)
      message(FATAL_ERROR "Dear ImGui could not be fetched (see above). "
        "Set -DIMGUI_DIR=<folder with imgui.cpp> to use your own copy.")
    endif()
  endif()
elseif(NOT EXISTS ${imgui_source}/imgui.cpp)
  message(FATAL_ERROR "IMGUI_DIR: there is no imgui.cpp in '${imgui_source}'")
endif()

# Only the headers, for compiling the interface. A program chooses which Dear ImGui it links.
add_library(dear_imgui_headers INTERFACE)
target_include_directories(dear_imgui_headers SYSTEM INTERFACE ${imgui_source})
target_include_directories(dear_imgui_headers INTERFACE ${CMAKE_SOURCE_DIR}/src) # for the user configuration
target_compile_definitions(dear_imgui_headers INTERFACE IMGUI_USER_CONFIG="ui/kit/imgui_config.h")

add_library(dear_imgui STATIC
  ${imgui_source}/imgui.cpp
  ${imgui_source}/imgui_draw.cpp
  ${imgui_source}/imgui_tables.cpp
  ${imgui_source}/imgui_widgets.cpp
  ${CMAKE_SOURCE_DIR}/src/ui/kit/imgui_format.cpp)
target_link_libraries(dear_imgui PUBLIC dear_imgui_headers)
# Its settings are never read: see src/ui/kit/imgui_format.cpp.
target_compile_definitions(dear_imgui PRIVATE sscanf=SextantNoScan)
target_compile_options(dear_imgui PRIVATE -w ${SEXTANT_ACROSS_FILES})
if(EMSCRIPTEN)
  target_compile_options(dear_imgui PRIVATE -finline-functions) # as in targets.cmake
  # Makes every vertex.
  set_source_files_properties(${imgui_source}/imgui_draw.cpp PROPERTIES COMPILE_OPTIONS $<$<CONFIG:Release>:-O2>)
endif()
