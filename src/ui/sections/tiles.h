// Results in a grid, each with its label above and its change below.
#ifndef SEXTANT_UI_SECTIONS_TILES_H_
#define SEXTANT_UI_SECTIONS_TILES_H_

#include <string_view>

#include "ui/kit/ui.h"

namespace sextant {

// The place of the tile at `position` in a grid that begins at the top of
// `rect`, row by row.
Rect TileAt(Rect rect, int columns, int position);
// The height of a grid of `count` tiles.
float TilesHeight(int columns, int count);

// Paints one tile; records no node. `ink` is the colour of the change.
void ShowTile(Ui& ui, Rect rect, std::string_view label, std::string_view value,
              std::string_view change, Ink ink);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_TILES_H_
