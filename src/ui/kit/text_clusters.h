// Cuts text into pieces that are rasterised and cached separately.
#ifndef SEXTANT_UI_KIT_TEXT_CLUSTERS_H_
#define SEXTANT_UI_KIT_TEXT_CLUSTERS_H_

#include <cstddef>
#include <string_view>

namespace sextant {

// Returns the piece at `offset` and moves `offset` past it. `offset` is less
// than the text's size. A piece is
//   - one digit: numbers change on every frame of a drag and share ten glyphs;
//   - one space;
//   - one ideograph or other full-width character;
//   - a complete run of anything else: words keep the browser's kerning, and
//     joined letters and emoji of several code points keep their shape.
std::string_view NextCluster(std::string_view text, size_t& offset);

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_TEXT_CLUSTERS_H_
