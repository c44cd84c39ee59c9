#include "platform/text_clusters.h"

namespace sextant {
namespace {

constexpr uint32_t kReplacement = 0xFFFD;

bool IsDigit(uint32_t c) { return c >= '0' && c <= '9'; }

bool StandsAlone(uint32_t c) { return c == ' ' || IsDigit(c) || IsWide(c); }

}  // namespace

uint32_t NextCodePoint(std::string_view text, size_t& offset) {
  const auto byte = [&](size_t i) {
    return i < text.size() ? static_cast<uint8_t>(text[i]) : 0u;
  };
  const uint32_t lead = byte(offset);
  const size_t start = offset++;
  if (lead < 0x80) return lead;
  const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || lead > 0xF4) return kReplacement;
  uint32_t code_point = lead & (0x7Fu >> length);
  for (int i = 1; i < length; ++i) {
    const uint32_t next = byte(start + i);
    if ((next & 0xC0) != 0x80) return kReplacement;
    code_point = (code_point << 6) | (next & 0x3F);
  }
  offset = start + length;
  return code_point;
}

bool IsWide(uint32_t c) {
  return (c >= 0x2E80 && c <= 0xA4CF) ||  // ideographs, kana, their punctuation
         (c >= 0xAC00 && c <= 0xD7A3) ||  // Hangul
         (c >= 0xF900 && c <= 0xFAFF) ||  // compatibility ideographs
         (c >= 0xFE30 && c <= 0xFE4F) ||  // vertical forms
         (c >= 0xFF00 && c <= 0xFFEF) ||  // full-width forms
         (c >= 0x20000 && c <= 0x3FFFD);  // the supplementary ideographs
}

bool StaysWithPrevious(uint32_t c) {
  switch (c) {
    case 0x3001:  // 、
    case 0x3002:  // 。
    case 0x300D:  // 」
    case 0x300F:  // 』
    case 0xFF09:  // )
    case 0xFF0C:  // ,
    case 0xFF1A:  // :
    case 0xFF1B:  // ;
    case 0xFF01:  // !
    case 0xFF1F:  // ?
      return true;
    default:
      return false;
  }
}

std::string_view NextCluster(std::string_view text, size_t& offset) {
  const size_t start = offset;
  if (StandsAlone(NextCodePoint(text, offset))) {
    return text.substr(start, offset - start);
  }
  size_t next = offset;
  while (next < text.size()) {
    if (StandsAlone(NextCodePoint(text, next))) break;
    offset = next;
  }
  return text.substr(start, offset - start);
}

}  // namespace sextant
