// The traffic matrix: a card per cell with its inputs and results.
#ifndef SEXTANT_UI_SECTIONS_CELL_VIEW_H_
#define SEXTANT_UI_SECTIONS_CELL_VIEW_H_

#include "ui/sections/section.h"

namespace sextant {

// One choice per cell: a column per medium, organic above paid. As
// Section::Lay.
float LayCellSwitcher(Ui& ui, Rect rect, bool paint);

class CellView : public Section {
 public:
  float Lay(Ui& ui, Rect rect, bool paint) override;
  // The button below the last card.
  float Tail(const Ui& ui) const override;

 private:
  // Only the selected cell, on a phone.
  float LayOne(Ui& ui, Rect rect, bool paint);
  float LayAll(Ui& ui, Rect rect, bool paint);
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_CELL_VIEW_H_
