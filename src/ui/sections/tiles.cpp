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

Ink InkOf(Verdict verdict) {
  // In the order of Verdict.
  constexpr Ink kInks[] = {Ink::kTextMuted, Ink::kPositive, Ink::kNegative};
  return kInks[static_cast<int>(verdict)];
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

std::string_view ComparedWith(Ui& ui) {
  return ui.Text(ui.session().compares_with_baseline()
                     ? TextId::kUiVersusBaseline
                     : TextId::kUiVersusBefore);
}

void RecordResult(Ui& ui, const std::string& id, std::string_view group,
                  const ShownResult& shown, Rect rect) {
  std::string value = shown.text;
  if (shown.reason) {
    value = FormatText(ui.language(), TextId::kUiUndefinedBecause,
                       {{"reason", ui.Text(*shown.reason)}});
  }
  if (!shown.change.text.empty()) {
    value +=
        " (" + shown.change.text + " " + std::string(ComparedWith(ui)) + ")";
  }
  ui.semantics().Output(id, group, ui.Text(shown.result->label), value, rect,
                        shown.reason.has_value());
}

}  // namespace sextant
