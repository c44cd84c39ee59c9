// Paints shapes and text on the current surface, in content coordinates: they
// move with a surface that scrolls.
#ifndef SEXTANT_UI_KIT_CANVAS_H_
#define SEXTANT_UI_KIT_CANVAS_H_

#include <string_view>

#include "charts/kit/drawing.h"
#include "charts/kit/palette.h"
#include "engine/model/scenario.h"
#include "imgui.h"
#include "ui/kit/text.h"
#include "ui/kit/theme.h"

namespace sextant {

struct TextOptions {
  TextSize size = TextSize::kBody;
  Ink ink = Ink::kText;
  bool bold = false;
  Align align = Align::kStart;
};

class Canvas {
 public:
  explicit Canvas(GlyphRasterizer& rasterizer) : text_(rasterizer) {}

  void BeginFrame(Theme theme, float device_pixel_ratio);
  // From now on paints into `list`, shifted up by `offset` points.
  void SetSurface(ImDrawList* list, float offset);
  // Content coordinates → view coordinates.
  Rect ToView(Rect content) const;
  float offset() const { return offset_; }
  const GlyphAtlas& atlas() const { return text_.atlas(); }

  void FillRect(Rect rect, Paint paint, float radius = 0);
  void StrokeRect(Rect rect, Paint paint, float radius = 0, float width = 1);
  void FillCircle(Point center, float radius, Paint paint);
  void StrokeCircle(Point center, float radius, Paint paint, float width = 1);
  void DrawLine(Point from, Point to, Paint paint, float width = 1);
  // Solid for paid and hatched for organic, as in charts.
  void Swatch(Rect rect, Ink ink, Kind kind);
  // A card: surface with a hairline.
  void Card(Rect rect, Ink border = Ink::kHairline);
  // The ring around the item that has the keyboard focus.
  void FocusRing(Rect rect, float radius = kRadius);
  void Draw(const Drawing& drawing, Point origin);

  // One line, vertically centred in the rectangle, cut with "…" to fit.
  void Label(Rect rect, std::string_view text, const TextOptions& options = {});
  // Several lines from the top; returns the height used.
  float Paragraph(Rect rect, std::string_view text, const TextOptions& options);
  float ParagraphHeight(float width, std::string_view text, TextSize size);
  float TextWidth(std::string_view text, TextSize size, bool bold = false) {
    return text_.Width(text, size, bold);
  }
  // For charts; valid as long as the canvas.
  MeasureText measure() const;

 private:
  // Whether some of it may be in the view: nothing is made of what is not.
  bool Shows(Rect rect) const;
  ImVec2 At(float x, float y) const { return {x, y - offset_}; }
  ImU32 ColorOf(Paint paint) const { return ToColor(theme_, paint); }

  // Caches measurements, which has no visible effect.
  mutable TextPainter text_;
  Theme theme_ = Theme::kLight;
  float device_pixel_ratio_ = 1;
  ImDrawList* list_ = nullptr;
  float offset_ = 0;  // content y − view y
};

// A rectangle with `by` less on every side.
inline Rect Inset(Rect rect, float by) {
  return {rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by};
}

// The rectangle without its first `by` points from the top.
inline Rect Below(Rect rect, float by) {
  return {rect.x, rect.y + by, rect.width, rect.height - by};
}

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_CANVAS_H_
