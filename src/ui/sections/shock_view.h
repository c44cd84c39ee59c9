// "What if…": the effect of each shock on the scenario, and a button to apply
// it.
#ifndef SEXTANT_UI_SECTIONS_SHOCK_VIEW_H_
#define SEXTANT_UI_SECTIONS_SHOCK_VIEW_H_

#include "ui/sections/section.h"

namespace sextant {

class ShockView : public CardSection {
 public:
  ShockView() : CardSection("shocks", TextId::kUiShockTitle) {}

 protected:
  float LayBody(Ui& ui, Rect inner, bool paint) override;

 private:
  float LayRow(Ui& ui, const ShockPreset& preset, Rect rect, bool paint);
  void ShowRow(Ui& ui, const ShockPreset& preset, Rect title, Rect result,
               Rect button);
  void ShowMedia(Ui& ui, Rect rect);

  int outage_medium_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_SHOCK_VIEW_H_
