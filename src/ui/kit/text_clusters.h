// Cuts text into the pieces that are rasterised and cached one by one.
#ifndef SEXTANT_UI_KIT_TEXT_CLUSTERS_H_
#define SEXTANT_UI_KIT_TEXT_CLUSTERS_H_

#include <cstddef>
#include <string_view>

namespace sextant {

// The piece that starts at `offset`, and moves behind it. `offset` is less than
// the text's size. A piece is
//   - one digit: numbers change on every frame of a drag and share ten glyphs;
//   - one space;
//   - one ideograph or other full-width character;
//   - a whole run of anything else: a word keeps the browser's own kerning, and
//     scripts that join letters and emoji made of several code points keep
//     their shape.
std::string_view NextCluster(std::string_view text, size_t& offset);

// Closing punctuation that must not start a line: ,。)」 and the like.
bool StaysWithPrevious(char32_t code_point);

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_TEXT_CLUSTERS_H_
