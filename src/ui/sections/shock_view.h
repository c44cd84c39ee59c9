// "What if…": what each shock would do to the present scenario, and a button
// that does it.
#ifndef SEXTANT_UI_SECTIONS_SHOCK_VIEW_H_
#define SEXTANT_UI_SECTIONS_SHOCK_VIEW_H_

#include "ui/kit/ui.h"

namespace sextant {

class ShockView {
 public:
  float Height(Ui& ui, float width) const;
  void Show(Ui& ui, Rect rect);

 private:
  // The shocks of a preset, with the outage turned to the medium chosen.
  std::vector<Shock> Shocks(Ui& ui, const ShockPreset& preset) const;
  void ShowRow(Ui& ui, const ShockPreset& preset, Rect rect);

  int outage_medium_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_SHOCK_VIEW_H_
