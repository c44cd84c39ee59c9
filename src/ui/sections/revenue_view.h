// Where revenue comes from: the matrix chart, and how much it depends on few
// sources.
#ifndef SEXTANT_UI_SECTIONS_REVENUE_VIEW_H_
#define SEXTANT_UI_SECTIONS_REVENUE_VIEW_H_

#include "ui/sections/section.h"

namespace sextant {

class RevenueView : public CardSection {
 public:
  RevenueView() : CardSection("revenue", TextId::kUiRevenueTitle) {}
  // The chart fills any height.
  float Stretch() const override { return kAnyStretch; }
  void ShowPicture(Ui& ui, Rect rect, int hand) override;

 protected:
  float LayBody(Ui& ui, Rect inner, bool paint) override;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_REVENUE_VIEW_H_
