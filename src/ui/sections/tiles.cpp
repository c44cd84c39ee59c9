#include "ui/sections/tiles.h"

namespace sextant {
namespace {

constexpr float kTileHeight = 56;
constexpr float kTileGap = 8;

}  // namespace

Rect TileAt(Rect rect, int columns, int position) {
  const float width = rect.width / static_cast<float>(columns);
  return {rect.x + static_cast<float>(position % columns) * width,
          rect.y + static_cast<float>(position / columns) * kTileHeight,
          width - kTileGap, kTileHeight};
}

float TilesHeight(int columns, int count) {
  return static_cast<float>((count + columns - 1) / columns) * kTileHeight;
}

void ShowTile(Ui& ui, Rect rect, std::string_view label, std::string_view value,
              std::string_view change, Ink ink) {
  Canvas& canvas = ui.canvas();
  canvas.Label({rect.x, rect.y, rect.width, 18}, label,
               {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  canvas.Label({rect.x, rect.y + 18, rect.width, 20}, value, {.bold = true});
  canvas.Label({rect.x, rect.y + 37, rect.width, 16}, change,
               {.size = TextSize::kSmall, .ink = ink});
}

}  // namespace sextant
