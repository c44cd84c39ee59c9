#include "base/line_break.h"

#include "base/utf8.h"

namespace sextant {
namespace {

bool IsClosing(char32_t code_point) {
  constexpr std::u32string_view kClosing =
      U"\u3001\u3002\uFF0C\uFF1A\uFF1B\uFF01\uFF1F\uFF09\u300D\u300F\u2026,.:;!"
      U"?)";
  return kClosing.find(code_point) != std::u32string_view::npos;
}

}  // namespace

size_t NextBreak(std::string_view text, size_t start) {
  size_t end = start;
  bool wide = false;
  while (end < text.size()) {
    size_t next = end;
    const char32_t code_point = NextCodePoint(text, next);
    const bool is_space = code_point == ' ';
    if (end > start && !IsClosing(code_point) &&
        (is_space || wide || IsWide(code_point))) {
      if (!(text[start] == ' ' && end == start + 1)) break;
    }
    wide = IsWide(code_point);
    end = next;
  }
  return end;
}

std::string_view TrimStart(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

}  // namespace sextant
