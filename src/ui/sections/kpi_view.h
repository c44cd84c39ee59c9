// The scenario's totals, and how they differ from the pinned baseline.
#ifndef SEXTANT_UI_SECTIONS_KPI_VIEW_H_
#define SEXTANT_UI_SECTIONS_KPI_VIEW_H_

#include "ui/kit/ui.h"

namespace sextant {

// The whole list as a card: revenue large, the others below, gross margin and
// the baseline button.
float KpiCardHeight(Ui& ui, float width);
void ShowKpiCard(Ui& ui, Rect rect);

// The four that matter most in one line, for the top of a phone's view.
inline constexpr float kKpiLineHeight = 64;
void ShowKpiLine(Ui& ui, Rect rect);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_KPI_VIEW_H_
