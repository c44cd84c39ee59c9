// Dear ImGui formats and scans text for its settings file, menus and debug
// windows, which Sextant does not use; it draws its own text. Replacing these
// two functions keeps printf, scanf and their 128-bit arithmetic out of the
// download (about 10 KB compressed).
//
// This file includes no header of Dear ImGui: those declare sscanf under its
// other name, with an exception specification that depends on the C library.
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
