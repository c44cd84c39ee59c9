// All sections, and their arrangement beside and below each other.
#ifndef SEXTANT_UI_SECTIONS_SECTIONS_H_
#define SEXTANT_UI_SECTIONS_SECTIONS_H_

#include "app/views.h"
#include "ui/sections/cell_view.h"
#include "ui/sections/drag_view.h"
#include "ui/sections/flywheel_view.h"
#include "ui/sections/formula_view.h"
#include "ui/sections/handles_view.h"
#include "ui/sections/kpi_view.h"
#include "ui/sections/quadrant_view.h"
#include "ui/sections/remarketing_view.h"
#include "ui/sections/revenue_view.h"
#include "ui/sections/shock_view.h"
#include "ui/sections/wheel_view.h"

namespace sextant {

class Sections {
 public:
  // Lays a view out from the top of `rect`; returns the height it takes. What
  // stays in the view is not above `view_top`, in view coordinates.
  float Lay(Ui& ui, View view, Rect rect, float view_top);

  // The picture of a part with these sliders; kAll: the sliders alone.
  float LayPicture(Ui& ui, View view, const Handles& handles, Rect rect);
  // The totals that belong to the view, in the line at its top. `margin`:
  // points at its sides.
  void ShowLine(Ui& ui, View view, Rect rect, float margin);

  // Call before anything is laid out.
  void ApplyDrag(Ui& ui);

  // How much of the view, from its top, is covered by what may stay there.
  float covered() const { return covered_; }

 private:
  // nullptr for kAll.
  Section* Of(View view);
  float LayHandAndPicture(Ui& ui, Rect rect, float view_top);
  float LayPair(Ui& ui, Section& left, Section& right, float left_width,
                Rect rect);

  float covered_ = 0;
  KpiView kpi_;
  CellView cells_;
  QuadrantView quadrant_;
  DragView drag_{quadrant_};
  RevenueView revenue_;
  FormulaView formula_;
  FlywheelView flywheel_;
  WheelView wheel_{flywheel_};
  RemarketingView remarketing_;
  ShockView shocks_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_SECTIONS_H_
