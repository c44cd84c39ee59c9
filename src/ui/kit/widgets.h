// Buttons and choices. Each draws itself and records its node.
#ifndef SEXTANT_UI_KIT_WIDGETS_H_
#define SEXTANT_UI_KIT_WIDGETS_H_

#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/ui.h"

namespace sextant {

enum class ButtonLook { kPlain, kPrimary, kQuiet };

// Returns whether it was pressed.
bool Button(Ui& ui, const std::string& id, Rect rect, std::string_view label,
            std::string_view accessible_label, std::string_view group,
            ButtonLook look = ButtonLook::kPlain, bool disabled = false);

// What opens the page's own list of currencies, which lies over it.
void CurrencyChoice(Ui& ui, Rect rect, std::string_view group);

// On or off; returns whether it was pressed. It is drawn at the right end of
// `rect`, of which all can be pressed.
bool Switch(Ui& ui, const std::string& id, Rect rect,
            std::string_view accessible_label, std::string_view group, bool on,
            bool disabled = false);

// One of several choices side by side; returns the choice pressed, or -1.
int SegmentedControl(Ui& ui, const std::string& id, Rect rect,
                     const std::vector<std::string>& labels, int chosen,
                     std::string_view group);

// Heights in the current arrangement.
float ButtonHeight(const Ui& ui);
float ChoiceHeight(const Ui& ui);

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_WIDGETS_H_
