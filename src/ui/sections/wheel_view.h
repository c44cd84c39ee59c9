// The flywheel against the funnel, small enough for an article: the wheel, its
// profits month by month, and three levers of the promoters.
#ifndef SEXTANT_UI_SECTIONS_WHEEL_VIEW_H_
#define SEXTANT_UI_SECTIONS_WHEEL_VIEW_H_

#include "ui/sections/flywheel_view.h"

namespace sextant {

// At most 640 points high, with the line at the top of the view.
class WheelView : public CardSection {
 public:
  // Wheel and chart are those of the whole calculator.
  explicit WheelView(FlywheelView& flywheel)
      : CardSection("wheel", TextId::kChartWheelTitle), flywheel_(flywheel) {}

 protected:
  float LayBody(Ui& ui, Rect inner, bool paint) override;

 private:
  FlywheelView& flywheel_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_WHEEL_VIEW_H_
