// base/decimal.h with JavaScript's own conversions. In the modules that ship,
// web/engine/memory.mjs provides the two functions; elsewhere, host_decimal.js.
#include <cstddef>

#include "base/decimal.h"

extern "C" {

// Puts String(value) at `text`, all of it ASCII; returns its length.
size_t host_number_text(double value, char* text);

// Number(text).
double host_nearest_double(const char* text, size_t size);

}  // extern "C"

namespace sextant {

std::string NumberText(double value) {
  char text[32];  // "-2.2250738585072014e-308" is the longest
  return std::string(text, host_number_text(value, text));
}

double NearestDouble(std::string_view json_number) {
  return host_nearest_double(json_number.data(), json_number.size());
}

}  // namespace sextant
