// Revenue = Σ F·R·V, live, with this scenario's numbers.
#ifndef SEXTANT_UI_FORMULA_VIEW_H_
#define SEXTANT_UI_FORMULA_VIEW_H_

#include "ui/ui.h"

namespace sextant {

float FormulaHeight(Ui& ui, float width);
void ShowFormula(Ui& ui, Rect rect);

}  // namespace sextant

#endif  // SEXTANT_UI_FORMULA_VIEW_H_
