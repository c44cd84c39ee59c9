// The scenario's totals, and how they differ from the pinned baseline.
#ifndef SEXTANT_UI_SECTIONS_KPI_VIEW_H_
#define SEXTANT_UI_SECTIONS_KPI_VIEW_H_

#include "ui/sections/section.h"

namespace sextant {

// The whole list as a card: revenue large, the others below, gross margin and
// the baseline button.
class KpiView : public CardSection {
 public:
  KpiView() : CardSection("total", TextId::kUiTotals) {}
  float Stretch() const override { return 120; }

 protected:
  float LayBody(Ui& ui, Rect inner, bool paint) override;

 private:
  float LayRows(Ui& ui, Rect rect, bool paint);
  float LayTiles(Ui& ui, Rect rect, bool paint);
  float LayControls(Ui& ui, Rect rect, bool paint);
};

// The four that matter most in one line, for the top of a phone's view.
inline constexpr float kKpiLineHeight = 64;
void ShowKpiLine(Ui& ui, Rect rect);

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_KPI_VIEW_H_
