// "What if…": the effect of each shock on the scenario, and a button that
// applies it.
#ifndef SEXTANT_UI_SECTIONS_SHOCK_VIEW_H_
#define SEXTANT_UI_SECTIONS_SHOCK_VIEW_H_

#include "ui/kit/ui.h"

namespace sextant {

class ShockView {
 public:
  float Height(Ui& ui, float width) const;
  void Show(Ui& ui, Rect rect);

 private:
  // The shocks of a preset, with the outage applied to the chosen medium.
  std::vector<Shock> Shocks(Ui& ui, const ShockPreset& preset) const;
  void ShowRow(Ui& ui, const ShockPreset& preset, Rect rect);

  int outage_medium_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_SHOCK_VIEW_H_
