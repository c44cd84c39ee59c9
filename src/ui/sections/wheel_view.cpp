#include "ui/sections/wheel_view.h"

#include <algorithm>

#include "ui/sections/blocks.h"

namespace sextant {

float WheelView::LayBody(Ui& ui, Rect inner, bool paint) {
  flywheel_.Prepare(ui, paint);
  const bool beside = !ui.is_phone();
  Rect left = inner;
  Rect right = inner;
  if (beside) {
    left.width = std::min(400.0f, (inner.width - kColumnGap) * 0.45f);
    right.x = left.right() + kColumnGap;
    right.width = inner.right() - right.x;
  }
  constexpr float kLowProfits = 240;
  float y = beside ? flywheel_.LayWheel(ui, left, paint) + 12
                   : flywheel_.LayProfits(ui, right, paint, kLowProfits);
  y += flywheel_.LayPromoters(ui, Below(left, y), paint);
  return beside ? std::max(y, flywheel_.LayProfits(ui, right, paint, y)) : y;
}

}  // namespace sextant
