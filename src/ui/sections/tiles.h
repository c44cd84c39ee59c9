// Results in a grid, each with its label above and its change below.
#ifndef SEXTANT_UI_SECTIONS_TILES_H_
#define SEXTANT_UI_SECTIONS_TILES_H_

#include <string>
#include <string_view>

#include "ui/kit/ui.h"
#include "words/results.h"

namespace sextant {

// The place of the tile at `position` in a grid that begins at the top of
// `rect`, row by row.
Rect TileAt(Rect rect, int columns, int position);
// The height of a grid of `count` tiles.
float TilesHeight(int columns, int count);

// The ink shows whether a change is good; the sign is for readers who do not
// see colours.
Ink InkOf(Verdict verdict);

// "vs baseline", or "since your last change".
std::string_view ComparedWith(Ui& ui);

// Paints one tile; records no node. `ink` is the colour of the change.
void ShowTile(Ui& ui, Rect rect, std::string_view label, std::string_view value,
              std::string_view change, Ink ink);

// Records the node of a result, with its change and what that is compared with,
// or with the reason why there is none.
void RecordResult(Ui& ui, const std::string& id, std::string_view group,
                  const ShownResult& shown, Rect rect);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_TILES_H_
