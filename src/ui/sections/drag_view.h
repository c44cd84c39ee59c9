// One cell's sliders and the quadrants: the smallest place where a number moves
// its bubble.
#ifndef SEXTANT_UI_SECTIONS_DRAG_VIEW_H_
#define SEXTANT_UI_SECTIONS_DRAG_VIEW_H_

#include "ui/sections/quadrant_view.h"

namespace sextant {

class DragView : public Section {
 public:
  // The quadrants are those of the whole calculator.
  explicit DragView(QuadrantView& quadrant) : quadrant_(quadrant) {}
  float Lay(Ui& ui, Rect rect, bool paint) override;

 private:
  QuadrantView& quadrant_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_DRAG_VIEW_H_
