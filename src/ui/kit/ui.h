// What every view gets: the session, the words and the widgets. One Ui lives as
// long as its application; a frame happens between BeginFrame and EndFrame.
#ifndef SEXTANT_UI_KIT_UI_H_
#define SEXTANT_UI_KIT_UI_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "charts/kit/drawing.h"
#include "charts/kit/palette.h"
#include "charts/quadrant_chart.h"
#include "imgui.h"
#include "locales/number_format.h"
#include "ui/kit/semantics.h"
#include "ui/kit/text.h"
#include "ui/kit/theme.h"

namespace sextant {

// What a drag that starts somewhere would move.
enum class DragAxis { kNone, kHorizontal, kBoth };

// A field that wants a real <input> laid over it.
struct EditRequest {
  std::string id;
  std::string widget;  // whose number or name it lies over; empty: any
  Rect rect;           // content coordinates
  std::string text;
  bool decimal = true;  // otherwise free text
  int maximum_length = 40;
  std::string label;
};

// How a widget was touched in this frame.
struct Interaction {
  bool hovered = false;
  bool held = false;
  bool began = false;    // the press started in this frame
  bool ended = false;    // the press ended in this frame
  bool pressed = false;  // pressed and released, or activated from the mirror
  bool double_clicked = false;
  bool focused = false;  // the mirror's node has the keyboard focus
};

// What the page says and the frame works with.
struct Surroundings {
  float width = 0;  // of the view
  float height = 0;
  float device_pixel_ratio = 1;
  float scroll = 0;  // content above the view's top
  bool reduced_motion = false;
  Theme theme = Theme::kLight;
  NumberFormat format;
};

class Ui {
 public:
  Ui(Session& session, GlyphRasterizer& rasterizer)
      : session_(session), text_(rasterizer) {}

  Session& session() { return session_; }
  const Scenario& scenario() const { return session_.scenario(); }
  const Report& report() const { return session_.report(); }
  const NumberFormat& format() const { return around_.format; }
  Language language() const { return around_.format.language; }
  Theme theme() const { return around_.theme; }
  Arrangement arrangement() const { return ArrangementFor(around_.width); }
  bool is_phone() const { return arrangement() == Arrangement::kPhone; }
  const Surroundings& surroundings() const { return around_; }
  TextPainter& text_painter() { return text_; }
  Semantics& semantics() { return semantics_; }
  const Semantics& semantics() const { return semantics_; }

  std::string_view T(TextId id) const { return Text(language(), id); }
  // The one of the two that fits; body text if bold, else small.
  std::string_view Fit(TextId full, TextId brief, float width,
                       bool bold = false) {
    const TextSize size = bold ? TextSize::kBody : TextSize::kSmall;
    return T(TextWidth(T(full), size, bold) <= width ? full : brief);
  }

  // --- Frame.
  // `cancelled`: the browser took the pointer away, nothing counts as pressed.
  void BeginFrame(const Surroundings& around, bool touch, bool cancelled,
                  bool recording);
  void EndFrame();
  // The window that is drawn into; its items scroll with the content unless
  // `sticky`.
  void BeginSurface(const char* name, Rect view_rect, bool sticky);
  void EndSurface();
  // Content coordinates → where it is in the view.
  Rect ToView(Rect content) const;

  // The session's numbers for a chart, measured with the font on screen.
  ChartContext Chart() const;

  // --- Painting, in content coordinates.
  void FillRect(Rect rect, Paint paint, float radius = 0);
  void StrokeRect(Rect rect, Paint paint, float radius = 0, float width = 1);
  void FillCircle(Point center, float radius, Paint paint);
  void StrokeCircle(Point center, float radius, Paint paint, float width = 1);
  void DrawLine(Point from, Point to, Paint paint, float width = 1);
  // Solid or hatched, as charts do.
  void Swatch(Rect rect, Ink ink, Kind kind);
  // A card: surface with a hairline.
  void Card(Rect rect, Ink border = Ink::kHairline);
  void Draw(const Drawing& drawing, Point origin);

  struct TextOptions {
    TextSize size = TextSize::kBody;
    Ink ink = Ink::kText;
    bool bold = false;
    Align align = Align::kStart;
  };
  // One line, vertically centred in the rectangle, cut with "…" to fit.
  void Label(Rect rect, std::string_view text, const TextOptions& options);
  void Label(Rect rect, std::string_view text) {
    Label(rect, text, TextOptions{});
  }
  // Several lines from the top; returns the height used.
  float Paragraph(Rect rect, std::string_view text, const TextOptions& options);
  float ParagraphHeight(float width, std::string_view text, TextSize size);
  float TextWidth(std::string_view text, TextSize size, bool bold = false) {
    return text_.Width(text, size, bold);
  }

  // --- Widgets. Each draws itself and records its node.
  // The interaction alone, for widgets with a look of their own; the caller
  // records the node.
  Interaction Interact(const std::string& id, Rect rect,
                       DragAxis axis = DragAxis::kNone);
  // The ring around what has the keyboard focus.
  void FocusRing(Rect rect, float radius = kRadius);

  enum class ButtonLook { kPlain, kPrimary, kQuiet };
  bool Button(const std::string& id, Rect rect, std::string_view label,
              std::string_view accessible_label, std::string_view group,
              ButtonLook look = ButtonLook::kPlain, bool disabled = false);
  // One of several choices side by side; returns the choice pressed, or -1.
  int SegmentedControl(const std::string& id, Rect rect,
                       const std::vector<std::string>& labels, int chosen,
                       std::string_view group);
  // Label, slider and value of one field. `hue` colours the filled part;
  // `label` stands for the field's own, where it would say the same again.
  void FieldRow(const FieldAddress& address, Rect rect, std::string_view group,
                std::string_view group_label, Ink hue,
                std::string_view label = {});
  // The node alone, for a field that is not shown at present.
  void RecordField(const FieldAddress& address, Rect rect,
                   std::string_view group, std::string_view group_label);
  // Height FieldRow wants in the present arrangement.
  float FieldRowHeight() const;

  // Nodes without a look of their own.
  void Output(const std::string& id, std::string_view group,
              std::string_view label, std::string_view value, Rect rect);
  void Heading(const std::string& id, std::string_view label, Rect rect);
  void Image(const std::string& id, std::string_view group,
             std::string_view label, Rect rect);

  // Is any of it in the view?
  bool IsVisible(Rect rect) const {
    return rect.bottom() > around_.scroll &&
           rect.y < around_.scroll + around_.height;
  }
  // Where the pointer is, in content coordinates.
  Point Pointer() const;
  // Is the pointer over this part of the present surface?
  bool PointerIn(Rect rect) const;
  // Has it moved since the last frame?
  bool PointerMoved() const;
  // Did a press begin in this frame, wherever?
  bool PointerPressed() const;

  // A reason that appears when the pointer rests on `rect`.
  void Tooltip(Rect rect, std::string_view text);

  std::string FormatField(const FieldDefinition& field, double value) const;
  // The number in full, or shortened (4.81M, 481 萬) where that does not fit.
  std::string FitMoney(double value, TextSize size, float width);
  std::string FitCount(double value, TextSize size, float width);

  // --- Highlight: hovering or focusing a cell lights it in every view. Set by
  // views, seen by all in the next frame.
  int highlighted_cell() const { return highlighted_cell_; }
  void Highlight(int cell) { next_highlight_ = cell; }
  // Does the focused node belong to this cell?
  bool CellHasFocus(int cell) const;

  // --- From the page.
  void Activate(std::string id) { activation_ = std::move(id); }
  void Focus(std::string id) { focused_ = std::move(id); }
  const std::string& focused() const { return focused_; }
  DragAxis AxisAt(float x, float y) const;
  const char* cursor() const { return cursor_; }

  void RequestEdit(EditRequest request) { edit_ = std::move(request); }
  // `rect` is where the number stands.
  void RequestFieldEdit(const FieldAddress& address, std::string widget,
                        Rect rect);
  // Where FieldRow shows the number.
  Rect ValueIn(Rect row) const { return PartsOf(row).value; }
  // Each frame, from everything that can be typed over: an open editor follows
  // its widget when the layout changes.
  void PlaceEdit(std::string_view id, std::string_view widget, Rect rect);
  void ClearEdit() { edit_.reset(); }
  const std::optional<EditRequest>& edit() const { return edit_; }

  // Seconds from now at which something wants a frame, or negative.
  double wake_in() const { return wake_in_; }
  // Something moved during this frame: another must follow.
  bool dirty() const { return dirty_ || text_.atlas().overflowed(); }
  void MarkDirty() { dirty_ = true; }
  void SetCursor(const char* cursor) { cursor_ = cursor; }
  bool touch() const { return touch_; }

 private:
  ImDrawList& list() { return *list_; }
  ImVec2 At(float x, float y) const { return {x, y - offset_}; }
  ImU32 ColorOf(Paint paint) const { return ToColor(around_.theme, paint); }
  void KeepEditInside();
  void DragSlider(const FieldAddress& address, Rect track,
                  const Interaction& interaction);

  // Where the parts of a field's row are.
  struct RowParts {
    Rect label;
    Rect track;
    Rect value;
    Rect value_target;  // what can be touched, larger than what is seen
  };
  RowParts PartsOf(Rect row) const;

  struct DragZone {
    Rect rect;  // view coordinates
    DragAxis axis;
  };

  Session& session_;
  TextPainter text_;
  Semantics semantics_;
  Surroundings around_;
  ImDrawList* list_ = nullptr;
  float offset_ = 0;  // content y − view y on the present surface
  bool sticky_ = false;
  bool touch_ = false;
  bool cancelled_ = false;
  bool dirty_ = false;
  int highlighted_cell_ = -1;
  int next_highlight_ = -1;
  std::string activation_;
  std::string focused_;
  const char* cursor_ = "default";
  std::vector<DragZone> drag_zones_;
  std::optional<EditRequest> edit_;
  bool edit_is_placed_ = false;
  double wake_in_ = -1;
  // The tooltip to be: where the pointer rests, since when.
  struct Tip {
    Rect rect;
    std::string text;
  };
  std::optional<Tip> tip_;
  Point tip_anchor_;
  double tip_since_ = 0;
  // A finger has to move this way before a slider follows it.
  float drag_start_x_ = 0;
  float drag_offset_ = 0;  // from the pointer to the thumb's middle
  bool drag_moves_ = false;
  // The first of two clicks: where, and what the value was before it.
  struct Press {
    FieldAddress address;
    double value = 0;
  };
  Press first_press_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_UI_H_
