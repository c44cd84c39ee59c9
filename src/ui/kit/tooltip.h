// An explanation that appears when the pointer rests on an item.
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
  // Sets the text for a pointer that rests on `rect`.
  void Offer(Rect rect, std::string_view text);
  // Paints over everything else in a view of this size. Returns the seconds
  // until a tooltip is to appear; negative: none.
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
  // Where the pointer rests, and since when.
  Point anchor_;
  double since_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_TOOLTIP_H_
