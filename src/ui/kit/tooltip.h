// A reason that appears when the pointer rests on something.
#ifndef SEXTANT_UI_KIT_TOOLTIP_H_
#define SEXTANT_UI_KIT_TOOLTIP_H_

#include <optional>
#include <string>
#include <string_view>

#include "ui/kit/controls.h"

namespace sextant {

class Tooltip {
 public:
  Tooltip(Canvas& canvas, const Controls& controls)
      : canvas_(canvas), controls_(controls) {}

  void BeginPass() { tip_.reset(); }
  // What the pointer is told while it rests on `rect`.
  void Offer(Rect rect, std::string_view text);
  // Paints over everything else in a view of that size. Returns the seconds
  // after which it wants to appear; negative: nothing is waiting.
  double EndFrame(float view_width, float view_height);

 private:
  struct Tip {
    Rect rect;  // view coordinates
    std::string text;
  };
  void Paint(const Tip& tip, float view_width, float view_height);

  Canvas& canvas_;
  const Controls& controls_;
  std::optional<Tip> tip_;
  // Where the pointer rests, since when.
  Point anchor_;
  double since_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_TOOLTIP_H_
