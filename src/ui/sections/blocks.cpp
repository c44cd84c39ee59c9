#include "ui/sections/blocks.h"

namespace sextant {

Rect Column(Rect rect, int column, int count) {
  const float gaps = kColumnGap * static_cast<float>(count - 1);
  const float width = (rect.width - gaps) / static_cast<float>(count);
  return {rect.x + static_cast<float>(column) * (width + kColumnGap), rect.y,
          width, rect.height};
}

void ShowHeading(Ui& ui, Rect rect, const std::string& id,
                 std::string_view text, Ink ink) {
  ui.semantics().Heading(id, text, rect);
  ui.canvas().FillCircle({rect.x + 5, rect.y + 10}, 5, {ink, 1});
  ui.canvas().Label({rect.x + 18, rect.y, rect.width - 18, 20}, text,
                    {.bold = true});
}

float LaySentence(Ui& ui, Rect rect, const char* group, const char* id,
                  TextId label, const std::string& text, bool paint) {
  if (text.empty()) return 0;
  rect.height = ui.canvas().ParagraphHeight(rect.width, text, TextSize::kSmall);
  if (paint) {
    ui.semantics().Output(id, group, ui.Text(label), text, rect);
    ui.canvas().Paragraph(rect, text,
                          {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  }
  return rect.height + 8;
}

void ShowLineGround(Ui& ui, Rect rect) {
  ui.canvas().FillRect(rect, {Ink::kSurface, 1});
  ui.canvas().DrawLine({rect.x, rect.bottom()}, {rect.right(), rect.bottom()},
                       {Ink::kHairline, 1});
}

}  // namespace sextant
