#include "ui/sections/section.h"

#include <algorithm>

namespace sextant {

float CardSection::Lay(Ui& ui, Rect rect, bool paint) {
  Rect inner = {rect.x + kPadding, rect.y + kPadding, rect.width - 2 * kPadding,
                0};
  if (rect.height == 0) {
    rect.height = 2 * kPadding + LayBody(ui, inner, false);
  }
  if (!paint) return rect.height;
  ui.canvas().Card(rect);
  ui.semantics().Heading(id_, ui.Text(title_), rect);
  inner.height = rect.height - 2 * kPadding;
  LayBody(ui, inner, true);
  return rect.height;
}

float CardSection::LayTitle(Ui& ui, Rect line, std::string_view text,
                            bool paint) const {
  if (paint) {
    ui.canvas().Label({line.x, line.y, line.width, kTitleHeight}, text,
                      {.bold = true});
  }
  return kTitleHeight;
}

CardSection::Head CardSection::HeadIn(const Ui& ui, Rect inner, float width,
                                      float height) {
  if (ui.is_phone() || inner.width < 2 * width) {
    return {{inner.x, inner.y, inner.width, kTitleHeight},
            {inner.x, inner.y + kTitleHeight, inner.width, height},
            kTitleHeight + height};
  }
  return {{inner.x, inner.y, inner.width - width - 8, kTitleHeight},
          {inner.right() - width, inner.y, width, height},
          std::max(kTitleHeight, height)};
}

}  // namespace sextant
