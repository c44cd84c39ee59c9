// Pieces of sections: columns, a heading with its dot, a sentence, the ground
// of the line at the top.
#ifndef SEXTANT_UI_SECTIONS_BLOCKS_H_
#define SEXTANT_UI_SECTIONS_BLOCKS_H_

#include <string>
#include <string_view>

#include "ui/kit/ui.h"

namespace sextant {

inline constexpr float kColumnGap = 24;

// The place of one of `count` equally wide columns, counted from 0.
Rect Column(Rect rect, int column, int count);

// The height of a heading, with the space below it.
inline constexpr float kHeadingHeight = 26;
// A dot and the name of the group `id`, which is also the heading's node.
void ShowHeading(Ui& ui, Rect rect, const std::string& id,
                 std::string_view text, Ink ink);

// Lays a sentence out from the top of `rect`, with a node called `label`;
// returns its height with the space below it, 0 for an empty text. Without
// `paint` it only measures.
float LaySentence(Ui& ui, Rect rect, const char* group, const char* id,
                  TextId label, const std::string& text, bool paint);

// What the totals in the line at the top of the view are painted on.
void ShowLineGround(Ui& ui, Rect rect);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_BLOCKS_H_
