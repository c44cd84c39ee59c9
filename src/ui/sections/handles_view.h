// A picture and a few sliders, chosen by whoever shows them: a step of the
// story, an article.
#ifndef SEXTANT_UI_SECTIONS_HANDLES_VIEW_H_
#define SEXTANT_UI_SECTIONS_HANDLES_VIEW_H_

#include "base/inline_vector.h"
#include "ui/sections/section.h"

namespace sextant {

inline constexpr int kMostHandles = 4;
using Handles = InlineVector<FieldAddress, kMostHandles>;

// Lays out the sliders beside the picture of `section` or, on a phone, below
// it; the sliders alone where it has none. Those of cells are of one cell.
// Returns the height.
float LayHandles(Ui& ui, Section* section, const Handles& handles, Rect rect);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_HANDLES_VIEW_H_
