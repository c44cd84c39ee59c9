#include "ui/kit/canvas.h"

#include <algorithm>
#include <utility>

namespace sextant {
namespace {

float Middle(Rect rect) { return rect.y + rect.height / 2; }

Rect Around(Point center, float radius) {
  return {center.x - radius, center.y - radius, 2 * radius, 2 * radius};
}

float LineHeight(TextSize size) { return FontSize(size) * 1.45f; }

}  // namespace

void Canvas::BeginFrame(Theme theme, float device_pixel_ratio) {
  theme_ = theme;
  device_pixel_ratio_ = device_pixel_ratio;
  text_.BeginFrame(device_pixel_ratio);
}

void Canvas::SetSurface(ImDrawList* list, float offset) {
  list_ = list;
  offset_ = offset;
  // Antialiases edges over one device pixel, not one point.
  list_->_FringeScale = 1 / device_pixel_ratio_;
}

Rect Canvas::ToView(Rect content) const {
  content.y -= offset_;
  return content;
}

MeasureText Canvas::measure() const {
  return {[](void* painter, std::string_view text, TextSize size, bool bold) {
            return static_cast<TextPainter*>(painter)->Width(text, size, bold);
          },
          &text_};
}

bool Canvas::Shows(Rect rect) const {
  constexpr float kReach = 8;  // of strokes and letters beyond their rectangle
  const ImVec4& clip = list_->_CmdHeader.ClipRect;
  return rect.y - offset_ - kReach < clip.w &&
         rect.bottom() - offset_ + kReach > clip.y;
}

// --- Shapes

void Canvas::FillRect(Rect rect, Paint paint, float radius) {
  if (!Shows(rect)) return;
  list_->AddRectFilled(At(rect.x, rect.y), At(rect.right(), rect.bottom()),
                       ColorOf(paint), radius);
}

void Canvas::StrokeRect(Rect rect, Paint paint, float radius, float width) {
  if (!Shows(rect)) return;
  const Rect inner = Inset(rect, width / 2);
  list_->AddRect(At(inner.x, inner.y), At(inner.right(), inner.bottom()),
                 ColorOf(paint), radius, 0, width);
}

void Canvas::FillCircle(Point center, float radius, Paint paint) {
  if (!Shows(Around(center, radius))) return;
  list_->AddCircleFilled(At(center.x, center.y), radius, ColorOf(paint));
}

void Canvas::StrokeCircle(Point center, float radius, Paint paint,
                          float width) {
  if (!Shows(Around(center, radius))) return;
  list_->AddCircle(At(center.x, center.y), radius, ColorOf(paint), 0, width);
}

void Canvas::DrawLine(Point from, Point to, Paint paint, float width) {
  const float top = std::min(from.y, to.y);
  if (!Shows({from.x, top, 0, std::max(from.y, to.y) - top})) return;
  list_->AddLine(At(from.x, from.y), At(to.x, to.y), ColorOf(paint), width);
}

void Canvas::Swatch(Rect rect, Ink ink, Kind kind) {
  Polygon square;
  square.points = {
      {0, 0}, {rect.width, 0}, {rect.width, rect.height}, {0, rect.height}};
  square.fill = {ink, 1};
  square.fill_style = kind == Kind::kPaid ? Fill::kSolid : Fill::kHatched;
  square.stroke = {ink, 1};
  Drawing drawing(rect.width, rect.height);
  drawing.shapes.push_back(std::move(square));
  Draw(drawing, {rect.x, rect.y});
}

void Canvas::Card(Rect rect, Ink border) {
  FillRect(rect, {Ink::kSurface, 1}, kRadius);
  StrokeRect(rect, {border, 1}, kRadius,
             border == Ink::kHairline ? kHairline : 1.5f);
}

void Canvas::FocusRing(Rect rect, float radius) {
  StrokeRect(Inset(rect, -kFocusRingReach), {Ink::kAccent, 1},
             radius + kFocusRingReach, kFocusRingWidth);
}

// --- Text

void Canvas::Label(Rect rect, std::string_view text,
                   const TextOptions& options) {
  if (text.empty() || rect.width <= 0 || !Shows(rect)) return;
  std::string cut;
  float width = TextWidth(text, options.size, options.bold);
  if (width > rect.width) {
    cut = text_.Fit(text, options.size, options.bold, rect.width);
    text = cut;
    width = TextWidth(text, options.size, options.bold);
  }
  float x = rect.x;
  if (options.align == Align::kCenter) x += (rect.width - width) / 2;
  if (options.align == Align::kEnd) x += rect.width - width;
  const ImVec2 pen = At(x, Middle(rect) + BaselineOffset(options.size));
  text_.Draw(*list_, {pen.x, pen.y}, text, options.size, options.bold,
             ColorOf({options.ink, 1}));
}

float Canvas::Paragraph(Rect rect, std::string_view text,
                        const TextOptions& options) {
  const float line_height = LineHeight(options.size);
  float y = rect.y;
  for (const std::string& line :
       text_.Wrap(text, options.size, options.bold, rect.width)) {
    Label({rect.x, y, rect.width, line_height}, line, options);
    y += line_height;
  }
  return y - rect.y;
}

float Canvas::ParagraphHeight(float width, std::string_view text,
                              TextSize size) {
  return static_cast<float>(text_.Wrap(text, size, false, width).size()) *
         LineHeight(size);
}

}  // namespace sextant
