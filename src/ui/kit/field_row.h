// One input: its name, its slider and its number, which can be edited by
// typing.
#ifndef SEXTANT_UI_KIT_FIELD_ROW_H_
#define SEXTANT_UI_KIT_FIELD_ROW_H_

#include <string>
#include <string_view>

#include "ui/kit/ui.h"

namespace sextant {

// `hue` colours the filled part of the slider. `label`, if not empty, replaces
// the field's own label.
void FieldRow(Ui& ui, const FieldAddress& address, Rect rect,
              std::string_view group, std::string_view group_label, Ink hue,
              std::string_view label = {});
// The height of a FieldRow in the current arrangement, in points.
float FieldRowHeight(const Ui& ui);
// Where FieldRow shows the number.
Rect ValueIn(Rect row);

// Records only the node, for a field that is not shown at the moment.
void RecordField(Ui& ui, const FieldAddress& address, Rect rect,
                 std::string_view group, std::string_view group_label);

// Asks the page for a real <input> over the field's number at `rect`, in
// content coordinates.
void RequestFieldEdit(Ui& ui, const FieldAddress& address, std::string widget,
                      Rect rect);

// The number in full, or shortened (4.81M, 481 萬) where that does not fit.
std::string FitMoney(Ui& ui, double value, TextSize size, float width);
std::string FitCount(Ui& ui, double value, TextSize size, float width);

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_FIELD_ROW_H_
