// Dear ImGui formats and scans text for its settings file, its menus and its
// debug windows; Sextant has none of them and draws its own words. Without
// these two, printf, scanf and their 128-bit arithmetic stay out of the
// download (about 10 KB compressed).
//
// No header of Dear ImGui here: they declare sscanf, under the other name and
// with an exception specification that depends on the C library.
#include <cstdarg>
#include <cstddef>

int ImFormatString(char* buffer, size_t size, const char*, ...) {
  if (buffer != nullptr && size > 0) buffer[0] = 0;
  return 0;
}

int ImFormatStringV(char* buffer, size_t size, const char*, va_list) {
  if (buffer != nullptr && size > 0) buffer[0] = 0;
  return 0;
}

// cmake/dear_imgui.cmake gives sscanf this name inside Dear ImGui.
extern "C" int SextantNoScan(const char*, const char*, ...) { return 0; }
