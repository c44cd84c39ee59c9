// Where a line of text may end: at spaces and between ideographs, never before
// closing punctuation.
#ifndef SEXTANT_BASE_LINE_BREAK_H_
#define SEXTANT_BASE_LINE_BREAK_H_

#include <cstddef>
#include <string_view>

namespace sextant {

// The end of the unit that starts at `start` (inside the text): a word with the
// spaces before it, or one ideograph with the punctuation after it.
size_t NextBreak(std::string_view text, size_t start);

// Removes leading spaces, because no line begins with one.
std::string_view TrimStart(std::string_view text);

}  // namespace sextant

#endif  // SEXTANT_BASE_LINE_BREAK_H_
