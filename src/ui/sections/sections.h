// All sections, and their arrangement beside and below each other.
#ifndef SEXTANT_UI_SECTIONS_SECTIONS_H_
#define SEXTANT_UI_SECTIONS_SECTIONS_H_

#include "app/views.h"
#include "ui/sections/cell_view.h"
#include "ui/sections/flywheel_view.h"
#include "ui/sections/formula_view.h"
#include "ui/sections/kpi_view.h"
#include "ui/sections/quadrant_view.h"
#include "ui/sections/revenue_view.h"
#include "ui/sections/shock_view.h"

namespace sextant {

class Sections {
 public:
  // Lays a view out from the top of `rect`; returns the height it takes.
  float Lay(Ui& ui, View view, Rect rect);

  // Call before anything is laid out.
  void ApplyDrag(Ui& ui);

 private:
  // nullptr for kAll.
  Section* Of(View view);
  float LayPair(Ui& ui, Section& left, Section& right, float left_width,
                Rect rect);

  KpiView kpi_;
  CellView cells_;
  QuadrantView quadrant_;
  RevenueView revenue_;
  FormulaView formula_;
  FlywheelView flywheel_;
  ShockView shocks_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_SECTIONS_H_
