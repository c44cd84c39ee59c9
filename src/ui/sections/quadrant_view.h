// CPC × CPA with bubbles that can be dragged, and why a cell is where it is.
#ifndef SEXTANT_UI_SECTIONS_QUADRANT_VIEW_H_
#define SEXTANT_UI_SECTIONS_QUADRANT_VIEW_H_

#include <optional>

#include "charts/quadrant_chart.h"
#include "ui/kit/ui.h"

namespace sextant {

class QuadrantView {
 public:
  float Height(Ui& ui, float width) const;
  // `alone`: no other part is on screen that has the cells' sliders.
  void Show(Ui& ui, Rect rect, bool alone);

 private:
  void ShowBubbles(Ui& ui, const Drawing& drawing, const QuadrantScale& scale,
                   Point origin, bool alone);
  void ShowThresholds(Ui& ui, Rect rect);

  // While a bubble is dragged the axes stay, or they would run away under the
  // pointer.
  std::optional<QuadrantScale> drag_scale_;
  Point grab_offset_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_QUADRANT_VIEW_H_
