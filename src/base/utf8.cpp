#include "base/utf8.h"

namespace sextant {

int32_t TakeCodePoint(std::string_view text, size_t& position) {
  const auto byte = [text](size_t i) -> int32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : -1;
  };
  const int32_t lead = byte(position++);
  if (lead < 0x80) return lead;
  if (lead < 0xC2 || lead > 0xF4) return -1;
  const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  int32_t code_point = lead & (0xFF >> (length + 1));
  for (int i = 1; i < length; ++i) {
    const int32_t next = byte(position++);
    if (next < 0x80 || next > 0xBF) return -1;
    code_point = code_point << 6 | (next & 0x3F);
  }
  constexpr int32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < kSmallest[length] || code_point > 0x10FFFF || surrogate) {
    return -1;
  }
  return code_point;
}

bool IsUtf8(std::string_view text) {
  size_t position = 0;
  while (position < text.size()) {
    if (TakeCodePoint(text, position) < 0) return false;
  }
  return true;
}

void AppendCodePoint(std::string& text, int32_t code_point) {
  const auto put = [&text](int32_t byte) { text += static_cast<char>(byte); };
  const auto put_last = [&](int bits) {
    put(0x80 | (code_point >> bits & 0x3F));
  };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put_last(0);
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put_last(6);
    put_last(0);
  } else {
    put(0xF0 | code_point >> 18);
    put_last(12);
    put_last(6);
    put_last(0);
  }
}

char32_t NextCodePoint(std::string_view text, size_t& position) {
  const size_t start = position;
  const int32_t code_point = TakeCodePoint(text, position);
  if (code_point >= 0) return static_cast<char32_t>(code_point);
  position = start + 1;
  return kInvalidCodePoint;
}

bool IsBlank(char32_t code_point) {
  const auto is_in = [code_point](char32_t first, char32_t last) {
    return code_point >= first && code_point <= last;
  };
  return code_point <= ' ' || code_point == 0x7F || code_point == 0xA0 ||
         code_point == 0xAD || code_point == 0x034F || code_point == 0x061C ||
         code_point == 0x180E || is_in(0x2000, 0x200F) ||
         is_in(0x2028, 0x202F) || is_in(0x205F, 0x206F) ||
         code_point == 0x3000 || is_in(0xFE00, 0xFE0F) || code_point == 0xFEFF;
}

bool IsWide(char32_t code_point) {
  if (code_point < 0x1100) return false;
  return code_point <= 0x115F ||
         (code_point >= 0x2E80 && code_point < 0xFE00) ||
         (code_point >= 0xFE30 && code_point < 0xFE70) ||
         (code_point >= 0xFF00 && code_point < 0xFF61) || code_point >= 0x1F000;
}

}  // namespace sextant
