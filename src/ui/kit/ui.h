// What every section needs: the session, texts and formats, and the tools for
// painting and interaction. An application has one Ui. A frame begins with
// BeginFrame and ends with EndFrame; in between are one or more passes.
#ifndef SEXTANT_UI_KIT_UI_H_
#define SEXTANT_UI_KIT_UI_H_

#include <string_view>
#include <vector>

#include "app/session.h"
#include "charts/kit/chart_context.h"
#include "locales/number_format.h"
#include "ui/kit/canvas.h"
#include "ui/kit/controls.h"
#include "ui/kit/edit_slot.h"
#include "ui/kit/highlight.h"
#include "ui/kit/semantics.h"
#include "ui/kit/slider_drag.h"
#include "ui/kit/theme.h"
#include "ui/kit/tools.h"
#include "ui/kit/tooltip.h"

namespace sextant {

// What the page reports about itself and the reader. Lengths are points.
struct Surroundings {
  float width = 0;  // of the view
  float height = 0;
  float device_pixel_ratio = 1;
  float scroll = 0;  // content above the view's top
  bool reduced_motion = false;
  bool is_single = false;  // only one section is shown
  Theme theme = Theme::kLight;
  NumberFormat format;
};

class Ui {
 public:
  Ui(Session& session, GlyphRasterizer& rasterizer, Tools& tools);

  Session& session() { return session_; }
  const Scenario& scenario() const { return session_.scenario(); }
  const Report& report() const { return session_.report(); }
  // The session's numbers for a chart, measured with the font on screen.
  ChartContext Chart() const;

  const Surroundings& surroundings() const { return around_; }
  Arrangement arrangement() const { return ArrangementFor(around_.width); }
  bool is_phone() const { return arrangement() == Arrangement::kPhone; }
  const NumberFormat& format() const { return around_.format; }
  Language language() const { return around_.format.language; }
  std::string_view Text(TextId id) const {
    return sextant::Text(language(), id);
  }
  // Whether the focused node belongs to this cell.
  bool CellHasFocus(int cell) const {
    return controls_.HasFocusWithin(CellId(scenario(), cell));
  }
  // `full` if it fits into `width`, else `brief`; body text if bold, else
  // small.
  std::string_view Fit(TextId full, TextId brief, float width,
                       bool bold = false);

  Canvas& canvas() { return canvas_; }
  const Canvas& canvas() const { return canvas_; }
  Controls& controls() { return controls_; }
  const Controls& controls() const { return controls_; }
  Semantics& semantics() { return semantics_; }
  const Semantics& semantics() const { return semantics_; }
  EditSlot& editor() { return editor_; }
  const EditSlot& editor() const { return editor_; }
  Tooltip& tooltip() { return tooltip_; }
  Highlight& highlight() { return highlight_; }
  SliderDrag& slider_drag() { return slider_drag_; }
  Tools& tools() { return tools_; }

  // --- Frame.
  void BeginFrame(const Surroundings& around, const PointerState& pointer,
                  bool recording);
  void BeginPass();
  void EndFrame();
  // What follows, until EndSurface, is drawn into this window. Its items scroll
  // with the content unless it is `sticky`. One surface may be within another;
  // it is in front of that.
  void BeginSurface(const char* name, Rect view_rect, bool sticky);
  void EndSurface();
  // A place on the present surface → its place in the content.
  Rect InContent(Rect rect) const {
    rect.y += around_.scroll - canvas_.offset();
    return rect;
  }
  // Whether any part of it is in the view.
  bool IsVisible(Rect content) const {
    return content.bottom() > around_.scroll &&
           content.y < around_.scroll + around_.height;
  }

  // Requests another pass before the frame is painted, because this one shows
  // something outdated. Not needed after a change of the session.
  void RequestPass() { wants_pass_ = true; }
  bool wants_pass() const { return wants_pass_; }
  // Requests another frame, because something moves.
  void MarkDirty() { dirty_ = true; }
  bool dirty() const { return dirty_ || canvas_.atlas().overflowed(); }
  // Seconds until something needs a frame; negative: never.
  double wake_in() const { return wake_in_; }

 private:
  Session& session_;
  Tools& tools_;
  Surroundings around_;
  Canvas canvas_;
  Controls controls_;
  Semantics semantics_;
  EditSlot editor_;
  Tooltip tooltip_;
  Highlight highlight_;
  SliderDrag slider_drag_;
  struct Surface {
    ImDrawList* list;
    bool sticky;
  };
  void ShowSurface();
  std::vector<Surface> surfaces_;
  bool wants_pass_ = false;
  bool dirty_ = false;
  double wake_in_ = -1;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_UI_H_
