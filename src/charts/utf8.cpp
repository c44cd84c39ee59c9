#include "charts/utf8.h"

namespace sextant {
namespace {

// Bytes after the first one, or -1 when it cannot start a code point.
int ContinuationCount(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xC2 && first < 0xE0) return 1;
  if (first >= 0xE0 && first < 0xF0) return 2;
  if (first >= 0xF0 && first < 0xF5) return 3;
  return -1;
}

bool IsScalarValue(char32_t code_point, int continuation_count) {
  constexpr char32_t kSmallest[] = {0, 0x80, 0x800, 0x10000};
  if (code_point < kSmallest[continuation_count]) return false;
  if (code_point >= 0xD800 && code_point < 0xE000) return false;
  return code_point <= 0x10FFFF;
}

}  // namespace

char32_t NextCodePoint(std::string_view text, size_t& position) {
  const auto first = static_cast<unsigned char>(text[position++]);
  const int count = ContinuationCount(first);
  if (count == 0) return first;
  if (count < 0 || position + static_cast<size_t>(count) > text.size()) {
    return kInvalidCodePoint;
  }
  char32_t code_point = first & (0x3Fu >> count);
  for (int i = 0; i < count; ++i) {
    const auto byte = static_cast<unsigned char>(text[position + i]);
    if ((byte & 0xC0) != 0x80) return kInvalidCodePoint;
    code_point = (code_point << 6) | (byte & 0x3Fu);
  }
  if (!IsScalarValue(code_point, count)) return kInvalidCodePoint;
  position += static_cast<size_t>(count);
  return code_point;
}

bool IsWide(char32_t code_point) {
  if (code_point < 0x1100) return false;
  return code_point <= 0x115F ||
         (code_point >= 0x2E80 && code_point < 0xFE00) ||
         (code_point >= 0xFE30 && code_point < 0xFE70) ||
         (code_point >= 0xFF00 && code_point < 0xFF61) || code_point >= 0x1F000;
}

}  // namespace sextant
