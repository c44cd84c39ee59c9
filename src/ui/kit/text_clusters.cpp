#include "ui/kit/text_clusters.h"

#include "base/utf8.h"

namespace sextant {
namespace {

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

// Emoji are wide, too, but several of them may form one picture.
bool IsEmoji(char32_t c) { return c >= 0x1F000 && c < 0x20000; }

bool StandsAlone(char32_t c) {
  return c == ' ' || IsDigit(c) || (IsWide(c) && !IsEmoji(c));
}

}  // namespace

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
