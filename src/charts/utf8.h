// Walking through UTF-8 text, for measuring, wrapping and escaping it.
#ifndef SEXTANT_CHARTS_UTF8_H_
#define SEXTANT_CHARTS_UTF8_H_

#include <cstddef>
#include <string_view>

namespace sextant {

inline constexpr char32_t kInvalidCodePoint = 0xFFFD;

// The code point at `position`, which is moved past it. A malformed byte gives
// kInvalidCodePoint and moves by one. `position` must be inside the text.
char32_t NextCodePoint(std::string_view text, size_t& position);

// Ideographs, kana, hangul and the full-width forms: one em wide, and a line
// may break on either side of them.
bool IsWide(char32_t code_point);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_UTF8_H_
