// The scenario's totals, and how they differ from the pinned baseline.
#ifndef SEXTANT_UI_SECTIONS_KPI_VIEW_H_
#define SEXTANT_UI_SECTIONS_KPI_VIEW_H_

#include "ui/sections/section.h"

namespace sextant {

// The whole list as a card: revenue large, the others below. On a desk, gross
// margin and the baseline button are in the line, elsewhere in the card.
class KpiView : public CardSection {
 public:
  KpiView() : CardSection("total", TextId::kUiTotals) {}
  float Stretch() const override { return 120; }

 protected:
  float LayBody(Ui& ui, Rect inner, bool paint) override;

 private:
  float LayRows(Ui& ui, Rect rect, bool paint);
  float LayTiles(Ui& ui, Rect rect, bool paint);
};

// Those that matter most in one line, which stays at the top of the view.
// `margin`: points at its sides. On a desk with the whole calculator, gross
// margin and the baseline button are there, too.
inline constexpr float kKpiLineHeight = 64;
// Between it and what follows.
inline constexpr float kLineGap = 12;
void ShowKpiLine(Ui& ui, Rect rect, float margin);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_KPI_VIEW_H_
