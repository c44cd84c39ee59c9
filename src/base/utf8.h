// Reading and writing code points in UTF-8.
#ifndef SEXTANT_BASE_UTF8_H_
#define SEXTANT_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sextant {

// Returns the code point at `position` (inside the text) and moves past it. −1
// when the bytes are not UTF-8 by RFC 3629: no overlong forms, no surrogates,
// nothing above U+10FFFF.
int32_t TakeCodePoint(std::string_view text, size_t& position);

bool IsUtf8(std::string_view text);

// `code_point` is a Unicode scalar value.
void AppendCodePoint(std::string& text, int32_t code_point);

inline constexpr char32_t kInvalidCodePoint = 0xFFFD;

// Like TakeCodePoint, for text that is shown even if malformed: a malformed
// byte gives kInvalidCodePoint and moves by one.
char32_t NextCodePoint(std::string_view text, size_t& position);

// Blanks, line ends, and what is not seen: soft hyphens, zero-width characters,
// marks of direction, variation selectors.
bool IsBlank(char32_t code_point);

// Ideographs, kana, hangul and the full-width forms: one em wide, and a line
// may break on either side of them.
bool IsWide(char32_t code_point);

}  // namespace sextant

#endif  // SEXTANT_BASE_UTF8_H_
