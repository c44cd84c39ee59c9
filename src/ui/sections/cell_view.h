// The traffic matrix: a card per cell with its inputs, and what they lead to.
#ifndef SEXTANT_UI_SECTIONS_CELL_VIEW_H_
#define SEXTANT_UI_SECTIONS_CELL_VIEW_H_

#include "ui/kit/ui.h"

namespace sextant {

float CellMatrixHeight(Ui& ui, float width);
// The part of it below the last card: the button that adds a medium.
float CellMatrixTailHeight(Ui& ui);
void ShowCellMatrix(Ui& ui, Rect rect);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_CELL_VIEW_H_
