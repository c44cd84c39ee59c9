// Revenue = Σ F·R·V, live, with this scenario's numbers.
#ifndef SEXTANT_UI_SECTIONS_FORMULA_VIEW_H_
#define SEXTANT_UI_SECTIONS_FORMULA_VIEW_H_

#include "ui/kit/ui.h"

namespace sextant {

float FormulaHeight(Ui& ui, float width);
// `alone`: no other view has the inputs, so this one records them.
void ShowFormula(Ui& ui, Rect rect, bool alone);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_FORMULA_VIEW_H_
