// Where revenue comes from: the matrix chart, and how much it depends on few
// sources.
#ifndef SEXTANT_UI_SECTIONS_REVENUE_VIEW_H_
#define SEXTANT_UI_SECTIONS_REVENUE_VIEW_H_

#include "ui/kit/ui.h"

namespace sextant {

float RevenueHeight(Ui& ui, float width);
void ShowRevenue(Ui& ui, Rect rect);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_REVENUE_VIEW_H_
