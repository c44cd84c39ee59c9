// CPC × CPA with bubbles that can be dragged, and a sentence that explains
// where a cell is.
#ifndef SEXTANT_UI_SECTIONS_QUADRANT_VIEW_H_
#define SEXTANT_UI_SECTIONS_QUADRANT_VIEW_H_

#include <optional>
#include <string>

#include "charts/quadrant_chart.h"
#include "ui/sections/scale_motion.h"
#include "ui/sections/section.h"

namespace sextant {

class QuadrantView : public CardSection {
 public:
  QuadrantView() : CardSection("quadrant", TextId::kUiQuadrantTitle) {}
  float Stretch() const override { return kAnyStretch; }
  void ApplyDrag(Ui& ui) override;

  void ShowPicture(Ui& ui, Rect rect, int hand) override;

  // The chart alone, for a place that stays in the view; the rest of the
  // section is elsewhere. `with_sliders`: the keyboard moves the bubbles, since
  // their sliders are not on the screen; but not that of the cell `except`.
  void ShowChart(Ui& ui, Rect rect, bool with_sliders = false, int except = -1);
  // The section without the chart.
  float LayRest(Ui& ui, Rect rect, bool paint);

 protected:
  float LayBody(Ui& ui, Rect inner, bool paint) override;

 private:
  // A bubble's drag, from the frame that began it.
  struct Drag {
    std::string cell;  // its id
    // Kept, so that the axes do not move under the pointer.
    QuadrantScale scale;
    Point origin;   // of the chart, in view coordinates
    Point offset;   // from the pointer to the bubble's middle
    Point pointer;  // its last position, in view coordinates
  };

  float LayHead(Ui& ui, Rect inner, bool paint);
  float LayTargets(Ui& ui, Rect rect, bool paint);
  void ShowThresholds(Ui& ui, Rect rect);
  void ShowBubbles(Ui& ui, const Drawing& drawing, const QuadrantScale& scale,
                   Point origin, bool with_sliders, int except);
  void ShowExplanation(Ui& ui, Rect rect);
  float LayChange(Ui& ui, Rect rect, bool paint);

  std::optional<Drag> drag_;
  std::optional<QuadrantScale> kept_;  // of the last drawing
  ScaleMotion motion_;
  bool with_chart_ = true;
  // Set while only this cell's bubble can be dragged; -1: none can.
  std::optional<int> hand_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_QUADRANT_VIEW_H_
